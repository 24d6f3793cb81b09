import { unusedData } from '../analysis/structure/data/unused-data.ts';
import { unwrittenReads, type UnwrittenRead } from '../analysis/structure/data/unwritten-reads.ts';
import { idOf, type Flow } from './flow.ts';
import { addFact, addFactOnDemand, isMap, listOf, type PlainMap } from './plain.ts';
import type { DataUse } from './privacy/data-uses.ts';
import { once, type Structure } from './structure-graph.ts';

/**
 * `asked` and `consumed` of a data item: some step collects it; something in the process does
 * anything with it but collect, store or delete it. `available` of a read: some step has brought
 * the item into the process on every way that leads to the read. Where it is not, `lacking` says
 * what the analysis found.
 *
 * Only reads that nobody can explain from elsewhere are judged: not what the organisation shares
 * among its processes, what comes from elsewhere by its `source`, nor what is marked `optional`. A
 * derived item comes from elsewhere unless some step of the process writes it. To an unreachable
 * step no way leads, so none lacks anything.
 */
export function addDataFacts(
  flow: Flow,
  structure: Structure,
  uses: readonly DataUse[],
  items: readonly PlainMap[],
): void {
  const asked = new Set(uses.filter(({ mode }) => mode === 'collects').map(({ item }) => item));
  const unused = once(() => {
    const ids = items.map((item) => ({ id: idOf(item) }));
    const { collected, declared } = unusedData(structure.graph(), ids);
    return new Set([...collected.map(({ item }) => item), ...declared]);
  });
  for (const item of items) {
    addFact(item, 'asked', asked.has(idOf(item)));
    addFactOnDemand(item, 'consumed', () => !unused().has(idOf(item)));
  }
  const written = new Set(uses.filter(({ mode }) => mode === 'writes').map(({ item }) => item));
  const judged = new Set(
    items.filter((item) => mustBeObtained(item, written)).map((item) => idOf(item)),
  );
  if (flow.start === undefined) return;
  const lacking = once(() => lackingReads(structure, judged));
  for (const use of uses) {
    if (use.mode !== 'reads' || !judged.has(use.item)) continue;
    if (isOptional(flow.byId.get(use.step) ?? {}, use.item)) continue;
    const find = (): UnwrittenRead | undefined => lacking().get(`${use.item} ${use.step}`);
    addFactOnDemand(use, 'lacking', find);
    addFactOnDemand(use, 'available', () => find() === undefined);
  }
}

/** By item and step; an item that is not judged counts as held all along. */
function lackingReads(
  { graph, flows }: Structure,
  judged: ReadonlySet<string>,
): ReadonlyMap<string, UnwrittenRead> {
  const read = new Set(graph().steps.flatMap(({ reads = [] }) => reads));
  const items = [...read].map((id) => ({ id, alreadyHeld: !judged.has(id) }));
  return new Map(
    unwrittenReads(flows(), items).flatMap((lack) =>
      [lack.at, ...lack.alsoAt].map((step) => [`${lack.item} ${step}`, lack] as const),
    ),
  );
}

function mustBeObtained(item: PlainMap, written: ReadonlySet<string>): boolean {
  const source = item['source'];
  if (item['declaredIn'] !== 'process') return false;
  if (source === 'derived') return written.has(idOf(item));
  return source === undefined || source === 'subject';
}

function isOptional(step: PlainMap, item: string): boolean {
  return listOf(step['reads']).some(
    (entry) => isMap(entry) && entry['item'] === item && entry['optional'] === true,
  );
}
