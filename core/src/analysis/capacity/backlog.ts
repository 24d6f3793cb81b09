import type { WorkingCalendar } from '../calendar/calendar.ts';
import { known, unknown, type Known } from '../calendar/known.ts';
import { openFrom, timelineOf, totalOpen, type Timeline } from '../calendar/timeline.ts';
import { delaysOf, type Moment } from './delays.ts';

/** Work that may wait, such as letters: it gathers overnight and is worked off in opening hours. */
export interface BacklogInput {
  /** Pieces of work per second while they arrive. */
  readonly arrivalsPerSecond: number;
  /** When they arrive; absent is at every instant. */
  readonly arrivals?: WorkingCalendar;
  /** Pieces worked off per second while staff work: seats · concurrency / handling time. */
  readonly workedPerSecond: number;
  readonly staff: WorkingCalendar;
  /** The period, seconds since 1970-01-01T00:00Z; it begins without a backlog. */
  readonly from: number;
  readonly until: number;
  /** Share of the arrivals taken up within this time is worked out. */
  readonly withinSeconds?: number;
}

export type Backlog =
  /** More arrives than can be worked off in the period: the backlog grows for ever. */
  | { readonly stable: false; readonly arrived: number; readonly capacity: number }
  | {
      readonly stable: true;
      readonly arrived: number;
      readonly capacity: number;
      /** Most pieces waiting at once. */
      readonly peak: number;
      /** Longest time a piece waits to be taken up, natural seconds. */
      readonly worstSeconds: number;
      /** Share of the arrivals taken up within the time asked for. */
      readonly within: number | undefined;
    };

/** After the period the rest is worked off for at most this long. */
const horizon = 400 * 86_400;

/**
 * The fluid model of a deferred channel: work arrives and is worked off as two streams, first
 * come first served. A piece that arrives at t is taken up when as much has been worked off as had
 * arrived by t. Lengths of pieces and chance are left out, so real waits are longer, not shorter.
 * Source: L. Kleinrock, Queueing Systems 2, 2.7 (fluid approximation); Newell, Applications of
 * Queueing Theory, ch. 2.
 */
export function backlogOf(input: BacklogInput): Known<Backlog> {
  const { from, until, arrivalsPerSecond, workedPerSecond, withinSeconds } = input;
  const staffed = timelineOf(input.staff, from, until + horizon);
  const period = timelineOf(input.staff, from, until);
  const arriving =
    input.arrivals === undefined ? undefined : timelineOf(input.arrivals, from, until);
  const hidden = period.unknown ?? arriving?.unknown;
  if (hidden !== undefined && hidden.reason !== 'never_open') return hidden;
  const openToArrive = arriving === undefined ? until - from : totalOpen(arriving);
  const arrived = arrivalsPerSecond * openToArrive;
  const capacity = workedPerSecond * totalOpen(period);
  if (arrived === 0) {
    return known({ stable: true, arrived, capacity, peak: 0, worstSeconds: 0, within: undefined });
  }
  if (arrived >= capacity) return known({ stable: false, arrived, capacity });
  const course = courseOf(input, staffed, arriving);
  const last = course.at(-1);
  // The rest of the period runs into a time that is not known.
  if (last === undefined || last.backlog > 1e-9) return staffed.unknown ?? unknown('never_open');
  const { worstSeconds, within } = delaysOf(course, withinSeconds);
  const peak = course.reduce((most, { backlog }) => Math.max(most, backlog), 0);
  return known({ stable: true, arrived, capacity, peak, worstSeconds, within });
}

function courseOf(
  { arrivalsPerSecond, workedPerSecond, from, until }: BacklogInput,
  staffed: Timeline,
  arriving: Timeline | undefined,
): Moment[] {
  const borders = [
    ...staffed.starts,
    ...staffed.ends,
    ...(arriving?.starts ?? []),
    ...(arriving?.ends ?? []),
    until,
  ];
  const instants = [...new Set([from, ...borders])]
    .filter((at) => at >= from)
    .toSorted((a, b) => a - b);
  const course: Moment[] = [{ instant: from, arrived: 0, backlog: 0 }];
  for (const [at, left] of instants.slice(0, -1).entries()) {
    const right = instants[at + 1] ?? left;
    const middle = (left + right) / 2;
    const comes =
      middle < until && (arriving === undefined || openFrom(arriving, middle) === middle);
    const inflow = comes ? arrivalsPerSecond : 0;
    const outflow = openFrom(staffed, middle) === middle ? workedPerSecond : 0;
    const { arrived, backlog } = course.at(-1) ?? { arrived: 0, backlog: 0 };
    const emptied = outflow > inflow ? left + backlog / (outflow - inflow) : right;
    if (emptied > left && emptied < right) {
      course.push({ instant: emptied, arrived: arrived + inflow * (emptied - left), backlog: 0 });
    }
    course.push({
      instant: right,
      arrived: arrived + inflow * (right - left),
      backlog: Math.max(0, backlog + (inflow - outflow) * (right - left)),
    });
    if (left >= until && (course.at(-1)?.backlog ?? 0) === 0) break;
  }
  return course;
}
