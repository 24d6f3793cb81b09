import { addClockFacts } from './clock-facts.ts';
import type { DataUse } from './privacy/data-uses.ts';
import { addDataFacts } from './data-facts.ts';
import { addDeclarationFacts } from './declaration-facts.ts';
import { idOf, isNormal, mapsIn, type Flow } from './flow.ts';
import { endsCase, groupEdges, namesIn, neighboursOf, reach, type Edge } from './graph.ts';
import { addKpiFacts } from './kpi-facts.ts';
import { loopsAmong, walk } from './loops.ts';
import type { Views } from './model.ts';
import { addFact, isMap, listOf, stringAt, type PlainMap } from './plain.ts';
import { addPromiseFacts } from './promise-facts.ts';
import { addSoundnessFacts } from './soundness.ts';

/**
 * Writes onto the parts of a process what no part shows by itself, so that rules need no search.
 *
 * Steps get `closedLoop`, `joinedBy`, `preparers`, `workAfter`, `workBefore` and `coveredBy`, edges
 * `closesLoop`, the process `approvalPath`, roles `performs` and `seatHours`, SLAs `endsWith`
 * and `shortest`,
 * calendars `openHours` and `aroundTheClock`, KPIs `measures`, `numbers`, `better` and `promise`, their
 * milestones `number`, data items `asked` and `consumed`, reads `available`
 * and `obtained`, and every shared entry `collection`, `declaredIn`, `alsoDeclared` and `used`.
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
  addLoopFacts(flow);
  addSoundnessFacts(flow);
  addApprovalFacts(flow);
  addNeighbourFacts(flow);
  addRoleFacts(flow, mapsIn(views, 'roles'));
  addPromiseFacts(flow, mapsIn(views, 'slas'));
  addClockFacts(views);
  addKpiFacts(views);
  const uses = listOf(views['dataUses']) as readonly DataUse[]; // as above
  addDataFacts(flow, uses, mapsIn(views, 'data'));
}

/**
 * `closedLoop` of the first step of a loop that no arrow leaves and no end stands in: the ids of
 * its steps. `closesLoop` of an arrow: it leads back, and no arrow of that loop has a maximum.
 *
 * What follows a used-up maximum is no part of the loop, so those arrows are not walked.
 */
function addLoopFacts({ steps, byId, edges, start }: Flow): void {
  const ids = steps.map((step) => idOf(step));
  const outgoing = groupEdges(edges, 'from');
  for (const loop of loopsAmong(ids, edges)) {
    const members = ids.filter((id) => loop.has(id));
    const isLeft = members.some(
      (id) =>
        endsCase(byId.get(id) ?? {}) || (outgoing.get(id) ?? []).some(({ to }) => !loop.has(to)),
    );
    const first = byId.get(members[0] ?? '');
    if (isLeft || first === undefined) continue;
    if (start === undefined || first['reachable'] === true) addFact(first, 'closedLoop', members);
  }
  const uncapped = edges.filter(({ kind, loop }) => kind === 'next' && !hasMaximum(loop));
  const { backward } = walk(start === undefined ? ids : [start, ...ids], uncapped);
  for (const edge of edges) addFact(edge, 'closesLoop', backward.has(edge));
}

function hasMaximum(loop: unknown): boolean {
  return isMap(loop) && typeof loop['max'] === 'number';
}

/**
 * `approvalPath` of the process: the approvals on the way from the start that meets most of them,
 * each counted once. `preparers` of an approval: the steps before it that write what it decides.
 */
function addApprovalFacts({ process, steps, byId, edges, start }: Flow): void {
  const normal = edges.filter((edge) => isNormal(edge));
  const outgoing = groupEdges(normal, 'from');
  const most = new Map<string, readonly string[]>();
  // A step is left after all that follows it, but for the way back to one that is still open.
  for (const id of walk(start === undefined ? [] : [start], normal).left) {
    const longest = (outgoing.get(id) ?? [])
      .map(({ to }) => most.get(to) ?? [])
      .reduce((best, path) => (path.length > best.length ? path : best), []);
    most.set(id, byId.get(id)?.['type'] === 'approval' ? [id, ...longest] : longest);
  }
  addFact(process, 'approvalPath', most.get(start ?? '') ?? []);
  const before = neighboursOf(edges, 'to');
  for (const step of steps) {
    const decided = stringAt(step, 'decides');
    if (step['type'] !== 'approval' || decided === undefined) continue;
    const earlier = reach([idOf(step)], before);
    const preparers = steps.filter(
      (each) =>
        each !== step &&
        earlier.has(idOf(each)) &&
        namesIn(each['writes'], 'item').includes(decided),
    );
    addFact(step, 'preparers', preparers);
  }
}

/** Steps at which nobody works: a case passes them at once. */
const passedAtOnce: ReadonlySet<unknown> = new Set(['choice', 'parallel', 'join']);

/**
 * `workAfter` and `workBefore`: the next steps at which somebody works, the first along all arrows,
 * the second along the normal ones. `joinedBy` of a parallel: the joins that name it.
 */
function addNeighbourFacts({ steps, byId, edges }: Flow): void {
  const after = neighboursOf(edges, 'from');
  const before = neighboursOf(
    edges.filter((edge) => isNormal(edge)),
    'to',
  );
  const nearest = (id: string, neighbours: typeof after): readonly PlainMap[] => {
    const seen = new Set(neighbours.get(id));
    for (const each of seen) {
      if (!passedAtOnce.has(byId.get(each)?.['type'])) continue;
      for (const next of neighbours.get(each) ?? []) seen.add(next);
    }
    return [...seen].flatMap((each) => {
      const step = byId.get(each);
      return step === undefined || passedAtOnce.has(step['type']) ? [] : [step];
    });
  };
  const joins = steps.filter(({ type }) => type === 'join');
  for (const step of steps) {
    const id = idOf(step);
    addFact(step, 'workAfter', nearest(id, after));
    addFact(step, 'workBefore', nearest(id, before));
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
