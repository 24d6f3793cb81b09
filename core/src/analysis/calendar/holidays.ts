import { parseDate } from '../../quantity/date.ts';
import { chinaHolidays, type HolidayYear } from './china.ts';
import type { UnknownReason } from './known.ts';

/** What the holidays make of a day, before the week is looked at. */
export type HolidayMark = 'off' | 'work' | 'plain' | { readonly unknown: UnknownReason };

/** Says for a day (days since 1970-01-01) whether it is a holiday or a make-up workday. */
export type Holidays = (day: number) => HolidayMark;

const tables: Readonly<Record<string, Readonly<Record<number, HolidayYear>>>> = {
  CN: chinaHolidays,
};

/** The year of a day counted from 1970-01-01. */
export function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** Days off and make-up days of one year of a table. */
export function marksOf(year: number, table: HolidayYear): ReadonlyMap<number, 'off' | 'work'> {
  const marks = new Map<number, 'off' | 'work'>();
  for (const range of table.off) {
    const [first = '', last = first] = range.split('/');
    const end = parseDate(`${year}-${last}`) ?? Number.NaN;
    for (let day = parseDate(`${year}-${first}`) ?? Number.NaN; day <= end; day += 1) {
      marks.set(day, 'off');
    }
  }
  for (const date of table.work) marks.set(parseDate(`${year}-${date}`) ?? Number.NaN, 'work');
  return marks;
}

/** The holidays of a country; every day is unknown in a year, or a country, without a table. */
export function countryHolidays(country: string): Holidays {
  const table = tables[country];
  if (table === undefined) return () => ({ unknown: 'country_without_table' });
  const years = new Map(
    Object.entries(table).map(([year, entry]) => [Number(year), marksOf(Number(year), entry)]),
  );
  return (day) => {
    const year = years.get(yearOf(day));
    return year === undefined ? { unknown: 'holidays_unpublished' } : (year.get(day) ?? 'plain');
  };
}

/**
 * Holidays given day by day. The list speaks for the years from its first to its last entry; a
 * year it does not reach is unknown. An empty list says there are none.
 */
export function listedHolidays(days: readonly number[]): Holidays {
  if (days.length === 0) return () => 'plain';
  const off = new Set(days);
  const first = yearOf(Math.min(...days));
  const last = yearOf(Math.max(...days));
  return (day) => {
    const year = yearOf(day);
    if (year < first || year > last) return { unknown: 'holidays_unpublished' };
    return off.has(day) ? 'off' : 'plain';
  };
}
