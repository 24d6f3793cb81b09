import { expect, test } from 'vitest';
import {
  durationProblem,
  lawOf,
  samplerOf,
  type DurationModel,
} from '../../../../core/src/analysis/time/distribution/duration.ts';
import { sortedQuantile } from '../../../../core/src/analysis/time/distribution/empirical.ts';
import { practicalMax, shiftedLaw } from '../../../../core/src/analysis/time/distribution/law.ts';

/** One of each kind, all with some spread. */
const models: readonly DurationModel[] = [
  { kind: 'triangular', min: 10, likely: 20, max: 45 },
  { kind: 'triangular', min: 10, likely: 10, max: 45 },
  { kind: 'triangular', min: 10, likely: 45, max: 45 },
  { kind: 'pert', min: 10, likely: 20, max: 45 },
  { kind: 'pert', min: 0, likely: 0, max: 1 },
  { kind: 'uniform', min: 3, max: 8 },
  { kind: 'exponential', mean: 7 },
  { kind: 'normal', mean: 10, sd: 3 },
  { kind: 'normal', mean: 1, sd: 3 },
  { kind: 'lognormal', mean: 20, sd: 15 },
  { kind: 'gamma', mean: 20, sd: 15 },
  { kind: 'gamma', mean: 20, sd: 40 },
  { kind: 'quantiles', p50: 38, p90: 199 },
  { kind: 'delayed', probability: 0.2, mean: 60 },
];

/** ∫ x dF and ∫ x² dF, by the quantile function at the middle of 200 000 equal shares. */
function momentsOf(quantile: (p: number) => number): { mean: number; variance: number } {
  const count = 200_000;
  let [sum, squares] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const x = quantile((at + 0.5) / count);
    sum += x;
    squares += x * x;
  }
  return { mean: sum / count, variance: squares / count - (sum / count) ** 2 };
}

test.each(models.map((model) => [JSON.stringify(model), model] as const))(
  'mean and variance agree with the quantiles: %s',
  (_, model) => {
    const law = lawOf(model);
    const { mean, variance } = momentsOf(samplerOf(model, law));
    expect(mean / law.mean).toBeCloseTo(1, 3);
    // The heaviest tail loses some of its variance to the last share.
    expect(Math.abs(variance / law.variance - 1)).toBeLessThan(
      model.kind === 'quantiles' ? 0.03 : 0.005,
    );
  },
);

test.each(models.map((model) => [JSON.stringify(model), model] as const))(
  'the quantile inverts the distribution function: %s',
  (_, model) => {
    const law = lawOf(model);
    for (const p of [0.001, 0.05, 0.25, 0.5, 0.85, 0.99, 0.9999]) {
      const x = law.quantile(p);
      // Below a jump at the minimum every share has that one value.
      expect(law.cdf(x)).toBeCloseTo(Math.max(p, law.cdf(law.min)), 12);
    }
    expect(law.quantile(0)).toBe(law.min);
    expect(law.quantile(1)).toBe(law.max);
    expect(law.cdf(-1)).toBe(0);
    expect(law.cdf(practicalMax(law))).toBeGreaterThan(1 - 2e-9);
  },
);

test('triangle and PERT of 10/20/45 have the means 25 and 22.5', () => {
  expect(lawOf({ kind: 'triangular', min: 10, likely: 20, max: 45 }).mean).toBeCloseTo(25, 12);
  expect(lawOf({ kind: 'pert', min: 10, likely: 20, max: 45 }).mean).toBeCloseTo(22.5, 12);
});

test('triangular variance is (a2 + m2 + b2 - am - ab - mb)/18', () => {
  // 100 + 400 + 2025 - 200 - 450 - 900 = 975
  const law = lawOf({ kind: 'triangular', min: 10, likely: 20, max: 45 });
  expect(law.variance).toBeCloseTo(975 / 18, 12);
});

test('uniform variance is a twelfth of the squared width', () => {
  expect(lawOf({ kind: 'uniform', min: 3, max: 9 }).variance).toBe(3);
});

test('the symmetric PERT is Beta(3, 3): F(x) = x3 (10 - 15x + 6x2)', () => {
  const law = lawOf({ kind: 'pert', min: 0, likely: 0.5, max: 1 });
  for (const x of [0.1, 0.3, 0.5, 0.8]) {
    expect(law.cdf(x)).toBeCloseTo(x ** 3 * (10 - 15 * x + 6 * x * x), 13);
  }
});

