import { neverOpens, windowsOn, type WorkingCalendar } from './calendar.ts';
import { unknown, type Unknown } from './known.ts';
import { instantOf, localOf } from './zone.ts';

const secondsPerDay = 86_400;

/**
 * The openings of a calendar between two instants (seconds since 1970-01-01T00:00Z), in order and
 * merged, with the open time summed up, so that questions take one binary search.
 */
export interface Timeline {
  readonly from: number;
  /** Until here the calendar is known; before the instant asked for when a year is unknown. */
  readonly until: number;
  /** Why the calendar is not known beyond `until`. */
  readonly unknown?: Unknown;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Open seconds before each start; the last entry is the total. */
  readonly before: readonly number[];
}

/** The openings of a calendar in [from, until), as far as its days are known. */
export function timelineOf(calendar: WorkingCalendar, from: number, until: number): Timeline {
  const builder = new Builder(from);
  if (neverOpens(calendar)) {
    return { ...builder.finish(until), unknown: unknown('never_open') };
  }
  const first = localDay(calendar, from) - (calendar.overMidnight ? 1 : 0);
  const last = localDay(calendar, until);
  for (let day = first; day <= last; day += 1) {
    const start = instantOf(calendar.zone, day * secondsPerDay, 'earlier');
    if (start >= until) break;
    const windows = windowsOn(calendar, day);
    if (!windows.known) return { ...builder.finish(Math.max(from, start)), unknown: windows };
    for (const window of windows.value) {
      const opens = instantOf(calendar.zone, day * secondsPerDay + window.start, 'earlier');
      const closes = instantOf(calendar.zone, day * secondsPerDay + window.end, 'later');
      builder.add(Math.max(opens, from), Math.min(closes, until));
    }
  }
  return builder.finish(until);
}

/** The day of an instant in the calendar's zone, counted from 1970-01-01. */
export function localDay(calendar: WorkingCalendar, instant: number): number {
  return Math.floor(localOf(calendar.zone, instant) / secondsPerDay);
}

class Builder {
  private readonly from: number;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(from: number) {
    this.from = from;
  }

  /** Windows come in the order of their starts; what touches or overlaps is merged. */
  add(start: number, end: number): void {
    if (end <= start) return;
    const last = this.ends.at(-1);
    if (last === undefined || start > last) {
      this.starts.push(start);
      this.ends.push(end);
    } else if (end > last) {
      this.ends[this.ends.length - 1] = end;
    }
  }

  finish(until: number): Timeline {
    const kept = this.starts.filter((start) => start < until).length;
    const starts = this.starts.slice(0, kept);
    const ends = this.ends.slice(0, kept).map((end) => Math.min(end, until));
    const before = [0];
    for (const [at, start] of starts.entries()) {
      before.push((before[at] ?? 0) + (ends[at] ?? start) - start);
    }
    return { from: this.from, until, starts, ends, before };
  }
}

/** Index of the last entry at or below a value in a rising list; -1 when there is none. */
function lastAtMost(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Open seconds from the beginning of the timeline to an instant within it. */
export function openBefore(timeline: Timeline, instant: number): number {
  const at = lastAtMost(timeline.starts, instant);
  if (at < 0) return 0;
  const [start = 0, end = 0] = [timeline.starts[at], timeline.ends[at]];
  return (timeline.before[at] ?? 0) + Math.min(instant, end) - start;
}

/** The total open time of a timeline, in seconds. */
export function totalOpen(timeline: Timeline): number {
  return timeline.before.at(-1) ?? 0;
}

/**
 * The earliest instant by which so many seconds have been open since the beginning; nothing when
 * the timeline does not reach that far. Zero seconds are reached at once.
 */
export function reach(timeline: Timeline, seconds: number): number | undefined {
  if (seconds <= 0) return timeline.from;
  if (seconds > totalOpen(timeline)) return undefined;
  let at = lastAtMost(timeline.before, seconds);
  // At the very end of an opening the next one has the same sum before it: the earlier counts.
  if (at > 0 && timeline.before[at] === seconds) at -= 1;
  return (timeline.starts[at] ?? 0) + seconds - (timeline.before[at] ?? 0);
}

/** The instant itself when open, else the next opening; nothing when none is known. */
export function openFrom(timeline: Timeline, instant: number): number | undefined {
  const at = lastAtMost(timeline.starts, instant);
  if (at >= 0 && instant < (timeline.ends[at] ?? 0)) return instant;
  return timeline.starts[at + 1];
}

/** The openings that two timelines share, as far as both are known. */
export function bothOpen(one: Timeline, other: Timeline): Timeline {
  const builder = new Builder(Math.max(one.from, other.from));
  let [i, j] = [0, 0];
  while (i < one.starts.length && j < other.starts.length) {
    const [end, otherEnd] = [one.ends[i] ?? 0, other.ends[j] ?? 0];
    builder.add(Math.max(one.starts[i] ?? 0, other.starts[j] ?? 0), Math.min(end, otherEnd));
    if (end <= otherEnd) i += 1;
    else j += 1;
  }
  const hidden = one.until <= other.until ? one.unknown : other.unknown;
  const shared = builder.finish(Math.min(one.until, other.until));
  return hidden === undefined ? shared : { ...shared, unknown: hidden };
}

/** Open seconds that two timelines share. */
export function sharedOpen(one: Timeline, other: Timeline): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < one.starts.length && j < other.starts.length) {
    const [endOne = 0, endOther = 0] = [one.ends[i], other.ends[j]];
    const start = Math.max(one.starts[i] ?? 0, other.starts[j] ?? 0);
    shared += Math.max(0, Math.min(endOne, endOther) - start);
    if (endOne <= endOther) i += 1;
    else j += 1;
  }
  return shared;
}
