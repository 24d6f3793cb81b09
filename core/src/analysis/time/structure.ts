import { componentsOf } from './components.ts';
import type { TimedExit } from './flow.ts';
import type { PreparedExit, PreparedStep } from './prepared.ts';

/** What every analysis asks of the arrows of a flow, worked out once. */
export interface FlowStructure {
  /** Steps that can be reached from the start. */
  readonly reachable: ReadonlySet<number>;
  /** The strongly connected component of each step. */
  readonly components: Int32Array;
  /** Capped loops of each component, in a fixed order; one exit of two steps counts as one. */
  readonly loops: ReadonlyMap<number, readonly TimedExit[]>;
  /** How many arrivals each join waits for. */
  readonly arrivals: ReadonlyMap<number, number>;
}

export function structureOf(steps: readonly PreparedStep[], start: number): FlowStructure {
  const targets = steps.map(({ exits }) => exits.flatMap(targetsOf));
  const reachable = new Set([start]);
  for (const number of reachable) for (const to of targets[number] ?? []) reachable.add(to);
  const components = componentsOf(targets);
  return {
    reachable,
    components,
    loops: cappedLoops(steps, reachable, components),
    arrivals: neededArrivals(steps, targets, reachable),
  };
}

/** Where an exit can lead: its target, and past the cap of a loop the other one. */
export function targetsOf({ to, afterwards }: PreparedExit): number[] {
  return afterwards === undefined ? [to] : [to, afterwards];
}

function cappedLoops(
  steps: readonly PreparedStep[],
  reachable: ReadonlySet<number>,
  components: Int32Array,
): ReadonlyMap<number, readonly TimedExit[]> {
  const loops = new Map<number, TimedExit[]>();
  for (const number of reachable) {
    const component = components[number] ?? -1;
    for (const { exit, cap, to } of steps[number]?.exits ?? []) {
      if (cap === Number.POSITIVE_INFINITY || components[to] !== component) continue;
      loops.set(component, [...(loops.get(component) ?? []), exit]);
    }
  }
  return loops;
}

/**
 * How many arrivals each join waits for: of one parallel, its branches that can get to the join;
 * of several parallels, every arrow.
 */
function neededArrivals(
  steps: readonly PreparedStep[],
  targets: readonly (readonly number[])[],
  reachable: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const arrows = new Map<number, number>();
  for (const number of reachable) {
    for (const target of targets[number] ?? []) arrows.set(target, (arrows.get(target) ?? 0) + 1);
  }
  const needed = new Map<number, number>();
  for (const number of reachable) {
    const { step, joins } = steps[number] ?? { joins: [] };
    const [parallel, ...others] = joins;
    if (step?.kind !== 'join') continue;
    const branches =
      parallel === undefined || others.length > 0
        ? (arrows.get(number) ?? 1)
        : (steps[parallel]?.exits ?? []).filter(({ to }) => leadsTo(targets, to, number, parallel))
            .length;
    needed.set(number, Math.max(1, branches));
  }
  return needed;
}

/** Whether a case at a step can get to another without going on from a third. */
function leadsTo(
  targets: readonly (readonly number[])[],
  from: number,
  to: number,
  without: number,
): boolean {
  const reached = new Set([from]);
  for (const number of reached) {
    if (number === to) return true;
    for (const target of number === without ? [] : (targets[number] ?? [])) reached.add(target);
  }
  return false;
}
