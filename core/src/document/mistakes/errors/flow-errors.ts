import type { Span } from '../../../source/line-index.ts';
import type { Lexeme } from '../../lexemes.ts';
import { causeOf, excerpt, type Cause } from '../cause.ts';
import type { Page } from '../page.ts';
import {
  punctuationCause,
  wideBracketCause,
  wideCommaCause,
  wideQuoteCause,
} from '../punctuation.ts';

/** What is wrong at a lexeme between `{ }` or `[ ]`. */
export function flowCauses(index: number, page: Page): readonly Cause[] | undefined {
  const lexeme = page.lexemes[index];
  switch (lexeme?.kind) {
    case 'seq-item-ind':
      return [
        causeOf(
          { code: 'document.dashInBrackets', span: lexeme, data: {} },
          page.lineOf(lexeme.start),
        ),
      ];
    case 'comma':
      return [causeOf({ code: 'document.emptyItem', span: lexeme, data: {} })];
    case 'scalar':
      return plainCauses(lexeme, index, page);
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return quotedCauses(lexeme, index, page);
    case 'flow-map-start':
    case 'flow-seq-start':
      return followingCauses(lexeme, index, page);
    default:
      return undefined;
  }
}

function plainCauses(lexeme: Lexeme, index: number, page: Page): readonly Cause[] | undefined {
  const text = page.textOf(lexeme);
  const joined = joinedCauses(lexeme, page);
  if (joined !== undefined) return joined;
  if (/^[［｛]/.test(text)) {
    const span = { start: lexeme.start, end: lexeme.start + 1 };
    return [wideBracketCause(page, span, page.lineOf(lexeme.start))];
  }
  const next = page.lexemes[page.next(index)];
  if (next?.kind === 'map-value-ind') {
    // The end of one value and the key of the next, taken for one text.
    const comma = text.lastIndexOf('，');
    if (comma !== -1) return [wideCommaCause(lexeme.start + comma, lexeme)];
    const lines = page.linesOf(lexeme);
    const last = lines.at(-1);
    if (last === undefined || lines.length === 1) return colonInText(lexeme, next, page);
    return [missingComma(page, last, lexeme)];
  }
  return followingCauses(lexeme, index, page);
}

/** Text that hangs at a quote or bracket by a full-width comma or colon, or by a colon alone. */
function joinedCauses(lexeme: Lexeme, page: Page): readonly Cause[] | undefined {
  const text = page.textOf(lexeme);
  if (text.startsWith('，')) {
    // Every further comma at a quote is the same mistake again: `"a"，"b"，"c"`.
    const offsets = Array.from(text.matchAll(/^，|，(?=["'])|(?<=["'])，/g), ({ index }) => index);
    return offsets.map((offset) => wideCommaCause(lexeme.start + offset, lexeme));
  }
  if (!text.startsWith('：') && !text.startsWith(':')) return undefined;
  const code = text.startsWith('：') ? 'document.wideColon' : 'document.missingSpaceAfterColon';
  const span = { start: lexeme.start, end: lexeme.start + 1 };
  const before = page.lexemes[page.previous(page.indexAt(lexeme.start))];
  const key = before === undefined ? '' : excerpt(page.textOf(before));
  return [causeOf({ code, span, data: { key } }, lexeme)];
}

/** A quoted text that the parser takes for a key because something else than a comma follows it. */
function quotedCauses(lexeme: Lexeme, index: number, page: Page): readonly Cause[] | undefined {
  const next = page.lexemes[page.next(index)];
  if (next?.kind === 'scalar') {
    const joined = joinedCauses(next, page);
    const causes = joined ?? [missingComma(page, next)];
    return causes.map(({ fault, explains }) =>
      causeOf(fault, { start: lexeme.start, end: Math.max(explains.end, next.end) }),
    );
  }
  if (next !== undefined && /^(?:single|double)-quoted-scalar$/.test(next.kind)) {
    return [missingComma(page, next, { start: lexeme.start, end: next.end })];
  }
  return followingCauses(lexeme, index, page);
}

function colonInText(lexeme: Lexeme, colon: Lexeme, page: Page): readonly Cause[] {
  const line = page.lineOf(lexeme.start);
  const own = punctuationCause(page, lexeme);
  if (own !== undefined) return [own];
  const span = { start: lexeme.start, end: colon.end };
  const data = { text: excerpt(page.textOf(span)) };
  return [causeOf({ code: 'document.missingCommaOrQuotes', span, data }, { end: line.end })];
}

/** @param explains what the parser took for one thing because the comma is missing */
function missingComma(page: Page, after: Span, explains: Span = after): Cause {
  const data = { text: excerpt(page.textOf(after)) };
  return causeOf({ code: 'document.missingComma', span: after, data }, explains);
}

/** What is wrong where a value between the same brackets ends right before. */
function followingCauses(lexeme: Lexeme, index: number, page: Page): readonly Cause[] | undefined {
  const before = page.lexemes[page.previous(index)];
  if (before?.inFlow !== true || !/scalar$|^alias$|^flow-(?:map|seq)-end$/.test(before.kind)) {
    return undefined;
  }
  // In `["a“, "b"]` the first text only ends at the next straight quotation mark.
  const curly = /[“”＂](?=\s*[,，])/.exec(page.textOf(before));
  return before.kind === 'double-quoted-scalar' && curly !== null
    ? [wideQuoteCause(page, before.start + curly.index, page.lineOf(lexeme.start))]
    : [missingComma(page, lexeme)];
}
