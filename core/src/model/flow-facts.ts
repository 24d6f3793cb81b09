import { addClockFacts } from './clock-facts.ts';
import type { DataUse } from './privacy/data-uses.ts';
import { addDataFacts } from './data-facts.ts';
import { addDeclarationFacts } from './declaration-facts.ts';
import { idOf, isNormal, mapsIn, type Flow } from './flow.ts';
import { neighboursOf, type Edge } from './graph.ts';
import { addKpiFacts } from './kpi-facts.ts';
import { walk } from './loops.ts';
import type { Views } from './model.ts';
import { addFact, isMap, listOf, stringAt, type PlainMap } from './plain.ts';
import { addPromiseFacts } from './promise-facts.ts';
import { addRepeatFacts } from './repeat-facts.ts';
import { addSoundnessFacts } from './soundness.ts';
import { addStructureFacts } from './structure-facts.ts';
import { structureOf } from './structure-graph.ts';

/**
 * Writes onto the parts of a process what no part shows by itself, so that rules need no search.
 *
 * Steps get `joinedBy`, `workBefore` and `coveredBy`, edges `closesLoop`, roles `performs` and
 * `seatHours`, SLAs `endsWith` and `shortest`, calendars `openHours` and `aroundTheClock`, KPIs
 * `measures`, `numbers`, `better` and `promise`, their milestones `number`, data items `asked` and
 * `consumed`, reads `available` and `lacking`, and every shared entry `collection`, `declaredIn`,
 * `alsoDeclared` and `used`; besides them what the analyses of structure find.
 *
 * @param documents the values of the files as they were read, refused parts included
 */
export function addDerivedFacts(views: Views, documents: readonly unknown[]): void {
  addDeclarationFacts(views, documents);
  const { process } = views;
  if (process === undefined) return;
  const steps = mapsIn(views, 'steps');
  const byId = new Map(steps.map((step) => [idOf(step), step]));
  const start = stringAt(process, 'start');
  const flow: Flow = {
    process,
    steps,
    byId,
    edges: listOf(views['edges']) as readonly Edge[], // the view of that name holds nothing else
    ...(start !== undefined && byId.has(start) ? { start } : {}),
  };
  const roles = mapsIn(views, 'roles');
  const structure = structureOf(flow, roles);
  addLoopFacts(flow);
  addSoundnessFacts(flow, structure);
  addStructureFacts(flow, structure, views);
  addRepeatFacts(flow);
  addNeighbourFacts(flow);
  addRoleFacts(flow, roles);
  addPromiseFacts(flow, mapsIn(views, 'slas'));
  addClockFacts(views);
  addKpiFacts(views);
  const uses = listOf(views['dataUses']) as readonly DataUse[]; // as above
  addDataFacts(flow, structure, uses, mapsIn(views, 'data'));
}

/** `closesLoop` of an arrow: it leads back, and no arrow of that loop has a maximum. */
function addLoopFacts({ steps, edges, start }: Flow): void {
  const ids = steps.map((step) => idOf(step));
  const uncapped = edges.filter(({ kind, loop }) => kind === 'next' && !hasMaximum(loop));
  const { backward } = walk(start === undefined ? ids : [start, ...ids], uncapped);
  for (const edge of edges) addFact(edge, 'closesLoop', backward.has(edge));
}

function hasMaximum(loop: unknown): boolean {
  return isMap(loop) && typeof loop['max'] === 'number';
}

/** Steps at which nobody works: a case passes them at once. */
const passedAtOnce: ReadonlySet<unknown> = new Set(['choice', 'parallel', 'join']);

/**
 * `workBefore`: the steps at which somebody works last before a step, along normal arrows.
 * `joinedBy` of a parallel: the joins that name it.
 */
function addNeighbourFacts({ steps, byId, edges }: Flow): void {
  const before = neighboursOf(
    edges.filter((edge) => isNormal(edge)),
    'to',
  );
  const joins = steps.filter(({ type }) => type === 'join');
  for (const step of steps) {
    const id = idOf(step);
    const seen = new Set(before.get(id));
    for (const each of seen) {
      if (!passedAtOnce.has(byId.get(each)?.['type'])) continue;
      for (const next of before.get(each) ?? []) seen.add(next); // a Set grows under its own loop
    }
    const work = Array.from(seen, (each) => byId.get(each)).filter((each) => each !== undefined);
    addFact(
      step,
      'workBefore',
      work.filter(({ type }) => !passedAtOnce.has(type)),
    );
    if (step['type'] !== 'parallel') continue;
    addFact(
      step,
      'joinedBy',
      joins.filter((join) => listOf(join['joins']).includes(id)),
    );
  }
}

/** `performs` of a role: the steps it does, and those it approves. */
function addRoleFacts({ steps }: Flow, roles: readonly PlainMap[]): void {
  for (const role of roles) {
    const id = idOf(role);
    const own = steps.filter(
      (step) => step['role'] === id || listOf(step['approvers']).includes(id),
    );
    addFact(role, 'performs', own);
  }
}
