/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Start and exclusive end of a piece of text, as positions. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into positions; line ends are LF, CRLF or a lone CR. */
export class LineIndex {
  /** The offset at which each line begins; the first is 0. */
  readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10))
        starts.push(offset + 1);
    }
    this.starts = starts;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The inverse of `positionAt`; a line past the end gives the start of the last line. */
  offsetAt(position: Position): number {
    const line = Math.min(Math.max(position.line, 1), this.starts.length);
    return (this.starts[line - 1] ?? 0) + position.column - 1;
  }
}
