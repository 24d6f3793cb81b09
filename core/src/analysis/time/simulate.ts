import { addWorkingDays } from '../calendar/arithmetic.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { CaseRunner, type CaseEnd } from './case-run.ts';
import { arrivalsOf, clockOf, naturalClock, type Clock } from './clockwork.ts';
import { machineOf } from './machine.ts';
import type { PreparedFlow } from './prepared.ts';
import { Draws, streamOf } from './random.ts';

export interface SimulationOptions {
  /** Any whole number; the same one gives the same cases. */
  readonly seed: number;
  readonly cases: number;
  /** Calendars by id. Without them every clock is natural and a case begins at 0. */
  readonly calendars?: ReadonlyMap<string, WorkingCalendar>;
  /** Calendar of the clock that is measured; absent is natural time. */
  readonly clock?: string;
  /** Pause states in which that clock stands still. */
  readonly pauses?: readonly string[];
  /** Count the cases that end by the close of the n-th working day of the clock after arrival. */
  readonly workingDays?: number;
  /** When cases arrive: evenly in a period, or in the open time of a calendar within it. */
  readonly arrivals?: { readonly from: number; readonly until: number; readonly calendar?: string };
  /** Asked every `checkEvery` cases (1 000); true ends the simulation early. */
  readonly shouldStop?: () => boolean;
  readonly checkEvery?: number;
}

export interface Simulation {
  /** Cases that were run: fewer than asked for when it was stopped, or when cases run away. */
  readonly cases: number;
  readonly cancelled: boolean;
  /** Seconds on the measured clock of every case that was counted, rising. */
  readonly sorted: Float64Array;
  /** Cases that ended without getting to a final step; they are not counted. */
  readonly notReached: number;
  /** Cases that waited for ever in a join, or went round without end. */
  readonly stuck: number;
  readonly endless: number;
  /** Of the counted cases, those that ended by the close of the working day asked for. */
  readonly inWorkingDays: number | undefined;
  /** Cases that ran into a year without published holidays. */
  readonly unknown: number;
  /** Mean visits per case of each step, by id. */
  readonly visits: ReadonlyMap<string, number>;
}

/** After so many cases that never come to an end the others are not tried. */
const maxRunaway = 5;

/**
 * Runs cases through a flow. Every random number depends on the seed, the case, the step and the
 * visit only (`random.ts`), so results are the same on every machine and an edit changes no more
 * than it touches. Pauses on parallel branches count as those of the branch that ends last.
 */
export function simulate(flow: PreparedFlow, options: SimulationOptions): Simulation {
  const { from, until } = options.arrivals ?? { from: 0, until: 0 };
  const clocks = clocksOf(options, from, until);
  const clock =
    (options.clock === undefined ? undefined : clocks?.get(options.clock)) ?? naturalClock;
  const draws = new Draws(options.seed);
  const machine = machineOf(flow, clocks, new Set(options.pauses));
  const runner = new CaseRunner(machine, draws, clock);
  const arrival = arrivalsOf(from, until, calendarOf(options, options.arrivals?.calendar));
  const stream = streamOf('arrival');
  const begins = (ofCase: number): number | undefined =>
    from === until ? from : arrival(draws.draw(stream, ofCase, 0, 0));
  const tally = runCases(options, runner, begins, clock);
  const { counts, times } = tally;
  return {
    cases: tally.run,
    cancelled: tally.cancelled,
    sorted: times.subarray(0, counts.done).toSorted(),
    notReached: counts.not_reached,
    stuck: counts.stuck,
    endless: counts.endless + counts.runaway,
    unknown: counts.unknown,
    inWorkingDays: options.workingDays === undefined ? undefined : counts.in_time,
    visits: meanVisits(flow, runner, tally.run),
  };
}

interface Tally {
  readonly run: number;
  readonly cancelled: boolean;
  readonly times: Float64Array;
  readonly counts: Readonly<Record<CaseEnd['kind'] | 'in_time', number>>;
}

function runCases(
  options: SimulationOptions,
  runner: CaseRunner,
  begins: (ofCase: number) => number | undefined,
  clock: Clock,
): Tally {
  const { cases, shouldStop, checkEvery = 1000 } = options;
  const due = dueOf(options, clock);
  const times = new Float64Array(cases);
  const counts = {
    done: 0,
    not_reached: 0,
    stuck: 0,
    endless: 0,
    runaway: 0,
    unknown: 0,
    in_time: 0,
  };
  let run = 0;
  for (; run < cases && counts.runaway < maxRunaway; run += 1) {
    if (shouldStop !== undefined && run % checkEvery === 0 && shouldStop()) {
      return { run, cancelled: true, times, counts };
    }
    const begin = begins(run);
    const end: CaseEnd = begin === undefined ? { kind: 'unknown' } : runner.run(run, begin);
    const done = end.kind === 'done' ? end : undefined;
    const seconds = done && clock.between(begin ?? 0, done.instant);
    const latest = done && due(begin ?? 0, done.paused);
    if (done === undefined || seconds === undefined || latest === undefined) {
      counts[done === undefined ? end.kind : 'unknown'] += 1;
      continue;
    }
    times[counts.done] = Math.max(0, seconds - done.paused);
    counts.done += 1;
    if (done.instant <= latest) counts.in_time += 1;
  }
  return { run, cancelled: false, times, counts };
}

function meanVisits(flow: PreparedFlow, runner: CaseRunner, cases: number): Map<string, number> {
  return new Map(
    flow.steps.map(({ step }, number) => [
      step.id,
      (runner.visits[number] ?? 0) / Math.max(1, cases),
    ]),
  );
}

/** The latest instant in time for an arrival, moved by the pauses; nothing when it is not known. */
function dueOf(
  options: SimulationOptions,
  slaClock: Clock,
): (arrival: number, paused: number) => number | undefined {
  const calendar = calendarOf(options, options.clock);
  const { workingDays } = options;
  if (workingDays === undefined || calendar === undefined) return () => Number.POSITIVE_INFINITY;
  return (arrival, paused) => {
    const close = addWorkingDays(calendar, arrival, workingDays);
    return close.known ? slaClock.after(close.value, paused) : undefined;
  };
}

function calendarOf(
  { calendars }: SimulationOptions,
  id: string | undefined,
): WorkingCalendar | undefined {
  return id === undefined ? undefined : calendars?.get(id);
}

function clocksOf(
  { calendars }: SimulationOptions,
  from: number,
  until: number,
): ReadonlyMap<string, Clock> | undefined {
  if (calendars === undefined) return undefined;
  return new Map([...calendars].map(([id, calendar]) => [id, clockOf(calendar, from, until)]));
}
