import { itemAt } from '../flow/item.ts';
import type { Flow } from '../flow/flow.ts';
import { arrivalsAt } from '../data/data-flow.ts';
import { sectionsOf } from '../soundness/soundness.ts';
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
  const numberOf = new Map<string, bigint>();
  const own = components.members.map((steps) => maskOf(flow, steps, numberOf));
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
    for (const set of here) if (sizeOf(set) > sizeOf(best)) best = set;
  }
  const departments = [...numberOf].filter(([, bit]) => (best & bit) !== 0n).map(([name]) => name);
  return { departments, isExact };
}

function maskOf(flow: Flow, steps: readonly number[], numberOf: Map<string, bigint>): bigint {
  let mask = 0n;
  for (const step of steps) {
    const { department } = itemAt(flow.steps, step);
    if (department === undefined) continue;
    const bit = numberOf.get(department) ?? 1n << BigInt(numberOf.size);
    numberOf.set(department, bit);
    mask |= bit;
  }
  return mask;
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
