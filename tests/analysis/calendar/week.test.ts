import { expect, test } from 'vitest';
import { openSecondsPerWeek, readCalendar } from '../../../core/src/analysis/calendar/calendar.ts';
import { parseDays, parseWindow } from '../../../core/src/analysis/calendar/week.ts';
import { always, calendarOf, office } from './calendars.ts';

test('a day key names one day, a range, or a range over the end of the week', () => {
  expect(parseDays('wed')).toEqual([2]);
  expect(parseDays('mon-fri')).toEqual([0, 1, 2, 3, 4]);
  expect(parseDays('sat-mon')).toEqual([5, 6, 0]);
  expect(parseDays('mon-sun')).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(parseDays('monday')).toBeUndefined();
  expect(parseDays('mon-fri-sun')).toBeUndefined();
});

test('a window may end at 24:00 or after midnight', () => {
  expect(parseWindow('09:00-12:00')).toEqual({ start: 32_400, end: 43_200 });
  expect(parseWindow('00:00-24:00')).toEqual({ start: 0, end: 86_400 });
  expect(parseWindow('22:00-06:00')).toEqual({ start: 79_200, end: 108_000 });
  expect(parseWindow('24:00-06:00')).toBeUndefined();
  expect(parseWindow('08:00-24:30')).toBeUndefined();
  expect(parseWindow('9:00-12:00')).toBeUndefined();
});

test('hours per week count breaks out and shared hours once', () => {
  expect(openSecondsPerWeek(office) / 3600).toBe(40);
  expect(openSecondsPerWeek(always) / 3600).toBe(168);
  const nights = calendarOf({ week: { 'mon-sun': ['22:00-06:00'] }, holidays: 'none' });
  expect(openSecondsPerWeek(nights) / 3600).toBe(56);
  const { calendar } = readCalendar({
    timezone: 'Asia/Shanghai',
    week: { mon: ['09:00-12:00', '11:00-13:00'], sun: ['20:00-02:00'] },
  });
  expect(calendar && openSecondsPerWeek(calendar) / 3600).toBe(10);
});

test('every fault in the hours is reported with its text', () => {
  const { calendar, problems } = readCalendar({
    timezone: 'Asia/Shanghai',
    week: {
      funday: ['09:00-12:00'],
      tue: ['9-12', '10:00-10:00'],
      wed: ['09:00-12:00', '11:00-13:00'],
    },
    extraOff: ['2026-02-30', '2026-03-02'],
    extraWork: ['2026-03-02'],
  });
  expect(calendar).toBeDefined();
  expect(problems).toEqual([
    { kind: 'unknown_day', value: 'funday' },
    { kind: 'unreadable_window', value: '9-12' },
    { kind: 'empty_window', value: '10:00-10:00' },
    { kind: 'overlapping_windows', value: '' },
    { kind: 'unreadable_date', value: '2026-02-30' },
    { kind: 'off_and_worked', value: '2026-03-02' },
  ]);
});

test('a window over midnight that meets the next opening is an overlap, also from Sunday to Monday', () => {
  const problems = (week: Record<string, string[]>): readonly string[] =>
    readCalendar({ timezone: 'UTC', week, holidays: 'none' }).problems.map(({ kind }) => kind);
  expect(problems({ sun: ['22:00-06:00'], mon: ['05:00-09:00'] })).toEqual(['overlapping_windows']);
  expect(problems({ sun: ['22:00-06:00'], mon: ['06:00-09:00'] })).toEqual([]);
});

test('an unknown time zone gives no calendar', () => {
  const read = readCalendar({ timezone: 'Asia/Peking', week: {} });
  expect(read.calendar).toBeUndefined();
  expect(read.problems).toEqual([{ kind: 'unknown_time_zone', value: 'Asia/Peking' }]);
});
