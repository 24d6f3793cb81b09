import type { DurationModel } from './distribution/duration.ts';
import { sortedQuantile } from './distribution/empirical.ts';
import type { Simulation } from './simulate.ts';

/** A number with four significant digits, as every simulated number is printed. */
export function significant(value: number, digits = 4): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}

/** The numbers of a simulation, in seconds, to four significant digits. */
export interface Percentiles {
  readonly mean: number;
  readonly sd: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** Mean, standard deviation and percentiles (type 7); nothing when no case was counted. */
export function percentilesOf({ sorted }: Simulation): Percentiles | undefined {
  if (sorted.length === 0) return undefined;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (p: number): number => significant(sortedQuantile(sorted, p));
  return {
    mean: significant(mean),
    sd: significant(Math.sqrt(squares / Math.max(1, sorted.length - 1))),
    p50: at(0.5),
    p80: at(0.8),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/** How many of the counted cases took at most so long. */
export function countWithin({ sorted }: Simulation, seconds: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cases needed so that every simulated share is within ± ε of the true one with probability 1 − δ:
 * n = ln(2/δ) / (2ε²); 105 967 for ± 0.5 % and 99 %.
 * Source: Dvoretzky, Kiefer, Wolfowitz, Ann. Math. Statist. 27 (1956) 642–669, with the constant
 * of P. Massart, Ann. Probab. 18 (1990) 1269–1283.
 */
export function casesFor(epsilon: number, delta: number): number {
  return Math.ceil(Math.log(2 / delta) / (2 * epsilon * epsilon));
}

/** The ± of a simulated share: ε = √(ln(2/δ) / 2n). */
export function marginOf(cases: number, delta: number): number {
  return Math.sqrt(Math.log(2 / delta) / (2 * cases));
}

/**
 * The times of a simulated process as the duration of a step in another: 1 001 quantiles, with the
 * mean and variance of all cases and the bounds of the shortest and longest path. Nothing when no
 * case was counted.
 */
export function durationFrom(
  { sorted }: Simulation,
  bounds: { readonly min: number; readonly max: number },
): Extract<DurationModel, { kind: 'values' }> | undefined {
  if (sorted.length === 0) return undefined;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
  const quantiles = Array.from({ length: 1001 }, (_, at) =>
    Math.min(bounds.max, Math.max(bounds.min, sortedQuantile(sorted, at / 1000))),
  );
  return { kind: 'values', sorted: quantiles, mean, variance, ...bounds };
}
