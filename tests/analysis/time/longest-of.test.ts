import { expect, test } from 'vitest';
import { lawOf } from '../../../core/src/analysis/time/distribution/duration.ts';
import { fixedLaw, shiftedLaw } from '../../../core/src/analysis/time/distribution/law.ts';
import { longestOf } from '../../../core/src/analysis/time/longest-of.ts';

const uniform = lawOf({ kind: 'uniform', min: 0, max: 1 });
const exponential = (mean: number) => lawOf({ kind: 'exponential', mean });

// David, Nagaraja, Order Statistics, 3rd ed., 2.1: the largest of n uniforms is Beta(n, 1).
test.each([2, 3, 10])(
  'the longest of %i uniforms has mean n/(n + 1) and variance n/((n+1)2(n+2))',
  (n) => {
    const longest = longestOf(Array.from({ length: n }, () => uniform));
    expect(longest.mean).toBeCloseTo(n / (n + 1), 10);
    expect(longest.variance).toBeCloseTo(n / ((n + 1) ** 2 * (n + 2)), 10);
    expect(longest.quantile(0.5)).toBeCloseTo(0.5 ** (1 / n), 10);
  },
);

// Ross, Introduction to Probability Models, 5.2: E[max] = 1/a + 1/b - 1/(a + b).
test('the longer of two exponentials has mean 1/a + 1/b - 1/(a + b)', () => {
  const longest = longestOf([exponential(2), exponential(5)]);
  expect(longest.mean).toBeCloseTo(2 + 5 - 1 / (1 / 2 + 1 / 5), 6);
  expect(longest.max).toBe(Number.POSITIVE_INFINITY);
});

test('the longest of n equal exponentials has the harmonic mean 1 + 1/2 + ... + 1/n', () => {
  const longest = longestOf([1, 1, 1, 1].map(exponential));
  expect(longest.mean).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4, 6);
});

test('a branch that is always longer is the answer, exactly', () => {
  const long = shiftedLaw(uniform, 5);
  expect(longestOf([uniform, long, fixedLaw(3)])).toBe(long);
  expect(longestOf([fixedLaw(3), fixedLaw(7)]).mean).toBe(7);
  expect(longestOf([]).mean).toBe(0);
});

test('a fixed branch in the middle cuts the other off below', () => {
  // max(U, 1/2): 1/2 with probability a half, else uniform above: 1/4 + 3/8.
  const longest = longestOf([uniform, fixedLaw(0.5)]);
  expect(longest.mean).toBeCloseTo(0.625, 10);
  expect([longest.min, longest.max, longest.cdf(0.4), longest.cdf(0.75)]).toEqual([
    0.5, 1, 0, 0.75,
  ]);
  expect(longest.quantile(0.3)).toBe(0.5);
});
