/**
 * A length of time as a process file writes it: `90s 5min 2h 3d 10wd 2w 3mo 1y`, ISO 8601, or
 * Chinese (`2小时`, `10个工作日`), also joined (`1h30min`, `1小时30分钟`).
 *
 * Days and weeks are natural (24 h, 7 d). Working days have no length without a calendar and
 * months none without a date, so each is kept apart.
 */
export interface Duration {
  readonly seconds: number;
  readonly workingDays: number;
  /** Calendar months; a year is twelve. */
  readonly months: number;
}

type Part = keyof Duration;

/** Average length of a Gregorian month, 365.25 d / 12; for rates and comparisons, not for dates. */
export const secondsPerMonth = 30.4375 * 86_400;

const units: ReadonlyMap<string, readonly [Part, number]> = new Map([
  ['s', ['seconds', 1]],
  ['秒', ['seconds', 1]],
  ['秒钟', ['seconds', 1]],
  ['min', ['seconds', 60]],
  ['分', ['seconds', 60]],
  ['分钟', ['seconds', 60]],
  ['h', ['seconds', 3600]],
  ['小时', ['seconds', 3600]],
  ['个小时', ['seconds', 3600]],
  ['d', ['seconds', 86_400]],
  ['天', ['seconds', 86_400]],
  ['日', ['seconds', 86_400]],
  ['个自然日', ['seconds', 86_400]],
  ['自然日', ['seconds', 86_400]],
  ['w', ['seconds', 604_800]],
  ['周', ['seconds', 604_800]],
  ['wd', ['workingDays', 1]],
  ['工作日', ['workingDays', 1]],
  ['个工作日', ['workingDays', 1]],
  ['mo', ['months', 1]],
  ['月', ['months', 1]],
  ['个月', ['months', 1]],
  ['y', ['months', 12]],
  ['年', ['months', 12]],
]);

const term = /(\d+(?:\.\d+)?) ?([a-z]+|[\u4e00-\u9fff]+) ?/y;

/** Reads a duration; nothing when the text is none. Zero is a duration, a negative one is not. */
export function parseDuration(text: string): Duration | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('P')) return parseIso(trimmed);
  const total = { seconds: 0, workingDays: 0, months: 0 };
  term.lastIndex = 0;
  if (trimmed === '') return undefined;
  while (term.lastIndex < trimmed.length) {
    const match = term.exec(trimmed);
    const unit = units.get(match?.[2] ?? '');
    if (match === null || unit === undefined) return undefined;
    total[unit[0]] += Number(match[1]) * unit[1];
  }
  return total;
}

const iso =
  /^P(?=.)(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=.)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

function parseIso(text: string): Duration | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return {
    seconds: weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds,
    workingDays: 0,
    months: years * 12 + months,
  };
}

/** Length in seconds, a month at its average; nothing when working days are part of it. */
export function secondsOf(duration: Duration): number | undefined {
  if (duration.workingDays > 0) return undefined;
  return duration.seconds + duration.months * secondsPerMonth;
}
