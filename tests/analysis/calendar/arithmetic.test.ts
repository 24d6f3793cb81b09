import { expect, test } from 'vitest';
import {
  addWorkingDays,
  addWorkingSeconds,
  nextOpening,
  openSecondsInYear,
  overlapSeconds,
  workingDaysBetween,
  workingSeconds,
} from '../../../core/src/analysis/calendar/arithmetic.ts';
import { always, at, calendarOf, cn, nineToSix, office, valueOf } from './calendars.ts';

const hours = (from: string, until: string): number =>
  valueOf(workingSeconds(office, cn(from), cn(until))) / 3600;

test('working time leaves out breaks, nights, weekends and holidays', () => {
  expect(hours('2026-03-02 09:00', '2026-03-02 18:00')).toBe(8);
  expect(hours('2026-03-02 11:30', '2026-03-02 13:15')).toBe(0.75);
  expect(hours('2026-03-06 17:00', '2026-03-09 10:00')).toBe(2);
  // Spring Festival: off from the 15th to the 23rd, the Saturday before worked.
  expect(hours('2026-02-13 17:00', '2026-02-24 10:00')).toBe(10);
  expect(hours('2026-03-02 12:00', '2026-03-02 13:00')).toBe(0);
});

test('working time added begins at the next opening and runs over breaks', () => {
  const due = (from: string, seconds: number): number =>
    valueOf(addWorkingSeconds(office, cn(from), seconds));
  expect(due('2026-03-02 08:00', 3600)).toBe(cn('2026-03-02 10:00'));
  expect(due('2026-03-02 11:30', 3600)).toBe(cn('2026-03-02 13:30'));
  expect(due('2026-03-02 09:00', 10_800)).toBe(cn('2026-03-02 12:00'));
  expect(due('2026-03-06 17:30', 3600)).toBe(cn('2026-03-09 09:30'));
  expect(due('2026-03-02 09:00', 40 * 3600)).toBe(cn('2026-03-06 18:00'));
  // 1 000 h are 125 working days; the search looks further than its first weeks.
  expect(due('2026-01-05 09:00', 1000 * 3600)).toBeGreaterThan(cn('2026-06-30 00:00'));
});

test('a promise in working days is due at the close of the n-th working day after receipt', () => {
  const due = (from: string, days: number): number =>
    valueOf(addWorkingDays(office, cn(from), days));
  expect(due('2026-03-02 09:00', 1)).toBe(cn('2026-03-03 18:00'));
  expect(due('2026-03-02 23:00', 1)).toBe(cn('2026-03-03 18:00'));
  expect(due('2026-03-06 10:00', 1)).toBe(cn('2026-03-09 18:00'));
  expect(due('2026-03-07 10:00', 2)).toBe(cn('2026-03-10 18:00'));
  expect(due('2026-02-13 10:00', 1)).toBe(cn('2026-02-14 18:00'));
  expect(due('2026-02-13 10:00', 2)).toBe(cn('2026-02-24 18:00'));
  expect(due('2026-03-02 10:00', 0)).toBe(cn('2026-03-02 18:00'));
  expect(due('2026-03-01 10:00', 0)).toBe(cn('2026-03-02 18:00'));
});

test('the next opening is now when open', () => {
  expect(valueOf(nextOpening(office, cn('2026-03-02 10:00')))).toBe(cn('2026-03-02 10:00'));
  expect(valueOf(nextOpening(office, cn('2026-03-02 12:00')))).toBe(cn('2026-03-02 13:00'));
  expect(valueOf(nextOpening(office, cn('2026-09-30 18:00')))).toBe(cn('2026-10-08 09:00'));
});

test('a window over midnight belongs to the day it starts on', () => {
  const nights = calendarOf({ week: { fri: ['22:00-06:00'] }, holidays: 'none' });
  expect(valueOf(workingSeconds(nights, cn('2026-03-07 00:00'), cn('2026-03-08 00:00')))).toBe(
    21_600,
  );
  expect(valueOf(workingSeconds(nights, cn('2026-03-06 00:00'), cn('2026-03-07 00:00')))).toBe(
    7200,
  );
  expect(valueOf(workingDaysBetween(nights, '2026-03-06', '2026-03-07'))).toBe(1);
  expect(valueOf(addWorkingDays(nights, cn('2026-03-05 10:00'), 1))).toBe(cn('2026-03-07 06:00'));
  const off = calendarOf({ week: { fri: ['22:00-06:00'] }, holidays: ['2026-03-06'] });
  expect(valueOf(workingSeconds(off, cn('2026-03-06 00:00'), cn('2026-03-08 00:00')))).toBe(0);
});

