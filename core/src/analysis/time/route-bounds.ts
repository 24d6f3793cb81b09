import { chainOf, type Chain } from './chain.ts';
import { longestTime } from './extremes.ts';
import { Heap } from './heap.ts';
import { stepAt } from './prepared.ts';
import type { ReducedFlow } from './total-time.ts';

/** What the routes alone say about the share of cases within a limit. */
export interface RouteBounds {
  /** Share of the cases whose route keeps the limit even with every duration at its maximum. */
  readonly atLeast: number;
  /** Share of the cases whose route can keep it at all, with every duration at its minimum. */
  readonly atMost: number;
}

/** Routes of equal length are one; more than this are left open and widen the bounds. */
const maxLabels = 20_000;
const negligible = 1e-12;

/**
 * Bounds that use the branch probabilities and the shortest and longest durations only, whatever
 * the distributions and however they depend on each other:
 * P(longest route time ≤ limit) ≤ P(T ≤ limit) ≤ P(shortest route time ≤ limit).
 */
export function routeBounds(reduced: ReducedFlow, limitSeconds: number): RouteBounds {
  const { flow, chain, blocks, laws } = reduced;
  const longestBlock = new Map(
    [...blocks.values()].map(({ parallel, join, branches }) => {
      const longest = branches.map((start) => {
        const branch =
          start === join ? undefined : chainOf(flow, { capped: true, start, stopAt: join });
        if (branch === undefined) return 0;
        const most = (state: number): number =>
          branch.decided
            ? stepAt(flow, branch.value.steps[state] ?? 0).max
            : Number.POSITIVE_INFINITY;
        return branch.decided ? longestTime(branch.value, most).seconds : Number.POSITIVE_INFINITY;
      });
      return [parallel, stepAt(flow, parallel).max + Math.max(...longest)] as const;
    }),
  );
  const of = (state: number): number => chain.steps[state] ?? 0;
  const max = (state: number): number => longestBlock.get(of(state)) ?? stepAt(flow, of(state)).max;
  const min = (state: number): number => laws.get(of(state))?.min ?? stepAt(flow, of(state)).min;
  const slow = shareOfRoutes(chain, max, limitSeconds);
  const fast = shareOfRoutes(chain, min, limitSeconds);
  return { atLeast: slow.within, atMost: Math.min(1, fast.within + fast.open) };
}

/** Shares of the routes that end within a limit, and of those that were not followed to the end. */
function shareOfRoutes(
  chain: Chain,
  seconds: (state: number) => number,
  limit: number,
): { within: number; open: number } {
  const heap = new Heap<number>();
  const masses = new Map<string, number>();
  // Sums of the same durations in another order are the same route length.
  const keyOf = (time: number, state: number): string => `${Math.round(time * 1e6)} ${state}`;
  const put = (time: number, state: number, mass: number): void => {
    const key = keyOf(time, state);
    const found = masses.get(key);
    if (found === undefined) heap.put(time, state);
    masses.set(key, (found ?? 0) + mass);
  };
  put(0, 0, 1);
  let [within, open] = [0, 0];
  for (let labels = 0; ; labels += 1) {
    const entry = heap.take();
    if (entry === undefined) break;
    const key = keyOf(entry.key, entry.value);
    const mass = masses.get(key) ?? 0;
    masses.delete(key);
    if (labels >= maxLabels || mass < negligible) {
      open += mass;
      continue;
    }
    for (const { to, weight, exit } of chain.moves[entry.value] ?? []) {
      const time = entry.key + (exit?.exit.afterSeconds ?? seconds(entry.value));
      if (!(time <= limit + 1e-6)) continue;
      if (to === undefined) within += mass * weight;
      else put(time, to, mass * weight);
    }
  }
  return { within, open };
}
