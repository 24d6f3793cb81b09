import type { WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import type { Span, StepEvent } from '../../analysis/time/span.ts';
import type { TimePromise } from '../../analysis/time/verdict.ts';
import { workingDayLimit } from '../../analysis/time/working-days.ts';
import { parsePercent } from '../../quantity/amount.ts';
import { parseDuration, secondsOf } from '../../quantity/duration.ts';
import type { Flow } from '../flow.ts';
import { isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';

/** One limit of an SLA: the SLA's own, or that of a tier. */
export interface PromisedLimit {
  readonly tier?: string;
  /** As the file writes it, such as `12h`. */
  readonly within: string;
  readonly attainment?: string;
  /** What is asked; absent where the file does not say enough. */
  readonly question?: { readonly span: Span; readonly promise: TimePromise };
  /** What the file would have to say. */
  readonly lacks?: PromiseLack;
}

/** Why a limit cannot be put to the flow. */
export type PromiseLack =
  | { readonly cause: 'clock'; readonly of: 'from' | 'to' }
  /** No branch says which cases belong to the tier. */
  | { readonly cause: 'tier'; readonly of: string }
  /** It is for some channels or steps only, and nothing says which ways their cases take. */
  | { readonly cause: 'scope'; readonly of: string }
  | { readonly cause: 'limit' }
  | { readonly cause: 'calendar'; readonly of: string };

/** What promises are read with. */
export interface PromiseContext {
  readonly flow: Flow;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly defaultCalendar: string | undefined;
}

/** The limits of an SLA about time, each as a question to the flow; none for one about availability. */
export function limitsOf(sla: PlainMap, context: PromiseContext): readonly PromisedLimit[] {
  if (sla['metric'] === 'availability') return [];
  const own = sla['within'] === undefined ? [] : [limitOf(sla, undefined, sla, context)];
  const tiers = Object.entries(mapAt(sla, 'tiers') ?? {}).flatMap(([id, tier]) => {
    if (!isMap(tier) || tier['within'] === undefined || id.startsWith('x-')) return [];
    return [limitOf(tier, id, { ...sla, ...tier }, context)];
  });
  return [...own, ...tiers];
}

function limitOf(
  stated: PlainMap,
  tier: string | undefined,
  clock: PlainMap,
  context: PromiseContext,
): PromisedLimit {
  const named = {
    within: stringAt(stated, 'within') ?? '',
    ...(tier === undefined ? {} : { tier }),
    ...(stringAt(clock, 'attainment') === undefined
      ? {}
      : { attainment: stringAt(clock, 'attainment') ?? '' }),
  };
  const promise = promiseOf(clock, context);
  if ('cause' in promise) return { ...named, lacks: promise };
  const span = spanOfClock(clock, tier, context);
  return 'cause' in span ? { ...named, lacks: span } : { ...named, question: { span, promise } };
}

function promiseOf(clock: PlainMap, context: PromiseContext): TimePromise | PromiseLack {
  const text = stringAt(clock, 'within');
  const duration = text === undefined ? undefined : parseDuration(text);
  const id = stringAt(clock, 'calendar');
  const named = id ?? context.defaultCalendar;
  const calendar = named === undefined ? undefined : context.calendars.get(named);
  if (duration === undefined) return { cause: 'limit' };
  const rest = {
    ...statisticOf(clock),
    ...pausesOf(clock),
    // Natural days go by whatever calendar is named beside them; hours are those of the calendar.
    ...(id === undefined ? {} : { clock: id }),
  };
  if (id !== undefined && calendar === undefined) return { cause: 'calendar', of: id };
  if (duration.workingDays === 0) {
    const limitSeconds = secondsOf(duration);
    return limitSeconds === undefined ? { cause: 'limit' } : { limitSeconds, ...rest };
  }
  if (duration.seconds > 0 || duration.months > 0) return { cause: 'limit' };
  if (calendar === undefined || named === undefined) return { cause: 'calendar', of: named ?? '' };
  return { ...workingDayLimit(calendar, duration.workingDays), ...rest, clock: named };
}

function statisticOf(clock: PlainMap): Pick<TimePromise, 'statistic' | 'attainment'> {
  const text = stringAt(clock, 'attainment');
  const attainment = text === undefined ? undefined : parsePercent(text);
  const word = stringAt(clock, 'statistic');
  const quantile = /^p(\d+(?:\.\d+)?)$/.exec(word ?? '')?.[1];
  const statistic =
    quantile === undefined
      ? word === 'mean' || word === 'max'
        ? word
        : 'share'
      : Number(quantile) / 100;
  return { statistic, ...(attainment === undefined ? {} : { attainment }) };
}

function pausesOf(clock: PlainMap): Pick<TimePromise, 'pauses'> {
  const pauses = listOf(clock['pause']).filter((each) => typeof each === 'string');
  return pauses.length === 0 ? {} : { pauses };
}

function spanOfClock(
  clock: PlainMap,
  tier: string | undefined,
  context: PromiseContext,
): Span | PromiseLack {
  const from = beginningOf(clock['from'], context.flow);
  const to = endOf(clock['to'], context.flow);
  if (from === undefined) return { cause: 'clock', of: 'from' };
  if (to === undefined) return { cause: 'clock', of: 'to' };
  const tiers = tier === undefined ? tiersNamed(clock) : [tier];
  const branches = tiers.flatMap((id) => branchesOf(id, context.flow));
  const [missing] = tiers.filter((id) => branchesOf(id, context.flow).length === 0);
  if (missing !== undefined) return { cause: 'tier', of: missing };
  const scope = mapAt(clock, 'appliesTo');
  const part = ['channels', 'steps'].find((key) => scope?.[key] !== undefined);
  if (part !== undefined && tiers.length === 0) return { cause: 'scope', of: part };
  return { ...from, ...to, ...(branches.length === 0 ? {} : { through: branches }) };
}

function tiersNamed(clock: PlainMap): readonly string[] {
  return listOf(mapAt(clock, 'appliesTo')?.['tiers']).filter((each) => typeof each === 'string');
}

/** The branches by which cases get into a tier. */
function branchesOf(tier: string, flow: Flow): NonNullable<Span['through']> {
  return flow.edges.flatMap((edge) =>
    edge.kind === 'next' && Reflect.get(edge, 'tier') === tier
      ? [{ step: edge.from, to: edge.to }]
      : [],
  );
}

const created: ReadonlySet<unknown> = new Set(['case.created', 'request.received']);

function beginningOf(event: unknown, flow: Flow): Pick<Span, 'from'> | undefined {
  if (created.has(event)) return {};
  const [only, ...others] = momentsOf(event, flow) ?? [];
  return only === undefined || others.length > 0 ? undefined : { from: only };
}

function endOf(event: unknown, flow: Flow): Pick<Span, 'to'> | undefined {
  if (event === 'case.closed') return {};
  const moments = momentsOf(event, flow);
  return moments === undefined ? undefined : { to: moments };
}

/** The events of steps that a clock names; nothing for the world outside, and for the last of several. */
function momentsOf(event: unknown, flow: Flow): readonly StepEvent[] | undefined {
  if (isMap(event)) {
    const ids = listOf(event['firstOf']).filter((each) => typeof each === 'string');
    const known = ids.filter((id) => flow.byId.has(id));
    const moment = event['event'] === 'start' ? 'started' : 'completed';
    return ids.length === 0 || known.length < ids.length
      ? undefined
      : known.map((step) => ({ step, event: moment }));
  }
  const match = /^(.+)\.(started|completed)$/.exec(typeof event === 'string' ? event : '');
  const [, step, moment] = match ?? [];
  if (step === undefined || !flow.byId.has(step)) return undefined;
  return [{ step, event: moment === 'started' ? 'started' : 'completed' }];
}
