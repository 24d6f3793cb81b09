import type { DataUse } from './privacy/data-uses.ts';
import { idOf, type Flow } from './flow.ts';
import { groupEdges, namesIn, type Edge } from './graph.ts';
import { addFact, isMap, listOf, mapAt, stringAt, type PlainMap } from './plain.ts';

type Names = ReadonlySet<string>;

/**
 * `asked` and `consumed` of a data item: some step collects it; something in the process does
 * anything with it but collect, store or delete it. `obtained` and `available` of a read: some step
 * brings the item into the process; some step has done so on every way that leads to the read.
 *
 * Only reads that nobody can explain from elsewhere are judged: not what the organisation shares
 * among its processes, what comes from elsewhere by its `source`, nor what is marked `optional`. To
 * an unreachable step no way leads, so none lacks anything.
 */
export function addDataFacts(
  flow: Flow,
  uses: readonly DataUse[],
  items: readonly PlainMap[],
): void {
  const consumed = consumedIn(flow.steps);
  const asked = new Set(uses.filter(({ mode }) => mode === 'collects').map(({ item }) => item));
  for (const item of items) {
    addFact(item, 'asked', asked.has(idOf(item)));
    addFact(item, 'consumed', consumed.has(idOf(item)));
  }
  const judged = new Set(items.filter((item) => mustBeObtained(item)).map((item) => idOf(item)));
  if (flow.start === undefined || judged.size === 0) return;
  const producedBy = new Map(flow.steps.map((step) => [idOf(step), produced(step)]));
  const obtained = new Set([...producedBy.values()].flatMap((names) => [...names]));
  const before = availableBefore(flow, judged, producedBy);
  for (const use of uses) {
    const step = flow.byId.get(use.step);
    if (use.mode !== 'reads' || !judged.has(use.item) || step === undefined) continue;
    if (isOptional(step, use.item)) continue;
    const here = producedBy.get(use.step)?.has(use.item) === true;
    addFact(use, 'obtained', obtained.has(use.item));
    addFact(use, 'available', here || before.get(use.step)?.has(use.item) === true);
  }
}

function mustBeObtained(item: PlainMap): boolean {
  const source = item['source'];
  return item['declaredIn'] === 'process' && (source === undefined || source === 'subject');
}

function isOptional(step: PlainMap, item: string): boolean {
  return listOf(step['reads']).some(
    (entry) => isMap(entry) && entry['item'] === item && entry['optional'] === true,
  );
}

/** The items a step brings into the process or changes. */
function produced(step: PlainMap): Names {
  const received = listOf(step['receives']).flatMap((each) =>
    isMap(each) ? namesIn(each['data'], 'item') : [],
  );
  return new Set([
    ...['collects', 'writes', 'requires', 'returns', 'recording'].flatMap((key) =>
      namesIn(step[key], 'item'),
    ),
    ...received,
  ]);
}

/** The items that somebody or something looks at, decides on or passes on. */
function consumedIn(steps: readonly PlainMap[]): Names {
  const names = steps.flatMap((step) => [
    ...['reads', 'verifies', 'decides', 'passes'].flatMap((key) => namesIn(step[key], 'item')),
    ...namesIn(mapAt(step, 'automated')?.['inputs'], 'item'),
    ...listOf(step['shares']).flatMap((share) =>
      isMap(share) ? namesIn(share['data'], 'item') : [],
    ),
  ]);
  return new Set(names);
}

/**
 * The judged items that are there whenever a step begins. At an ordinary step only what every way
 * brings along; at a join what any branch brings, since all of them have arrived.
 *
 * Every set starts as large as possible and shrinks until nothing changes, so loops need no case
 * of their own.
 */
function availableBefore(
  { steps, byId, edges, start }: Flow,
  judged: Names,
  producedBy: ReadonlyMap<string, Names>,
): ReadonlyMap<string, Names> {
  const incoming = groupEdges(edges, 'to');
  const outgoing = groupEdges(edges, 'from');
  const before = new Map<string, Names>(steps.map((step) => [idOf(step), judged]));
  const along = (edge: Edge): Names => {
    const had = before.get(edge.from) ?? judged;
    const step = byId.get(edge.from);
    // A step that fails leaves nothing behind but what it says it keeps.
    if (edge.kind !== 'failure') return unionOf(had, producedBy.get(edge.from) ?? new Set());
    return unionOf(had, new Set(namesIn(mapAt(step ?? {}, 'onFailure')?.['keeps'], 'item')));
  };
  const waiting = new Set(steps.map((step) => idOf(step)));
  for (const id of waiting) {
    waiting.delete(id); // so that it comes again when it is added again
    const arriving = (incoming.get(id) ?? []).map((edge) => along(edge));
    const isJoin = stringAt(byId.get(id) ?? {}, 'type') === 'join';
    const next = id === start ? new Set<string>() : meet(arriving, isJoin, judged);
    if (next.size === before.get(id)?.size) continue;
    before.set(id, next);
    for (const { to } of outgoing.get(id) ?? []) if (byId.has(to)) waiting.add(to);
  }
  return before;
}

function meet(arriving: readonly Names[], isJoin: boolean, all: Names): Names {
  const [first, ...others] = arriving;
  if (first === undefined) return all;
  const meeting = isJoin ? unionOf : intersectionOf;
  return intersectionOf(
    others.reduce((sum, each) => meeting(sum, each), first),
    all,
  );
}

function unionOf(some: Names, others: Names): Names {
  return new Set([...some, ...others]);
}

function intersectionOf(some: Names, others: Names): Names {
  return new Set([...some].filter((name) => others.has(name)));
}
