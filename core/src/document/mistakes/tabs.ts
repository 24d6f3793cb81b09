import { causeOf, type Cause } from './cause.ts';
import type { Page } from './page.ts';

/** One cause for all lines in a row that begin with a tab: who uses tabs uses them throughout. */
export function tabCause(page: Page, start: number): Cause {
  let line = page.lineOf(start);
  const indent = /^[ \t]*/.exec(page.textOf(line))?.[0] ?? '';
  const span = { start: line.start, end: line.start + indent.length };
  const explains = { start: line.start, end: line.end };
  while (/^ *\t/.test(page.textOf(line)) && line.end < page.text.length) {
    explains.end = line.end;
    const next = page.lineOf(line.end + (page.text.startsWith('\r\n', line.end) ? 2 : 1));
    line = next;
  }
  return causeOf({ code: 'document.tab', span, data: {} }, explains);
}
