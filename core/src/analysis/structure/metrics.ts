import { dominatorsOf, postDominatorsOf } from './flow/dominators.ts';
import { isNormal, type Flow, type Flows } from './flow/flow.ts';
import { itemAt } from './flow/item.ts';

/** Numbers that say how hard a flow is to read; printed, not judged. */
export interface Metrics {
  readonly steps: number;
  readonly arrows: number;
  /** Arrows as a share of all that n steps could have, n (n - 1) (Mendling 2008). */
  readonly density: number;
  /** Control-flow complexity (Cardoso 2005): the ways of every choice, and one per parallel. */
  readonly complexity: number;
  /** Deepest nesting of choices and parallels. */
  readonly depth: number;
  /** Most arrows at one step. */
  readonly degree: number;
  /** Steps whose work can come from a step of another role, gateways looked through. */
  readonly handOffs: number;
}

export function metricsOf({ normal, complete }: Flows): Metrics {
  const steps = normal.steps.length;
  const pairs = steps * (steps - 1);
  const degrees = complete.steps.map(
    (_, step) => itemAt(complete.outgoing, step).length + itemAt(complete.incoming, step).length,
  );
  return {
    steps,
    arrows: complete.arrows.length,
    density: pairs === 0 ? 0 : complete.arrows.length / pairs,
    complexity: complexityOf(normal),
    depth: depthOf(normal),
    degree: degrees.reduce((most, degree) => Math.max(most, degree), 0),
    handOffs: handOffsOf(complete),
  };
}

/** The normal ways on from each step. */
function waysOf(flow: Flow): Int32Array {
  const ways = new Int32Array(flow.steps.length);
  for (const [arrow, step] of flow.from.entries()) {
    if (isNormal(itemAt(flow.arrows, arrow).kind)) ways[step] = itemAt(ways, step) + 1;
  }
  return ways;
}

function complexityOf(flow: Flow): number {
  const splits = [...waysOf(flow).entries()].filter(([, ways]) => ways > 1);
  return splits.reduce((sum, [step, ways]) => {
    const { type } = itemAt(flow.steps, step);
    return sum + (type === 'parallel' ? 1 : ways);
  }, 0);
}

/** A split that is open where a step stands, with those around it. */
interface OpenSplit {
  readonly split: number;
  readonly depth: number;
  readonly around: OpenSplit | undefined;
}

/** A split is open from it to the step all its ways must pass: its immediate post-dominator. */
function depthOf(flow: Flow): number {
  const { order, parent } = dominatorsOf(flow);
  const { parent: closing } = postDominatorsOf(flow);
  const ways = waysOf(flow);
  const open = new Map<number, OpenSplit | undefined>();
  let deepest = 0;
  for (const step of order) {
    const above = itemAt(parent, step);
    if (above === step) continue;
    const around = open.get(above);
    let here: OpenSplit | undefined =
      itemAt(ways, above) > 1 ? { split: above, depth: (around?.depth ?? 0) + 1, around } : around;
    while (here !== undefined && closing[here.split] === step) here = here.around;
    open.set(step, here);
    deepest = Math.max(deepest, here?.depth ?? 0);
  }
  return deepest;
}

/** Roles whose work is the last before a step, two of them being enough to know there is another. */
function handOffsOf(flow: Flow): number {
  const roles = new Map<string, number>();
  const roleAt = Int32Array.from(flow.steps, ({ role }) => {
    if (role === undefined) return none;
    const known = roles.get(role) ?? roles.size;
    roles.set(role, known);
    return known;
  });
  const last = flow.steps.map((): Set<number> => new Set());
  const queue: { step: number; role: number }[] = [];
  const send = (step: number, role: number): void => {
    for (const arrow of itemAt(flow.outgoing, step)) {
      const target = itemAt(flow.to, arrow);
      const seen = itemAt(last, target);
      if (seen.size >= 2 || seen.has(role)) continue;
      seen.add(role);
      if (roleAt[target] === none) queue.push({ step: target, role });
    }
  };
  for (const [step, role] of roleAt.entries()) if (role !== none) send(step, role);
  for (const { step, role } of queue) send(step, role); // an array grows under its own loop
  return last.filter((seen, step) => {
    const role = itemAt(roleAt, step);
    return role !== none && [...seen].some((other) => other !== role);
  }).length;
}

const none = -1;
