import { expect, test } from 'vitest';
import { workingDaysInYear } from '../../../core/src/analysis/calendar/arithmetic.ts';
import { windowsOn } from '../../../core/src/analysis/calendar/calendar.ts';
import { chinaHolidays } from '../../../core/src/analysis/calendar/china.ts';
import { parseDate, formatDate } from '../../../core/src/quantity/date.ts';
import { calendarOf, office, valueOf } from './calendars.ts';

const year = (number: number): number[] => {
  const first = parseDate(`${number}-01-01`) ?? 0;
  const last = parseDate(`${number}-12-31`) ?? 0;
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
};
const worked = (day: number): boolean => valueOf(windowsOn(office, day)).length > 0;

/*
 * By hand: weekdays of the year, less the holidays that fall on one, plus the make-up days.
 * 2024: 262 - (1 + 5 + 2 + 3 + 1 + 2 + 5) + 8; 2025: 261 - (1 + 6 + 1 + 3 + 1 + 6) + 5;
 * 2026: 261 - (2 + 6 + 1 + 3 + 1 + 1 + 5) + 6.
 */
test('China has 251, 248 and 248 working days in 2024, 2025 and 2026', () => {
  expect([2024, 2025, 2026].map((each) => valueOf(workingDaysInYear(office, each)))).toEqual([
    251, 248, 248,
  ]);
});

test('days of the 2026 notice are off, its make-up days are worked', () => {
  const off = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-23', '2026-10-07'];
  const make = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  const plain = ['2026-01-05', '2026-02-24', '2026-04-07', '2026-10-08'];
  const of = (dates: string[]): boolean[] => dates.map((date) => worked(parseDate(date) ?? 0));
  expect(of(off)).toEqual(off.map(() => false));
  expect(of(make)).toEqual(make.map(() => true));
  expect(of(plain)).toEqual(plain.map(() => true));
});

test('every make-up day of the table is a Saturday or Sunday', () => {
  const days = Object.entries(chinaHolidays).flatMap(([of, { work }]) =>
    work.map((date) => new Date(`${of}-${date}T00:00Z`).getUTCDay()),
  );
  expect(days).toHaveLength(19);
  expect(days.every((day) => day === 0 || day === 6)).toBe(true);
});

test('a make-up day has the hours of a weekday', () => {
  const shop = calendarOf({
    week: { 'mon-fri': ['08:00-20:00'], sat: ['10:00-12:00'] },
    holidays: 'CN',
  });
  expect(valueOf(windowsOn(shop, parseDate('2026-02-14') ?? 0))).toEqual([
    { start: 28_800, end: 72_000 },
  ]);
  expect(valueOf(windowsOn(shop, parseDate('2026-02-07') ?? 0))).toEqual([
    { start: 36_000, end: 43_200 },
  ]);
});

/** The package is compared when it is installed; its name in a variable keeps it optional. */
const packageName = 'chinese-days';
interface ChineseDays {
  readonly isWorkday: (date: string) => boolean;
}
const other = await import(packageName).then(
  (module: { default?: ChineseDays } & ChineseDays) => module.default ?? module,
  () => undefined,
);

test.skipIf(other === undefined)(
  'each day of 2024 to 2026 is worked exactly when chinese-days says so',
  () => {
    const days = [2024, 2025, 2026].flatMap(year);
    expect(days).toHaveLength(1096);
    expect(
      days.filter((day) => worked(day) !== other?.isWorkday(formatDate(day))).map(formatDate),
    ).toEqual([]);
  },
);
