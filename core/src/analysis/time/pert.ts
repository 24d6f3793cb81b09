import { scheduleOf, type Schedule } from './critical-path.ts';
import { normalCdf } from './distribution/normal.ts';

/** An activity with three estimates. */
export interface EstimatedActivity {
  readonly id: string;
  readonly optimistic: number;
  readonly likely: number;
  readonly pessimistic: number;
  readonly after: readonly string[];
}

/** te = (a + 4m + b)/6 and ((b − a)/6)²: the figures of the PERT tables, under that name only. */
export function pertFigures(
  optimistic: number,
  likely: number,
  pessimistic: number,
): { readonly expected: number; readonly variance: number } {
  return {
    expected: (optimistic + 4 * likely + pessimistic) / 6,
    variance: ((pessimistic - optimistic) / 6) ** 2,
  };
}

export interface PertPlan {
  readonly schedule: Schedule;
  readonly expected: number;
  /** Sum of the variances on the critical path. */
  readonly variance: number;
  /** Φ((d − Σte)/√Σvar). Too hopeful where another path is nearly as long; never a verdict. */
  within(seconds: number): number;
}

/**
 * A PERT plan: the critical path by expected times and its normal approximation. Nothing for a
 * network with a circle.
 * Source: Malcolm, Roseboom, Clark, Fazar, Operations Research 7 (1959) 646–669.
 */
export function pertPlan(activities: readonly EstimatedActivity[]): PertPlan | undefined {
  const figures = new Map(
    activities.map(({ id, optimistic, likely, pessimistic }) => [
      id,
      pertFigures(optimistic, likely, pessimistic),
    ]),
  );
  const schedule = scheduleOf(
    activities.map(({ id, after }) => ({ id, after, seconds: figures.get(id)?.expected ?? 0 })),
  );
  if (schedule === undefined) return undefined;
  const variance = schedule.criticalPath.reduce(
    (sum, id) => sum + (figures.get(id)?.variance ?? 0),
    0,
  );
  const expected = schedule.seconds;
  return {
    schedule,
    expected,
    variance,
    within: (seconds) =>
      variance === 0
        ? Number(seconds >= expected)
        : normalCdf((seconds - expected) / Math.sqrt(variance)),
  };
}
