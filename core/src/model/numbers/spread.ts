import type { DurationModel } from '../../analysis/time/distribution/duration.ts';
import { openSecondsPerWeek, type WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import type { Source } from '../../analysis/time/flow.ts';
import { parseDuration, secondsOf } from '../../quantity/duration.ts';
import { isMap, stringAt, type PlainMap } from '../plain.ts';

/** A declared length of time. */
export interface Spread {
  readonly duration: DurationModel;
  /** Calendar that the file names beside it. */
  readonly calendar?: string;
  /** `assumed` where the shape is not the author's. */
  readonly source: Source;
}

/**
 * Reads `time.work` and its like: a length, {min, likely, max}, {p50, p90}, {mean, sd} or {value},
 * with a shape. Without one, three numbers are a triangle and {mean, sd} is lognormal; a mean alone
 * has no shape that could be assumed, and is taken as fixed.
 *
 * @param calendar whose working days `wd` are
 */
export function spreadOf(
  value: unknown,
  calendar: WorkingCalendar | undefined,
): Spread | undefined {
  if (typeof value === 'string') {
    const seconds = lengthOf(value, calendar);
    return seconds === undefined
      ? undefined
      : { duration: { kind: 'fixed', value: seconds }, source: 'declared' };
  }
  if (!isMap(value)) return undefined;
  const named = stringAt(value, 'calendar');
  const shaped = shapeOf(value, (key) => lengthOf(value[key], calendar));
  return shaped && { ...shaped, ...(named === undefined ? {} : { calendar: named }) };
}

function shapeOf(
  value: PlainMap,
  read: (key: string) => number | undefined,
): Pick<Spread, 'duration' | 'source'> | undefined {
  const [min, likely, max] = [read('min'), read('likely'), read('max')];
  const [p50, p90, mean, sd, fixed] = [
    read('p50'),
    read('p90'),
    read('mean'),
    read('sd'),
    read('value'),
  ];
  const shape = stringAt(value, 'distribution');
  if (min !== undefined && max !== undefined) {
    if (likely === undefined || shape === 'uniform') {
      return { duration: { kind: 'uniform', min, max }, source: 'declared' };
    }
    const kind = shape === 'pert' ? 'pert' : 'triangular';
    return { duration: { kind, min, likely, max }, source: 'declared' };
  }
  if (p50 !== undefined && p90 !== undefined) {
    return { duration: { kind: 'quantiles', p50, p90 }, source: 'declared' };
  }
  if (mean !== undefined && shape === 'exponential') {
    return { duration: { kind: 'exponential', mean }, source: 'declared' };
  }
  if (mean !== undefined && sd !== undefined) {
    const kind = shape === 'normal' || shape === 'gamma' ? shape : 'lognormal';
    const source = shape === undefined ? 'assumed' : 'declared';
    return { duration: { kind, mean, sd }, source };
  }
  const only = fixed ?? mean;
  if (only === undefined) return undefined;
  const source = fixed === undefined ? 'assumed' : 'declared';
  return { duration: { kind: 'fixed', value: only }, source };
}

/** Seconds of a length; working days are days of the calendar at their average hours. */
export function lengthOf(
  value: unknown,
  calendar: WorkingCalendar | undefined,
): number | undefined {
  const duration = typeof value === 'string' ? parseDuration(value) : undefined;
  if (duration === undefined) return undefined;
  const natural = secondsOf({ ...duration, workingDays: 0 });
  if (duration.workingDays === 0 || natural === undefined) return natural;
  const day = calendar && workingDaySeconds(calendar);
  return day === undefined ? undefined : natural + duration.workingDays * day;
}

function workingDaySeconds(calendar: WorkingCalendar): number | undefined {
  const days = calendar.week.filter((windows) => windows.length > 0).length;
  return days === 0 ? undefined : openSecondsPerWeek(calendar) / days;
}
