import type { Span } from '../../source/line-index.ts';
import type { Lexeme } from '../lexemes.ts';
import { causeOf, type Cause } from './cause.ts';
import type { Page } from './page.ts';
import { lineStartCause, wideBracketCause, wideQuoteCause } from './punctuation.ts';

/** What closes an opening bracket. */
export const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A bracket that closes nothing, for which the line often shows why. */
export function strayBracket(page: Page, lexeme: Lexeme): Cause {
  const line = page.lineOf(lexeme.start);
  const known = wideOpener(page, line.start, lexeme) ?? lineStartCause(page, line);
  if (known !== undefined) return known;
  const bracket = page.textOf(lexeme);
  const data = { bracket, opening: bracket === ']' ? '[' : '{' };
  return causeOf({ code: 'document.strayBracket', span: lexeme, data }, line);
}

const listBrackets = ['［【', '］】'] as const;
const mapBrackets = ['｛', '｝'] as const;

/** A full-width bracket that was meant to open what a closing bracket closes. */
export function wideOpener(page: Page, from: number, closer: Lexeme): Cause | undefined {
  const before = page.text.slice(from, closer.start);
  const wide = page.textOf(closer) === ']' ? listBrackets : mapBrackets;
  const { opener } = unpaired(before, wide);
  if (opener === undefined) return undefined;
  const start = from + opener;
  const explains = { start: from, end: page.lineOf(closer.start).end };
  return wideBracketCause(page, { start, end: start + 1 }, explains);
}

export function unclosedBracket(page: Page, opener: Lexeme, recovered: number): Cause {
  const bracket = page.textOf(opener);
  const explains = { start: opener.start, end: recovered };
  const wide = wideCloser(page, opener, explains);
  if (wide !== undefined) return wide;
  const data = { bracket, closing: closing[bracket] ?? '' };
  const span = { start: opener.start, end: opener.end };
  return causeOf({ code: 'document.unclosedBracket', span, data }, explains);
}

/** A full-width bracket that was meant to close an opening bracket. */
export function wideCloser(page: Page, opener: Lexeme, within: Span): Cause | undefined {
  const wide = page.textOf(opener) === '[' ? listBrackets : mapBrackets;
  const { closer } = unpaired(page.textOf(within), wide);
  if (closer === undefined) return undefined;
  const start = within.start + closer;
  return wideBracketCause(page, { start, end: start + 1 }, within);
}

/** The first opening and the first closing bracket without partner, as offsets; `【急】` is a pair. */
function unpaired(
  text: string,
  [opening, closers]: readonly [string, string],
): { opener: number | undefined; closer: number | undefined } {
  const open: number[] = [];
  let closer: number | undefined;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (opening.includes(character)) open.push(offset);
    else if (closers.includes(character) && open.pop() === undefined) closer ??= offset;
  }
  return { opener: open[0], closer };
}

export function unclosedQuote(page: Page, explains: Span, start: number): Cause {
  const line = page.lineOf(start);
  const wide = /[”’＂]/.exec(page.text.slice(start, line.end));
  if (wide !== null) return wideQuoteCause(page, start + wide.index, explains);
  const span = { start, end: line.end };
  const data = { quote: page.text.slice(start, start + 1) };
  return causeOf({ code: 'document.unclosedQuote', span, data }, explains);
}
