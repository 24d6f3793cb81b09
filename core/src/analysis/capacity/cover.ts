import { openSecondsInYear } from '../calendar/arithmetic.ts';
import { openSecondsPerWeek, type WorkingCalendar } from '../calendar/calendar.ts';
import { known, type Known } from '../calendar/known.ts';
import { wholeUp } from './staffing.ts';

/** So many people at the same time in the hours of a calendar. */
export interface Seats {
  readonly calendar: WorkingCalendar;
  readonly seats: number;
}

/** Seat seconds of a nominal week: Σ seats · open seconds, holidays left aside. */
export function seatSecondsPerWeek(shifts: readonly Seats[]): number {
  return shifts.reduce((sum, { calendar, seats }) => sum + seats * openSecondsPerWeek(calendar), 0);
}

/** Real seat seconds of a year, holidays counted; unknown where a calendar is. */
export function seatSecondsInYear(shifts: readonly Seats[], year: number): Known<number> {
  let sum = 0;
  for (const { calendar, seats } of shifts) {
    const open = openSecondsInYear(calendar, year);
    if (!open.known) return open;
    sum += seats * open.value;
  }
  return known(sum);
}

export interface Cover {
  /** People needed to keep the seats filled. */
  readonly people: number;
  /** The same before rounding up. */
  readonly exact: number;
  /** Whether the people there are enough; nothing when their number is not given. */
  readonly enough: boolean | undefined;
}

/**
 * People for seats: seat hours / (weekly hours · (1 − shrinkage)). One seat around the clock takes
 * 168/40 = 4.2 people, 6.0 with 30 % shrinkage; 14 such seats take 84.
 */
export function coverOf(input: {
  readonly seatSecondsPerWeek: number;
  readonly weeklyHours?: number;
  readonly shrinkage?: number;
  readonly headcount?: number;
}): Cover {
  const { seatSecondsPerWeek: seatSeconds, weeklyHours = 40, shrinkage = 0, headcount } = input;
  const worked = weeklyHours * 3600 * (1 - shrinkage);
  const exact = seatSeconds === 0 ? 0 : seatSeconds / worked;
  const people = wholeUp(exact);
  return { people, exact, enough: headcount === undefined ? undefined : headcount >= exact - 1e-9 };
}
