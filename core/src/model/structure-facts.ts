import { askedTwice, type AskedTwice } from '../analysis/structure/data/asked-twice.ts';
import type { FlowGraph } from '../analysis/structure/flow/flow-graph.ts';
import { indexFlows, withArrows, type Flows } from '../analysis/structure/flow/flow.ts';
import { failureCycles, loopsOf } from '../analysis/structure/flow/loops.ts';
import { metricsOf } from '../analysis/structure/metrics.ts';
import { mostApprovals } from '../analysis/structure/organisation/approvals.ts';
import { mostDepartments } from '../analysis/structure/organisation/departments.ts';
import { dutyConflicts } from '../analysis/structure/organisation/duties.ts';
import { humanExits } from '../analysis/structure/organisation/human-exits.ts';
import { orphans } from '../analysis/structure/organisation/orphans.ts';
import { stageFaults } from '../analysis/structure/organisation/stages.ts';
import { idOf, mapsIn, type Flow } from './flow.ts';
import type { Views } from './model.ts';
import { addFactOnDemand, listOf, stringAt, type PlainMap } from './plain.ts';
import type { DataUse } from './privacy/data-uses.ts';
import { once, type Structure } from './structure-graph.ts';

/**
 * What the structural analyses find, as facts of the things they are about.
 *
 * Steps: `closedLoop` (the steps of a loop that nothing leaves, at its first), `leftBy` (how a loop
 * that no ordinary case leaves is left, at its first), `failureCycle`, `dutyConflicts`,
 * `humanExit`, `missedStages`, `lateStages`. Uses of data: `askedBefore`. The process:
 * `askedTwice`, `mostApprovals`, `mostDepartments`, `readability`. Roles and systems: `inSteps`,
 * whether any step names them.
 *
 * Each analysis runs when a rule first asks for one of its facts.
 */
export function addStructureFacts(flow: Flow, structure: Structure, views: Views): void {
  const { process, steps } = flow;
  const { flows } = structure;
  addLoopFacts(flow, flows);
  addStepFacts(steps, 'failureCycle', () =>
    failureCycles(flows()).map((cycle) => ({ at: cycle[0], fact: cycle.slice(0, -1) })),
  );
  addListFacts(steps, 'dutyConflicts', () => dutyConflicts(flows().complete));
  addStepFacts(steps, 'humanExit', () =>
    humanExits(flows().complete, Number.POSITIVE_INFINITY).map((exit) => ({
      at: exit.at,
      fact: exit,
    })),
  );
  addStageFacts(flow, structure);
  addFactOnDemand(
    process,
    'mostApprovals',
    once(() => {
      const { repeated, ...rest } = mostApprovals(flows().normal);
      return Number.isFinite(repeated) ? { ...rest, repeated } : rest; // no rule can print infinity
    }),
  );
  addFactOnDemand(
    process,
    'mostDepartments',
    once(() => mostDepartments(flows().normal)),
  );
  addFactOnDemand(
    process,
    'readability',
    once(() => metricsOf(flows())),
  );
  addAskedTwiceFacts(flow, views, flows);
  addOrphanFacts(structure, views);
}

interface Found {
  readonly at: string | undefined;
  readonly fact: unknown;
}

/** One fact per step, from an analysis that says at which step it found what. */
function addStepFacts(
  steps: readonly PlainMap[],
  name: string,
  find: () => readonly Found[],
): void {
  const found = once(() => new Map(find().map(({ at, fact }) => [at, fact])));
  for (const step of steps) addFactOnDemand(step, name, () => found().get(idOf(step)));
}

/** All that an analysis found at a step; nothing where it found nothing. */
function addListFacts(
  steps: readonly PlainMap[],
  name: string,
  find: () => readonly { readonly at: string }[],
): void {
  addStepFacts(steps, name, () => {
    const lists = new Map<string, object[]>();
    for (const found of find()) {
      const list = lists.get(found.at);
      if (list === undefined) lists.set(found.at, [found]);
      else list.push(found);
    }
    return Array.from(lists, ([at, fact]) => ({ at, fact }));
  });
}

