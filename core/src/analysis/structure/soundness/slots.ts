import { itemAt } from '../flow/item.ts';
import type { Branching } from './branching.ts';

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

/** The branch, or the group of branches that meet, a step or a branch arrow belongs to. */
export interface Colours {
  readonly step: (step: number) => number | undefined;
  readonly branch: (arrow: number) => number | undefined;
  /** Steps at which two branches first meet, with the arrow that brings the second one. */
  readonly meetings: readonly { readonly step: number; readonly arrow: number }[];
}

/** Which steps a colour may take, and which of them it may go on from. */
export interface Spread {
  readonly has: (step: number) => boolean;
  readonly goesOn?: (step: number) => boolean;
}

/**
 * Spreads each branch of a parallel over the steps it can reach; branches that meet become one
 * group (union-find, Tarjan 1975).
 */
export function colourBranches(
  { flow, side }: Branching,
  branches: readonly number[],
  { has, goesOn }: Spread,
): Colours {
  const leader = new Map<number, number>(branches.map((branch) => [branch, branch]));
  const find = (branch: number): number => {
    let root = branch;
    for (let up = leader.get(root) ?? root; up !== root; up = leader.get(root) ?? root) {
      leader.set(root, leader.get(up) ?? up);
      root = up;
    }
    return root;
  };
  const colour = new Map<number, number>();
  const meetings: { step: number; arrow: number }[] = [];
  const queue: number[] = [];
  const reach = (arrow: number, branch: number): void => {
    const step = itemAt(flow.to, arrow);
    if (!has(step) || side.has(arrow)) return;
    const earlier = colour.get(step);
    if (earlier === undefined) {
      colour.set(step, branch);
      queue.push(step);
    } else if (find(earlier) !== find(branch)) {
      leader.set(find(branch), find(earlier));
      meetings.push({ step, arrow });
    }
  };
  for (const branch of branches) reach(branch, branch);
  for (const step of queue) {
    if (goesOn?.(step) === false) continue;
    for (const arrow of itemAt(flow.outgoing, step)) reach(arrow, colour.get(step) ?? -1);
  }
  const group = (branch: number | undefined): number | undefined =>
    branch === undefined ? undefined : find(branch);
  return {
    step: (step) => group(colour.get(step)),
    branch: (arrow) => (leader.has(arrow) ? find(arrow) : undefined),
    meetings,
  };
}
