import type { Span } from '../../../source/line-index.ts';
import { causeOf, type Cause } from '../cause.ts';
import type { Page } from '../page.ts';
import {
  joinedEntryCauses,
  lineCause,
  machineWord,
  missingSpaceAfterDash,
  punctuationCause,
  wideBracketCause,
  wideCommaCause,
  wideQuoteCause,
  wideSpaces,
} from '../punctuation.ts';

/** Several ids, durations or times parted by any comma. */
function areMachineWords(text: string, comma: RegExp): boolean {
  const words = text.split(comma);
  return words.length > 1 && words.every((word) => machineWord.test(word));
}

/** A duration, percentage, time window or date in Chinese quotes, which nobody means as text. */
const quotedQuantity =
  /^[“‘＂](?:\d+(?:\.\d+)? ?(?:%|s|min|h|d|wd|w|mo|y)|\d?\d:\d\d(?:-\d?\d:\d\d)?|\d{4}-\d\d-\d\d)[”’＂]$/;

const dashAndWideSpace = new RegExp(`^-[${wideSpaces}]`);

/** Text that hardly anybody means, in a plain scalar that YAML takes without complaint. */
export function scalarCauses(
  page: Page,
  span: Span,
  surroundings: 'block' | 'flow-map' | 'flow-list',
): readonly Cause[] {
  const text = page.textOf(span);
  if (text.includes('\n')) return surroundings === 'block' ? foldedCauses(page, span) : [];
  if (text.length > 200) return [];
  if (dashAndWideSpace.test(text)) return listOf(punctuationCause(page, span));
  if (surroundings === 'flow-list' && areMachineWords(text, /，/)) {
    return [wideCommaCause(span.start + text.indexOf('，'), span)];
  }
  if (surroundings === 'flow-map' && text.includes('：')) {
    const joined = joinedEntryCauses(page, span, /^(?:zh|en)$/);
    if (joined.length > 0) return joined;
  }
  if (quotedQuantity.test(text) || /^[“‘][^”’]*["']$/.test(text)) {
    return [wideQuoteCause(page, span.start, span)];
  }
  return hasWideBrackets(text)
    ? [wideBracketCause(page, { start: span.start, end: span.start + 1 }, span)]
    : [];
}

/** `｛zh：甲｝`, `［app，phone］`, and brackets of which only one is full-width; not `【重要】请…`. */
function hasWideBrackets(text: string): boolean {
  if (/^｛.*[｝}]$/s.test(text)) return true;
  const [, inner] = /^[［【](.*)[］】\]]$/s.exec(text) ?? [];
  return inner !== undefined && (text.endsWith(']') || areMachineWords(inner, /[,，、] ?/));
}

/**
 * Lines that YAML folds into one text although each looks like an entry of its own: the author of a
 * text that long would have used `|`.
 */
function foldedCauses(page: Page, span: Span): readonly Cause[] {
  const lines = page.linesOf(span);
  const words = lines.map((line) => page.textOf(line));
  const every = (pattern: RegExp): boolean => words.every((line) => pattern.test(line));
  if (every(/^[a-z][A-Za-z0-9_-]*(?:：|:(?!\/\/)[^\s\d])/)) {
    return lines.map((line) => lineCause(page, line));
  }
  const wide = lines.filter((_, index) => dashAndWideSpace.test(words[index] ?? ''));
  if (wide.length > 0) return wide.flatMap((line) => listOf(punctuationCause(page, line)));
  if (every(/^-/) && /^-[^\s\d-]/.test(words[0] ?? '')) {
    const tight = lines.filter((_, index) => !(words[index] ?? '').startsWith('- '));
    return tight.map((line) => missingSpaceAfterDash(page, line));
  }
  const dash = lines.find((_, index) => index > 0 && (words[index] ?? '').startsWith('- '));
  if (dash === undefined) return [];
  const at = { start: dash.start, end: dash.start + 1 };
  return [
    causeOf({ code: 'document.listIndentation', span: at, data: {}, related: lines[0] ?? at }),
  ];
}

function listOf(cause: Cause | undefined): readonly Cause[] {
  return cause === undefined ? [] : [cause];
}
