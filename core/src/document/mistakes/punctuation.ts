import type { Span } from '../../source/line-index.ts';
import { causeOf, excerpt, type Cause } from './cause.ts';
import type { Page } from './page.ts';

/** Spaces that YAML takes for letters: no-break, full-width, and others that web pages hold. */
export const wideSpaces = '\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff';

const spaceAtStart = new RegExp(`^[${wideSpaces}]+`);
const spaceAfterDash = new RegExp(`^-([${wideSpaces}]+)`);
const spaceAfterColon = new RegExp(`^([^\\s:：]+):([${wideSpaces}]+)`);
const fullWidthColon = /^(["“”‘’']?)([^\s：:，。；、,;]+(?: [^\s：:，。；、,;]+){0,2})\1? ?：/;
const colonWithoutSpace = /^(["']?)([^\s:：{}[\],]*[^\s:：\d{}[\],][^\s:：{}[\],]*)\1:(?!\/\/)\S/;
const openingBracket = /^[［｛]/;

const asciiBrackets: Readonly<Record<string, string>> = {
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
};

/** The name of a key, as far as people type them by hand: `role`, `effectiveFrom`, `x-note`. */
export const asciiName = /^[a-z][A-Za-z0-9_-]*$/;

/** An id, a duration, a time: what nobody writes as prose. */
export const machineWord = /^[a-z0-9][\w.:%-]*$/;

/**
 * What is wrong with words that should have been `key: value` or `- item` and are not, judging by
 * their own punctuation; nothing where the words themselves look like text.
 */
export function punctuationCause(page: Page, span: Span): Cause | undefined {
  const words = page.textOf(span).slice(0, 300);
  const at = (from: number, length: number): Span => ({
    start: span.start + from,
    end: span.start + from + length,
  });
  const wide = spaceAtStart.exec(words);
  if (wide !== null) return wideSpaceCause(page, at(0, wide[0].length), span);
  const dash = spaceAfterDash.exec(words);
  if (dash !== null) return wideSpaceCause(page, at(1, dash[1]?.length ?? 0), span);
  const colon = fullWidthColon.exec(words);
  if (colon !== null) {
    const key = excerpt(colon[2] ?? '');
    return causeOf(
      { code: 'document.wideColon', span: at(colon[0].length - 1, 1), data: { key } },
      span,
    );
  }
  const spaced = spaceAfterColon.exec(words);
  if (spaced !== null) {
    const [, key = '', space = ''] = spaced;
    return wideSpaceCause(page, at(key.length + 1, space.length), span);
  }
  const narrow = colonWithoutSpace.exec(words);
  if (narrow !== null) {
    const key = excerpt(narrow[2] ?? '');
    const colonAt = at(narrow[0].length - 2, 1);
    return causeOf({ code: 'document.missingSpaceAfterColon', span: colonAt, data: { key } }, span);
  }
  return openingBracket.test(words) ? wideBracketCause(page, at(0, 1), span) : undefined;
}

/** The same for a line of which the parser only saw the rest, such as `name：{ zh: 甲 }`. */
export function lineStartCause(page: Page, line: Span): Cause | undefined {
  const dashes = /^(?: *- )*/.exec(page.textOf(line))?.[0].length ?? 0;
  const cause = punctuationCause(page, page.trim({ start: line.start + dashes, end: line.end }));
  return cause === undefined ? undefined : causeOf(cause.fault, line);
}

/** What is wrong with a line that is neither `key: value` nor `- item`. */
export function lineCause(page: Page, line: Span): Cause {
  const known = punctuationCause(page, line);
  if (known !== undefined) {
    const { code, data, span } = known.fault;
    const mayBeText = code === 'document.wideColon' && !asciiName.test(String(data['key']));
    return mayBeText ? causeOf({ code: 'document.wideColonOrText', span, data }, line) : known;
  }
  const words = page.textOf(line);
  if (/^-[^\s\d-]/.test(words)) return missingSpaceAfterDash(page, line);
  return causeOf({ code: 'document.keyWithoutColon', span: line, data: { text: excerpt(words) } });
}

export function missingSpaceAfterDash(page: Page, line: Span): Cause {
  const text = excerpt(page.textOf({ start: line.start + 1, end: line.end }));
  const span = { start: line.start, end: line.start + 1 };
  return causeOf({ code: 'document.missingSpaceAfterDash', span, data: { text } }, line);
}

export function wideSpaceCause(page: Page, span: Span, explains: Span): Cause {
  const character = codePointName(page.textOf(span));
  const code = character === 'U+3000' ? 'document.wideSpace' : 'document.invisibleSpace';
  return causeOf({ code, span, data: { character } }, explains);
}

export function wideCommaCause(offset: number, explains: Span): Cause {
  const span = { start: offset, end: offset + 1 };
  return causeOf({ code: 'document.wideComma', span, data: {} }, explains);
}

/**
 * Further entries in words that should have been one: `zh：甲，en：A`. Each of their commas and
 * colons is named, since without the first colon's fault the rest would be text.
 *
 * @param name the keys that are taken for keys and not for words of a text
 */
export function joinedEntryCauses(page: Page, span: Span, name: RegExp): readonly Cause[] {
  const words = page.textOf(span).slice(0, 1000);
  return Array.from(words.matchAll(/， ?([\w-]+) ?：/g)).flatMap(
    ({ 0: found, 1: key = '', index }) => {
      if (!name.test(key)) return [];
      const comma = span.start + index;
      const colon = comma + found.length - 1;
      const at = { start: colon, end: colon + 1 };
      return [
        wideCommaCause(comma, { start: comma, end: comma + 1 }),
        causeOf({ code: 'document.wideColon', span: at, data: { key } }),
      ];
    },
  );
}

export function wideQuoteCause(page: Page, offset: number, explains: Span): Cause {
  const span = { start: offset, end: offset + 1 };
  const character = page.textOf(span);
  return causeOf({ code: 'document.wideQuote', span, data: { character } }, explains);
}

export function wideBracketCause(page: Page, span: Span, explains: Span): Cause {
  const character = page.textOf(span);
  const ascii = asciiBrackets[character] ?? character;
  return causeOf({ code: 'document.wideBracket', span, data: { character, ascii } }, explains);
}

/** Text behind a closing bracket: one that closes too early, or whose partner is full-width. */
export function textAfterBracket(page: Page, span: Span, explains: Span): Cause {
  const line = page.lineOf(span.start);
  const own = lineStartCause(page, line);
  if (own !== undefined) return own;
  const wide = /[［｛]/.exec(page.text.slice(line.start, span.start));
  if (wide !== null) {
    const start = line.start + wide.index;
    return wideBracketCause(page, { start, end: start + 1 }, line);
  }
  const data = { text: excerpt(page.textOf(span)) };
  return causeOf({ code: 'document.textAfterBracket', span, data }, explains);
}

/** `U+00A0`, the way to name a character that cannot be seen. */
export function codePointName(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
