import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';

/** Processor time of reading a text, in milliseconds. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  parse('test.yaml', text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Texts whose reading must not grow faster than they do. */
test.each([
  ['a list', (count: number) => `a:\n${'  - id: x\n'.repeat(count)}`],
  [
    'keys',
    (count: number) => Array.from({ length: count }, (_, key) => `k${String(key)}: 1\n`).join(''),
  ],
  [
    'keys in braces',
    (count: number) =>
      `{${Array.from({ length: count }, (_, key) => `k${String(key)}: 1`).join(', ')}}`,
  ],
  ['aliases', (count: number) => `a: &a { b: 1 }\nc:\n${'  - *a\n'.repeat(count)}`],
  [
    'comments',
    (count: number) => `${'# flowaudit-disable-next-line a/b -- c\n'.repeat(count)}a: 1\n`,
  ],
  ['duplicate keys', (count: number) => 'a: 1\n'.repeat(count)],
  ['open brackets', (count: number) => 'a: [\n'.repeat(count)],
  ['open quotes', (count: number) => 'a: "\n'.repeat(count)],
  ['list items out of line', (count: number) => 'a: 1\n- b\n'.repeat(count)],
  ['missing commas on one line', (count: number) => `[${'"a" "b", '.repeat(count)}]`],
])('the time for %s grows with their number, not with its square', (_, text) => {
  timeOf(text(1500)); // the first run also compiles
  const ratio = timeOf(text(24_000)) / Math.max(timeOf(text(1500)), 5);
  expect(ratio).toBeLessThan(36); // sixteen times the text; a square would be 256
});
