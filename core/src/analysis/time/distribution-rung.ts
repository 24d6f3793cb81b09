import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { MissingInput } from './flow.ts';
import { casesFor, countWithin, marginOf, percentilesOf, significant } from './percentiles.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';
import { numbersOf, open } from './rungs.ts';
import { simulate, type Simulation, type SimulationOptions } from './simulate.ts';
import { inputsOf, shareOf, type Rung, type TimePromise, type Verdict } from './verdict.ts';

/** How to simulate. Calendars and arrivals are needed where a clock is not natural time. */
export interface SimulationSettings {
  readonly calendars?: ReadonlyMap<string, WorkingCalendar>;
  readonly arrivals?: NonNullable<SimulationOptions['arrivals']>;
  readonly seed: number;
  /** 105 967 when absent: shares to ± 0.5 % with 99 %. */
  readonly cases?: number;
  readonly shouldStop?: () => boolean;
}

export interface Simulated {
  readonly verdict: Verdict;
  readonly simulation?: Simulation;
}

/** The chance that a simulated share is further from the true one than its margin. */
const delta = 0.01;

/**
 * Rung 5: simulated cases against the promise, with the margin that holds for all shares at once
 * with 99 %; within it the verdict is too close to call. A promise for every case is broken by a
 * single simulated case, and no number of cases can show that it is met.
 */
export function distributionRung(
  flow: PreparedFlow,
  promise: TimePromise,
  settings: SimulationSettings,
  rung: Rung,
): Simulated {
  const inputs = inputsOf(flow, { probabilities: true });
  const missing = [
    ...flow.missing,
    ...flow.missingTimes,
    ...missingClocks(flow, promise, settings),
  ];
  if (missing.length > 0) {
    return { verdict: open(rung, { numbers: {}, ...inputs }, { cause: 'missing_input', missing }) };
  }
  const { cases = casesFor(0.005, delta), ...rest } = settings;
  const simulation = simulate(flow, {
    ...rest,
    cases,
    ...(promise.clock === undefined ? {} : { clock: promise.clock }),
    ...(promise.pauses === undefined ? {} : { pauses: promise.pauses }),
    ...(promise.workingDays === undefined ? {} : { workingDays: promise.workingDays.days }),
  });
  const base = { numbers: simulatedNumbers(simulation, promise), ...inputs };
  return { verdict: verdictOn(simulation, promise, rung, base), simulation };
}

/** Calendars that are named and not given, and the arrivals that calendars need. */
function missingClocks(
  flow: PreparedFlow,
  promise: TimePromise,
  { calendars, arrivals }: SimulationSettings,
): MissingInput[] {
  const used: { step?: string; clock: string | undefined }[] = [
    { clock: promise.clock },
    { clock: arrivals?.calendar },
    ...[...flow.reachable].flatMap((number) =>
      stepAt(flow, number).parts.map(({ part }) => ({
        step: stepAt(flow, number).step.id,
        clock: part.clock,
      })),
    ),
  ];
  const missing = used.flatMap(({ step, clock }): MissingInput[] => {
    if (clock === undefined || calendars?.has(clock) === true) return [];
    return [{ ...(step === undefined ? {} : { step }), input: 'calendar', of: clock }];
  });
  const stops = used.some(
    ({ clock }) => clock !== undefined && calendars?.get(clock)?.alwaysOpen !== true,
  );
  return stops && arrivals === undefined ? [...missing, { input: 'arrivals' }] : missing;
}

function simulatedNumbers(
  done: Simulation,
  { limitSeconds }: TimePromise,
): Readonly<Record<string, number>> {
  const { sorted, stuck, endless, unknown, notReached } = done;
  const total = Math.max(1, sorted.length + stuck + endless + unknown);
  const { mean, sd, ...percentiles } = percentilesOf(done) ?? {};
  const some = (count: number): number | undefined => (count > 0 ? count : undefined);
  return numbersOf({
    share: significant(inTime(done, limitSeconds) / total),
    margin: significant(marginOf(total, delta)),
    cases: done.cases,
    limitSeconds,
    meanSeconds: mean,
    sdSeconds: sd,
    ...percentiles,
    unknown: some(unknown),
    stuck: some(stuck + endless),
    notReached: some(notReached),
  });
}

function verdictOn(
  done: Simulation,
  promise: TimePromise,
  rung: Rung,
  base: Omit<Verdict, 'rung' | 'verdict' | 'because'>,
): Verdict {
  const { sorted, stuck, endless, unknown } = done;
  const total = sorted.length + stuck + endless + unknown;
  if (done.cancelled) return open(rung, base, { cause: 'cancelled' });
  if (total === 0) return open(rung, base, { cause: 'not_reached' });
  const share = shareOf(promise);
  const { met, broken } =
    share === undefined
      ? onMean(done, promise.limitSeconds)
      : onShare(done, promise.limitSeconds, share);
  if (broken) return { rung, verdict: 'broken', ...base };
  if (met) return { rung, verdict: 'met', ...base };
  return open(rung, base, { cause: unknown > 0 ? 'calendar_unknown' : 'too_close' });
}

/** Cases in time: by the close of the working day, or on the clock. */
function inTime(done: Simulation, limitSeconds: number): number {
  return done.inWorkingDays ?? countWithin(done, limitSeconds + 1e-6);
}

function onShare(
  done: Simulation,
  limit: number,
  share: number,
): { met: boolean; broken: boolean } {
  const { sorted, stuck, endless, unknown } = done;
  const total = sorted.length + stuck + endless + unknown;
  const within = inTime(done, limit);
  const margin = marginOf(total, delta);
  const late = total - within - unknown;
  return {
    met: within / total - margin >= share,
    broken: (within + unknown) / total + margin < share || (share >= 1 && late > 0),
  };
}

/** The mean of n cases is within 2.576 standard errors of the true one with 99 %. */
function onMean(done: Simulation, limit: number): { met: boolean; broken: boolean } {
  const { sorted, stuck, endless, unknown } = done;
  const { mean, sd } = percentilesOf(done) ?? { mean: 0, sd: 0 };
  const error = (2.576 * sd) / Math.sqrt(Math.max(1, sorted.length));
  return {
    met: stuck + endless + unknown === 0 && mean + error <= limit,
    broken: stuck + endless > 0 || (unknown === 0 && mean - error > limit),
  };
}
