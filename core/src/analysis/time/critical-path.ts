import { topologicalSort } from './topological-sort.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';

/** An activity of a network: how long it takes and which must be done before it. */
export interface Activity {
  readonly id: string;
  readonly seconds: number;
  readonly after: readonly string[];
}

export interface ScheduledActivity {
  readonly id: string;
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** How much later it may end without the whole ending later. */
  readonly slack: number;
  readonly critical: boolean;
}

export interface Schedule {
  readonly seconds: number;
  readonly activities: readonly ScheduledActivity[];
  /** A longest chain of critical activities, from the beginning to the end. */
  readonly criticalPath: readonly string[];
}

/** Slack below this is rounding. */
const tolerance = 1e-6;

/**
 * Critical path and slack: ES_j = max over predecessors of (ES_i + T_i), LF_i = min over successors
 * of (LF_j − T_j), slack = LF − EF; critical where it is 0. Nothing when activities wait for each
 * other in a circle, or for one that is not there. O(V + E).
 * Source: Kelley, Walker, Critical-Path Planning and Scheduling, 1959; Hillier, Lieberman,
 * Introduction to Operations Research, 10th ed., ch. 22.
 */
export function scheduleOf(activities: readonly Activity[]): Schedule | undefined {
  const numbers = new Map(activities.map(({ id }, number) => [id, number]));
  const before = activities.map(({ after }) => after.map((id) => numbers.get(id) ?? -1));
  const order = before.flat().includes(-1) ? undefined : topologicalSort(before);
  if (order === undefined) return undefined;
  const length = (at: number): number => activities[at]?.seconds ?? 0;
  const finish = new Float64Array(activities.length);
  for (const at of order) finish[at] = latest(before[at] ?? [], finish) + length(at);
  const end = Math.max(0, ...finish);
  const latestFinish = new Float64Array(activities.length).fill(end);
  for (const at of order.toReversed()) {
    const start = (latestFinish[at] ?? 0) - length(at);
    for (const from of before[at] ?? []) {
      latestFinish[from] = Math.min(latestFinish[from] ?? end, start);
    }
  }
  const scheduled = activities.map(({ id, seconds }, at): ScheduledActivity => {
    const [early = 0, late = 0] = [finish[at], latestFinish[at]];
    const slack = late - early > tolerance ? late - early : 0;
    return {
      id,
      earliestStart: early - seconds,
      earliestFinish: early,
      latestStart: late - seconds,
      latestFinish: late,
      slack,
      critical: slack === 0,
    };
  });
  return {
    seconds: end,
    activities: scheduled,
    criticalPath: pathOf(activities, before, finish, end),
  };
}

function latest(of: readonly number[], finish: Float64Array): number {
  return of.reduce((longest, at) => Math.max(longest, finish[at] ?? 0), 0);
}

/** Back from an activity that ends last, always over a predecessor that ends as it begins. */
function pathOf(
  activities: readonly Activity[],
  before: readonly (readonly number[])[],
  finish: Float64Array,
  end: number,
): string[] {
  const path: string[] = [];
  let at = finish.findIndex((time) => time >= end - tolerance);
  while (at >= 0) {
    const activity = activities[at];
    path.push(activity?.id ?? '');
    const start = (finish[at] ?? 0) - (activity?.seconds ?? 0);
    at = before[at]?.find((from) => Math.abs((finish[from] ?? 0) - start) <= tolerance) ?? -1;
  }
  return path.toReversed();
}

/**
 * Critical path of a process by mean durations. Ways back (marked loops, else arrows that close a
 * circle) and failures are left out; of a choice the slower branch counts, of a parallel all. It
 * is the slowest regular way through, not what a mean case does.
 */
export function criticalPathOf(flow: PreparedFlow): Schedule | undefined {
  const forward = withoutWaysBack(flow);
  const after = new Map<number, number[]>([...flow.reachable].map((number) => [number, []]));
  for (const [from, targets] of forward) for (const to of targets) after.get(to)?.push(from);
  return scheduleOf(
    [...after].map(([number, from]) => ({
      id: stepAt(flow, number).step.id,
      seconds: stepAt(flow, number).mean,
      after: from.map((of) => stepAt(flow, of).step.id),
    })),
  );
}

/** The arrows that lead on, without those that close a circle in a depth-first walk. */
function withoutWaysBack(flow: PreparedFlow): ReadonlyMap<number, readonly number[]> {
  const kept = new Map<number, number[]>();
  const open = new Set<number>([flow.start]);
  const path = [flow.start];
  const regular = (number: number): number[] =>
    stepAt(flow, number).exits.flatMap(({ exit, to }) =>
      exit.loop === undefined && (exit.cause ?? 'next') === 'next' ? [to] : [],
    );
  const left = new Map<number, number[]>([[flow.start, regular(flow.start)]]);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const to = left.get(at)?.shift();
    if (to === undefined) {
      open.delete(at);
      path.pop();
    } else if (!open.has(to)) {
      kept.set(at, [...(kept.get(at) ?? []), to]);
      if (left.has(to)) continue;
      left.set(to, regular(to));
      open.add(to);
      path.push(to);
    }
  }
  return kept;
}
