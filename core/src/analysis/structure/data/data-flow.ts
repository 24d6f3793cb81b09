import { postOrderFrom } from '../flow/dominators.ts';
import { successorsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { isJoin } from '../soundness/branching.ts';
import type { Sections } from '../soundness/sections.ts';
import {
  addAll,
  addItem,
  isEqual,
  itemSets,
  keepCommon,
  rowOf,
  type ItemSets,
} from './item-sets.ts';

/** A data item as far as its flow goes. */
export interface DataItem {
  readonly id: string;
  /** It exists before the process starts. */
  readonly alreadyHeld?: boolean;
  /** It is used outside the steps, so that no step needs to read it. */
  readonly usedElsewhere?: boolean;
}

/** Which items there are when a step starts. */
export interface DataFlow {
  readonly flow: Flow;
  /** Items by number, the declared ones first. */
  readonly items: readonly string[];
  /** Items by step number. */
  readonly before: ItemSets;
  /** Items by arrow number. */
  readonly carried: ItemSets;
}

/** What makes an item exist, and whether it must on every way or may on some. */
export interface DataQuestion {
  readonly madeBy: 'collects' | 'collects and writes';
  readonly on: 'every way' | 'some way';
  readonly atStart: readonly string[];
}

/**
 * Forward data flow over bit sets to the fixed point in reverse post-order (Kildall 1973). After a
 * join all that its branches brought exists. An exit leaves a step undone: what the step would have
 * made does not exist, but for what the exit keeps.
 */
export function dataFlowOf(
  { branching, contexts, pairing }: Sections,
  items: readonly string[],
  question: DataQuestion,
): DataFlow {
  const { flow } = branching;
  const numberOf = new Map(items.map((item, index) => [item, index]));
  const isMust = question.on === 'every way';
  const before = itemSets(flow.steps.length, items.length, isMust);
  const carried = itemSets(flow.arrows.length, items.length, isMust);
  const made = madeAt(flow, numberOf, question);
  const kept = keptOn(flow, numberOf);
  const start = itemSets(1, items.length);
  for (const item of question.atStart) addItem(start, 0, numberOf.get(item) ?? 0);
  const order = flow.start === -1 ? [] : postOrderFrom(flow.start, successorsOf(flow)).toReversed();
  const arrivals = flow.steps.map((_, step) => arrivalsAt({ branching, contexts, pairing }, step));
  const scratch = new Uint32Array(before.words);
  for (let changed = true; changed;) {
    changed = false;
    for (const step of order) {
      const entry = step === flow.start ? rowOf(start, 0) : undefined;
      meetInto(scratch, carried, { arrivals: itemAt(arrivals, step), isMust, entry });
      const row = rowOf(before, step);
      row.set(scratch);
      for (const arrow of itemAt(flow.outgoing, step)) {
        const { kind } = itemAt(flow.arrows, arrow);
        const isDone = kind === 'next' || kind === 'loopExit';
        scratch.set(row);
        addAll(scratch, isDone ? rowOf(made, step) : rowOf(kept, arrow));
        const sent = rowOf(carried, arrow);
        if (isEqual(sent, scratch)) continue;
        sent.set(scratch);
        changed = true;
      }
    }
  }
  return { flow, items, before, carried };
}

function madeAt(
  flow: Flow,
  numberOf: ReadonlyMap<string, number>,
  { madeBy }: DataQuestion,
): ItemSets {
  const made = itemSets(flow.steps.length, numberOf.size);
  for (const [step, { collects = [], writes = [] }] of flow.steps.entries()) {
    for (const item of madeBy === 'collects' ? collects : [...collects, ...writes]) {
      addItem(made, step, numberOf.get(item) ?? 0);
    }
  }
  return made;
}

function keptOn(flow: Flow, numberOf: ReadonlyMap<string, number>): ItemSets {
  const kept = itemSets(flow.arrows.length, numberOf.size);
  for (const [arrow, { keeps = [] }] of flow.arrows.entries()) {
    for (const item of keeps) addItem(kept, arrow, numberOf.get(item) ?? 0);
  }
  return kept;
}

/**
 * The arrows into a step in groups of which a case needs one each: one group at a merge, one per
 * branch at a join, one per arrow where a join waits for every arrow.
 */
export function arrivalsAt({ branching, contexts, pairing }: Sections, step: number): number[][] {
  const { flow, side } = branching;
  const incoming = itemAt(flow.incoming, step);
  if (!isJoin(flow, step) || incoming.some((arrow) => side.has(arrow))) return [[...incoming]];
  const isPaired = pairing.parallels.has(step);
  const groups = new Map<number, number[]>();
  for (const arrow of incoming) {
    const key = isPaired ? itemAt(contexts.carried, arrow) : arrow;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [arrow]);
    else group.push(arrow);
  }
  return [...groups.values()];
}

interface Meet {
  readonly arrivals: readonly (readonly number[])[];
  readonly isMust: boolean;
  readonly entry: Uint32Array | undefined;
}

function meetInto(target: Uint32Array, carried: ItemSets, { arrivals, isMust, entry }: Meet): void {
  target.fill(0);
  const group = new Uint32Array(target.length);
  for (const arrows of arrivals) {
    group.fill(isMust && arrows.length > 0 ? 0xffffffff : 0);
    for (const arrow of arrows) {
      if (isMust) keepCommon(group, rowOf(carried, arrow));
      else addAll(group, rowOf(carried, arrow));
    }
    addAll(target, group);
  }
  if (entry === undefined) return;
  if (isMust) target.set(entry);
  else addAll(target, entry);
}
