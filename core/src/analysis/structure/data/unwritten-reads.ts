import { idOf, idsOf, type Flow, type FlowName, type Flows } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { reachedFrom } from '../flow/reachability.ts';
import { sectionsOf } from '../soundness/sections.ts';
import { dataFlowOf, type DataFlow, type DataItem } from './data-flow.ts';
import { hasItem } from './item-sets.ts';

/** A data item that a step reads although on some way nothing has written or collected it. */
export interface UnwrittenRead {
  readonly item: string;
  /** The reading step that is reached first. */
  readonly at: string;
  /** A shortest way from the start to it on which the item does not come into being. */
  readonly path: readonly string[];
  /** Other steps that can read it unwritten. */
  readonly alsoAt: readonly string[];
  /** False when no step that is reached writes or collects it at all. */
  readonly isWritten: boolean;
  readonly flow: FlowName;
}

/**
 * Reads that can come before every write, by item. What a step collects it can read itself; what
 * it writes exists after it only, so a step that changes an item needs it from before.
 */
export function unwrittenReads(flows: Flows, declared: readonly DataItem[]): UnwrittenRead[] {
  const normal = readsIn(flows.normal, declared, 'normal');
  if (flows.complete === flows.normal) return normal;
  const known = new Set(normal.map(({ item }) => item));
  const complete = readsIn(flows.complete, declared, 'exits');
  const writtenAtAll = new Map(complete.map(({ item, isWritten }) => [item, isWritten]));
  return [
    ...normal.map((read) => ({ ...read, isWritten: writtenAtAll.get(read.item) ?? true })),
    ...complete.filter(({ item }) => !known.has(item)),
  ];
}

function readsIn(whole: Flow, declared: readonly DataItem[], name: FlowName): UnwrittenRead[] {
  const sections = sectionsOf(whole);
  const { flow } = sections.branching;
  if (flow.start === -1) return [];
  const items = itemsOf(flow, declared);
  const data = dataFlowOf(sections, items, {
    madeBy: 'collects and writes',
    on: 'every way',
    atStart: declared.filter(({ alreadyHeld }) => alreadyHeld).map(({ id }) => id),
  });
  const reached = reachedFrom(flow, [flow.start]);
  const written = new Set(
    flow.steps.flatMap(({ collects = [], writes = [] }, step) =>
      reached[step] === 1 ? [...collects, ...writes] : [],
    ),
  );
  const readers = readersOf(data, reached);
  return Array.from(readers, ([item, steps]) => ({
    ...firstRead(data, item, steps),
    isWritten: written.has(itemAt(items, item)),
    flow: name,
  }));
}

/** Declared items first, then those that only steps name. */
export function itemsOf(flow: Flow, declared: readonly DataItem[]): string[] {
  const named = flow.steps.flatMap((step) => [
    ...(step.collects ?? []),
    ...(step.reads ?? []),
    ...(step.optionalReads ?? []),
    ...(step.writes ?? []),
  ]);
  const kept = flow.arrows.flatMap(({ keeps = [] }) => keeps);
  return [...new Set([...declared.map(({ id }) => id), ...named, ...kept])];
}

/** Steps that can read an item unwritten, by item number. */
function readersOf(data: DataFlow, reached: Uint8Array): Map<number, number[]> {
  const numberOf = new Map(data.items.map((item, index) => [item, index]));
  const readers = new Map<number, number[]>();
  for (const [step, { reads = [], collects = [] }] of data.flow.steps.entries()) {
    if (reached[step] === 0) continue;
    for (const id of new Set(reads)) {
      const item = numberOf.get(id) ?? -1;
      if (collects.includes(id) || hasItem(data.before, step, item)) continue;
      readers.set(item, [...(readers.get(item) ?? []), step]);
    }
  }
  return readers;
}

function firstRead(
  { flow, items, before, carried }: DataFlow,
  item: number,
  readers: readonly number[],
): Pick<UnwrittenRead, 'item' | 'at' | 'path' | 'alsoAt'> {
  const goals = new Set(readers);
  const path = shortestPath(flow, {
    from: [flow.start],
    isGoal: (step) => goals.has(step),
    along: (arrow) =>
      !hasItem(carried, arrow, item) && !hasItem(before, itemAt(flow.to, arrow), item),
  });
  const at = path?.at(-1) ?? itemAt(readers, 0);
  return {
    item: itemAt(items, item),
    at: idOf(flow, at),
    path: idsOf(flow, path ?? [at]),
    alsoAt: idsOf(
      flow,
      readers.filter((reader) => reader !== at),
    ),
  };
}
