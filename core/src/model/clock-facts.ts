import { mapsIn } from './flow.ts';
import type { Views } from './model.ts';
import { addFact, isMap, listOf, mapAt, stringAt, type PlainMap } from './plain.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const minutesPerDay = 24 * 60;

/**
 * `openHours` of a calendar: hours of an ordinary week, holidays left aside; absent where two keys
 * speak of the same weekday, of which one may be meant to replace the other. `aroundTheClock`: no
 * minute of the week is left out. `seatHours` of a role: seats times hours of an ordinary week;
 * absent where its seats or hours are not declared.
 */
export function addClockFacts(views: Views): void {
  const calendars = mapsIn(views, 'calendars');
  for (const calendar of calendars) {
    const week = mapAt(calendar, 'week') ?? {};
    const minutes = openMinutes(week);
    const keys = Object.keys(week).flatMap((key) => daysIn(key));
    if (new Set(keys).size === keys.length) addFact(calendar, 'openHours', minutes.size / 60);
    addFact(calendar, 'aroundTheClock', minutes.size === 7 * minutesPerDay);
  }
  const byId = new Map(calendars.map((calendar) => [calendar['id'], calendar]));
  const usual =
    stringAt(views.process ?? {}, 'defaultCalendar') ??
    stringAt(views.organization ?? {}, 'defaultCalendar');
  for (const role of mapsIn(views, 'roles')) {
    const calendar = byId.get(stringAt(role, 'calendar') ?? usual);
    const hours = seatHoursOf(role['onShift'], calendar);
    if (hours !== undefined) addFact(role, 'seatHours', hours);
  }
}

function seatHoursOf(onShift: unknown, calendar: PlainMap | undefined): number | undefined {
  const open = calendar?.['openHours'];
  if (typeof onShift === 'number') return typeof open === 'number' ? onShift * open : undefined;
  if (!Array.isArray(onShift) || onShift.length === 0) return undefined;
  const shifts = onShift.filter(isMap).map((shift) => {
    const window = windowOf(shift['when']);
    const seats = shift['seats'];
    if (window === undefined || typeof seats !== 'number') return undefined;
    const named = stringAt(shift, 'days');
    const number = named === undefined ? openDays(calendar) : daysIn(named).length;
    return (seats * (window.end - window.start) * number) / 60;
  });
  return shifts.reduce(
    (sum, hours) => (sum === undefined || hours === undefined ? undefined : sum + hours),
    0,
  );
}

/** On how many weekdays a calendar opens; every day, where none is named. */
function openDays(calendar: PlainMap | undefined): number {
  const week = calendar && mapAt(calendar, 'week');
  if (week === undefined) return days.length;
  const open = Object.entries(week).filter(([, windows]) => listOf(windows).length > 0);
  return new Set(open.flatMap(([key]) => daysIn(key))).size;
}

/** The open minutes of a week, counted from Monday 00:00; a window over midnight runs into the next day. */
function openMinutes(week: PlainMap): ReadonlySet<number> {
  const minutes = new Set<number>();
  for (const [key, windows] of Object.entries(week)) {
    for (const day of daysIn(key)) {
      for (const each of listOf(windows)) {
        const window = windowOf(each);
        if (window === undefined) continue;
        for (let minute = window.start; minute < window.end; minute++) {
          minutes.add((days.indexOf(day) * minutesPerDay + minute) % (7 * minutesPerDay));
        }
      }
    }
  }
  return minutes;
}

/** The weekdays of a key such as `mon-fri`; a range may run over Sunday. */
function daysIn(key: string): readonly string[] {
  const [first = '', last = first] = key.split('-');
  const [from, to] = [days.indexOf(first), days.indexOf(last)];
  if (from < 0 || to < 0) return [];
  const length = ((to - from + days.length) % days.length) + 1;
  return Array.from({ length }, (_, index) => days[(from + index) % days.length] ?? '');
}

/** Minutes from midnight; `end` lies on the next day, and so behind 24:00, for a window over midnight. */
function windowOf(text: unknown): { start: number; end: number } | undefined {
  const match = typeof text === 'string' ? /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text.trim()) : null;
  if (match === null) return undefined;
  const [from = 0, fromMinute = 0, to = 0, toMinute = 0] = match.slice(1).map(Number);
  const start = from * 60 + fromMinute;
  const end = to * 60 + toMinute;
  return { start, end: end > start ? end : end + minutesPerDay };
}
