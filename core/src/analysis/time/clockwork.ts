import type { WorkingCalendar } from '../calendar/calendar.ts';
import { openBefore, reach, timelineOf, type Timeline } from '../calendar/timeline.ts';

/** How time passes on a clock. Instants in seconds since 1970-01-01T00:00Z, or since the start. */
export interface Clock {
  /** When so many seconds have passed on the clock; nothing when its calendar is not known then. */
  after(instant: number, seconds: number): number | undefined;
  /** Seconds that pass on the clock between two instants. */
  between(from: number, until: number): number | undefined;
}

/** A clock that never stops. */
export const naturalClock: Clock = {
  after: (instant, seconds) => instant + seconds,
  between: (from, until) => until - from,
};

/** How long a case may take after its arrival before the calendar is no longer looked up. */
const horizon = 3 * 366 * 86_400;

/** The clock of a calendar for cases that arrive in a period. */
export function clockOf(calendar: WorkingCalendar, from: number, until: number): Clock {
  if (calendar.alwaysOpen) return naturalClock;
  const timeline = timelineOf(calendar, from, until + horizon);
  return {
    after: (instant, seconds) =>
      seconds === 0 ? instant : reach(timeline, openBefore(timeline, instant) + seconds),
    between: (start, end) =>
      end > timeline.until ? undefined : openBefore(timeline, end) - openBefore(timeline, start),
  };
}

/** Arrivals in a period, evenly over all of it or over the open time of a calendar. */
export function arrivalsOf(
  from: number,
  until: number,
  calendar: WorkingCalendar | undefined,
): (uniform: number) => number | undefined {
  if (calendar === undefined || calendar.alwaysOpen)
    return (uniform) => from + uniform * (until - from);
  const timeline: Timeline = timelineOf(calendar, from, until);
  const open = openBefore(timeline, timeline.until);
  return (uniform) => (open === 0 ? undefined : reach(timeline, uniform * open));
}
