import type { Span } from '../../../source/line-index.ts';
import { causeOf, type Cause } from '../cause.ts';
import type { Page } from '../page.ts';
import {
  asciiName,
  missingSpaceAfterDash,
  punctuationCause,
  wideBracketCause,
  wideQuoteCause,
  wideSpaceCause,
  wideSpaces,
} from '../punctuation.ts';

/** A key that nobody means: with a space around that YAML takes for a letter, `“key”`, `-key`. */
export function oddKeyCause(page: Page, span: Span): Cause | undefined {
  const words = page.textOf(span);
  if (words.includes('\n')) return undefined; // the parser refuses it, and its lines say more
  const line = { start: span.start, end: page.lineOf(span.start).end };
  if (/^[“‘＂].*[”’＂]$/.test(words)) return wideQuoteCause(page, span.start, line);
  if (/^[［｛]/.test(words)) {
    return wideBracketCause(page, { start: span.start, end: span.start + 1 }, line);
  }
  const trailing = spaceAtEnd.exec(words);
  if (trailing !== null) {
    return wideSpaceCause(page, { start: span.start + trailing.index, end: span.end }, span);
  }
  const [name = ''] = /^[^：]*(?=：)/.exec(words) ?? [];
  const isNamed = asciiName.test(name) || oddStart.test(words);
  const cause = isNamed ? punctuationCause(page, span) : undefined;
  if (cause !== undefined) return causeOf(cause.fault, line);
  return /^-[^\s\d-]/.test(words) ? missingSpaceAfterDash(page, line) : undefined;
}

const spaceAtEnd = new RegExp(`[${wideSpaces}]+$`);
const oddStart = new RegExp(`^-?[${wideSpaces}]|^[^\\s:：]+:[${wideSpaces}"'{[]`);
