import { idOf, idsOf, isNormal, type Flow, type FlowName, type Flows } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { reachedFrom } from '../flow/reachability.ts';
import { enclosing, parallelOf, unseen } from '../soundness/contexts.ts';
import type { Sections } from '../soundness/sections.ts';
import { sectionsOf } from '../soundness/sections.ts';
import { stretch } from '../soundness/witness.ts';
import { dataFlowOf, type DataFlow } from './data-flow.ts';
import { hasItem } from './item-sets.ts';
import { itemsOf } from './unwritten-reads.ts';

/** A data item that is asked of somebody again in one case. */
export interface AskedTwice {
  readonly item: string;
  /** The step that asks again, and the one that has asked before; the same one in a loop. */
  readonly at: string;
  readonly before: string;
  /** The way from one to the other; from the parallel on when branches ask at the same time. */
  readonly path: readonly string[];
  /** Other steps that ask again. */
  readonly alsoAt: readonly string[];
  /** The parallel in whose branches both ask at the same time. */
  readonly parallel?: string;
  readonly flow: FlowName;
}

/**
 * Items that one case asks for more than once, by item. Alternatives are no repetition; a step that
 * was left by an exit has not asked, but for what the exit keeps.
 */
export function askedTwice(flows: Flows): AskedTwice[] {
  const normal = repeatsIn(flows.normal, 'normal');
  if (flows.complete === flows.normal) return normal;
  const known = new Set(normal.map(({ item }) => item));
  return [...normal, ...repeatsIn(flows.complete, 'exits').filter(({ item }) => !known.has(item))];
}

function repeatsIn(whole: Flow, name: FlowName): AskedTwice[] {
  const sections = sectionsOf(whole);
  const { flow } = sections.branching;
  if (flow.start === -1) return [];
  const items = itemsOf(flow, []);
  const asked = dataFlowOf(sections, items, { madeBy: 'collects', on: 'some way', atStart: [] });
  const reached = reachedFrom(flow, [flow.start]);
  const askers = askersOf(asked, reached);
  return Array.from(askers, ([item, steps]) => {
    const again = steps.filter((step) => hasItem(asked.before, step, item));
    if (again.length > 0) return [{ ...oneAfterTheOther(asked, item, again), flow: name }];
    const together = atTheSameTime(sections, itemAt(items, item), steps);
    return together === undefined ? [] : [{ ...together, flow: name }];
  }).flat();
}

/** Reached steps that collect an item, by item number. */
function askersOf({ flow, items }: DataFlow, reached: Uint8Array): Map<number, number[]> {
  const numberOf = new Map(items.map((item, index) => [item, index]));
  const askers = new Map<number, number[]>();
  for (const [step, { collects = [] }] of flow.steps.entries()) {
    if (reached[step] === 0) continue;
    for (const id of new Set(collects)) {
      const item = numberOf.get(id) ?? -1;
      const steps = askers.get(item);
      if (steps === undefined) askers.set(item, [step]);
      else steps.push(step);
    }
  }
  return askers;
}

function oneAfterTheOther(
  { flow, items, carried }: DataFlow,
  item: number,
  again: readonly number[],
): Omit<AskedTwice, 'flow'> {
  const id = itemAt(items, item);
  const [at = -1] = again;
  const asks = (arrow: number): boolean => {
    const { kind, keeps = [] } = itemAt(flow.arrows, arrow);
    const { collects = [] } = itemAt(flow.steps, itemAt(flow.from, arrow));
    return collects.includes(id) && (isNormal(kind) || keeps.includes(id));
  };
  const last = itemAt(flow.incoming, at).filter((arrow) => hasItem(carried, arrow, item));
  const direct = last.find(asks);
  const back = shortestPath(flow, {
    from: new Set(last.map((arrow) => itemAt(flow.from, arrow))),
    isGoal: (step) => itemAt(flow.incoming, step).some(asks),
    along: (arrow) => hasItem(carried, arrow, item),
    backwards: true,
  });
  const asking = back?.[0] === undefined ? undefined : itemAt(flow.incoming, back[0]).find(asks);
  const steps =
    direct === undefined
      ? [...(asking === undefined ? [] : [itemAt(flow.from, asking)]), ...(back ?? []), at]
      : [itemAt(flow.from, direct), at];
  return {
    item: id,
    at: idOf(flow, at),
    before: idOf(flow, itemAt(steps, 0)),
    path: idsOf(flow, steps),
    alsoAt: idsOf(flow, again.slice(1)),
  };
}

/** Two steps in different branches of one parallel. */
function atTheSameTime(
  { branching, contexts }: Sections,
  item: string,
  steps: readonly number[],
): Omit<AskedTwice, 'flow'> | undefined {
  const { flow } = branching;
  const seen = new Map<number, { branch: number; step: number }>();
  for (const step of steps) {
    const context = itemAt(contexts.before, step);
    if (context === unseen) continue;
    for (const branch of enclosing(branching, contexts, context)) {
      const parallel = parallelOf(branching, branch);
      const other = seen.get(parallel);
      if (other === undefined) seen.set(parallel, { branch, step });
      else if (other.branch !== branch) {
        return {
          item,
          at: idOf(flow, step),
          before: idOf(flow, other.step),
          path: idsOf(flow, stretch(flow, parallel, step)),
          alsoAt: [],
          parallel: idOf(flow, parallel),
        };
      }
    }
  }
  return undefined;
}
