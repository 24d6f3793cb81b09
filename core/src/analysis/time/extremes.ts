import type { Chain } from './chain.ts';
import { componentsOf } from './components.ts';
import { Heap } from './heap.ts';

/** States in an order in which every move leads forwards; meaningful for chains without cycles. */
export function topologicalOrder(chain: Chain): number[] {
  const component = componentsOf(successorsOf(chain));
  return [...chain.steps.keys()].toSorted((a, b) => (component[b] ?? 0) - (component[a] ?? 0));
}

function successorsOf(chain: Chain): number[][] {
  return chain.moves.map((moves) => moves.flatMap(({ to }) => (to === undefined ? [] : [to])));
}

/** The least time until a chain ends (Dijkstra), given the least time in each state. */
export function shortestTime(chain: Chain, least: (state: number) => number): number {
  const heap = new Heap<number | undefined>();
  const settled = new Set<number>();
  heap.put(0, 0);
  for (let entry = heap.take(); entry !== undefined; entry = heap.take()) {
    const { key, value: state } = entry;
    if (state === undefined) return key;
    if (settled.has(state)) continue;
    settled.add(state);
    for (const { to, exit } of chain.moves[state] ?? []) {
      heap.put(key + (exit?.exit.afterSeconds ?? least(state)), to);
    }
  }
  return Number.POSITIVE_INFINITY;
}

export interface Longest {
  /** Infinite when a case can go round for ever, or a step has no longest time. */
  readonly seconds: number;
  /** States of cycles that can be run through any number of times. */
  readonly cycle: readonly number[];
}

/**
 * The most time until a chain ends, given the most time in each state: the longest path over the
 * strongly connected components. A cycle that takes time makes it infinite. O(V + E).
 */
export function longestTime(chain: Chain, most: (state: number) => number): Longest {
  const successors = successorsOf(chain);
  const component = componentsOf(successors);
  const members: number[][] = [];
  for (const [state, of] of component.entries()) (members[of] ??= []).push(state);
  const spent = (state: number): number =>
    (chain.moves[state] ?? []).reduce(
      (longest, { exit }) => Math.max(longest, exit?.exit.afterSeconds ?? 0),
      most(state),
    );
  const rest = new Float64Array(chain.steps.length);
  const cycle: number[] = [];
  // Components are numbered from the ends backwards, so what comes after is known already.
  for (const states of members) {
    const loops = states.length > 1 || states.some((state) => successors[state]?.includes(state));
    const after = states
      .flatMap((state) => successors[state] ?? [])
      .reduce((longest, to) => Math.max(longest, rest[to] ?? 0), 0);
    const own = states.reduce((sum, state) => sum + spent(state), 0);
    if (loops && own > 0) cycle.push(...states);
    for (const state of states)
      rest[state] = (loops && own > 0 ? Number.POSITIVE_INFINITY : own) + after;
  }
  return { seconds: rest[0] ?? 0, cycle };
}
