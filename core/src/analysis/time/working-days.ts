import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { TimePromise } from './verdict.ts';

/**
 * A limit of n working days as time on the clock of its calendar. It is due at the close of the
 * n-th working day after receipt, so between n and n + 1 days of working time pass until then,
 * depending on the hour of receipt; the simulation looks at the hour.
 */
export function workingDayLimit(
  calendar: WorkingCalendar,
  days: number,
): Pick<TimePromise, 'limitSeconds'> & {
  readonly workingDays: NonNullable<TimePromise['workingDays']>;
} {
  const lengths = calendar.week
    .filter((windows) => windows.length > 0)
    .map((windows) => windows.reduce((sum, { start, end }) => sum + end - start, 0));
  const whole = Math.max(0, Math.ceil(days));
  return {
    limitSeconds: lengths.length === 0 ? 0 : whole * Math.min(...lengths),
    workingDays: { days: whole, latestSeconds: (whole + 1) * Math.max(0, ...lengths) },
  };
}
