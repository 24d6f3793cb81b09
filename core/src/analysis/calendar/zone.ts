/** An IANA time zone: how far local time is ahead of UTC, in seconds, at an instant. */
export interface Zone {
  readonly name: string;
  offsetAt(instant: number): number;
}

const secondsPerDay = 86_400;

/** The zone of an IANA name; nothing when the name is unknown. */
export function zoneOf(name: string): Zone | undefined {
  const format = formatOf(name);
  if (format === undefined) return undefined;
  const atMidnight = new Map<number, number>();
  const midnight = (day: number): number => {
    const found = atMidnight.get(day);
    if (found !== undefined) return found;
    const offset = readOffset(format, day * secondsPerDay);
    atMidnight.set(day, offset);
    return offset;
  };
  return {
    name,
    offsetAt(instant) {
      const day = Math.floor(instant / secondsPerDay);
      const offset = midnight(day);
      // No zone has changed its clock twice in one day of UTC.
      return offset === midnight(day + 1) ? offset : readOffset(format, instant);
    },
  };
}

function formatOf(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const whole = Math.floor(instant);
  const fields: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole * 1000)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - whole;
}

/** Local time of an instant, as seconds since 1970-01-01T00:00 by the clock on the wall. */
export function localOf(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant);
}

/**
 * The instant of a local time. A local time that the clock skips is the instant of the change; of
 * a local time that comes twice the earlier or the later instant is taken, as asked.
 */
export function instantOf(zone: Zone, local: number, twice: 'earlier' | 'later'): number {
  const before = zone.offsetAt(local - zone.offsetAt(local) - secondsPerDay);
  const after = zone.offsetAt(local - zone.offsetAt(local) + secondsPerDay);
  if (before === after) return local - before;
  const candidates = [local - before, local - after]
    .filter((instant) => localOf(zone, instant) === local)
    .toSorted((a, b) => a - b);
  const found = twice === 'earlier' ? candidates[0] : candidates.at(-1);
  return found ?? changeBetween(zone, local - after, local - before);
}

/** The first whole second in (low, high] with the offset that holds at `high`. */
function changeBetween(zone: Zone, low: number, high: number): number {
  const target = zone.offsetAt(high);
  let [from, to] = [Math.floor(low), Math.ceil(high)];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (zone.offsetAt(middle) === target) to = middle;
    else from = middle;
  }
  return to;
}
