import { expect, test } from 'vitest';
import {
  normalCdf,
  normalQuantile,
} from '../../../../core/src/analysis/time/distribution/normal.ts';
import {
  logGamma,
  regularisedBeta,
  regularisedGamma,
} from '../../../../core/src/analysis/time/distribution/special.ts';

// Abramowitz and Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.5.
test('the normal distribution agrees with Abramowitz and Stegun, table 26.1', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1)).toBeCloseTo(0.841_344_746_068_543, 14);
  expect(normalCdf(2)).toBeCloseTo(0.977_249_868_051_821, 14);
  expect(normalCdf(-3)).toBeCloseTo(0.001_349_898_031_630_09, 16);
  expect(normalCdf(-6) / 9.865_876_450_377e-10).toBeCloseTo(1, 11);
});

test('normal quantiles agree with the percentage points everybody knows', () => {
  expect(normalQuantile(0.9)).toBeCloseTo(1.281_551_565_544_600, 14);
  expect(normalQuantile(0.95)).toBeCloseTo(1.644_853_626_951_472, 14);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959_963_984_540_054, 14);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090_232_306_167_813, 13);
  expect(normalQuantile(1e-12)).toBeCloseTo(-7.034_483_825_301_131, 12);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  for (const x of [-4, -0.3, 0.9, 2.7]) expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 11);
});

test('ln Gamma is ln (n - 1)! at whole numbers and ln sqrt(pi) at a half', () => {
  expect(logGamma(1)).toBeCloseTo(0, 14);
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(0.1)).toBeCloseTo(2.252_712_651_734_206, 13);
});

test('the incomplete gamma function of whole orders is a Poisson sum', () => {
  for (const x of [0.5, 3, 9, 30]) {
    const { lower, upper } = regularisedGamma(3, x);
    const poisson = Math.exp(-x) * (1 + x + (x * x) / 2);
    expect(upper / poisson).toBeCloseTo(1, 11);
    expect(lower + upper).toBeCloseTo(1, 14);
  }
  expect(regularisedGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
});

test('the incomplete beta function of whole orders is a binomial sum', () => {
  // I_x(2, 3) = P(Bin(4, x) >= 2)
  for (const x of [0.05, 0.4, 0.9]) {
    const sum = 6 * x ** 2 * (1 - x) ** 2 + 4 * x ** 3 * (1 - x) + x ** 4;
    expect(regularisedBeta(2, 3, x)).toBeCloseTo(sum, 14);
  }
  expect(regularisedBeta(2, 3, 0)).toBe(0);
  expect(regularisedBeta(2, 3, 1)).toBe(1);
});
