/** One opening of a weekday, in seconds after its midnight; `end` beyond 86 400 is the next day. */
export interface OpenWindow {
  readonly start: number;
  readonly end: number;
}

/** The openings of the seven weekdays, Monday first. */
export type OpenWeek = readonly (readonly OpenWindow[])[];

/** What is wrong with the hours of a calendar. `value` is the text it was found in. */
export interface CalendarProblem {
  readonly kind:
    | 'unknown_time_zone'
    | 'unknown_day'
    | 'unreadable_window'
    | 'empty_window'
    | 'overlapping_windows'
    | 'unreadable_date'
    | 'off_and_worked';
  readonly value: string;
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const secondsPerDay = 86_400;
const secondsPerWeek = 7 * secondsPerDay;

/**
 * Weekdays of a key, Monday as 0: `sat`, `mon-fri`, also over the end of the week (`sat-mon`).
 * Nothing when the text is no such key.
 */
export function parseDays(key: string): readonly number[] | undefined {
  const [from = '', to = from, ...rest] = key.trim().toLowerCase().split('-');
  const [first, last] = [dayNames.indexOf(from), dayNames.indexOf(to)];
  if (first < 0 || last < 0 || rest.length > 0) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => (first + offset) % 7);
}

/**
 * `09:00-12:00`, to midnight as `24:00`. A window whose end is before its start runs over midnight
 * and belongs to the day it starts on. Nothing when the text is no window.
 */
export function parseWindow(text: string): OpenWindow | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const start = Number(match[1]) * 3600 + Number(match[2]) * 60;
  const end = Number(match[3]) * 3600 + Number(match[4]) * 60;
  if (end > secondsPerDay) return undefined;
  return { start, end: end < start ? end + secondsPerDay : end };
}

/** Reads the weekly hours; what cannot be read is reported and left out. */
export function parseWeek(week: Readonly<Record<string, readonly string[]>>): {
  readonly week: OpenWeek;
  readonly problems: readonly CalendarProblem[];
} {
  const problems: CalendarProblem[] = [];
  const result: OpenWindow[][] = dayNames.map(() => []);
  for (const [key, texts] of Object.entries(week)) {
    const days = parseDays(key);
    if (days === undefined) problems.push({ kind: 'unknown_day', value: key });
    for (const text of texts) {
      const window = parseWindow(text);
      if (window === undefined) problems.push({ kind: 'unreadable_window', value: text });
      else if (window.start === window.end) problems.push({ kind: 'empty_window', value: text });
      else for (const day of days ?? []) result[day]?.push(window);
    }
  }
  for (const windows of result) windows.sort((a, b) => a.start - b.start);
  if (overlaps(result)) problems.push({ kind: 'overlapping_windows', value: '' });
  return { week: result, problems };
}

/** The openings of a week in seconds after Monday's midnight, in order, not yet merged. */
function flat(week: OpenWeek): OpenWindow[] {
  return week
    .flatMap((windows, day) =>
      windows.map(({ start, end }) => ({
        start: start + day * secondsPerDay,
        end: end + day * secondsPerDay,
      })),
    )
    .toSorted((a, b) => a.start - b.start);
}

function overlaps(week: OpenWeek): boolean {
  const windows = flat(week);
  const [first] = windows;
  // Sunday's window over midnight meets Monday's first one.
  const round = first === undefined ? [] : [{ start: first.start + secondsPerWeek, end: 0 }];
  return [...windows.slice(1), ...round].some(({ start }, at) => start < (windows[at]?.end ?? 0));
}

/**
 * Nominal open seconds of a week, by the clock on the wall and without holidays; hours that two
 * windows share count once.
 */
export function secondsPerOpenWeek(week: OpenWeek): number {
  const windows = flat(week);
  let open = 0;
  let until = (windows.at(-1)?.end ?? 0) - secondsPerWeek;
  for (const { start, end } of windows) {
    open += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return open;
}
