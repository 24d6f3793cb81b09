import { parseDate } from '../../quantity/date.ts';
import { neverOpens, windowsOn, type WorkingCalendar } from './calendar.ts';
import { known, unknown, type Known } from './known.ts';
import { localDay, openFrom, reach, sharedOpen, timelineOf, totalOpen } from './timeline.ts';
import { instantOf } from './zone.ts';

const secondsPerDay = 86_400;

/** Working seconds between two instants (seconds since 1970-01-01T00:00Z). */
export function workingSeconds(
  calendar: WorkingCalendar,
  from: number,
  until: number,
): Known<number> {
  const timeline = timelineOf(calendar, from, until);
  return timeline.unknown ?? known(totalOpen(timeline));
}

/**
 * The instant at which so much working time has passed since `from`; outside the hours the clock
 * starts at the next opening. No working time at all passes at once.
 */
export function addWorkingSeconds(
  calendar: WorkingCalendar,
  from: number,
  seconds: number,
): Known<number> {
  return searchAhead(calendar, from, (timeline) => reach(timeline, seconds));
}

/** The instant itself when open, else the next opening. */
export function nextOpening(calendar: WorkingCalendar, from: number): Known<number> {
  return searchAhead(calendar, from, (timeline) => openFrom(timeline, from));
}

/** Looks 5 weeks ahead, then twice as far each time, until found or unknown. */
function searchAhead(
  calendar: WorkingCalendar,
  from: number,
  find: (timeline: ReturnType<typeof timelineOf>) => number | undefined,
): Known<number> {
  if (neverOpens(calendar)) return unknown('never_open');
  for (let days = 35; ; days *= 2) {
    const timeline = timelineOf(calendar, from, from + days * secondsPerDay);
    const found = find(timeline);
    if (found !== undefined) return known(found);
    if (timeline.unknown !== undefined) return timeline.unknown;
  }
}

/**
 * Due instant of a promise in working days: the end of business of the n-th working day after the
 * day of receipt, whatever the hour of receipt. With 0 it is the end of business of that day, or
 * of the next working day when that one is none. Part of a day counts as the whole day.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: number,
  days: number,
): Known<number> {
  if (neverOpens(calendar)) return unknown('never_open');
  let left = Math.max(0, Math.ceil(days));
  for (let day = localDay(calendar, from) + (left > 0 ? 1 : 0); ; day += 1) {
    const windows = windowsOn(calendar, day);
    if (!windows.known) return windows;
    if (windows.value.length === 0) continue;
    left -= 1;
    if (left > 0) continue;
    const closes = Math.max(...windows.value.map(({ end }) => end));
    return known(instantOf(calendar.zone, day * secondsPerDay + closes, 'later'));
  }
}

/** Number of working days (days with an opening) from one ISO date to another, both included. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  first: string,
  last: string,
): Known<number> {
  const [from, to] = [parseDate(first) ?? Number.NaN, parseDate(last) ?? Number.NaN];
  let count = 0;
  for (let day = from; day <= to; day += 1) {
    const windows = windowsOn(calendar, day);
    if (!windows.known) return windows;
    if (windows.value.length > 0) count += 1;
  }
  return known(count);
}

/** Working days of a calendar year: 251, 248 and 248 in China in 2024, 2025 and 2026. */
export function workingDaysInYear(calendar: WorkingCalendar, year: number): Known<number> {
  return workingDaysBetween(calendar, `${year}-01-01`, `${year}-12-31`);
}

/**
 * Real open seconds of the windows that begin in a year, holidays and changes of the clock
 * counted. Divided by 52.18 weeks it is what a nominal week is really worth.
 */
export function openSecondsInYear(calendar: WorkingCalendar, year: number): Known<number> {
  if (neverOpens(calendar)) return known(0);
  const first = parseDate(`${year}-01-01`) ?? Number.NaN;
  const last = parseDate(`${year}-12-31`) ?? Number.NaN;
  let open = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (let day = first; day <= last; day += 1) {
    const windows = windowsOn(calendar, day);
    if (!windows.known) return windows;
    for (const { start, end } of windows.value) {
      const opens = instantOf(calendar.zone, day * secondsPerDay + start, 'earlier');
      const closes = instantOf(calendar.zone, day * secondsPerDay + end, 'later');
      open += Math.max(0, closes - Math.max(opens, until));
      until = Math.max(until, closes);
    }
  }
  return known(open);
}

/** Seconds in [from, until) in which both calendars are open; 0 when they never meet. */
export function overlapSeconds(
  one: WorkingCalendar,
  other: WorkingCalendar,
  from: number,
  until: number,
): Known<number> {
  if (neverOpens(one) || neverOpens(other)) return known(0);
  const [first, second] = [timelineOf(one, from, until), timelineOf(other, from, until)];
  return first.unknown ?? second.unknown ?? known(sharedOpen(first, second));
}
