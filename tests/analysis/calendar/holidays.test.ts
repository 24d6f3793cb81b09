import { expect, test } from 'vitest';
import {
  addWorkingDays,
  openSecondsInYear,
  workingDaysInYear,
  workingSeconds,
} from '../../../core/src/analysis/calendar/arithmetic.ts';
import { calendarOf, cn, office, valueOf } from './calendars.ts';

const week = { 'mon-fri': ['09:00-18:00'] };

test('a year outside the table is unknown, not free of holidays', () => {
  const unpublished = { known: false, reason: 'holidays_unpublished', years: [2027] };
  expect(workingDaysInYear(office, 2027)).toEqual(unpublished);
  expect(openSecondsInYear(office, 2027)).toEqual(unpublished);
  expect(workingSeconds(office, cn('2026-12-31 09:00'), cn('2027-01-04 18:00'))).toEqual(
    unpublished,
  );
  expect(addWorkingDays(office, cn('2026-12-31 10:00'), 1)).toEqual(unpublished);
  expect(workingDaysInYear(office, 2023)).toMatchObject({ known: false, years: [2023] });
});

test('a question that stays within the known days is answered at the edge of the table', () => {
  expect(valueOf(workingSeconds(office, cn('2026-12-31 09:00'), cn('2027-01-01 00:00')))).toBe(
    28_800,
  );
});

test('a calendar that says nothing about holidays gives no working time', () => {
  const silent = calendarOf({ week });
  expect(workingDaysInYear(silent, 2026)).toEqual({
    known: false,
    reason: 'holidays_undeclared',
    years: [],
  });
});

test('a calendar that never closes needs no word on holidays', () => {
  const always = calendarOf({ week: { 'mon-sun': ['00:00-24:00'] } });
  expect(always.alwaysOpen).toBe(true);
  expect(valueOf(openSecondsInYear(always, 2031)) / 3600).toBe(8760);
});

test('a country without a table is unknown', () => {
  expect(workingDaysInYear(calendarOf({ week, holidays: 'FR' }), 2026)).toEqual({
    known: false,
    reason: 'country_without_table',
    years: [],
  });
});

test('a list of holidays speaks for the years from its first to its last entry', () => {
  const listed = calendarOf({ week, holidays: ['2025-12-25', '2026-12-25'] });
  // 2025 and 2026 have 261 weekdays each; both Christmas days fall on one.
  expect(valueOf(workingDaysInYear(listed, 2025))).toBe(260);
  expect(valueOf(workingDaysInYear(listed, 2026))).toBe(260);
  expect(workingDaysInYear(listed, 2027)).toMatchObject({ known: false, years: [2027] });
  expect(valueOf(workingDaysInYear(calendarOf({ week, holidays: [] }), 2027))).toBe(261);
});

test('days the project adds go before the holidays, also in an unknown year', () => {
  const own = calendarOf({
    week,
    holidays: 'CN',
    extraOff: ['2026-12-31'],
    extraWork: ['2026-10-01', '2027-01-02'],
  });
  expect(valueOf(workingDaysInYear(own, 2026))).toBe(248);
  expect(valueOf(workingSeconds(own, cn('2027-01-02 00:00'), cn('2027-01-03 00:00')))).toBe(32_400);
});

test('real hours of a year are fewer than 52 nominal weeks', () => {
  expect(valueOf(openSecondsInYear(office, 2026)) / 3600).toBe(248 * 8);
});