/** Failures count as ways here: who stands in a loop that only a failure leaves can still get out. */
function addLoopFacts({ steps, byId, start }: Flow, flows: () => Flows): void {
  addStepFacts(steps, 'closedLoop', () => {
    const { complete } = flows();
    const closed = loopsOf({ normal: complete, complete }).filter(({ exit }) => exit === 'none');
    return closed.flatMap(({ steps: members }) => {
      const first = byId.get(members[0] ?? '');
      const counts = start === undefined || first?.['reachable'] === true;
      return counts ? [{ at: members[0], fact: members }] : [];
    });
  });
  addStepFacts(steps, 'leftBy', () =>
    loopsOf(flows())
      .filter(({ exit }) => exit === 'exits-only' || exit === 'never-taken')
      .map((loop) => ({ at: loop.steps[0], fact: loop })),
  );
}

/** Ends of cases that are not carried through; nobody expects all stages before them. */
const early: ReadonlySet<unknown> = new Set(['rejected', 'withdrawn', 'transferred', 'failed']);

const usualStages = ['intake', 'classify', 'handle', 'feedback', 'archive'];

/** Only stages that some step has: that a stage has no step at all is a fault of its own. */
function addStageFacts({ process, steps, byId }: Flow, { graph }: Structure): void {
  const faults = once(() => {
    const carriedThrough: FlowGraph = {
      ...graph(),
      steps: graph().steps.map((step) =>
        early.has(byId.get(step.id)?.['outcome'])
          ? { ...step, end: false, type: 'task' as const }
          : step,
      ),
    };
    const own = listOf(process['stages']).filter((stage) => typeof stage === 'string');
    const used = new Set(steps.map((step) => stringAt(step, 'stage')));
    const stages = (own.length > 0 ? own : usualStages).filter((stage) => used.has(stage));
    return stageFaults(indexFlows(carriedThrough).normal, stages);
  });
  addListFacts(steps, 'missedStages', () => faults().filter(({ kind }) => kind === 'missing'));
  addListFacts(steps, 'lateStages', () => faults().filter(({ kind }) => kind === 'out-of-order'));
}

/**
 * `askedBefore` of a use that collects: what asked for the same item earlier in the case;
 * `askedTwice` of the process: the items that have such a use.
 *
 * The way back of a declared loop is left out, for who comes back is asked because something has
 * changed. A survey asks how it went, each time anew; and what comes from elsewhere by its source
 * is asked of nobody.
 */
function addAskedTwiceFacts({ process, byId }: Flow, views: Views, flows: () => Flows): void {
  const items = new Map(mapsIn(views, 'data').map((item) => [idOf(item), item]));
  const uses = (listOf(views['dataUses']) as readonly DataUse[]) // the view holds nothing else
    .filter(({ mode, step, item }) => {
      const source = items.get(item)?.['source'];
      const isOfCustomer = source === undefined || source === 'subject';
      return mode === 'collects' && isOfCustomer && byId.get(step)?.['survey'] !== true;
    });
  const found = once(() => {
    const { normal, complete } = flows();
    const straight = withoutLoops(normal);
    const repeats = askedTwice({
      normal: straight,
      complete: complete === normal ? straight : withoutLoops(complete),
    });
    return new Map(repeats.flatMap((repeat) => placesOf(repeat)));
  });
  const before = ({ item, step }: DataUse): unknown => found().get(`${item} ${step}`);
  for (const use of uses) addFactOnDemand(use, 'askedBefore', () => before(use));
  const again = once(() => uses.filter((use) => before(use) !== undefined));
  addFactOnDemand(process, 'askedTwice', () => [...new Set(again().map(({ item }) => item))]);
}

function withoutLoops(flow: Flows['normal']): Flows['normal'] {
  return withArrows(flow, (arrow) => flow.arrows[arrow]?.loop === undefined);
}

/** The step that asks again, and the others that do; not one that only repeats itself. */
function placesOf(repeat: AskedTwice): (readonly [string, Partial<AskedTwice>])[] {
  const { item, at, before, alsoAt } = repeat;
  const others = alsoAt.map((other) => [`${item} ${other}`, { item, at: other, before }] as const);
  return at === before ? others : [[`${item} ${at}`, repeat], ...others];
}

function addOrphanFacts({ graph }: Structure, views: Views): void {
  const declared = { roles: mapsIn(views, 'roles'), systems: mapsIn(views, 'systems') };
  const found = once(() =>
    orphans(graph(), {
      roles: declared.roles.map((role) => idOf(role)),
      systems: declared.systems.map((system) => idOf(system)),
    }),
  );
  for (const kind of ['roles', 'systems'] as const) {
    for (const entry of declared[kind]) {
      addFactOnDemand(entry, 'inSteps', () => !found()[kind].includes(idOf(entry)));
    }
  }
}
