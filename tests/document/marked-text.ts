import { expect } from 'vitest';
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

/** Expects exactly these faults at the marks of a text, in order. */
export function expectFaults(marked: string, ...codes: readonly string[]): void {
  const { text, spans } = unmark(marked);
  const { faults } = parse('test.yaml', text);
  const found = faults.map(({ code, span }) => [code, text.slice(span.start, span.end), span]);
  const expected = codes.map((code, index) => {
    const span = spans[index] ?? { start: -1, end: -1 };
    return [`document.${code}`, text.slice(span.start, span.end), span];
  });
  expect(found).toEqual(expected);
}
