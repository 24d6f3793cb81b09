import type { ErrorCode } from 'yaml';
import type { Lexeme } from '../../lexemes.ts';
import { causeOf, excerpt, type Cause } from '../cause.ts';
import type { Page } from '../page.ts';
import {
  lineCause,
  textAfterBracket,
  wideBracketCause,
  wideCommaCause,
  wideQuoteCause,
} from '../punctuation.ts';

/** What is wrong at a lexeme outside brackets. */
export function blockCauses(
  code: ErrorCode,
  index: number,
  page: Page,
): readonly Cause[] | undefined {
  const lexeme = page.lexemes[index];
  if (lexeme === undefined || code === 'KEY_OVER_1024_CHARS') return undefined;
  if (lexeme.kind === 'seq-item-ind') return [dashCause(lexeme, index, page)];
  const before = page.before(index);
  if (before !== undefined && endsOnItsOwn(before)) return [textAfter(before, lexeme, page)];
  const next = page.lexemes[page.next(index)];
  if (endsOnItsOwn(lexeme) && next?.kind === 'scalar') return [textAfter(lexeme, next, page)];
  const isKey = next?.kind === 'map-value-ind';
  if (before?.kind === 'map-value-ind') return isKey ? valueCauses(lexeme, index, page) : undefined;
  if (lexeme.kind === 'scalar') return lineCauses(lexeme, index, page);
  return code === 'BAD_INDENT' && isKey ? [badIndentation(lexeme, index, page)] : undefined;
}

/** A `-` behind a key, or at a depth where no list stands. */
function dashCause(dash: Lexeme, index: number, page: Page): Cause {
  const before = page.before(index);
  if (before?.kind === 'map-value-ind') {
    const key = excerpt(
      page.textOf(page.lexemes[page.previous(page.indexAt(before.start))] ?? dash),
    );
    const end = page.lexemes[page.next(index)]?.end ?? dash.end;
    return causeOf({ code: 'document.listBehindKey', span: dash, data: { key } }, { end });
  }
  const fault = { code: 'document.listIndentation', span: dash, data: {} } as const;
  const related = dashAbove(index, page);
  return causeOf(related === undefined ? fault : { ...fault, related }, page.lineOf(dash.start));
}

/** The `-` that begins a line above, unless text of a lower indentation stands between. */
function dashAbove(index: number, page: Page): Lexeme | undefined {
  const column = columnOf(index, page);
  let above = page.previous(index);
  for (let looked = 0; above >= 0 && looked < 500; looked++, above = page.previous(above)) {
    const lexeme = page.lexemes[above];
    if (lexeme === undefined || page.before(above) !== undefined) continue;
    if (lexeme.kind === 'seq-item-ind') return lexeme;
    if (columnOf(above, page) < column - 4) return undefined;
  }
  return undefined;
}

function columnOf(index: number, page: Page): number {
  const start = page.lexemes[index]?.start ?? 0;
  return start - page.lineOf(start).start;
}

/** Whether nothing but a comment may follow on the line. */
function endsOnItsOwn({ kind }: Lexeme): boolean {
  return kind.endsWith('quoted-scalar') || kind === 'flow-map-end' || kind === 'flow-seq-end';
}

function textAfter(before: Lexeme, lexeme: Lexeme, page: Page): Cause {
  const line = page.lineOf(lexeme.start);
  const span = page.restOfLine(lexeme.start);
  const first = { start: lexeme.start, end: lexeme.start + 1 };
  const explains = { start: before.start, end: line.end };
  const key = excerpt(page.textOf(before));
  switch (page.textOf(first)) {
    case '：':
      return causeOf({ code: 'document.wideColon', span: first, data: { key } }, explains);
    case ':':
      return causeOf(
        { code: 'document.missingSpaceAfterColon', span: first, data: { key } },
        explains,
      );
    case '，':
      return wideCommaCause(lexeme.start, explains);
    default: {
      const data = { text: excerpt(page.textOf(span)) };
      if (before.kind.endsWith('quoted-scalar')) {
        return causeOf({ code: 'document.textAfterQuote', span, data }, explains);
      }
      return textAfterBracket(page, span, explains);
    }
  }
}

/** A value that the parser takes for a key, since a colon follows it. */
function valueCauses(lexeme: Lexeme, index: number, page: Page): readonly Cause[] {
  const text = page.textOf(lexeme);
  const line = page.lineOf(lexeme.start);
  const explains = { start: lexeme.start, end: Math.max(line.end, lexeme.end) };
  if (/^[“‘＂]/.test(text)) return [wideQuoteCause(page, lexeme.start, explains)];
  if (/^[［｛]/.test(text)) {
    const first = { start: lexeme.start, end: lexeme.start + 1 };
    return [wideBracketCause(page, first, explains)];
  }
  const last = page.linesOf(lexeme).at(-1);
  const parent = page.lexemes[page.previous(page.previous(index))];
  if (last !== undefined && parent !== undefined && last.start > line.end) {
    const data = { key: excerpt(page.textOf(last)), above: excerpt(page.textOf(parent)) };
    const code = 'document.deeperThanValue';
    return [causeOf({ code, span: last, data, related: parent }, explains)];
  }
  const span = page.restOfLine(lexeme.start);
  const data = { text: excerpt(page.textOf(span)) };
  return [causeOf({ code: 'document.colonInText', span, data }, explains)];
}

/** Lines that are neither `key: value` nor `- item`, or a key at a depth of its own. */
function lineCauses(lexeme: Lexeme, index: number, page: Page): readonly Cause[] {
  const isKey = page.lexemes[page.next(index)]?.kind === 'map-value-ind';
  const lines = page.linesOf(lexeme);
  const orphans = isKey ? lines.slice(0, -1) : lines;
  if (orphans.length === 0) return [badIndentation(lexeme, index, page)];
  const causes = orphans.map((line) => lineCause(page, line));
  // The parser took these lines and the key below for one key.
  return causes.map(({ fault, explains }) => causeOf(fault, { ...explains, end: lexeme.end }));
}

/** A key out of line; the line above is the other one that may be wrong. */
function badIndentation(lexeme: Lexeme, index: number, page: Page): Cause {
  const data = { key: excerpt(page.textOf(lexeme)) };
  const fault = { code: 'document.badIndentation', span: lexeme, data } as const;
  const last = page.lexemes[page.previous(index)];
  const line = page.lineOf(lexeme.start);
  if (last === undefined) return causeOf(fault, line);
  const above = page.lexemes[page.indexAt(page.lineOf(Math.max(last.end - 1, last.start)).start)];
  return causeOf(above === undefined ? fault : { ...fault, related: above }, line);
}
