import type { WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import type { DurationModel } from '../../analysis/time/distribution/duration.ts';
import type { TimedExit, TimedFlow, TimedPart, TimedStep } from '../../analysis/time/flow.ts';
import { parseMoney, parsePercent } from '../../quantity/amount.ts';
import { parseDuration, secondsOf } from '../../quantity/duration.ts';
import { idOf, type Flow } from '../flow.ts';
import { endsCase } from '../graph.ts';
import { isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { spreadOf } from './spread.ts';

/** What the times of steps are read with. */
export interface TimeContext {
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly defaultCalendar: string | undefined;
  readonly roles: ReadonlyMap<string, PlainMap>;
  /** The time of the process that a sub-process runs; nothing where it is not known. */
  readonly subprocessTime: (step: PlainMap) => DurationModel | undefined;
}

/** Steps that take no time of their own unless they say so. */
const instant: ReadonlySet<unknown> = new Set(['choice', 'parallel', 'join', 'end']);

/** The process as time sees it (process-facts 0.3 to 0.5, 1.5 to 1.8). */
export function timedFlowOf(flow: Flow, context: TimeContext): TimedFlow {
  return {
    start: flow.start ?? '',
    steps: flow.steps.map((step) => timedStepOf(step, context)),
  };
}

function timedStepOf(step: PlainMap, context: TimeContext): TimedStep {
  const role = context.roles.get(stringAt(step, 'role') ?? '');
  const parts = partsOf(step, role, context);
  const ends = endsCase(step);
  const department = role?.['kind'] === 'system' ? undefined : stringAt(role ?? {}, 'department');
  const joins = listOf(step['joins']).filter((each) => typeof each === 'string');
  const roles = [step['role'], ...listOf(step['approvers'])].filter(
    (each) => typeof each === 'string',
  );
  const { type } = step;
  return {
    id: idOf(step),
    kind: type === 'parallel' || type === 'join' ? type : 'work',
    parts: parts ?? [],
    exits: ends ? exitsOnFault(step) : [...nextExits(step), ...exitsOnFault(step)],
    ...(parts === undefined ? { timeUndeclared: true } : {}),
    ...(joins.length === 0 ? {} : { joins }),
    ...(roles.length === 0 ? {} : { roles: [...new Set(roles)] }),
    ...(department === undefined ? {} : { department }),
    ...(type === 'automated' || role?.['kind'] === 'system' ? { automated: true } : {}),
    ...extrasOf(step),
  };
}

/** Nothing where the step takes time and the file does not say how much. */
function partsOf(
  step: PlainMap,
  role: PlainMap | undefined,
  context: TimeContext,
): readonly TimedPart[] | undefined {
  const time = mapAt(step, 'time');
  if (time === undefined && step['type'] === 'subprocess') {
    const duration = context.subprocessTime(step);
    return duration === undefined ? undefined : [{ kind: 'wait', duration, source: 'declared' }];
  }
  if (time === undefined) return instant.has(step['type']) ? [] : undefined;
  const own = stringAt(role ?? {}, 'calendar') ?? (role && context.defaultCalendar);
  const state = stringAt(step, 'state');
  const parts: TimedPart[] = [];
  for (const kind of ['handoff', 'queue', 'wait', 'work'] as const) {
    if (time[kind] === undefined) continue;
    // Work and the wait for our people run in their hours, hand-over and the world do not stop.
    const hours =
      (kind === 'work' || kind === 'queue') && step['type'] !== 'wait' ? own : undefined;
    const spread = spreadOf(
      time[kind],
      context.calendars.get(hours ?? context.defaultCalendar ?? ''),
    );
    if (spread === undefined) return undefined;
    const clock = spread.calendar ?? hours;
    const part: TimedPart = {
      kind,
      duration: spread.duration,
      source: spread.source,
      ...(clock === undefined ? {} : { clock }),
      ...(state !== undefined && kind === 'wait' ? { state } : {}),
    };
    const times = kind === 'work' ? repeatsOf(step['forEach']) : 1;
    if (times === undefined) return undefined;
    for (let item = 0; item < times; item += 1) parts.push(part);
  }
  return parts;
}

/** Most items of one case whose work is laid end to end. */
const mostItems = 1000;

/**
 * How often the work is done for the items of a case. A number that varies, or items at the same
 * time, are no sum of equal times: the time of the step is then not known.
 */
function repeatsOf(forEach: unknown): number | undefined {
  if (!isMap(forEach)) return 1;
  const { count } = forEach;
  if (typeof count !== 'number' || count > mostItems || forEach['parallel'] === true) {
    return undefined;
  }
  return count;
}

function nextExits(step: PlainMap): readonly TimedExit[] {
  const { next } = step;
  if (typeof next === 'string') return [{ to: next }];
  return listOf(next).flatMap((branch): TimedExit[] => {
    if (typeof branch === 'string') return [{ to: branch }];
    const to = isMap(branch) ? stringAt(branch, 'to') : undefined;
    if (!isMap(branch) || to === undefined) return [];
    const loop = mapAt(branch, 'loop');
    const max = loop?.['max'];
    const afterwards = loop && stringAt(loop, 'then');
    return [
      {
        to,
        ...shareOf(branch),
        ...(loop === undefined
          ? {}
          : {
              // A loop back to the customer's problem is a case that was not solved at once.
              returns: true,
              loop: {
                ...(typeof max === 'number' ? { max } : {}),
                ...(afterwards === undefined ? {} : { afterwards }),
              },
            }),
      },
    ];
  });
}

const faults = { onFailure: 'failure', onTimeout: 'timeout', handoff: 'handoff' } as const;

function exitsOnFault(step: PlainMap): readonly TimedExit[] {
  return Object.entries(faults).flatMap(([key, cause]): TimedExit[] => {
    const exit = mapAt(step, key);
    const to = exit && stringAt(exit, 'goto');
    if (exit === undefined || to === undefined) return [];
    const afterSeconds = cause === 'timeout' ? secondsAt(exit, 'after') : undefined;
    return [
      {
        to,
        cause,
        ...shareOf(exit),
        ...(cause === 'handoff' ? { returns: true } : {}),
        ...(afterSeconds === undefined ? {} : { afterSeconds }),
      },
    ];
  });
}

function shareOf(exit: PlainMap): { readonly probability?: number } {
  const text = stringAt(exit, 'probability');
  const probability = text === undefined ? undefined : parsePercent(text);
  return probability === undefined ? {} : { probability };
}

/** What a step has besides its time and its ways on. */
function extrasOf(step: PlainMap): Pick<TimedStep, 'cost' | 'retry' | 'promise'> {
  const price = stringAt(step, 'cost');
  const cost = price === undefined ? undefined : parseMoney(price)?.amount;
  const { retry } = step;
  const max = typeof retry === 'number' ? retry : mapAt(step, 'retry')?.['max'];
  const everySeconds = isMap(retry) ? (secondsAt(retry, 'every') ?? 0) : 0;
  return {
    ...(cost === undefined ? {} : { cost }),
    ...(typeof max === 'number' ? { retry: { max, everySeconds } } : {}),
    ...promiseOf(mapAt(step, 'sla')),
  };
}

/** The limit of a step for its completion; one on working hours is no natural time, so it is left out. */
function promiseOf(sla: PlainMap | undefined): Pick<TimedStep, 'promise'> {
  const withinSeconds = sla && secondsAt(sla, 'within');
  if (sla === undefined || withinSeconds === undefined) return {};
  if ((sla['metric'] ?? 'complete') !== 'complete' || sla['calendar'] !== undefined) return {};
  const share = stringAt(sla, 'attainment');
  const attainment = share === undefined ? 1 : (parsePercent(share) ?? 1);
  return { promise: { withinSeconds, attainment } };
}

/** Natural seconds of a length; nothing for working days. */
export function secondsAt(map: PlainMap, key: string): number | undefined {
  const text = stringAt(map, key);
  const duration = text === undefined ? undefined : parseDuration(text);
  return duration === undefined ? undefined : secondsOf(duration);
}
