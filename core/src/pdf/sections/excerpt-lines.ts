import type { Range } from '../../source/line-index.ts';
import type { ReportContext } from '../report-context.ts';

/** A line of a source file as a report shows it. */
export interface ExcerptLine {
  /** Counted from 1; absent on a remark of the report itself. */
  readonly number?: number;
  readonly text: string;
  /** The finding is about this line. */
  readonly isMarked: boolean;
}

const linesAround = 2;

/** A finding about a whole map may cover thousands of lines. */
const mostMarked = 8;

/** A file may be one line of a megabyte; this much of a very long line is shown. */
const mostCharacters = 400;
const charactersBefore = 100;

/** The lines of a range and two on each side; none when the file has no such line. */
export function excerptOf(
  lines: readonly string[],
  range: Range,
  say: ReportContext['say'],
): readonly ExcerptLine[] {
  const first = range.start.line;
  if (first > lines.length) return [];
  const last = Math.min(lastLineOf(range), lines.length);
  const lastShown = Math.min(last, first + mostMarked - 1);
  const shown = (from: number, to: number, isMarked: boolean): readonly ExcerptLine[] =>
    lines.slice(Math.max(from, 1) - 1, to).map((text, index) => {
      const number = Math.max(from, 1) + index;
      const focus = number === first ? range.start.column - 1 : 0;
      return { number, text: windowOf(text, focus, say), isMarked };
    });
  const remark =
    lastShown < last
      ? [{ text: say('report.finding.linesLeftOut', { line: last }), isMarked: true }]
      : withoutBlankEnd(shown(last + 1, last + linesAround, false));
  return [
    ...shown(first - linesAround, first - 1, false),
    ...shown(first, lastShown, true),
    ...remark,
  ];
}

/** A file that ends with a line break has no further line, and a blank one explains nothing. */
function withoutBlankEnd(lines: readonly ExcerptLine[]): readonly ExcerptLine[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(0, last + 1);
}

/** The end is exclusive: at column 1 the range ends with the line before. */
function lastLineOf({ start, end }: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** The whole line, or the part around `focus` with the number of characters left out on each side. */
function windowOf(line: string, focus: number, say: ReportContext['say']): string {
  // Less is not worth a remark, and the beginning of the line holds the key.
  if (line.length <= mostCharacters + charactersBefore) return line;
  const from = Math.max(0, Math.min(focus - charactersBefore, line.length - mostCharacters));
  const to = from + mostCharacters;
  const leftOut = (count: number): string =>
    count === 0 ? '' : say('report.finding.charactersLeftOut', { count });
  return `${leftOut(from)} ${line.slice(from, to)} ${leftOut(line.length - to)}`.trim();
}
