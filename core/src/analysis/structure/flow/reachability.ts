import { idOf, isEnd, type Flow, type Flows } from './flow.ts';
import { itemAt } from './item.ts';

/** Marks the steps that can be reached from `starts`, themselves included. */
export function reachedFrom(flow: Flow, starts: Iterable<number>): Uint8Array {
  return spread(flow.outgoing, flow.to, flow.steps.length, starts);
}

/** Marks the steps from which a step after which the case can be over can be reached. */
export function canEnd(flow: Flow): Uint8Array {
  const ends = [...flow.steps.keys()].filter((step) => isEnd(itemAt(flow.steps, step)));
  return spread(flow.incoming, flow.from, flow.steps.length, ends);
}

function spread(
  lists: readonly (readonly number[])[],
  far: Int32Array,
  size: number,
  starts: Iterable<number>,
): Uint8Array {
  const marks = new Uint8Array(size);
  const queue = [...starts];
  for (const step of queue) marks[step] = 1;
  for (const step of queue) {
    for (const arrow of itemAt(lists, step)) {
      const next = itemAt(far, arrow);
      if (marks[next] === 1) continue;
      marks[next] = 1;
      queue.push(next); // an array grows under its own loop
    }
  }
  return marks;
}

/** Where a case can get to and whether it can get out again; ids in reading order. */
export interface Reachability {
  /** Steps no case reaches. */
  readonly unreached: readonly string[];
  /** Steps a case reaches only after a failure, a timeout or a hand-off. */
  readonly reachedByExitOnly: readonly string[];
  /** Reached steps from which no way leads to an end. */
  readonly cannotEnd: readonly string[];
  /** Reached steps from which only a failure, a timeout or a hand-off leads to an end. */
  readonly endsByExitOnly: readonly string[];
}

/** Reachability forwards from the start and backwards from the ends, linear in the flow. */
export function reachability({ normal, complete }: Flows): Reachability {
  const starts = normal.start === -1 ? [] : [normal.start];
  const reached = reachedFrom(complete, starts);
  const reachedNormally = reachedFrom(normal, starts);
  const ends = canEnd(complete);
  const endsNormally = canEnd(normal);
  const where = (holds: (step: number) => boolean): string[] =>
    [...complete.steps.keys()].filter(holds).map((step) => idOf(complete, step));
  return {
    unreached: where((step) => reached[step] === 0),
    reachedByExitOnly: where((step) => reached[step] === 1 && reachedNormally[step] === 0),
    cannotEnd: where((step) => reached[step] === 1 && ends[step] === 0),
    endsByExitOnly: where(
      (step) => reached[step] === 1 && ends[step] === 1 && endsNormally[step] === 0,
    ),
  };
}
