import { parseDate } from '../../quantity/date.ts';
import { countryHolidays, listedHolidays, yearOf, type Holidays } from './holidays.ts';
import { known, unknown, type Known } from './known.ts';
import {
  parseWeek,
  secondsPerOpenWeek,
  type CalendarProblem,
  type OpenWeek,
  type OpenWindow,
} from './week.ts';
import { zoneOf, type Zone } from './zone.ts';

/** A calendar as a file declares it. Dates are ISO days in the calendar's own time zone. */
export interface CalendarInput {
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timezone: string;
  /** Weekday key (`mon`, `mon-fri`) to windows (`09:00-12:00`, `22:00-06:00`, `00:00-24:00`). */
  readonly week: Readonly<Record<string, readonly string[]>>;
  /** Country whose holidays are off, a list of days, or `none`; absent says nothing. */
  readonly holidays?: string | readonly string[];
  readonly extraOff?: readonly string[];
  readonly extraWork?: readonly string[];
}

/** A calendar that was read, ready to calculate with. */
export interface WorkingCalendar {
  readonly zone: Zone;
  readonly week: OpenWeek;
  readonly holidays: Holidays;
  readonly extraOff: ReadonlySet<number>;
  readonly extraWork: ReadonlySet<number>;
  /** Some window runs over midnight, so a day may be open by what began the day before. */
  readonly overMidnight: boolean;
  /** Open at every instant: seven days from 00:00 to 24:00 and no day off. */
  readonly alwaysOpen: boolean;
}

export interface ReadCalendar {
  /** Absent when the time zone is unknown; other problems leave out what cannot be read. */
  readonly calendar?: WorkingCalendar;
  readonly problems: readonly CalendarProblem[];
}

const secondsPerWeek = 604_800;

/** Reads a calendar; every fault is reported with the text it was found in. */
export function readCalendar(input: CalendarInput): ReadCalendar {
  const { week, problems: weekProblems } = parseWeek(input.week);
  const problems = [...weekProblems];
  const days = (dates: readonly string[]): number[] =>
    dates.flatMap((date) => {
      const day = parseDate(date);
      if (day === undefined) problems.push({ kind: 'unreadable_date', value: date });
      return day === undefined ? [] : [day];
    });
  const extraOff = new Set(days(input.extraOff ?? []));
  const extraWork = new Set(days(input.extraWork ?? []));
  for (const date of input.extraWork ?? []) {
    if (extraOff.has(parseDate(date) ?? Number.NaN)) {
      problems.push({ kind: 'off_and_worked', value: date });
    }
  }
  const listed = typeof input.holidays === 'object' ? days(input.holidays) : [];
  const zone = zoneOf(input.timezone);
  if (zone === undefined) {
    return { problems: [...problems, { kind: 'unknown_time_zone', value: input.timezone }] };
  }
  // A week that is never closed needs no word on holidays.
  const full = secondsPerOpenWeek(week) === secondsPerWeek;
  const none = input.holidays === 'none' || (input.holidays === undefined && full);
  const holidays = none ? listedHolidays([]) : holidaysOf(input.holidays, listed);
  const overMidnight = week.flat().some(({ end }) => end > 86_400);
  const alwaysOpen = full && extraOff.size === 0 && (none || input.holidays?.length === 0);
  const calendar = { zone, week, holidays, extraOff, extraWork, overMidnight, alwaysOpen };
  return { calendar, problems };
}

/** Without a word on holidays every day is unknown. */
function holidaysOf(declared: CalendarInput['holidays'], listed: readonly number[]): Holidays {
  if (declared === undefined) return () => ({ unknown: 'holidays_undeclared' });
  return typeof declared === 'string' ? countryHolidays(declared) : listedHolidays(listed);
}

/** The same weekly hours without any holiday, extra day off or make-up day: the nominal week. */
export function withoutHolidays(calendar: WorkingCalendar): WorkingCalendar {
  return {
    ...calendar,
    holidays: listedHolidays([]),
    extraOff: new Set(),
    extraWork: new Set(),
    alwaysOpen: secondsPerOpenWeek(calendar.week) === secondsPerWeek,
  };
}

/**
 * The windows that begin on a day (days since 1970-01-01, in the calendar's zone).
 *
 * A make-up workday has the hours of the first weekday from Monday to Friday that has any, since
 * it stands in for such a day. What the project adds (`extraOff`, then `extraWork`) goes before
 * the holidays and is known even in a year whose holidays are not.
 */
export function windowsOn(calendar: WorkingCalendar, day: number): Known<readonly OpenWindow[]> {
  if (calendar.extraOff.has(day)) return known([]);
  // 1970-01-01 was a Thursday, day 3 of a week that begins on Monday.
  const own = calendar.week[(((day + 3) % 7) + 7) % 7] ?? [];
  const mark = calendar.extraWork.has(day) ? 'work' : calendar.holidays(day);
  if (mark === 'off') return known([]);
  if (mark === 'plain') return known(own);
  if (mark === 'work') {
    return known(calendar.week.slice(0, 5).find(({ length }) => length > 0) ?? own);
  }
  return unknown(mark.unknown, mark.unknown === 'holidays_unpublished' ? [yearOf(day)] : []);
}

/** Nominal open seconds per week: the declared windows, holidays left aside. */
export function openSecondsPerWeek(calendar: WorkingCalendar): number {
  return secondsPerOpenWeek(calendar.week);
}

/** Whether no day can ever be open: no window in the week at all. */
export function neverOpens(calendar: WorkingCalendar): boolean {
  return calendar.week.every(({ length }) => length === 0);
}
