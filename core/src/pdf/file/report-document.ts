import type { ReportFonts } from '../report-input.ts';
import { PdfkitDocument, pdfString } from './pdfkit.ts';
import type { EmbeddedFont, PdfReference, StructureElement } from './pdfkit.ts';
import { escapeXml, propertyText, universalAccessClaim } from './xmp.ts';

export interface DocumentProperties {
  readonly title: string;
  readonly subject: string;
  /** Name and version of this program. */
  readonly producer: string;
  /** A language tag such as `zh-CN`. */
  readonly language: string;
  /** Stands for every date in the file. */
  readonly date: Date;
  /** Draws curly quotation marks beside Latin letters narrow; the font has them full width. */
  readonly narrowQuotes: boolean;
}

const weights = ['regular', 'bold'] as const;

/** A document that is PDF/A-3a and PDF/UA-1, with one root of its structure. */
export class ReportDocument extends PdfkitDocument {
  readonly root: StructureElement;
  readonly #signatureFields: PdfReference[] = [];
  #form: PdfReference | undefined;

  constructor(properties: DocumentProperties, fonts: ReportFonts) {
    super({
      // Without this pdfkit loads Helvetica, which cannot be embedded.
      font: null,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: properties.language,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: {
        Title: propertyText(properties.title),
        Subject: propertyText(properties.subject),
        Creator: properties.producer,
        Producer: `${properties.producer} (pdfkit)`,
        CreationDate: properties.date,
        ModDate: properties.date,
      },
    });
    // One name for each file: a font under two names is parsed again at every use.
    for (const weight of weights) this.registerFont(weight, fonts[weight]);
    if (properties.narrowQuotes) {
      for (const weight of weights) narrowQuotesOf(this.fontOf(weight));
    }
    this.root = this.struct('Document');
    this.addStructure(this.root);
  }

  /** The parsed font of one weight, for measuring. */
  fontOf(weight: (typeof weights)[number]): EmbeddedFont {
    // oxlint-disable-next-line no-underscore-dangle -- pdfkit has no other way to its fonts
    return this.font(weight)._font;
  }

  /** Begins a page; all pages stay open until the end, when their number is known. */
  addSheet(width: number, height: number): void {
    // A page is thousands of small arrays; joined they take a quarter of the memory.
    const content = this.page?.content;
    if (content !== undefined) content.buffer = [Buffer.concat(content.buffer)];
    this.addPage({ size: [width, height], margin: 0 });
  }

  /** pdfkit writes title and subject into the XMP as they are; markup in them breaks PDF/A. */
  override endMetadata(): void {
    const plain = this.info;
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    this.appendXML(universalAccessClaim);
    super.endMetadata();
    this.info = plain;
  }

  /** Adds an empty signature field; `label` is what a screen reader says. */
  addSignatureField(
    name: string,
    label: string,
    [x, y, width, height]: readonly [number, number, number, number],
  ): void {
    const appearance = this.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: {},
    });
    appearance.write('q Q');
    appearance.end();
    const element = this.struct('Form');
    this.root.add(element);
    this.annotate(x, y, width, height, {
      Subtype: 'Widget',
      FT: 'Sig',
      T: pdfString(name),
      TU: pdfString(label),
      F: 4, // printed
      AP: { N: appearance },
      structParent: element,
    });
    element.end();
    const widget = this.page?.annotations.at(-1);
    if (widget === undefined) throw new Error('the signature field was not added to its page');
    this.#signatureFields.push(widget);
    this.#form ??= this.#createForm();
  }

  /**
   * pdfkit's own form asks viewers to draw the fields anew, which PDF/A forbids, and wants a font
   * for text fields. Signature fields need neither.
   */
  #createForm(): PdfReference {
    const form = this.ref({ Fields: this.#signatureFields });
    // oxlint-disable-next-line no-underscore-dangle -- pdfkit has no other way to the catalog
    this._root.data['AcroForm'] = form;
    return form;
  }

  override endAcroForm(): void {
    this.#form?.end();
  }

  /** Ends the document and gives its bytes; throws when the file is not whole. */
  toBytes(): Uint8Array {
    this.root.end();
    this.end();
    const chunks: Uint8Array[] = [];
    for (let chunk = this.read(); chunk !== null; chunk = this.read()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    // An object that nobody ended keeps pdfkit from writing the trailer, without an error.
    if (!bytes.subarray(-16).toString('latin1').trimEnd().endsWith('%%EOF')) {
      throw new Error('the PDF file is not whole: an object in it was never ended');
    }
    return new Uint8Array(bytes);
  }
}

function narrowQuotesOf({ font }: EmbeddedFont): void {
  const layout = font.layout.bind(font);
  font.layout = (text, features) =>
    layout(text, features ?? (/\p{Script=Han}/u.test(text) ? undefined : ['pwid']));
}
