import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, parseDate } from '../../core/src/quantity/date.ts';

describe('a date as days since 1970-01-01', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-03-31', 20_543],
    ['2024-02-29', 19_782],
  ])('%s is %i', (text, days) => {
    expect(parseDate(text)).toBe(days);
    expect(formatDate(days)).toBe(text);
  });

  test.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00',
    '20260101',
    '2026-01',
    '2026年1月1日',
    '+2026-01-01',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBe(undefined);
  });

  test('comes back from its text, whatever the day from the year 100 to 9900', () => {
    fc.assert(
      fc.property(fc.integer({ min: -683_003, max: 2_900_000 }), (days) => {
        expect(parseDate(formatDate(days))).toBe(days);
      }),
    );
  });
});
