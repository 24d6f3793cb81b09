import type { WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import {
  availabilityOverRoutes,
  type RouteAvailability,
} from '../../analysis/availability/routes.ts';
import { criticalPathOf, type Schedule } from '../../analysis/time/critical-path.ts';
import { cycleTimeEfficiency, type CycleTimeEfficiency } from '../../analysis/time/efficiency.ts';
import { decided, type Outcome, type TimedFlow } from '../../analysis/time/flow.ts';
import { expectedHandoffs } from '../../analysis/time/handoffs.ts';

import { longestPath, type LongestPath } from '../../analysis/time/longest.ts';
import {
  automatedShare,
  costPerCase,
  roleLoads,
  type CasePrice,
} from '../../analysis/time/per-role.ts';
import { durationFrom, percentilesOf, type Percentiles } from '../../analysis/time/percentiles.ts';
import type { DurationModel } from '../../analysis/time/distribution/duration.ts';
import { prepareFlow } from '../../analysis/time/prepare.ts';
import type { PreparedFlow } from '../../analysis/time/prepared.ts';

import { routesOf } from '../../analysis/time/routes.ts';
import { shortestPath, type Shortest } from '../../analysis/time/shortest.ts';
import { simulate } from '../../analysis/time/simulate.ts';

import { totalTime, type TotalTime } from '../../analysis/time/total-time.ts';
import { visitsOf, type Visits } from '../../analysis/time/visits.ts';
import { firstContactResolution } from '../../analysis/time/without.ts';
import { parseMoney } from '../../quantity/amount.ts';
import { flowOf, idOf, mapsIn, type Flow } from '../flow.ts';
import type { Views } from '../model.ts';
import { isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { calendarsOf, defaultCalendarOf } from './calendars.ts';
import {
  fullCases,
  PromiseJudge,
  seed,
  type JudgedLimit,
  type SimulationBudget,
} from './promise-judge.ts';
import {
  demandOfProcess,
  roleNumbersOf,
  type DeclaredDemand,
  type RoleNumbers,
} from './staffing.ts';
import { availabilityPromise, systemsOf, type AvailabilityPromise } from './systems.ts';
import { timedFlowOf } from './timed-flow.ts';

/** Cases whose quantiles stand for a sub-process. */
const subprocessCases = 10_000;

/**
 * All that can be worked out of one process: times, visits, load and need per role, availability, and
 * the verdicts on its promises. Each is worked out when it is first asked for, and once.
 *
 * @throws never; what the file does not declare is an undecided outcome that names it
 */
export class ProcessNumbers {
  readonly views: Views;
  /** The year whose calendar counts. */
  readonly year: number;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  private readonly asOf: string;
  private readonly above: readonly string[];
  private readonly flow: Flow | undefined;
  private readonly known = new Map<string, unknown>();

  /**
   * @param asOf ISO date; hours are those of its year
   * @param above ids of the processes that run this one as a sub-process
   */
  constructor(views: Views, asOf: string, above: readonly string[] = []) {
    this.views = views;
    this.asOf = asOf;
    this.above = above;
    this.year = Number(asOf.slice(0, 4));
    this.calendars = calendarsOf(views);
    this.flow = flowOf(views);
  }

  /** Whether any step says how long it takes; if none does, nobody asked for times. */
  get hasTimes(): boolean {
    return mapsIn(this.views, 'steps').some(({ time }) => isMap(time));
  }

  /** The process as time sees it; nothing where it has no steps. */
  get timedFlow(): TimedFlow | undefined {
    return this.once('timedFlow', () =>
      this.flow === undefined
        ? undefined
        : timedFlowOf(this.flow, {
            calendars: this.calendars,
            defaultCalendar: defaultCalendarOf(this.views),
            roles: this.rolesById,
            subprocessTime: (step) => this.subprocessTime(step),
          }),
    );
  }

  get prepared(): Outcome<PreparedFlow> {
    return this.once('prepared', () => prepareFlow(this.timedFlow ?? { start: '', steps: [] }));
  }

  /** Expected visits per case, loops ending at their maximum; and as if none had one. */
  get visits(): Outcome<Visits> {
    return this.once('visits', () => this.withFlow((flow) => visitsOf(flow, { capped: true })));
  }

  get visitsUncapped(): Outcome<Visits> {
    return this.once('visitsUncapped', () =>
      this.withFlow((flow) => visitsOf(flow, { capped: false })),
    );
  }

  /** Mean and variance of the time from start to end, durations added up in natural time. */
  get total(): Outcome<TotalTime> {
    return this.once('total', () => this.withTimes((flow) => totalTime(flow, { capped: true })));
  }

  get totalUncapped(): Outcome<TotalTime> {
    return this.once('totalUncapped', () =>
      this.withTimes((flow) => totalTime(flow, { capped: false })),
    );
  }

  get shortest(): Outcome<Shortest> {
    return this.once('shortest', () => this.withTimes((flow) => decided(shortestPath(flow))));
  }

  get longest(): Outcome<LongestPath> {
    return this.once('longest', () => this.withTimes(longestPath));
  }

  /** Nothing where steps wait for each other in a circle. */
  get criticalPath(): Schedule | undefined {
    return this.once('criticalPath', () =>
      this.prepared.decided ? criticalPathOf(this.prepared.value) : undefined,
    );
  }

  get efficiency(): Outcome<CycleTimeEfficiency> {
    return this.once('efficiency', () =>
      this.withTimes(() => cycleTimeEfficiency(this.timedFlow ?? { start: '', steps: [] })),
    );
  }

  get handoffs(): Outcome<number> {
    return this.once('handoffs', () => this.withFlow(expectedHandoffs));
  }

  /** Share of the cases that are closed without a loop back or a hand-over. */
  get solvedAtOnce(): Outcome<number> {
    return this.once('solvedAtOnce', () => this.withFlow(firstContactResolution));
  }

  /** Share of the visits to working steps that machines do. */
  get automated(): Outcome<number | undefined> {
    return this.once('automated', () =>
      this.withVisits((flow, visits) => automatedShare(flow, visits)),
    );
  }

  get cost(): Outcome<CasePrice & { readonly currency: string }> | undefined {
    return this.once('cost', () => {
      const { prices, currency } = this.prices;
      if (currency === undefined) return undefined;
      return this.withVisits((flow, visits) => ({
        ...costPerCase(flow, visits, prices),
        currency,
      }));
    });
  }

  /** Percentiles of simulated cases, durations added up in natural time. */
  percentiles(budget: SimulationBudget): Percentiles | undefined {
    return this.once('percentiles', () => {
      const flow = this.total.decided && this.prepared.decided ? this.prepared.value : undefined;
      if (flow === undefined) return undefined;
      const { cases = fullCases(this.timedFlow), shouldStop } = budget;
      const done = simulate(naturalTime(flow), {
        seed,
        cases,
        ...(shouldStop === undefined ? {} : { shouldStop }),
      });
      return done.cancelled ? undefined : percentilesOf(done);
    });
  }

  /** The demand that the file declares. */
  get demand(): DeclaredDemand | undefined {
    return this.once('demand', () => {
      const usual = defaultCalendarOf(this.views);
      return demandOfProcess(
        this.views,
        usual === undefined ? undefined : this.calendars.get(usual),
      );
    });
  }

  /** Human roles with work, in the order of the file. */
  get roles(): Outcome<readonly RoleNumbers[]> {
    return this.once('roles', () => {
      const flow = this.prepared;
      if (!flow.decided) return flow;
      const { visits, visitsUncapped } = this;
      if (!visits.decided) return visits;
      const loads = roleLoads(flow.value, visits.value);
      const uncapped = visitsUncapped.decided
        ? roleLoads(flow.value, visitsUncapped.value)
        : undefined;
      const context = {
        calendars: this.calendars,
        calendarEntries: new Map(
          mapsIn(this.views, 'calendars')
            .toReversed()
            .map((entry) => [String(entry['id']), entry]),
        ),
        defaultCalendar: defaultCalendarOf(this.views),
        demand: this.demand,
        year: this.year,
        maxOccupancy: stringAt(mapAt(this.views.process ?? {}, 'policy') ?? {}, 'maxOccupancy'),
      };
      const undeclared = new Set(flow.value.missingTimes.map(({ step }) => step));
      const numbers = [...this.rolesById.values()].flatMap((role): RoleNumbers[] => {
        const id = String(role['id']);
        const load = loads.get(id);
        const work = (this.timedFlow?.steps ?? []).filter(({ roles }) => roles?.includes(id));
        const unknown = work.some((step) => undeclared.has(step.id));
        if (load === undefined) return [];
        const found = roleNumbersOf(
          role,
          load,
          uncapped?.get(id)?.touchSeconds ?? load.touchSeconds,
          context,
        );
        // What is declared is too much already, or nobody can tell.
        return [unknown && found.fits !== false ? { ...found, lacks: 'work' } : found];
      });
      return decided(numbers);
    });
  }

  /** The numbers of one role; nothing for a role that has no work or whose work is not known. */
  role(id: string): RoleNumbers | undefined {
    return this.roles.decided ? this.roles.value.find((role) => role.id === id) : undefined;
  }

  /** The limits of an SLA and what the flow says of them. @param budget absent: without simulation */
  timing(sla: PlainMap, budget?: SimulationBudget): readonly JudgedLimit[] {
    const how = budget === undefined ? 'plain' : `simulated ${String(budget.cases)}`;
    return this.once(`timing ${how} ${idOf(sla)}`, () => this.promises.timing(sla, budget));
  }

  /** The same for who wants the verdict only: few cases, and all where those are too close to call. */
  verdicts(sla: PlainMap, shouldStop?: () => boolean): readonly JudgedLimit[] {
    return this.once(`verdicts ${idOf(sla)}`, () => this.promises.verdicts(sla, shouldStop));
  }

  /** The same with the waits that the declared staffing makes instead of the declared ones. */
  timingWithQueues(sla: PlainMap, budget: SimulationBudget): readonly JudgedLimit[] {
    return this.once(`queues ${idOf(sla)}`, () => this.promises.timingWithQueues(sla, budget));
  }

  availability(sla: PlainMap): AvailabilityPromise | undefined {
    return this.once(`availability ${idOf(sla)}`, () =>
      availabilityPromise(sla, this.views, this.systems),
    );
  }

  /** What a case can expect of the systems on its way, going on by hand where that is declared. */
  get routeAvailability(): RouteAvailability | undefined {
    return this.once('routeAvailability', () => {
      const flow = this.prepared;
      const used = new Map(
        mapsIn(this.views, 'steps').map((step) => [idOf(step), systemIds(step)] as const),
      );
      if (!flow.decided || [...used.values()].every((ids) => ids.length === 0)) return undefined;
      const routes = routesOf(flow.value, ({ id }) => used.get(id) ?? []);
      if (!routes.decided) return undefined;
      return availabilityOverRoutes(this.systems, routes.value, { manualCounts: true });
    });
  }

  /**
   * The time of another process as the time of a step, by its simulated quantiles. Its people are
   * not counted here: its own demand loads them. A process that runs itself has no time.
   */
  private subprocessTime(step: PlainMap): DurationModel | undefined {
    const views: unknown = step['runs'];
    const id = stringAt(step, 'process');
    const above = [...this.above, String(this.views.process?.['id'])];
    if (id === undefined || !isMap(views) || above.includes(id)) return undefined;
    const other = new ProcessNumbers(views, this.asOf, above);
    const { prepared, total, shortest, longest } = other;
    if (!prepared.decided || !total.decided || !shortest.decided || !longest.decided) {
      return undefined;
    }
    const cases = simulate(naturalTime(prepared.value), { seed, cases: subprocessCases });
    return durationFrom(cases, { min: shortest.value.seconds, max: longest.value.seconds });
  }

  private get promises(): PromiseJudge {
    return this.once('promises', () => {
      const { flow, timedFlow, calendars, year } = this;
      return new PromiseJudge({
        flow,
        timedFlow,
        calendars,
        year,
        defaultCalendar: defaultCalendarOf(this.views),
        roles: () => this.roles,
      });
    });
  }

  private get systems(): ReturnType<typeof systemsOf> {
    return this.once('systems', () => systemsOf(this.views));
  }

  private get rolesById(): ReadonlyMap<string, PlainMap> {
    return this.once(
      'rolesById',
      () =>
        new Map(
          // The process stands before the organisation, and its entries win.
          mapsIn(this.views, 'roles')
            .filter((role, at, all) => all.findIndex(({ id }) => id === role['id']) === at)
            .map((role) => [String(role['id']), role] as const),
        ),
    );
  }

  private get prices(): {
    readonly prices: ReadonlyMap<string, number>;
    readonly currency: string | undefined;
  } {
    const priced = [...this.rolesById].flatMap(([id, role]) => {
      const [, amount, unit] = /^(.+?)\s*\/\s*(.+)$/.exec(stringAt(role, 'cost') ?? '') ?? [];
      const money = amount === undefined ? undefined : parseMoney(amount);
      return money === undefined || unit !== 'h' ? [] : [{ id, ...money }];
    });
    const [currency, ...others] = new Set(priced.map((each) => each.currency));
    return {
      prices: new Map(priced.map(({ id, amount }) => [id, amount])),
      currency: others.length === 0 ? currency : undefined,
    };
  }

  private withFlow<Value>(find: (flow: PreparedFlow) => Outcome<Value>): Outcome<Value> {
    return this.prepared.decided ? find(this.prepared.value) : this.prepared;
  }

  private withTimes<Value>(find: (flow: PreparedFlow) => Outcome<Value>): Outcome<Value> {
    return this.withFlow((flow) =>
      flow.missingTimes.length > 0
        ? { decided: false, because: { cause: 'missing_input', missing: flow.missingTimes } }
        : find(flow),
    );
  }

  private withVisits<Value>(find: (flow: PreparedFlow, visits: Visits) => Value): Outcome<Value> {
    return this.withFlow((flow) =>
      this.visits.decided ? decided(find(flow, this.visits.value)) : this.visits,
    );
  }

  private once<Value>(key: string, find: () => Value): Value {
    if (!this.known.has(key)) this.known.set(key, find());
    return this.known.get(key) as Value; // only `find` of the same key has put it there
  }
}

function systemIds(step: PlainMap): readonly string[] {
  return listOf(step['systems']).filter((each) => typeof each === 'string');
}

/** The flow with all time natural: opening hours left aside. */
function naturalTime(flow: PreparedFlow): PreparedFlow {
  const steps = flow.steps.map((step) => ({
    ...step,
    parts: step.parts.map((prepared) => {
      const { clock, ...part } = prepared.part;
      return { ...prepared, part };
    }),
  }));
  return { ...flow, steps };
}
