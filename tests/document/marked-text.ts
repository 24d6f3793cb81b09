import { parse } from '../../core/src/document/parse.ts';
import type { Span } from '../../core/src/source/line-index.ts';

/** A text without its marks, and the stretches that stood between `«` and `»`. */
export interface MarkedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Takes the marks out of a text. */
export function unmark(marked: string): MarkedText {
  const spans: Span[] = [];
  let text = '';
  for (const [index, part] of marked.split(/[«»]/).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

/** The faults of a text, its own marks left out: where they stand, and which they are. */
export function faultsIn(marked: string): { marked: string; codes: readonly string[] } {
  const { text } = unmark(marked);
  const { faults } = parse('test.yaml', text);
  let found = '';
  let end = 0;
  for (const { span } of faults) {
    found += `${text.slice(end, span.start)}«${text.slice(span.start, span.end)}»`;
    end = span.end;
  }
  const codes = faults.map(({ code }) => code.replace('document.', ''));
  return { marked: found + text.slice(end), codes };
}
