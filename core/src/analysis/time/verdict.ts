import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { Source, Undecided } from './flow.ts';
import { idsOf, stepAt, type PreparedFlow } from './prepared.ts';

/** The ways to judge a promise, each dearer than the one before. */
export type Rung = 'impossible' | 'guaranteed' | 'bound' | 'mean' | 'distribution' | 'capacity';

/** Why a rung does not decide. */
export type Reason =
  | Undecided
  /** The numbers of this rung allow both. */
  | { readonly cause: 'inconclusive' }
  /** The simulated share is within its own margin of the promise. */
  | { readonly cause: 'too_close' }
  /** Time on the clock of the promise is not the time of the steps (calendars differ). */
  | { readonly cause: 'other_clock' }
  | { readonly cause: 'cancelled' }
  /** Cases ran into years without published holidays. */
  | { readonly cause: 'calendar_unknown' }
  /** The queue of these roles grows for ever, but few enough cases meet it. */
  | { readonly cause: 'overloaded'; readonly roles: readonly string[] };

export interface Verdict {
  readonly rung: Rung;
  readonly verdict: 'met' | 'broken' | 'undecided';
  /** What the rung worked out; seconds and shares. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Places of the inputs it rests on, such as `steps/handle/time/work`. */
  readonly inputs: readonly string[];
  /** The least certain of them; absent when there is none. */
  readonly weakestInput?: Source;
  readonly because?: Reason;
  /** Steps that explain it: the shortest path, a loop without end. */
  readonly steps?: readonly string[];
  /** Roles that explain it: those whose queue grows for ever. */
  readonly roles?: readonly string[];
  /** The calendar that explains it: that of people who are away. */
  readonly calendar?: string;
  /** The shape of a parallel block is an approximation. */
  readonly approximate?: true;
}

/** A promise about a time. */
export interface TimePromise {
  /** Time on the clock that is in time for certain. */
  readonly limitSeconds: number;
  /**
   * The limit is the close of the n-th working day after receipt (`workingDayLimit` gives both
   * numbers): up to `latestSeconds` may be in time, depending on the hour of receipt.
   */
  readonly workingDays?: { readonly days: number; readonly latestSeconds: number };
  /**
   * Which number of many cases must keep the limit: the share given by `attainment`, the mean, the
   * longest, or the quantile of a share between 0 and 1. `share` when absent.
   */
  readonly statistic?: 'share' | 'mean' | 'max' | number;
  /** 1 when absent: every case. */
  readonly attainment?: number;
  /** Calendar of the clock; absent is natural time. */
  readonly clock?: string;
  readonly pauses?: readonly string[];
}

/** Share of the cases that must keep the limit; nothing when the mean must. */
export function shareOf({ statistic = 'share', attainment = 1 }: TimePromise): number | undefined {
  if (statistic === 'mean') return undefined;
  if (statistic === 'max') return 1;
  return statistic === 'share' ? attainment : statistic;
}

const ranks: readonly Source[] = ['assumed', 'declared', 'measured'];

export interface Inputs {
  readonly inputs: readonly string[];
  readonly weakestInput?: Source;
}

/** Durations, and if asked branch probabilities, of steps; of all that can be reached if absent. */
export function inputsOf(
  flow: PreparedFlow,
  use: { readonly probabilities: boolean; readonly steps?: readonly string[] },
): Inputs {
  const steps = use.steps ?? idsOf(flow, flow.reachable);
  const found: { place: string; source: Source }[] = [];
  for (const id of steps) {
    const { parts, exits, step } = stepAt(flow, flow.numbers.get(id) ?? -1);
    for (const { part } of parts) {
      found.push({ place: `steps/${id}/time/${part.kind}`, source: part.source });
    }
    for (const { exit } of use.probabilities && step.kind !== 'parallel' ? exits : []) {
      if (exit.probability === undefined) continue;
      found.push({ place: `steps/${id}/next/${exit.to}`, source: exit.source ?? 'declared' });
    }
  }
  const weakest = Math.min(...found.map(({ source }) => ranks.indexOf(source)));
  const weakestInput = ranks[weakest];
  const inputs = found.map(({ place }) => place);
  return weakestInput === undefined ? { inputs } : { inputs, weakestInput };
}

/**
 * How time on the clock of a promise relates to the sum of the durations: the same, at least as
 * much (steps wait for opening hours, the clock does not), at most as much (the clock stops, steps
 * do not), or neither.
 */
export type ClockRelation = 'equal' | 'at_least' | 'at_most' | 'neither';

export function clockRelation(
  flow: PreparedFlow,
  clock: string | undefined,
  calendars: ReadonlyMap<string, WorkingCalendar> | undefined,
): ClockRelation {
  const named = (id: string | undefined): string | undefined =>
    id === undefined || calendars?.get(id)?.alwaysOpen === true ? undefined : id;
  const own = named(clock);
  const clocks = new Set(
    [...flow.reachable].flatMap((number) =>
      stepAt(flow, number).parts.flatMap(({ part, law }) =>
        law.max > 0 ? [named(part.clock)] : [],
      ),
    ),
  );
  clocks.delete(own);
  if (clocks.size === 0) return 'equal';
  if (own === undefined) return 'at_least';
  return clocks.size === 1 && clocks.has(undefined) ? 'at_most' : 'neither';
}
