import type { OutlineItem } from '../file/pdfkit.ts';
import { layParagraph } from './lines.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { TextStyle } from './palette.ts';
import { tint, type } from './palette.ts';

/** A heading as the table of contents lists it. */
export interface ContentsEntry {
  readonly level: 1 | 2;
  readonly text: string;
  /** Zero-based. */
  readonly pageIndex: number;
  readonly destination: string;
}

export interface HeadingOptions {
  /** What must follow the heading on its page, in points. */
  readonly keep?: number;
  /** Out of the table of contents; for headings of which there may be any number. */
  readonly unlisted?: boolean;
}

/** What must fit below a heading when nothing else is said: a table's titles and its first row. */
const usualKeep = 120;

/** A section begins where it stands only with this share of the page before it. */
const leastShare = 0.25;

/** The headings of one document: numbered, bookmarked, and remembered for the table of contents. */
export class Headings {
  readonly entries: ContentsEntry[] = [];
  readonly #flow: PageFlow;
  #sections = 0;
  #bookmark: OutlineItem | undefined;

  constructor(flow: PageFlow) {
    this.#flow = flow;
  }

  /** Begins a section with a numbered heading. */
  section(text: string): void {
    this.#flow.gap(30);
    const title = this.#flow.typesetter.clean(`${++this.#sections}  ${text}`);
    this.#flow.need(leastShare * (sheet.bottom - sheet.top));
    this.#bookmark = this.#addBookmark(this.#flow.document.outline, title);
    this.#list(1, title);
    layParagraph(this.#flow, title, { style: type.section, type: 'H1' });
    this.#drawRule();
    this.#flow.y += 14;
  }

  /** A heading within a section. */
  subsection(text: string, options: HeadingOptions = {}): void {
    this.#flow.gap(14);
    const title = this.#flow.typesetter.clean(text);
    this.#need(title, type.subsection, 6 + (options.keep ?? usualKeep));
    this.#addBookmark(this.#bookmark ?? this.#flow.document.outline, title);
    this.#list(2, title, options);
    layParagraph(this.#flow, title, { style: type.subsection, type: 'H2' });
    this.#flow.y += 6;
  }

  #need(title: string, style: TextStyle, below: number): void {
    const lines = this.#flow.typesetter.wrap(title, style, textWidth).length;
    this.#flow.need(lines * style.pitch + below);
  }

  #addBookmark(parent: OutlineItem, title: string): OutlineItem {
    return parent.addItem(title, {
      fit: false,
      left: sheet.width, // pdfkit counts it from the right edge
      top: this.#flow.y - 6,
      zoom: 0,
      expanded: false,
    });
  }

  #list(level: 1 | 2, text: string, options: HeadingOptions = {}): void {
    if (options.unlisted === true) return;
    const destination = destinationName('heading', this.entries.length);
    addDestination(this.#flow, destination);
    this.entries.push({ level, text, pageIndex: this.#flow.pageIndex, destination });
  }

  #drawRule(): void {
    const { document, y } = this.#flow;
    this.#flow.decorate(() => {
      document.rect(sheet.left, y + 4, 36, 2.5).fill(type.section.color);
      document.rect(sheet.left + 36, y + 5, textWidth - 36, 0.6).fill(tint.rule);
    });
  }
}

/** Names sort the same by byte and in every language: letters, then digits of one length. */
export function destinationName(kind: 'heading' | 'finding', index: number): string {
  return `${kind}${String(index).padStart(6, '0')}`;
}

/** Lets links lead to the flow's place. */
export function addDestination(flow: PageFlow, name: string): void {
  flow.document.addNamedDestination(name, 'XYZ', 0, flow.y - 8, null);
}
