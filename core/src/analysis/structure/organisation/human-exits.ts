import { idOf, idsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';

/** How a customer gets from an automated step to a human. */
export interface HumanExit {
  /** The automated, customer-facing step. */
  readonly at: string;
  /** Steps of work until a human has the case, a take-over counting as one; absent if none is near. */
  readonly hops?: number;
  /** The way there. */
  readonly path: readonly string[];
}

/**
 * The nearest human for each automated customer-facing step, along any arrow: next, failure,
 * timeout or hand-off. Gateways are no hop. One breadth-first pass backwards from all humans, with
 * arrows of length 0 and 1 (Dial 1969).
 */
export function humanExits(flow: Flow, limit: number): HumanExit[] {
  const { hops, next } = nearestHuman(flow);
  return [...flow.steps.keys()]
    .filter((step) => {
      const { performer, customerFacing } = itemAt(flow.steps, step);
      return performer === 'machine' && customerFacing === true;
    })
    .map((step) => {
      const distance = itemAt(hops, step);
      if (distance === unreachable || distance > limit) return { at: idOf(flow, step), path: [] };
      const path = [step];
      for (let at = itemAt(next, step); at !== -1; at = itemAt(next, at)) path.push(at);
      return { at: idOf(flow, step), hops: distance, path: idsOf(flow, path) };
    });
}

const unreachable = 0x7fffffff;

function nearestHuman(flow: Flow): { hops: Int32Array; next: Int32Array } {
  const hops = new Int32Array(flow.steps.length).fill(unreachable);
  const next = new Int32Array(flow.steps.length).fill(-1);
  const levels: number[][] = [];
  const set = (step: number, distance: number, onward: number): void => {
    if (distance >= itemAt(hops, step)) return;
    hops[step] = distance;
    next[step] = onward;
    (levels[distance] ??= []).push(step);
  };
  for (const [step, { performer, reachesHuman }] of flow.steps.entries()) {
    if (performer === 'human') set(step, 0, -1);
    else if (reachesHuman === true) set(step, 1, -1);
  }
  for (let distance = 0; distance < levels.length; distance++) {
    for (const step of levels[distance] ?? []) {
      if (hops[step] !== distance) continue;
      const length = isGateway(flow, step) ? 0 : 1;
      for (const arrow of itemAt(flow.incoming, step)) {
        set(itemAt(flow.from, arrow), distance + length, step); // may grow the level under the loop
      }
    }
  }
  return { hops, next };
}

function isGateway(flow: Flow, step: number): boolean {
  const { type } = itemAt(flow.steps, step);
  return type === 'choice' || type === 'parallel' || type === 'join';
}
