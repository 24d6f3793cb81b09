import { cyclicComponents } from '../flow/components.ts';
import { idsOf, successorsOf, withArrows, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { condensationOf, heaviestRound, heaviestWay, heaviestWays } from './condensation.ts';

/** The most approvals one way through the process can pass. */
export interface MostApprovals {
  /** Different approval steps on one way, loops passed as often as they take. */
  readonly distinct: number;
  /** Those steps; inside a loop in reading order. */
  readonly steps: readonly string[];
  /**
   * Approvals with their repeats: each loop adds its rounds `max` times. Infinite when a loop
   * without `max` holds an approval.
   */
  readonly repeated: number;
}

/**
 * Longest way through the graph of loops by the number of approval steps (topological order on the
 * strongly connected components). Branches that run at the same time are different ways: what
 * counts is how many people one after the other have to agree.
 */
export function mostApprovals(flow: Flow): MostApprovals {
  const condensation = condensationOf(flow);
  const { members } = condensation.components;
  const approvals = members.map((steps) =>
    steps.filter((step) => itemAt(flow.steps, step).type === 'approval'),
  );
  const ways = heaviestWays(
    flow,
    condensation,
    condensation.start,
    (component) => itemAt(approvals, component).length,
  );
  const { weight, way } = heaviestWay(ways);
  const steps = way.flatMap((component) => itemAt(approvals, component));
  return { distinct: weight, steps: idsOf(flow, steps), repeated: repeatedApprovals(flow) };
}

/**
 * The longest way once capped arrows are cut, plus, where such an arrow leaves, `max` times the
 * longest way of one round. A cap counts per case, so rounds of an inner loop add up once.
 */
function repeatedApprovals(flow: Flow): number {
  const capped = [...flow.arrows.keys()].filter(
    (arrow) => itemAt(flow.arrows, arrow).loop?.max !== undefined,
  );
  const isCapped = new Set(capped);
  const once = withArrows(flow, (arrow) => !isCapped.has(arrow));
  const condensation = condensationOf(once);
  const { of, members } = condensation.components;
  const isCyclic = cyclicComponents(condensation.components, successorsOf(once));
  const counts = members.map((steps, component) => {
    const count = steps.filter((step) => itemAt(flow.steps, step).type === 'approval').length;
    return count > 0 && isCyclic[component] === 1 ? Number.POSITIVE_INFINITY : count;
  });
  const bonus = new Float64Array(members.length);
  for (const arrow of capped) {
    const head = itemAt(of, itemAt(flow.to, arrow));
    const tail = itemAt(of, itemAt(flow.from, arrow));
    const max = itemAt(flow.arrows, arrow).loop?.max ?? 0;
    const round = heaviestRound(once, condensation, { head, tail }, counts);
    if (round > 0 && max > 0) bonus[tail] = itemAt(bonus, tail) + max * round;
  }
  const ways = heaviestWays(
    once,
    condensation,
    condensation.start,
    (component) => itemAt(counts, component) + itemAt(bonus, component),
  );
  return heaviestWay(ways).weight;
}
