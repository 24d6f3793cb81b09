import type { Chain, Move } from './chain.ts';
import { fixedLaw, type Law } from './distribution/law.ts';
import type { Factored } from './sparse.ts';

export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** The laws whose sum is the time in a state; a timeout replaces them on its own way out. */
export type LawsOf = (state: number) => readonly Law[];

/** Laws of a state when it is left by a move. */
export function lawsOn(move: Move, laws: readonly Law[]): readonly Law[] {
  const after = move.exit?.exit.afterSeconds;
  return after === undefined ? laws : [fixedLaw(after)];
}

/** Mean and variance of a sum of independent durations. */
export function sumOf(laws: readonly Law[]): Moments {
  return laws.reduce(
    (sum, { mean, variance }) => ({ mean: sum.mean + mean, variance: sum.variance + variance }),
    { mean: 0, variance: 0 },
  );
}

/**
 * Mean and variance of the time until a chain ends. With D the time in a state and m the expected
 * time from it on, m = E[D] + Pm and for the second moment
 * m₂ = E[D²] + 2 Σ p_ij E[D on the way to j] m_j + Pm₂.
 * Source: Kemeny, Snell, Finite Markov Chains, 3.3, with random holding times.
 */
export function momentsOf(chain: Chain, factored: Factored, lawsOf: LawsOf): Moments {
  const first = new Float64Array(chain.moves.length);
  const second = new Float64Array(chain.moves.length);
  for (const [state, moves] of chain.moves.entries()) {
    for (const move of moves) {
      first[state] = (first[state] ?? 0) + move.weight * sumOf(lawsOn(move, lawsOf(state))).mean;
    }
  }
  const means = factored.solve(first);
  for (const [state, moves] of chain.moves.entries()) {
    for (const move of moves) {
      const { mean, variance } = sumOf(lawsOn(move, lawsOf(state)));
      const rest = move.to === undefined ? 0 : (means[move.to] ?? 0);
      const square = variance + mean * mean + 2 * mean * rest;
      second[state] = (second[state] ?? 0) + move.weight * square;
    }
  }
  const [mean = 0, square = 0] = [means[0], factored.solve(second)[0]];
  return { mean, variance: Math.max(0, square - mean * mean) };
}
