import type { WorkingCalendar } from './calendar.ts';
import { known, unknown, type Known } from './known.ts';
import { bothOpen, openBefore, openFrom, reach, timelineOf, type Timeline } from './timeline.ts';

/** A promise and the hours of those who must keep it, before any queue is looked at. */
export interface FeasibilityQuestion {
  /** Hours in which the clock of the promise runs; absent is natural time. */
  readonly clock?: WorkingCalendar;
  /** Hours in which the staff work; of several, those in which all of them do. */
  readonly staff: WorkingCalendar | readonly WorkingCalendar[];
  /** When cases arrive, evenly over these hours; absent is at every instant. */
  readonly arrivals?: WorkingCalendar;
  readonly limitSeconds: number;
  /** Work that must be done within the limit; 0 asks for the start of work only. */
  readonly workSeconds: number;
  /** Arrivals from here (included) to there (excluded), seconds since 1970-01-01T00:00Z. */
  readonly from: number;
  readonly until: number;
}

export interface Feasibility {
  /** Longest time by the clock of the promise that a case must take even without any queue. */
  readonly worstSeconds: number;
  /** An arrival that has (nearly) that wait: the beginning or end of the stretch it lies in. */
  readonly worstArrival: number;
  /** Share of the arrivals for which the limit can be met: no attainment can be above it. */
  readonly attainable: number;
  /** Whether the limit can be met whenever a case arrives. */
  readonly everyArrival: boolean;
  /** Arrivals after this instant are not judged: their end lies in a year that is unknown. */
  readonly judgedUntil: number;
}

const horizon = 400 * 86_400;
const tolerance = 1e-6;

/**
 * The no-queue bound: what the calendars alone allow. For an arrival at t the case is done at
 * S⁻¹(S(t) + work), S being the staff's open time so far; the clock then shows C(done) − C(t).
 * This is piecewise linear in t, so the worst wait and the share within the limit are exact.
 *
 * Arrivals spread evenly over a week, staff Monday to Friday 9 to 18, 2 h by a clock that never
 * stops: (9 + 2) · 5 / 168 = 32.7 %.
 */
export function feasibility(question: FeasibilityQuestion): Known<Feasibility> {
  const { from, until, clock, arrivals } = question;
  const staffed = staffedTime(question);
  const clocked = clock === undefined ? undefined : timelineOf(clock, from, until + horizon);
  const arriving = arrivals === undefined ? undefined : timelineOf(arrivals, from, until);
  const end = Math.min(until, staffed.until, clocked?.until ?? until, arriving?.until ?? until);
  const took = elapsed(question, staffed, clocked);
  const sum = { worst: 0, worstAt: from, arrived: 0, met: 0, judgedUntil: end };
  const points = breakpoints(question.workSeconds, staffed, clocked, arriving, from, end);
  for (const [at, left] of points.slice(0, -1).entries()) {
    const right = points[at + 1] ?? left;
    if (arriving !== undefined && openFrom(arriving, (left + right) / 2) !== (left + right) / 2) {
      continue;
    }
    const [one, two] = [took(left + (right - left) / 3), took(right - (right - left) / 3)];
    if (one === undefined || two === undefined) {
      sum.judgedUntil = left;
      break;
    }
    addStretch(sum, left, right, 2 * one - two, 2 * two - one, question.limitSeconds);
  }
  if (sum.arrived === 0) return staffed.unknown ?? clocked?.unknown ?? unknown('never_open');
  return known({
    worstSeconds: sum.worst,
    worstArrival: sum.worstAt,
    attainable: sum.met / sum.arrived,
    everyArrival: sum.worst <= question.limitSeconds + tolerance,
    judgedUntil: sum.judgedUntil,
  });
}

function staffedTime({ staff, from, until }: FeasibilityQuestion): Timeline {
  const teams: readonly WorkingCalendar[] = Array.isArray(staff) ? staff : [staff];
  const [first, ...others] = teams.map((team) => timelineOf(team, from, until + horizon));
  if (first === undefined) throw new RangeError('Nobody works.');
  return others.reduce(bothOpen, first);
}

/** Time by the clock of the promise for an arrival; nothing when the end is not known. */
function elapsed(
  { workSeconds }: FeasibilityQuestion,
  staffed: Timeline,
  clocked: Timeline | undefined,
): (arrival: number) => number | undefined {
  return (arrival) => {
    const done =
      workSeconds > 0
        ? reach(staffed, openBefore(staffed, arrival) + workSeconds)
        : openFrom(staffed, arrival);
    if (done === undefined) return undefined;
    if (clocked === undefined) return done - arrival;
    return done > clocked.until
      ? undefined
      : openBefore(clocked, done) - openBefore(clocked, arrival);
  };
}

/** Where the slope can change: every opening and closing, and arrivals that are done at one. */
function breakpoints(
  work: number,
  staffed: Timeline,
  clocked: Timeline | undefined,
  arriving: Timeline | undefined,
  from: number,
  until: number,
): number[] {
  const borders = [staffed, clocked, arriving].flatMap((timeline) =>
    timeline === undefined ? [] : [...timeline.starts, ...timeline.ends],
  );
  const done = borders.flatMap((border) => {
    const arrival = reach(staffed, openBefore(staffed, border) - work);
    return arrival === undefined ? [] : [arrival];
  });
  const inside = [...borders, ...done].filter((instant) => instant > from && instant < until);
  return [...new Set([from, ...inside, until])].toSorted((a, b) => a - b);
}

interface Sum {
  worst: number;
  worstAt: number;
  arrived: number;
  met: number;
}

/** Adds a stretch of arrivals whose time runs linearly from `first` to `last`. */
function addStretch(
  sum: Sum,
  left: number,
  right: number,
  first: number,
  last: number,
  limit: number,
): void {
  const length = right - left;
  sum.arrived += length;
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  if (high <= limit + tolerance) sum.met += length;
  else if (low < limit) sum.met += (length * (limit - low)) / (high - low);
  if (high > sum.worst + tolerance) {
    sum.worst = high;
    sum.worstAt = first >= last ? left : right;
  }
}
