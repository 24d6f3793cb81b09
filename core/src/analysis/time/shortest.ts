import { Heap } from './heap.ts';
import { idsOf, stepAt, type PreparedFlow } from './prepared.ts';

export interface Shortest {
  /** Infinite when no end can be reached. */
  readonly seconds: number;
  /** The steps of that path in order; through a join, those of the branch that comes last. */
  readonly path: readonly string[];
}

interface Arrival {
  readonly to: number;
  readonly from: number | undefined;
}

/**
 * The least time in which a case can be done: minimum durations, the best choice everywhere, each
 * join waiting for the last of its branches. Loops are left as soon as possible. Where branches
 * of a parallel end apart the first end counts, so the true least time may be longer, never
 * shorter. O(E log V).
 * Source: D. E. Knuth, A generalization of Dijkstra's algorithm, Inf. Proc. Letters 6 (1977) 1–5.
 */
export function shortestPath(flow: PreparedFlow): Shortest {
  const heap = new Heap<Arrival | { readonly end: number }>();
  const joins = new JoinArrivals(flow);
  const reachedFrom = new Map<number, number | undefined>();
  // Where a clock has steps that stop it, a case that ends elsewhere never stops it.
  const stops = flow.steps.some(({ step }) => step.final === true);
  heap.put(0, { to: flow.start, from: undefined });
  for (let entry = heap.take(); entry !== undefined; entry = heap.take()) {
    const { key, value } = entry;
    if ('end' in value) return { seconds: key, path: pathTo(flow, reachedFrom, value.end) };
    const { to: number, from } = value;
    if (reachedFrom.has(number) || !joins.complete(number, from)) continue;
    reachedFrom.set(number, from);
    const { exits, min, ends, step } = stepAt(flow, number);
    if (stops ? step.final === true : ends > 0) heap.put(key + min, { end: number });
    if (step.final === true) continue;
    for (const { to, afterwards, exit } of exits) {
      const done = key + (exit.afterSeconds ?? min);
      heap.put(done, { to, from: number });
      if (afterwards !== undefined) heap.put(done, { to: afterwards, from: number });
    }
  }
  return { seconds: Number.POSITIVE_INFINITY, path: [] };
}

function pathTo(
  flow: PreparedFlow,
  reachedFrom: ReadonlyMap<number, number | undefined>,
  end: number,
): string[] {
  const path: number[] = [];
  for (let at: number | undefined = end; at !== undefined; at = reachedFrom.get(at)) path.push(at);
  return idsOf(flow, path.toReversed());
}

/** Which branches, or arrows, of each join have arrived. */
class JoinArrivals {
  private readonly flow: PreparedFlow;
  private readonly waiting = new Map<number, Set<number>>();
  /** For each join of one parallel: the steps of each of its branches. */
  private readonly branches = new Map<number, readonly ReadonlySet<number>[]>();

  constructor(flow: PreparedFlow) {
    this.flow = flow;
  }

  /** Notes an arrival and says whether the step can begin. Arrivals come in the order of time. */
  complete(number: number, from: number | undefined): boolean {
    const { step, joins } = stepAt(this.flow, number);
    if (step.kind !== 'join' || from === undefined) return true;
    const waiting = this.waiting.get(number) ?? new Set(this.expected(number, joins));
    this.waiting.set(number, waiting);
    if (joins.length === 1) {
      for (const [branch, steps] of (this.branches.get(number) ?? []).entries()) {
        if (steps.has(from)) waiting.delete(branch);
      }
    } else {
      waiting.delete(from);
    }
    return waiting.size === 0;
  }

  /** Branches by their place, or the steps that arrows come from. */
  private expected(number: number, joins: readonly number[]): number[] {
    const [parallel] = joins;
    if (joins.length !== 1 || parallel === undefined) {
      return [...this.flow.reachable].filter((from) =>
        stepAt(this.flow, from).exits.some(
          ({ to, afterwards }) => to === number || afterwards === number,
        ),
      );
    }
    const branches = stepAt(this.flow, parallel)
      .exits.map(({ to }) =>
        to === number ? new Set([parallel]) : this.reach(to, number, parallel),
      )
      .filter((steps) => steps.size > 0);
    this.branches.set(number, branches);
    return [...branches.keys()];
  }

  /** Steps from which an arrow leads to the join, of those a branch gets to; empty for none. */
  private reach(branch: number, join: number, parallel: number): Set<number> {
    const reached = new Set([branch]);
    const last = new Set<number>();
    for (const number of reached) {
      if (number === join || number === parallel) continue;
      for (const { to, afterwards } of stepAt(this.flow, number).exits) {
        for (const target of afterwards === undefined ? [to] : [to, afterwards]) {
          if (target === join) last.add(number);
          reached.add(target);
        }
      }
    }
    return last;
  }
}
