import type { WorkingCalendar } from '../calendar/calendar.ts';
import { feasibility } from '../calendar/feasibility.ts';
import { longestPath } from './longest.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';
import type { AskedQuestion } from './ladder.ts';
import { numbersOf, open } from './rungs.ts';
import { shortestPath } from './shortest.ts';
import { inputsOf, shareOf, type Verdict } from './verdict.ts';

/** The time in which cases arrive, seconds since 1970-01-01T00:00Z, and the calendars of the flow. */
export interface CalendarPeriod {
  readonly from: number;
  readonly until: number;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  /**
   * Hours in which cases arrive evenly, `always` for every instant; absent where the clock does not
   * start with the arrival, so that nothing is known of when it does.
   */
  readonly arrivals?: WorkingCalendar | 'always';
}

/**
 * Rung 1 for calendars: what the opening hours alone forbid. Work that no way through the flow
 * avoids cannot be done while its staff are away, whatever comes before or after it.
 */
export function closedHoursRung(
  { flow, promise, whole }: AskedQuestion,
  { from, until, calendars, arrivals }: CalendarPeriod,
): Verdict | undefined {
  const share = shareOf(promise);
  if (share === undefined || arrivals === undefined || pauses(flow, whole)) return undefined;
  for (const [id, staff] of stoppingCalendars(flow, calendars) ?? []) {
    const { seconds: workSeconds, path } = shortestPath(onlyOn(flow, id));
    if (!(workSeconds > 0) || !Number.isFinite(workSeconds)) continue;
    const clock = promise.clock === undefined ? undefined : calendars.get(promise.clock);
    const limitSeconds = promise.workingDays?.latestSeconds ?? promise.limitSeconds;
    const found = feasibility({
      ...(clock === undefined ? {} : { clock }),
      ...(arrivals === 'always' ? {} : { arrivals }),
      staff,
      workSeconds,
      limitSeconds,
      from,
      until,
    });
    if (!found.known || found.value.attainable >= share - 1e-9) continue;
    return {
      rung: 'impossible',
      verdict: 'broken',
      numbers: numbersOf({ attainable: found.value.attainable, limitSeconds, workSeconds }),
      ...inputsOf(flow, { probabilities: false, steps: path }),
      steps: path,
      calendar: id,
    };
  }
  return undefined;
}

/**
 * Rung 2 for calendars: even the longest way, with all waiting for opening hours, keeps the limit
 * whenever a case begins. While a case is in the flow either something is done, for at most L
 * seconds together (L being the longest path), or it waits for somebody who is away; so the hours in
 * which all are there are used up after L of them. What they leave open the clock shows.
 */
export function openHoursRung(
  { flow, promise, whole }: AskedQuestion,
  { from, until, calendars }: CalendarPeriod,
): Verdict | undefined {
  const stopping = stoppingCalendars(flow, calendars);
  const longest = longestPath(flow);
  if (stopping === undefined || stopping.length === 0 || pauses(flow, whole)) return undefined;
  if (!longest.decided || flow.missingTimes.length > 0) return undefined;
  const { seconds: workSeconds } = longest.value;
  if (!Number.isFinite(workSeconds)) return undefined;
  const clock = promise.clock === undefined ? undefined : calendars.get(promise.clock);
  const found = feasibility({
    ...(clock === undefined ? {} : { clock }),
    staff: stopping.map(([, calendar]) => calendar),
    workSeconds,
    limitSeconds: promise.limitSeconds,
    from,
    until,
  });
  // Where the calendars are known for a part of the period only, that part must be most of it.
  if (!found.known || found.value.judgedUntil - from < 0.8 * (until - from)) return undefined;
  const base = {
    numbers: numbersOf({
      longestSeconds: workSeconds,
      worstSeconds: found.value.worstSeconds,
      limitSeconds: promise.limitSeconds,
      judgedUntil: found.value.judgedUntil,
    }),
    ...inputsOf(flow, { probabilities: false }),
  };
  return found.value.everyArrival
    ? { rung: 'guaranteed', verdict: 'met', ...base }
    : open('guaranteed', base, { cause: 'inconclusive' });
}

/** Whether the clock stands still in some step: then it may just miss the hours in question. */
function pauses(flow: PreparedFlow, whole: PreparedFlow): boolean {
  const count = (of: PreparedFlow): number =>
    of.steps.reduce((sum, { parts }) => sum + parts.length, 0);
  return count(flow) !== count(whole);
}

/** The calendars that some step waits for; nothing when one of them is not known. */
function stoppingCalendars(
  flow: PreparedFlow,
  calendars: ReadonlyMap<string, WorkingCalendar>,
): readonly (readonly [string, WorkingCalendar])[] | undefined {
  const ids = new Set(
    [...flow.reachable].flatMap((number) =>
      stepAt(flow, number).parts.flatMap(({ part, law }) =>
        part.clock === undefined || law.max === 0 ? [] : [part.clock],
      ),
    ),
  );
  const found: (readonly [string, WorkingCalendar])[] = [];
  for (const id of ids) {
    const calendar = calendars.get(id);
    if (calendar === undefined) return undefined;
    if (!calendar.alwaysOpen) found.push([id, calendar]);
  }
  return found;
}

/** The flow with nothing but the least time that each step takes on one calendar. */
function onlyOn(flow: PreparedFlow, calendar: string): PreparedFlow {
  const steps = flow.steps.map((step) => ({
    ...step,
    // Who leaves by a timeout need not have been worked on at all.
    exits: step.exits.map((exit) =>
      exit.exit.afterSeconds === undefined
        ? exit
        : { ...exit, exit: { ...exit.exit, afterSeconds: 0 } },
    ),
    min: step.parts.reduce(
      (sum, { part, law }) => (part.clock === calendar ? sum + law.min : sum),
      0,
    ),
  }));
  return { ...flow, steps };
}
