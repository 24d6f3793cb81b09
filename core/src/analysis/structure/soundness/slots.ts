import { itemAt } from '../flow/item.ts';
import type { Branching } from './branching.ts';
import { colourBranches } from './colours.ts';

/** Which arrivals a join counts as one. */
export interface Slots {
  /** Slot by incoming arrow; arrows with the same slot bring the same arrival. */
  readonly of: ReadonlyMap<number, number>;
  /** Arrows from outside the parallel: their work waits at the join and is never taken on. */
  readonly outside: readonly number[];
}

/**
 * The arrivals a join waits for: one per branch of its parallel that can reach it. Branches that
 * meet before the join bring one arrival together. Without a parallel every arrow is one.
 */
export function slotsOf(branching: Branching, join: number, parallel: number | undefined): Slots {
  const { flow, branches } = branching;
  const incoming = itemAt(flow.incoming, join);
  const arrows = parallel === undefined ? undefined : branches.get(parallel);
  if (parallel === undefined || arrows === undefined) return everyArrow(incoming);
  const before = stepsBefore(branching, join, parallel);
  const colours = colourBranches(branching, arrows, { has: (step) => before.has(step) });
  const of = new Map<number, number>();
  const outside: number[] = [];
  for (const arrow of incoming) {
    const tail = itemAt(flow.from, arrow);
    const colour = tail === parallel ? colours.branch(arrow) : colours.step(tail);
    if (colour === undefined) outside.push(arrow);
    else of.set(arrow, colour);
  }
  return of.size === 0 ? everyArrow(incoming) : { of, outside };
}

function everyArrow(incoming: readonly number[]): Slots {
  return { of: new Map(incoming.map((arrow) => [arrow, arrow])), outside: [] };
}

/** Steps from which a join can be reached without passing it or its parallel. */
export function stepsBefore(
  { flow }: Branching,
  join: number,
  parallel: number,
): ReadonlySet<number> {
  const before = new Set<number>();
  const queue = [join];
  for (const step of queue) {
    for (const arrow of itemAt(flow.incoming, step)) {
      const tail = itemAt(flow.from, arrow);
      if (tail === parallel || tail === join || before.has(tail)) continue;
      before.add(tail);
      queue.push(tail); // an array grows under its own loop
    }
  }
  return before;
}
