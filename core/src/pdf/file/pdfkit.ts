import pdfkit from 'pdfkit';

/**
 * The part of pdfkit 0.20 that reports use, with types.
 *
 * `@types/pdfkit` 0.17 is for an older release: it lacks `pdfVersion`, attachment relationships,
 * table scopes, boxes of figures and the hooks of the document's end. This is the only file that
 * imports pdfkit.
 */
export interface Pdfkit {
  /** The page at hand; null before the first. */
  readonly page: PdfPage | null;
  info: Record<string, string | Date>;
  readonly outline: OutlineItem;
  /** The document catalog. */
  readonly _root: PdfReference;
  /** The font that was set last. */
  readonly _font: EmbeddedFont;

  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
  switchToPage(index: number): PdfPage;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  addNamedDestination(name: string, fit: 'XYZ', left: number, top: number, zoom: null): void;

  registerFont(name: string, bytes: Uint8Array): this;
  font(name: string): this;
  fontSize(size: number): this;
  text(
    text: string,
    x: number,
    y: number,
    options: {
      readonly lineBreak: false;
      readonly baseline: 'alphabetic';
      readonly characterSpacing: number;
    },
  ): this;

  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  fillColor(color: string): this;
  strokeColor(color: string): this;
  lineWidth(width: number): this;
  lineCap(cap: 'butt' | 'round'): this;
  dash(length: number, options: { readonly space: number }): this;
  undash(): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): this;
  closePath(): this;
  rect(x: number, y: number, width: number, height: number): this;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
  circle(x: number, y: number, radius: number): this;
  fill(color?: string): this;
  stroke(color?: string): this;
  fillAndStroke(fill: string, stroke: string): this;

  struct(type: StructureType, options?: StructureOptions): StructureElement;
  addStructure(element: StructureElement): this;
  markContent(tag: 'Artifact', options?: ArtifactOptions): this;
  endMarkedContent(): this;

  goTo(
    x: number,
    y: number,
    width: number,
    height: number,
    destination: string,
    options: { readonly Contents: PdfString; readonly structParent: StructureElement },
  ): this;
  annotate(
    x: number,
    y: number,
    width: number,
    height: number,
    options: Readonly<Record<string, unknown>>,
  ): this;
  file(bytes: Uint8Array, options: AttachmentOptions): PdfReference;
  appendXML(xml: string): void;
  ref(data: Record<string, unknown>): PdfReference;

  endMetadata(): void;
  endAcroForm(): void;
  end(): void;
  /** From Node's stream: what was written since the last call, null when nothing was. */
  read(): Uint8Array | null;
}

export interface PdfPage {
  /** The drawing commands, each in an array of its own until the page is written. */
  readonly content: { buffer: Uint8Array[] };
  readonly width: number;
  readonly height: number;
  readonly annotations: PdfReference[];
}

/** An object of the file; it is written when it is ended, and never if nobody ends it. */
export interface PdfReference {
  readonly data: Record<string, unknown>;
  write(chunk: string): void;
  end(): void;
}

export interface OutlineItem {
  addItem(
    title: string,
    options: {
      readonly fit: false;
      readonly left: number;
      readonly top: number;
      readonly zoom: number;
      readonly expanded: boolean;
    },
  ): OutlineItem;
}

export interface EmbeddedFont {
  /** Width of a text as it is shaped, in points at the given size. */
  widthOfString(text: string, size: number): number;
  /** The parsed font, of fontkit. */
  readonly font: FontkitFont;
}

export interface FontkitFont {
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number };
  layout(text: string, features?: readonly string[]): unknown;
}

export type StructureType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Figure'
  | 'Form'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Code';

export interface StructureOptions {
  readonly scope?: 'Column' | 'Row';
  readonly alt?: string;
  readonly lang?: string;
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
}

/** A node of the structure tree. A closure added to an attached element draws at once. */
export interface StructureElement {
  add(child: StructureElement | (() => void)): StructureElement;
  end(): void;
}

export interface ArtifactOptions {
  readonly type: 'Pagination' | 'Layout';
  readonly attached?: readonly string[];
}

export interface AttachmentOptions {
  name: string;
  type: string;
  relationship: 'Data';
  description: string;
  creationDate: Date;
  modifiedDate: Date;
}

/** A text inside the file; pdfkit writes a primitive string as a name (`/Text`). */
export type PdfString = InstanceType<typeof String>;

export function pdfString(text: string): PdfString {
  // oxlint-disable-next-line no-new-wrappers
  return new String(text);
}

/** The class itself; the cast replaces the types of an older release, see above. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const PdfkitDocument = pdfkit as unknown as new (
  options: Readonly<Record<string, unknown>>,
) => Pdfkit;
