import type { WorkingCalendar } from '../calendar/calendar.ts';
import { distributionRung, type SimulationSettings } from './distribution-rung.ts';
import { closedHoursRung, openHoursRung, type CalendarPeriod } from './calendar-bounds.ts';
import { decided, undecided, type Outcome, type TimedFlow } from './flow.ts';
import { reduceFlow, type ReducedFlow } from './total-time.ts';
import { prepareFlow } from './prepare.ts';
import type { PreparedFlow } from './prepared.ts';
import {
  boundRung,
  guaranteedRung,
  impossibleRung,
  meanRung,
  open,
  type Question,
} from './rungs.ts';
import type { Simulation } from './simulate.ts';
import { withoutPauses } from './span.ts';
import {
  clockRelation,
  type ClockRelation,
  type Rung,
  type TimePromise,
  type Verdict,
} from './verdict.ts';

export interface LadderOptions {
  readonly calendars?: ReadonlyMap<string, WorkingCalendar>;
  /** When cases arrive, for what the opening hours alone forbid or guarantee. */
  readonly period?: Omit<CalendarPeriod, 'calendars'>;
  /** Absent: only the rungs that need no simulation. */
  readonly simulation?: Omit<SimulationSettings, 'calendars'>;
}

export interface Judgement {
  /** The rung that decides; if none does, the last one tried. */
  readonly deciding: Verdict;
  /** All that were tried, in order. */
  readonly tried: readonly Verdict[];
  /** The simulated cases, when it came to that. */
  readonly simulation?: Simulation;
}

/**
 * Judges a promise about the time from start to end of a flow (`spanOf` cuts out what the clock
 * measures), rung by rung until one decides: impossible, guaranteed, bound, mean, distribution. An
 * input that is not declared leaves a rung undecided and is named; nothing is put in its place.
 */
export function judge(
  flow: TimedFlow,
  promise: TimePromise,
  options: LadderOptions = {},
): Judgement {
  const asked = questionOf(flow, promise, options);
  if (!asked.decided) {
    const deciding = open('impossible', { numbers: {}, inputs: [] }, asked.because);
    return { deciding, tried: [deciding] };
  }
  const tried: Verdict[] = [];
  for (const rung of [
    impossibleRung,
    byCalendars(closedHoursRung, options),
    guaranteedRung,
    byCalendars(openHoursRung, options),
    boundRung,
    meanRung,
  ]) {
    const verdict = rung(asked.value);
    if (verdict === undefined) continue;
    tried.push(verdict);
    if (verdict.verdict !== 'undecided') return { deciding: verdict, tried };
  }
  const { simulation } = options;
  if (simulation === undefined) return { deciding: lastOf(tried), tried };
  return simulated(asked.value, promise, { ...options, simulation }, 'distribution', tried);
}

/** A rung that looks at opening hours; nothing where all time runs on the clock of the promise. */
function byCalendars(
  rung: (asked: AskedQuestion, period: CalendarPeriod) => Verdict | undefined,
  { calendars, period }: LadderOptions,
): (asked: AskedQuestion) => Verdict | undefined {
  return (asked) =>
    calendars === undefined || period === undefined || asked.relation === 'equal'
      ? undefined
      : rung(asked, { ...period, calendars });
}

export interface AskedQuestion extends Question {
  /** The flow with the paused time, for the simulation. */
  readonly whole: PreparedFlow;
  readonly relation: ClockRelation;
}

/** Prepares a flow for the rungs. */
export function questionOf(
  flow: TimedFlow,
  promise: TimePromise,
  { calendars }: LadderOptions,
): Outcome<AskedQuestion> {
  const whole = prepareFlow(flow);
  const plain = prepareFlow(withoutPauses(flow, promise.pauses ?? []));
  if (!whole.decided) return whole;
  if (!plain.decided) return undecided(plain.because);
  const relation = clockRelation(plain.value, promise.clock, calendars);
  let found: Outcome<ReducedFlow> | undefined;
  const reduced = (): Outcome<ReducedFlow> => (found ??= reduceFlow(plain.value, { capped: true }));
  return decided({ flow: plain.value, whole: whole.value, promise, relation, reduced });
}

/**
 * Simulates and adds the verdict. Where all the time runs on the clock of the promise, time on it
 * is the time of the steps whatever its hours are, and no calendar is needed.
 */
export function simulated(
  { flow, whole, relation }: AskedQuestion,
  promise: TimePromise,
  options: LadderOptions & { readonly simulation: NonNullable<LadderOptions['simulation']> },
  rung: Rung,
  tried: readonly Verdict[],
): Judgement {
  const { calendars, simulation } = options;
  const { clock, pauses, ...plain } = promise;
  const { arrivals, ...settings } = simulation;
  const { verdict, simulation: cases } =
    relation === 'equal' && promise.workingDays === undefined
      ? distributionRung(naturally(flow), plain, settings, rung)
      : distributionRung(
          whole,
          promise,
          { ...simulation, ...(calendars === undefined ? {} : { calendars }) },
          rung,
        );
  const judgement = { deciding: verdict, tried: [...tried, verdict] };
  return cases === undefined ? judgement : { ...judgement, simulation: cases };
}

/** The flow with every part on natural time. */
function naturally(flow: PreparedFlow): PreparedFlow {
  const steps = flow.steps.map((step) => ({
    ...step,
    parts: step.parts.map((prepared) => {
      const { clock, ...part } = prepared.part;
      return { ...prepared, part };
    }),
  }));
  return { ...flow, steps };
}

export function lastOf(tried: readonly Verdict[]): Verdict {
  const last = tried.at(-1);
  if (last === undefined) throw new RangeError('No rung was tried.');
  return last;
}
