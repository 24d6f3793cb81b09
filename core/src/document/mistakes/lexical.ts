import type { Lexed } from '../lexemes.ts';
import { Pairing } from './brackets.ts';
import { causeOf, excerpt, type Cause } from './cause.ts';
import type { Page } from './page.ts';
import { unclosedQuote } from './partners.ts';
import { codePointName } from './punctuation.ts';

/** Mistakes that show in the lexemes alone: brackets and quotes without partner, templates. */
export function lexicalCauses(page: Page, lexed: Lexed): readonly Cause[] {
  const pairing = new Pairing(page);
  for (const [index, lexeme] of page.lexemes.entries()) pairing.take(lexeme, index);
  pairing.end();
  const quotes = lexed.runaways.map((start) => unclosedQuote(page, page.lineOf(start), start));
  const unread = unreadCauses(page, lexed.tokens);
  return [...controlCharacters(page), ...quotes, ...pairing.causes, ...unread];
}

/** Text after the end of the list or map that makes up a document: the parser reads none of it. */
function unreadCauses(page: Page, tokens: Lexed['tokens']): readonly Cause[] {
  const causes: Cause[] = [];
  let first: number | undefined;
  let end = 0;
  const finish = (): void => {
    if (first !== undefined) {
      const line = page.lineOf(first);
      // In `a: 1` after a list the colon is what comes too late, but `a` belongs to it.
      const start = page.before(page.indexAt(first))?.kind === 'scalar' ? line.start : first;
      const span = { start, end: line.end };
      const data = { text: excerpt(page.textOf(span)) };
      const fault = { code: 'document.restUnread', span, data, swallows: true } as const;
      causes.push(causeOf(fault, { end: Math.max(line.end, end) }));
    }
    first = undefined;
  };
  for (const token of tokens) {
    if (token.type === 'document') finish();
    if (token.type !== 'error') continue;
    first ??= token.offset;
    end = token.offset + token.source.length;
  }
  finish();
  return causes;
}

/** Characters below U+0020, which no editor shows and no YAML text may hold. */
function controlCharacters(page: Page): readonly Cause[] {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return Array.from(page.text.matchAll(/[\0-\x08\x0b\x0c\x0e-\x1f]+/g), ({ 0: found, index }) => {
    const span = { start: index, end: index + found.length };
    const data = { character: codePointName(found) };
    return causeOf({ code: 'document.controlCharacter', span, data });
  });
}
