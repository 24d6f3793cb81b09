import type { Chain } from './chain.ts';
import { decided, undecided, type Outcome } from './flow.ts';
import { idsOf, type PreparedFlow } from './prepared.ts';
import { factor, type Factored } from './sparse.ts';

/**
 * Prepares the linear equations of a chain. A case that gets to a state from which no end can be
 * reached never ends: then there is no mean, and the steps are named instead.
 */
export function factorChain(flow: PreparedFlow, chain: Chain): Outcome<Factored> {
  const trapped = trappedStates(chain);
  const factored =
    trapped.length > 0
      ? undefined
      : factor(
          chain.moves.map((moves) =>
            moves.flatMap(({ to, weight }) =>
              to === undefined ? [] : [{ column: to, value: weight }],
            ),
          ),
        );
  if (factored !== undefined) return decided(factored);
  const states = trapped.length > 0 ? trapped : [...chain.steps.keys()];
  const steps = new Set(states.map((state) => chain.steps[state] ?? 0));
  return undecided({ cause: 'never_ends', steps: idsOf(flow, steps) });
}

/** States from which no end can be reached. */
function trappedStates(chain: Chain): number[] {
  const before: number[][] = chain.moves.map(() => []);
  const ending = new Set<number>();
  for (const [state, moves] of chain.moves.entries()) {
    for (const { to } of moves) {
      if (to === undefined) ending.add(state);
      else before[to]?.push(state);
    }
  }
  for (const state of ending) for (const from of before[state] ?? []) ending.add(from);
  return [...chain.moves.keys()].filter((state) => !ending.has(state));
}

/**
 * Expected visits of each state from the start: v = (I − Pᵀ)⁻¹ e.
 * Source: Kemeny, Snell, Finite Markov Chains, 3.2 (fundamental matrix).
 */
export function stateVisits(factored: Factored, states: number): Float64Array {
  const start = new Float64Array(states);
  start[0] = 1;
  return factored.solveTransposed(start);
}
