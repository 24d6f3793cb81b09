import type { Flow } from './flow.ts';
import { itemAt } from './item.ts';

/** What a search may do. */
export interface Search {
  readonly from: Iterable<number>;
  readonly isGoal: (step: number) => boolean;
  /** Arrows the search may take; all when absent. */
  readonly along?: (arrow: number) => boolean;
  /** Walk against the arrows; the path still reads in their direction. */
  readonly backwards?: boolean;
}

/**
 * A shortest path by number of steps, both ends included; nothing when no goal can be reached.
 * Breadth-first, each step once; ties go to the arrow that stands first in the file.
 */
export function shortestPath(flow: Flow, search: Search): number[] | undefined {
  const lists = search.backwards === true ? flow.incoming : flow.outgoing;
  const far = search.backwards === true ? flow.from : flow.to;
  const queue = [...search.from];
  const cameFrom = new Map<number, number>(queue.map((step) => [step, -1]));
  for (const step of queue) {
    if (search.isGoal(step)) return walkedTo(step, cameFrom, search.backwards === true);
    for (const arrow of itemAt(lists, step)) {
      const next = itemAt(far, arrow);
      if (cameFrom.has(next) || search.along?.(arrow) === false) continue;
      cameFrom.set(next, step);
      queue.push(next); // an array grows under its own loop
    }
  }
  return undefined;
}

function walkedTo(
  goal: number,
  cameFrom: ReadonlyMap<number, number>,
  backwards: boolean,
): number[] {
  const path: number[] = [];
  for (let step = goal; step !== -1; step = cameFrom.get(step) ?? -1) path.push(step);
  return backwards ? path : path.toReversed();
}

/** A shortest path that takes at least one arrow, so that it can come back to where it starts. */
export function shortestWalk(
  flow: Flow,
  from: number,
  to: number,
  along?: (arrow: number) => boolean,
): number[] | undefined {
  const first = itemAt(flow.outgoing, from).filter((arrow) => along?.(arrow) !== false);
  const path = shortestPath(flow, {
    from: new Set(first.map((arrow) => itemAt(flow.to, arrow))),
    isGoal: (step) => step === to,
    ...(along === undefined ? {} : { along }),
  });
  return path === undefined ? undefined : [from, ...path];
}
