import {
  readCalendar,
  type CalendarInput,
  type WorkingCalendar,
} from '../../../core/src/analysis/calendar/calendar.ts';
import type { Known } from '../../../core/src/analysis/calendar/known.ts';

/** Seconds since 1970 of an ISO time with its offset. */
export function at(iso: string): number {
  return Date.parse(iso) / 1000;
}

/** A time in China, `2026-01-04 09:00`. */
export function cn(text: string): number {
  return at(`${text.replace(' ', 'T')}:00+08:00`);
}

export function calendarOf(input: Partial<CalendarInput>): WorkingCalendar {
  const { calendar, problems } = readCalendar({ timezone: 'Asia/Shanghai', week: {}, ...input });
  if (calendar === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return calendar;
}

export function valueOf<Value>(result: Known<Value>): Value {
  if (!result.known) throw new Error(`unknown: ${result.reason} ${result.years.join(' ')}`);
  return result.value;
}

/** The office of the complaint example: Monday to Friday with a lunch break, Chinese holidays. */
export const office = calendarOf({
  week: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] },
  holidays: 'CN',
});

/** Monday to Friday 9 to 18, no holidays. */
export const nineToSix = calendarOf({ week: { 'mon-fri': ['09:00-18:00'] }, holidays: 'none' });

export const always = calendarOf({ week: { 'mon-sun': ['00:00-24:00'] } });
