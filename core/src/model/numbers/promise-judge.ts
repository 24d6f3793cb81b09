import {
  openSecondsPerWeek,
  windowsOn,
  type WorkingCalendar,
} from '../../analysis/calendar/calendar.ts';
import type { Outcome, TimedFlow } from '../../analysis/time/flow.ts';
import { judge, type Judgement, type LadderOptions } from '../../analysis/time/ladder.ts';
import { judgeWithQueues } from '../../analysis/time/queues.ts';
import { spanOf } from '../../analysis/time/span.ts';
import type { Flow } from '../flow.ts';
import type { PlainMap } from '../plain.ts';
import { limitsOf, type PromisedLimit } from './promises.ts';
import { roleQueueOf, type RoleNumbers } from './staffing.ts';

/** How far simulated cases go: the number, and whether somebody does not want the answer any more. */
export interface SimulationBudget {
  /** As many as the size of the process bears when absent (`fullCases`). */
  readonly cases?: number;
  readonly shouldStop?: () => boolean;
}

/** A limit of an SLA with what the flow says of it. */
export interface JudgedLimit extends PromisedLimit {
  /** Absent where the file does not say enough to ask (`lacks`). */
  readonly judgement?: Judgement;
}

const secondsPerDay = 86_400;
const secondsPerWeek = 7 * secondsPerDay;
/** The longest holidays of China, with the weekends around them. */
const holidayWeek = 10 * secondsPerDay;
/** At least nine months of arrivals are looked at. */
const mostLeftOut = 90 * secondsPerDay;

/** Shares to ± 0.5 % with 99 %. */
const mostCases = 105_967;
/** So many steps are gone through at most, so that a large process does not take minutes. */
const mostSteps = 20_000_000;
const fewestCases = 5000;

/** Cases of a full simulation: the larger the process, the fewer, and the wider the margin. */
export function fullCases(flow: TimedFlow | undefined): number {
  const steps = Math.max(1, flow?.steps.length ?? 1);
  return Math.max(fewestCases, Math.min(mostCases, Math.floor(mostSteps / steps)));
}

/** Shares to ± 1.6 % with 99 %. */
const firstCases = 10_000;

/** Always the same, so that the same file gives the same numbers. */
export const seed = 20_260_101;

/** What promises are judged against. */
export interface JudgedProcess {
  readonly flow: Flow | undefined;
  readonly timedFlow: TimedFlow | undefined;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly defaultCalendar: string | undefined;
  /** The year in which cases arrive. */
  readonly year: number;
  readonly roles: () => Outcome<readonly RoleNumbers[]>;
}

/** Puts the limits that SLAs promise to the flow of a process. */
export class PromiseJudge {
  private readonly judged: JudgedProcess;

  constructor(judged: JudgedProcess) {
    this.judged = judged;
  }

  /** @param budget absent: without simulation */
  timing(sla: PlainMap, budget?: SimulationBudget): readonly JudgedLimit[] {
    return this.limits(sla).map((limit) => this.judge(limit, budget));
  }

  /** Few cases, and all where those are too close to call. */
  verdicts(sla: PlainMap, shouldStop?: () => boolean): readonly JudgedLimit[] {
    const stop = shouldStop === undefined ? {} : { shouldStop };
    return this.limits(sla).map((limit) => {
      const cases = Math.min(firstCases, fullCases(this.judged.timedFlow));
      const first = this.judge(limit, { cases, ...stop });
      const isClose = first.judgement?.deciding.because?.cause === 'too_close';
      return isClose ? this.judge(limit, stop) : first;
    });
  }

  /** With the waits that the declared staffing makes instead of the declared ones. */
  timingWithQueues(sla: PlainMap, budget: SimulationBudget): readonly JudgedLimit[] {
    return this.limits(sla).map((limit) => this.judgeQueues(limit, budget));
  }

  private limits(sla: PlainMap): readonly PromisedLimit[] {
    if (this.judged.flow === undefined) return [];
    return limitsOf(sla, {
      flow: this.judged.flow,
      calendars: this.judged.calendars,
      defaultCalendar: this.judged.defaultCalendar,
    });
  }

  private judge(limit: PromisedLimit, budget: SimulationBudget | undefined): JudgedLimit {
    return this.asked(limit, (flow, promise) => judge(flow, promise, this.options(limit, budget)));
  }

  private judgeQueues(limit: PromisedLimit, budget: SimulationBudget): JudgedLimit {
    const roles = this.judged.roles();
    if (!roles.decided) return limit;
    const queues = new Map(roles.value.map((role) => [role.id, roleQueueOf(role)]));
    return this.asked(limit, (flow, promise) =>
      judgeWithQueues(flow, promise, queues, this.options(limit, budget)),
    );
  }

  private asked(
    limit: PromisedLimit,
    ask: (flow: TimedFlow, promise: NonNullable<PromisedLimit['question']>['promise']) => Judgement,
  ): JudgedLimit {
    const { question } = limit;
    if (question === undefined || this.judged.timedFlow === undefined) return limit;
    const span = spanOf(this.judged.timedFlow, question.span);
    if (span.decided) return { ...limit, judgement: ask(span.value, question.promise) };
    const deciding = {
      rung: 'impossible',
      verdict: 'undecided',
      numbers: {},
      inputs: [],
      because: span.because,
    } as const;
    return { ...limit, judgement: { deciding, tried: [deciding] } };
  }

  /** Cases arrive evenly over the as-of year, whenever it is. */
  private options(
    { question }: PromisedLimit,
    budget: SimulationBudget | undefined,
  ): LadderOptions {
    const from = Date.UTC(this.judged.year, 0, 1) / 1000;
    const until = this.lastArrival(question?.promise);
    const fromArrival = question?.span.from === undefined;
    return {
      calendars: this.judged.calendars,
      period: { from, until, ...(fromArrival ? { arrivals: 'always' as const } : {}) },
      ...(budget === undefined
        ? {}
        : {
            simulation: {
              seed,
              arrivals: { from, until },
              cases: fullCases(this.judged.timedFlow),
              ...budget,
            },
          }),
    };
  }

  /**
   * The end of the as-of year, seconds since 1970-01-01T00:00Z. Where the holidays of the next year are
   * not known, the cases that would run into it are left out: as much time before it as the limit
   * takes on its clock.
   */
  private lastArrival(
    promise: NonNullable<PromisedLimit['question']>['promise'] | undefined,
  ): number {
    const end = Date.UTC(this.judged.year + 1, 0, 1) / 1000;
    const later = end / secondsPerDay + 14;
    const isKnown = [...this.judged.calendars.values()].every(
      (calendar) => calendar.alwaysOpen || windowsOn(calendar, later).known,
    );
    if (isKnown || promise === undefined) return end;
    const clock =
      promise.clock === undefined ? undefined : this.judged.calendars.get(promise.clock);
    const open = clock === undefined ? secondsPerWeek : openSecondsPerWeek(clock);
    const limit = promise.workingDays?.latestSeconds ?? promise.limitSeconds;
    const natural = open === 0 ? 0 : (limit * secondsPerWeek) / open;
    return end - Math.min(mostLeftOut, natural + holidayWeek);
  }
}
