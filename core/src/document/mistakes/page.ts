import type { LineIndex, Span } from '../../source/line-index.ts';
import type { Lexeme } from '../lexemes.ts';

/** A text with its lexemes and lines, to look around in. */
export class Page {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  readonly #lines: LineIndex;

  constructor(text: string, lexemes: readonly Lexeme[], lines: LineIndex) {
    this.text = text;
    this.lexemes = lexemes;
    this.#lines = lines;
  }

  /** Index of the lexeme at an offset, or of the next where none stands there. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.lexemes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lexemes[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where what a span complains about begins: past the blanks at its start. */
  startOf({ start }: Span): number {
    return Math.max(start, this.lexemes[this.indexAt(start)]?.start ?? this.text.length);
  }

  /** Index of the next lexeme that is no comment; past the end where there is none. */
  next(index: number): number {
    let next = index + 1;
    while (this.lexemes[next]?.kind === 'comment') next++;
    return next;
  }

  /** Index of the last lexeme before that is no comment; -1 where there is none. */
  previous(index: number): number {
    let previous = index - 1;
    while (this.lexemes[previous]?.kind === 'comment') previous--;
    return previous;
  }

  /** The lexeme before, if it ends on the line on which this one begins. */
  before(index: number): Lexeme | undefined {
    const previous = this.lexemes[this.previous(index)];
    const lexeme = this.lexemes[index];
    if (previous === undefined || lexeme === undefined) return undefined;
    return previous.end > this.lineOf(lexeme.start).start ? previous : undefined;
  }

  /** The line around an offset, without its line end. */
  lineOf(offset: number): Span {
    const { line } = this.#lines.positionAt(offset);
    const start = this.#lines.starts[line - 1] ?? 0;
    let end = this.#lines.starts[line] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? '')) end--;
    return { start, end };
  }

  /** The stretches of a span on each of its lines, without blanks around; no empty ones. */
  linesOf(span: Span): readonly Span[] {
    const parts: Span[] = [];
    for (let start = span.start; start < span.end;) {
      const line = this.lineOf(start);
      const part = this.trim({ start, end: Math.min(line.end, span.end) });
      if (part.end > part.start) parts.push(part);
      const next = this.#lines.starts[this.#lines.positionAt(start).line];
      if (next === undefined) break;
      start = next;
    }
    return parts;
  }

  /**
   * The end of the block in which a line stands: of the lines below that are indented deeper than
   * the line to which it belongs.
   */
  blockEnd(offset: number): number {
    const { line } = this.#lines.positionAt(offset);
    const column = this.#columnOf(line) ?? 0;
    let above = column === 0 ? 0 : line - 1;
    while (above > 0 && (this.#columnOf(above) ?? column) >= column) above--;
    const parent = above > 0 ? (this.#columnOf(above) ?? 0) : 0;
    let below = line + 1;
    while (below <= this.#lines.starts.length && (this.#columnOf(below) ?? parent + 1) > parent)
      below++;
    return (this.#lines.starts[below - 1] ?? this.text.length + 1) - 1;
  }

  /** How many spaces begin a line; nothing for a line without words. */
  #columnOf(line: number): number | undefined {
    const start = this.#lines.starts[line - 1] ?? this.text.length;
    const end = this.#lines.starts[line] ?? this.text.length;
    let offset = start;
    while (offset < end && this.text[offset] === ' ') offset++;
    const isBlank = offset === end || this.text[offset] === '\n' || this.text[offset] === '\r';
    return isBlank ? undefined : offset - start;
  }

  /** What stands on a line from an offset on, without the comment at its end. */
  restOfLine(start: number): Span {
    const { end } = this.lineOf(start);
    const last = this.lexemes[this.indexAt(end) - 1];
    const isComment = last?.kind === 'comment' && last.start >= start;
    return this.trim({ start, end: isComment ? last.start : end });
  }

  textOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** A span that people can see: within the text, with a visible character if there is any. */
  visible({ start, end }: Span): Span {
    const within = {
      start: Math.min(start, this.text.length),
      end: Math.min(end, this.text.length),
    };
    const trimmed = this.trim(within);
    if (trimmed.end > trimmed.start) return trimmed;
    if (/^[ \t]*\t[ \t]*$/.test(this.textOf(within))) return within; // tabs are what is to be seen
    const after = this.trim({ start: within.start, end: this.lineOf(within.start).end });
    if (after.end > after.start) return this.#characterAt(after.start);
    return this.#characterAt(Math.max(this.text.slice(0, within.start).trimEnd().length - 1, 0));
  }

  #characterAt(offset: number): Span {
    const start = /[\udc00-\udfff]/.test(this.text[offset] ?? '') ? offset - 1 : offset;
    return { start, end: start + String.fromCodePoint(this.text.codePointAt(start) ?? 0).length };
  }

  trim({ start, end }: Span): Span {
    let first = start;
    let last = end;
    while (first < last && isBlankCharacter(this.text[first])) first++;
    while (last > first && isBlankCharacter(this.text[last - 1])) last--;
    return { start: first, end: last };
  }
}

/** Blank for YAML; a full-width space is a letter to it. */
function isBlankCharacter(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
