import { openSecondsPerWeek, type WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import type { Limit } from '../limit.ts';
import { isMap, mapAt, stringAt, type PlainMap } from '../plain.ts';

/** What targets are read with. */
export interface AimContext {
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly defaultCalendar: string | undefined;
}

/** Keys of a tier that leave its clock the one of its SLA. */
const ofTier: ReadonlySet<string> = new Set(['name', 'rank', 'when', 'within', 'attainment']);

/**
 * The target of a KPI about the times of one SLA as a limit on the clock of that SLA, for all its
 * cases: `mean`, `p50`, `p90`, `p95` or `max` of it, or the share of the cases that keep it. Nothing
 * for any other KPI, for one without a target, and where tiers have clocks of their own.
 */
export function aimOf(kpi: PlainMap, context: AimContext): Limit | undefined {
  const { promise } = kpi;
  if (!isMap(promise) || promise['metric'] === 'availability' || hasClocks(promise))
    return undefined;
  const formula = stringAt(kpi, 'formula') ?? '';
  const [, statistic] = /^(mean|p50|p90|p95|max) ?\(/.exec(formula) ?? [];
  const { tiers, attainment, statistic: usual, ...clock } = promise;
  const id = `kpis.${String(kpi['id'])}`;
  if (statistic !== undefined) {
    const within = lengthOf(kpi, statistic, clock, context);
    return within === undefined ? undefined : { id, sla: { ...clock, ...within, id, statistic } };
  }
  const kept = kpi['measure'] === 'share' ? targetOf(kpi) : undefined;
  const isAsked = usual === undefined || usual === 'share';
  if (kept === undefined || !isAsked || tiers !== undefined) return undefined;
  return { id, sla: { ...clock, id, statistic: 'share', attainment: `${String(kept * 100)}%` } };
}

function hasClocks(promise: PlainMap): boolean {
  const tiers = Object.values(mapAt(promise, 'tiers') ?? {}).filter(isMap);
  return tiers.some((tier) => Object.keys(tier).some((key) => !ofTier.has(key)));
}

function targetOf(kpi: PlainMap): number | undefined {
  const target = mapAt(kpi, 'numbers')?.['target'];
  return typeof target === 'number' ? target : undefined;
}

/**
 * The target as a limit. A mean of working days is that many mean working days of the calendar: a
 * single case is late by the day, many of them have no day of their own.
 */
function lengthOf(
  kpi: PlainMap,
  statistic: string,
  clock: PlainMap,
  { calendars, defaultCalendar }: AimContext,
): PlainMap | undefined {
  const target = targetOf(kpi);
  if (target === undefined) return undefined;
  if (kpi['measure'] === 'time') return { within: `${String(target)}s` };
  const id = stringAt(clock, 'calendar') ?? defaultCalendar;
  const calendar = id === undefined ? undefined : calendars.get(id);
  if (kpi['measure'] !== 'workingDays' || calendar === undefined) return undefined;
  if (statistic !== 'mean')
    return Number.isInteger(target) ? { within: `${String(target)}wd` } : undefined;
  const days = calendar.week.filter((windows) => windows.length > 0).length;
  if (days === 0) return undefined;
  return { calendar: id, within: `${String((target * openSecondsPerWeek(calendar)) / days)}s` };
}
