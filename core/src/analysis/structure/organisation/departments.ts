import { itemAt } from '../flow/item.ts';
import type { Flow } from '../flow/flow.ts';
import { arrivalsAt } from '../data/data-flow.ts';
import { sectionsOf } from '../soundness/sections.ts';
import { condensationOf } from './condensation.ts';

/** The most departments one case can pass through. */
export interface MostDepartments {
  readonly departments: readonly string[];
  /** False when there are so many combinations that only the widest were followed. */
  readonly isExact: boolean;
}

/** Combinations of departments followed at one step. */
const widest = 64;

/**
 * The largest set of departments a case can meet: sets that are no subset of another one, carried
 * along the graph of loops. A loop can meet all its departments; after a join a case has met those
 * of all branches.
 */
export function mostDepartments(whole: Flow): MostDepartments {
  const sections = sectionsOf(whole);
  const { flow } = sections.branching;
  const { components, order } = condensationOf(flow);
  const bitOf = bitsOf(flow);
  const own = components.members.map((steps) => maskOf(flow, steps, bitOf));
  const sets = new Map<number, readonly bigint[]>();
  let isExact = true;
  let best = 0n;
  for (const component of order) {
    const steps = itemAt(components.members, component);
    const into = (arrows: readonly number[]): bigint[] =>
      arrows
        .map((arrow) => itemAt(components.of, itemAt(flow.from, arrow)))
        .flatMap((before) => (before === component ? [] : (sets.get(before) ?? [])));
    const arrivals =
      steps.length === 1
        ? arrivalsAt(sections, itemAt(steps, 0)).map(into)
        : [steps.flatMap((step) => into(itemAt(flow.incoming, step)))];
    let met: bigint[] = [0n];
    for (const arrival of arrivals.filter((group) => group.length > 0)) {
      const together = maximal(met.flatMap((one) => arrival.map((other) => one | other)));
      met = together.slice(0, widest);
      isExact &&= together.length <= widest;
    }
    const here = maximal(met.map((set) => set | itemAt(own, component)));
    sets.set(component, here);
    best = here.reduce(wider, best);
  }
  const departments = [...bitOf].filter(([, bit]) => (best & bit) !== 0n).map(([name]) => name);
  return { departments, isExact };
}

/** The larger set; of two as large the one whose departments stand first in the file. */
function wider(one: bigint, other: bigint): bigint {
  const difference = sizeOf(other) - sizeOf(one);
  return difference > 0 || (difference === 0 && other < one) ? other : one;
}

/** A bit for each department, in reading order. */
function bitsOf(flow: Flow): ReadonlyMap<string, bigint> {
  const bits = new Map<string, bigint>();
  for (const { department } of flow.steps) {
    if (department === undefined || bits.has(department)) continue;
    bits.set(department, 1n << BigInt(bits.size));
  }
  return bits;
}

function maskOf(flow: Flow, steps: readonly number[], bits: ReadonlyMap<string, bigint>): bigint {
  return steps.reduce((mask, step) => {
    const { department } = itemAt(flow.steps, step);
    return department === undefined ? mask : mask | (bits.get(department) ?? 0n);
  }, 0n);
}

/** The sets that are no part of another one, largest first. */
function maximal(sets: readonly bigint[]): bigint[] {
  const bySize = [...new Set(sets)].map((set) => ({ set, size: sizeOf(set) }));
  bySize.sort((a, b) => b.size - a.size);
  const kept: bigint[] = [];
  for (const { set } of bySize) {
    if (!kept.some((larger) => (larger & set) === set)) kept.push(set);
  }
  return kept;
}

function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