test('a day of the change to summer time has 23 hours, one of the change back 25', () => {
  const berlin = calendarOf({ timezone: 'Europe/Berlin', week: { 'mon-sun': ['00:00-24:00'] } });
  const of = (from: string, until: string): number =>
    valueOf(workingSeconds(berlin, at(from), at(until))) / 3600;
  expect(of('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(23);
  expect(of('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(25);
});

test('windows keep to the clock on the wall when it changes', () => {
  const night = calendarOf({
    timezone: 'Europe/Berlin',
    week: { sat: ['22:00-06:00'] },
    holidays: 'none',
  });
  const of = (from: string, until: string): number =>
    valueOf(workingSeconds(night, at(from), at(until))) / 3600;
  expect(of('2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00')).toBe(7);
  expect(of('2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00')).toBe(9);
  const office9 = calendarOf({
    timezone: 'America/New_York',
    week: { 'mon-fri': ['09:00-17:00'] },
    holidays: 'none',
  });
  expect(valueOf(addWorkingDays(office9, at('2026-03-06T10:00-05:00'), 1))).toBe(
    at('2026-03-09T17:00-04:00'),
  );
});

test('a window in the hour that the clock skips is empty, in the hour that comes twice doubled', () => {
  const early = calendarOf({
    timezone: 'Europe/Berlin',
    week: { sun: ['02:00-03:00'] },
    holidays: 'none',
  });
  const of = (from: string, until: string): number =>
    valueOf(workingSeconds(early, at(from), at(until))) / 3600;
  expect(of('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(0);
  expect(of('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(2);
  expect(of('2026-06-07T00:00+02:00', '2026-06-08T00:00+02:00')).toBe(1);
});

test('a window that ends in the hour that comes twice ends the second time', () => {
  const early = calendarOf({
    timezone: 'Europe/Berlin',
    week: { sun: ['02:00-02:30'] },
    holidays: 'none',
  });
  const [from, until] = [at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00')];
  expect(valueOf(workingSeconds(early, from, until)) / 3600).toBe(1.5);
});

test('a zone whose winter is summer time, and one of half an hour, are read right', () => {
  const sydney = calendarOf({
    timezone: 'Australia/Sydney',
    week: { mon: ['09:00-10:00'] },
    holidays: 'none',
  });
  expect(valueOf(nextOpening(sydney, at('2026-01-11T00:00Z')))).toBe(at('2026-01-12T09:00+11:00'));
  expect(valueOf(nextOpening(sydney, at('2026-07-12T00:00Z')))).toBe(at('2026-07-13T09:00+10:00'));
  const delhi = calendarOf({
    timezone: 'Asia/Kolkata',
    week: { mon: ['09:00-10:00'] },
    holidays: 'none',
  });
  expect(valueOf(nextOpening(delhi, at('2026-01-11T00:00Z')))).toBe(at('2026-01-12T09:00+05:30'));
});

test('overlap is the time both are open', () => {
  const week = (calendar: typeof office, other: typeof office): number =>
    valueOf(overlapSeconds(calendar, other, cn('2026-03-02 00:00'), cn('2026-03-09 00:00'))) / 3600;
  const evenings = calendarOf({ week: { 'mon-fri': ['17:00-22:00'] }, holidays: 'none' });
  expect(week(nineToSix, evenings)).toBe(5);
  expect(week(office, nineToSix)).toBe(40);
  expect(week(always, nineToSix)).toBe(45);
  const london = calendarOf({
    timezone: 'Europe/London',
    week: { 'mon-fri': ['09:00-17:30'] },
    holidays: 'none',
  });
  expect(week(nineToSix, london)).toBe(5);
});

test('calendars that never meet overlap by zero, and one that never opens is said to be so', () => {
  const weekend = calendarOf({ week: { 'sat-sun': ['09:00-18:00'] }, holidays: 'none' });
  const from = cn('2026-01-01 00:00');
  expect(valueOf(overlapSeconds(nineToSix, weekend, from, from + 365 * 86_400))).toBe(0);
  const closed = calendarOf({ holidays: 'none' });
  expect(addWorkingSeconds(closed, from, 1)).toMatchObject({ known: false, reason: 'never_open' });
  expect(addWorkingDays(closed, from, 1)).toMatchObject({ known: false, reason: 'never_open' });
  expect(workingSeconds(closed, from, from + 1)).toMatchObject({
    known: false,
    reason: 'never_open',
  });
  expect(valueOf(openSecondsInYear(closed, 2026))).toBe(0);
  expect(valueOf(overlapSeconds(closed, nineToSix, from, from + 604_800))).toBe(0);
});
