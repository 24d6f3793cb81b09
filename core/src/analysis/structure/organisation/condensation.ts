import { stronglyConnected, type Components } from '../flow/components.ts';
import { successorsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { reachedFrom } from '../flow/reachability.ts';

/** The reached part of a flow with each loop taken as one node. */
export interface Condensation {
  readonly components: Components;
  /** Component numbers of reached steps, each after all that lead to it. */
  readonly order: readonly number[];
  /** Component of the first step. */
  readonly start: number;
}

export function condensationOf(flow: Flow): Condensation {
  const components = stronglyConnected(successorsOf(flow));
  const reached = reachedFrom(flow, flow.start === -1 ? [] : [flow.start]);
  const order = [...components.members.keys()]
    .filter((component) => reached[itemAt(itemAt(components.members, component), 0)] === 1)
    .toReversed(); // components are numbered against the arrows
  return { components, order, start: components.of[flow.start] ?? -1 };
}

/** The heaviest way from one component on, by the weights of the components it passes. */
export interface HeaviestWays {
  /** Weight of the heaviest way to each component, itself included; -1 where none leads. */
  readonly weight: Float64Array;
  /** The component before it on that way; -1 at the first. */
  readonly before: Int32Array;
}

/** Longest paths in the acyclic graph of components, in one pass in topological order. */
export function heaviestWays(
  flow: Flow,
  { components, order }: Condensation,
  from: number,
  weightOf: (component: number) => number,
): HeaviestWays {
  const weight = new Float64Array(components.members.length).fill(-1);
  const before = new Int32Array(components.members.length).fill(-1);
  if (from !== -1) weight[from] = weightOf(from);
  for (const component of order) {
    const here = itemAt(weight, component);
    if (here === -1) continue;
    for (const step of itemAt(components.members, component)) {
      for (const arrow of itemAt(flow.outgoing, step)) {
        const target = itemAt(components.of, itemAt(flow.to, arrow));
        const there = here + weightOf(target);
        if (target === component || there <= itemAt(weight, target)) continue;
        weight[target] = there;
        before[target] = component;
      }
    }
  }
  return { weight, before };
}

/**
 * Weight of the heaviest way between two components; 0 when there is none. Looks only at what lies
 * between them, so that many short loops stay cheap.
 */
export function heaviestRound(
  flow: Flow,
  { components }: Condensation,
  { head, tail }: { readonly head: number; readonly tail: number },
  weights: readonly number[],
): number {
  const best = new Map([[head, itemAt(weights, head)]]);
  for (let component = head; component >= tail; component--) {
    const here = best.get(component);
    if (here === undefined) continue;
    for (const step of itemAt(components.members, component)) {
      for (const arrow of itemAt(flow.outgoing, step)) {
        const target = itemAt(components.of, itemAt(flow.to, arrow));
        const there = here + itemAt(weights, target);
        if (target < component && there > (best.get(target) ?? -1)) best.set(target, there);
      }
    }
  }
  return best.get(tail) ?? 0;
}

/** The component with the heaviest way and the components on it, from the first on. */
export function heaviestWay({ weight, before }: HeaviestWays): {
  readonly weight: number;
  readonly way: readonly number[];
} {
  let best = -1;
  for (const [component, total] of weight.entries()) {
    if (total >= 0 && (best === -1 || total > itemAt(weight, best))) best = component;
  }
  const way: number[] = [];
  for (let at = best; at !== -1; at = itemAt(before, at)) way.push(at);
  return { weight: best === -1 ? 0 : itemAt(weight, best), way: way.toReversed() };
}
