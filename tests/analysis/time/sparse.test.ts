import { expect, test } from 'vitest';
import { factor, type Entry } from '../../../core/src/analysis/time/sparse.ts';

/** A small generator (mulberry32), for matrices only. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomRows(size: number, seed: number): Entry[][] {
  const random = randomFrom(seed);
  return Array.from({ length: size }, () => {
    const entries = Array.from({ length: 3 }, () => ({
      column: Math.floor(random() * size),
      value: random(),
    }));
    const sum = entries.reduce((total, { value }) => total + value, 0);
    return entries.map(({ column, value }) => ({ column, value: (0.95 * value) / sum }));
  });
}

test('the solutions satisfy x = b + Px and y = c + Py transposed', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const rows = randomRows(60, seed);
    const right = rows.map((_, at) => at % 7);
    const factored = factor(rows);
    const x = factored?.solve(right) ?? new Float64Array();
    const y = factored?.solveTransposed(right) ?? new Float64Array();
    const into = right.map(Number);
    for (const [row, entries] of rows.entries()) {
      const out = entries.reduce(
        (sum, { column, value }) => sum + value * (x[column] ?? 0),
        right[row] ?? 0,
      );
      expect(x[row]).toBeCloseTo(out, 8);
      for (const { column, value } of entries)
        into[column] = (into[column] ?? 0) + value * (y[row] ?? 0);
    }
    for (const [column, sum] of into.entries()) expect(y[column]).toBeCloseTo(sum, 8);
  }
});

// Kemeny, Snell, Finite Markov Chains, 3.2: the drunkard's walk over the corners 1, 2, 3.
test('the fundamental matrix of the drunkard is 3/2 1 1/2, 1 2 1, 1/2 1 3/2', () => {
  const half = (...columns: number[]): Entry[] => columns.map((column) => ({ column, value: 0.5 }));
  const factored = factor([half(1), half(0, 2), half(1)]);
  const row = (start: number): number[] => [
    ...(factored?.solveTransposed([0, 1, 2].map((at) => Number(at === start))) ?? []),
  ];
  expect(row(0)).toEqual([1.5, 1, 0.5]);
  expect(row(1)).toEqual([1, 2, 1]);
  expect([...(factored?.solve([1, 1, 1]) ?? [])]).toEqual([3, 4, 3]);
});

test('a matrix without a solution is refused', () => {
  expect(factor([[{ column: 1, value: 1 }], [{ column: 0, value: 1 }]])).toBeUndefined();
  expect(factor([[{ column: 0, value: 1 }]])).toBeUndefined();
});