test('gamma with sd = mean is exponential, with sd = mean / sqrt 2 Erlang of order 2', () => {
  const memoryless = lawOf({ kind: 'gamma', mean: 5, sd: 5 });
  const two = lawOf({ kind: 'gamma', mean: 5, sd: 5 / Math.SQRT2 });
  for (const x of [0.5, 4, 12]) {
    expect(memoryless.cdf(x)).toBeCloseTo(1 - Math.exp(-x / 5), 13);
    const y = x / 2.5;
    expect(two.cdf(x)).toBeCloseTo(1 - (1 + y) * Math.exp(-y), 13);
  }
});

test('lognormal from two quantiles has the mean p50 * e^(s2/2) with s = ln(p90/p50)/1.281552', () => {
  const law = lawOf({ kind: 'quantiles', p50: 20, p90: 60 });
  const sigma = Math.log(3) / 1.281_551_565_544_6;
  expect(law.mean).toBeCloseTo(20 * Math.exp((sigma * sigma) / 2), 9);
  expect(law.quantile(0.5)).toBeCloseTo(20, 12);
  expect(law.quantile(0.9)).toBeCloseTo(60, 12);
});

test('a normal far above zero keeps its parameters, one near zero does not', () => {
  const far = lawOf({ kind: 'normal', mean: 100, sd: 5 });
  expect(far.mean).toBeCloseTo(100, 9);
  expect(far.variance).toBeCloseTo(25, 9);
  // Half-normal: mean sqrt(2/pi), variance 1 - 2/pi.
  const half = lawOf({ kind: 'normal', mean: 0, sd: 1 });
  expect(half.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
  expect(half.variance).toBeCloseTo(1 - 2 / Math.PI, 12);
});

test('a model without spread is fixed', () => {
  for (const model of [
    { kind: 'triangular', min: 4, likely: 4, max: 4 },
    { kind: 'lognormal', mean: 4, sd: 0 },
    { kind: 'gamma', mean: 4, sd: 0 },
    { kind: 'normal', mean: 4, sd: 0 },
    { kind: 'quantiles', p50: 4, p90: 4 },
    { kind: 'fixed', value: 4 },
  ] satisfies DurationModel[]) {
    const { mean, variance, min, max } = lawOf(model);
    expect({ mean, variance, min, max }).toEqual({ mean: 4, variance: 0, min: 4, max: 4 });
  }
});

test('a shift moves everything but the variance', () => {
  const law = shiftedLaw(lawOf({ kind: 'uniform', min: 0, max: 6 }), 10);
  expect([law.mean, law.variance, law.min, law.max, law.cdf(13), law.quantile(0.5)]).toEqual([
    13, 3, 10, 16, 0.5, 13,
  ]);
});

test('quantiles of values interpolate (type 7), and invert', () => {
  const sorted = [10, 20, 40, 80, 160];
  expect(sortedQuantile(sorted, 0.5)).toBe(40);
  expect(sortedQuantile(sorted, 0.9)).toBeCloseTo(128, 12);
  expect(sortedQuantile([], 0.5)).toBe(0);
  expect(sortedQuantile([7], 0.5)).toBe(7);
  const law = lawOf({ kind: 'values', sorted, mean: 62, variance: 2976, min: 5, max: 200 });
  expect(law.cdf(9)).toBe(0);
  expect(law.cdf(60)).toBeCloseTo(0.625, 12);
  expect(law.quantile(0.625)).toBeCloseTo(60, 12);
  expect(law.cdf(160)).toBe(1);
  expect([law.min, law.max]).toEqual([5, 200]);
});

test('faulty numbers are named', () => {
  const problem = (model: DurationModel): string | undefined => durationProblem(model);
  expect(problem({ kind: 'triangular', min: 5, likely: 4, max: 9 })).toBe('not_in_order');
  expect(problem({ kind: 'uniform', min: 5, max: 4 })).toBe('not_in_order');
  expect(problem({ kind: 'quantiles', p50: 5, p90: 4 })).toBe('not_in_order');
  expect(problem({ kind: 'quantiles', p50: 0, p90: 4 })).toBe('zero_where_positive');
  expect(problem({ kind: 'gamma', mean: 0, sd: 4 })).toBe('zero_where_positive');
  expect(problem({ kind: 'fixed', value: -1 })).toBe('negative');
  expect(problem({ kind: 'fixed', value: Number.NaN })).toBe('not_a_number');
  const values = {
    kind: 'values',
    mean: 1.5,
    variance: 1,
    min: 1,
    max: Number.POSITIVE_INFINITY,
  } as const;
  expect(problem({ ...values, sorted: [2, 1] })).toBe('not_in_order');
  expect(problem({ ...values, sorted: [] })).toBe('not_in_order');
  expect(problem({ ...values, sorted: [1, 2], min: 1.5 })).toBe('not_in_order');
  expect(problem({ ...values, sorted: [1, 2] })).toBeUndefined();
  expect(models.map(problem)).toEqual(models.map(() => undefined));
});
