import type { ReportDocument } from '../file/report-document.ts';
import type { TextStyle } from '../layout/palette.ts';
import { wrapText } from './line-wrap.ts';
import { TextCleaner } from './text-cleaning.ts';

/** How far a line is stretched to reach the right edge, in ems for each gap between characters. */
const largestStretch = 0.05;

/** Turns texts into lines of the report's fonts and draws them; knows nothing of pages. */
export class Typesetter {
  readonly #document: ReportDocument;
  readonly #cleaner: TextCleaner;
  /** Widths in ems; a paragraph is measured in pieces that come again and again. */
  readonly #widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  readonly #wrapped = new Map<string, readonly string[]>();

  constructor(document: ReportDocument) {
    this.#document = document;
    const { font } = document.fontOf('regular');
    this.#cleaner = new TextCleaner((codePoint) => font.hasGlyphForCodePoint(codePoint));
  }

  /** The code points that no line could draw so far. */
  get replaced(): ReadonlySet<number> {
    return this.#cleaner.replaced;
  }

  clean(text: string): string {
    return this.#cleaner.clean(text);
  }

  /** The text's lines at a width; the same text in the same style is wrapped once. */
  wrap(text: string, style: TextStyle, width: number): readonly string[] {
    const key = `${style.weight} ${style.size} ${width} ${text}`;
    const known = this.#wrapped.get(key);
    if (known !== undefined) return known;
    const lines = wrapText(this.clean(text), width / style.size, (piece) =>
      this.#ems(piece, style.weight),
    );
    this.#wrapped.set(key, lines);
    return lines;
  }

  /** Width in points of a line that was cleaned before. */
  widthOf(line: string, style: TextStyle): number {
    return this.#ems(line, style.weight) * style.size;
  }

  /** Draws one cleaned line with the top of its line box at `top`; `justifyTo` stretches it. */
  draw(line: string, style: TextStyle, x: number, top: number, justifyTo?: number): void {
    if (line === '') return;
    // The em box of the font reaches 0.88 em above the baseline and 0.12 em below it.
    const baseline = top + (style.pitch - style.size) / 2 + 0.88 * style.size;
    this.#document
      .font(style.weight)
      .fontSize(style.size)
      .fillColor(style.color)
      .text(line, x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: justifyTo === undefined ? 0 : this.#stretch(line, style, justifyTo),
      });
  }

  #stretch(line: string, style: TextStyle, width: number): number {
    const solid = line.trimEnd();
    const gaps = Array.from(solid).length - 1;
    const stretch = (width - this.widthOf(solid, style)) / gaps;
    return stretch > 0 && stretch <= largestStretch * style.size ? stretch : 0;
  }

  #ems(piece: string, weight: TextStyle['weight']): number {
    const widths = this.#widths[weight];
    const known = widths.get(piece);
    if (known !== undefined) return known;
    const width = this.#document.fontOf(weight).widthOfString(piece, 1);
    widths.set(piece, width);
    return width;
  }
}
