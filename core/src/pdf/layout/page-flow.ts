import type { ArtifactOptions, StructureElement } from '../file/pdfkit.ts';
import type { ReportDocument } from '../file/report-document.ts';
import { Typesetter } from '../text/typesetter.ts';

/** A4 in points, with the text area of every page. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  left: 64,
  right: 595.28 - 64,
  top: 74,
  bottom: 841.89 - 70,
} as const;

export const textWidth = sheet.right - sheet.left;

/** The place on the pages where the next block goes, from top to bottom, page after page. */
export class PageFlow {
  readonly document: ReportDocument;
  readonly typesetter: Typesetter;
  /** Where the next block begins, from the top of the page. */
  y: number = sheet.bottom;
  readonly #sidebars: Sidebar[] = [];

  constructor(document: ReportDocument) {
    this.document = document;
    this.typesetter = new Typesetter(document);
  }

  /** The root of the structure; blocks are added to it in reading order. */
  get root(): StructureElement {
    return this.document.root;
  }

  get room(): number {
    return sheet.bottom - this.y;
  }

  get isPageStart(): boolean {
    return this.y === sheet.top;
  }

  /** Zero-based. */
  get pageIndex(): number {
    return this.document.bufferedPageRange().count - 1;
  }

  newPage(): void {
    for (const sidebar of this.#sidebars) this.#drawSidebar(sidebar);
    this.document.addSheet(sheet.width, sheet.height);
    this.y = sheet.top;
    for (const sidebar of this.#sidebars) sidebar.from = sheet.top;
  }

  /** Goes to a new page unless there is this much room, or the page is still empty. */
  need(height: number): void {
    if (this.room < height && !this.isPageStart) this.newPage();
  }

  /** Leaves a gap above the next block; none at the top of a page. */
  gap(height: number): void {
    if (!this.isPageStart) this.y += height;
  }

  /** Draws what only the eye needs: rules, bands, bars. */
  decorate(draw: () => void, options: ArtifactOptions = { type: 'Layout' }): void {
    this.document.markContent('Artifact', options);
    this.document.save();
    draw();
    this.document.restore();
    this.document.endMarkedContent();
  }

  /** Runs `body` and draws something beside all that it put down, on each page that it reached. */
  beside(draw: (from: number, to: number) => void, body: () => void): void {
    const sidebar = { draw, from: this.y };
    this.#sidebars.push(sidebar);
    body();
    this.#sidebars.pop();
    this.#drawSidebar(sidebar);
  }

  #drawSidebar({ draw, from }: Sidebar): void {
    if (this.y > from) this.decorate(() => draw(from, this.y));
  }
}

interface Sidebar {
  readonly draw: (from: number, to: number) => void;
  /** Where it begins on the page at hand. */
  from: number;
}
