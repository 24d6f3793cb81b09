import { readCalendar, type WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import { mapsIn } from '../flow.ts';
import type { Views } from '../model.ts';
import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';

/** The calendars of a model, ready to calculate with; one whose time zone is unknown is left out. */
export function calendarsOf(views: Views): ReadonlyMap<string, WorkingCalendar> {
  return new Map(
    // The process stands before the organisation, and its entries win.
    mapsIn(views, 'calendars')
      .toReversed()
      .flatMap((entry) => {
        const calendar = calendarOf(entry);
        return calendar === undefined ? [] : [[String(entry['id']), calendar] as const];
      }),
  );
}

function calendarOf(entry: PlainMap): WorkingCalendar | undefined {
  return readCalendar({
    timezone: stringAt(entry, 'timezone') ?? '',
    week: weekOf(entry['week']),
    ...holidaysOf(entry['holidays']),
    extraOff: textsIn(entry['extraOff']),
    extraWork: textsIn(entry['extraWork']),
  }).calendar;
}

/** The seats of some hours and days, as a calendar with the zone and holidays of the role's own. */
export function shiftCalendar(
  entry: PlainMap,
  shift: { readonly days: string; readonly window: string },
): WorkingCalendar | undefined {
  // Who is there around the clock has no holidays, whether that is said or not.
  const holidays = calendarOf(entry)?.alwaysOpen === true ? { holidays: 'none' } : {};
  return calendarOf({ ...entry, ...holidays, week: { [shift.days]: [shift.window] } });
}

function weekOf(week: unknown): Readonly<Record<string, readonly string[]>> {
  if (!isMap(week)) return {};
  return Object.fromEntries(
    Object.entries(week)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, windows]) => [key, textsIn(windows)]),
  );
}

function holidaysOf(holidays: unknown): { readonly holidays?: string | readonly string[] } {
  if (typeof holidays === 'string') return { holidays };
  return Array.isArray(holidays) ? { holidays: textsIn(holidays) } : {};
}

function textsIn(list: unknown): readonly string[] {
  return listOf(list).filter((each) => typeof each === 'string');
}

/** The calendar that counts where nothing names one. */
export function defaultCalendarOf({ process, organization }: Views): string | undefined {
  return (
    stringAt(process ?? {}, 'defaultCalendar') ?? stringAt(organization ?? {}, 'defaultCalendar')
  );
}
