import { cyclicComponents, stronglyConnected } from './components.ts';
import { idsOf, isEnd, successorsOf, withArrows, type Flow, type Flows } from './flow.ts';
import { itemAt } from './item.ts';
import { shortestWalk } from './paths.ts';

/** Steps a case can come back to. */
export interface Loop {
  readonly steps: readonly string[];
  /**
   * How the loop is left: `open` on a normal way; `exits-only` by failure, timeout or hand-off;
   * `never-taken` on ways that no case takes (probability 0); `none` not at all.
   */
  readonly exit: 'open' | 'exits-only' | 'never-taken' | 'none';
  /**
   * For each round that no `max` limits, a shortest way from its first step back to it. The way
   * out of a capped loop counts as limited, wherever it leads.
   */
  readonly uncapped: readonly (readonly string[])[];
}

/**
 * The loops of the normal flow: strongly connected components (Tarjan 1972), and the loops inside
 * them that are never left because every way out has probability 0.
 */
export function loopsOf({ normal, complete }: Flows): Loop[] {
  const outer = cycles(normal);
  const shares = declaredShares(normal);
  const taken = withArrows(normal, (arrow) => !isNeverTaken(normal, shares, arrow));
  const endless = cycles(taken).filter(
    (steps) => !leaves(taken, steps) && uncappedRounds(taken, steps).length > 0,
  );
  const known = new Set(outer.map(String));
  const inner = endless.filter((steps) => !known.has(String(steps)));
  return [...outer, ...inner].map((steps) => ({
    steps: idsOf(normal, steps),
    exit: exitOf(
      normal,
      complete,
      steps,
      endless.some((other) => String(other) === String(steps)),
    ),
    uncapped: uncappedRounds(normal, steps),
  }));
}

function exitOf(
  normal: Flow,
  complete: Flow,
  steps: readonly number[],
  isEndless: boolean,
): Loop['exit'] {
  const isLeft = leaves(normal, steps);
  if (isLeft) return isEndless ? 'never-taken' : 'open';
  return leaves(complete, steps) ? 'exits-only' : 'none';
}

/** Sets of steps that lead to each other, the first in reading order first. */
function cycles(flow: Flow): (readonly number[])[] {
  const successors = successorsOf(flow);
  const components = stronglyConnected(successors);
  const isCyclic = cyclicComponents(components, successors);
  const found = components.members.filter((_, component) => isCyclic[component] === 1);
  return found.toSorted((a, b) => itemAt(a, 0) - itemAt(b, 0));
}

/** True when work can leave: an end, or an arrow out that does not leave a branch behind. */
function leaves(flow: Flow, steps: readonly number[]): boolean {
  const inside = new Set(steps);
  return steps.some(
    (step) =>
      isEnd(itemAt(flow.steps, step)) ||
      itemAt(flow.outgoing, step).some(
        (arrow) => !inside.has(itemAt(flow.to, arrow)) && !isSplitOff(flow, arrow, inside),
      ),
  );
}

/** An arrow of a parallel that stays in the loop with another branch. */
function isSplitOff(flow: Flow, arrow: number, inside: ReadonlySet<number>): boolean {
  const step = itemAt(flow.from, arrow);
  if (itemAt(flow.steps, step).type !== 'parallel') return false;
  if (itemAt(flow.arrows, arrow).kind !== 'next') return false;
  return itemAt(flow.outgoing, step).some((other) => inside.has(itemAt(flow.to, other)));
}

/**
 * An arrow no case takes: its probability is 0, or it has none and those of the other branches
 * already make up 1.
 */
function isNeverTaken(flow: Flow, shares: Float64Array, arrow: number): boolean {
  const { kind, probability } = itemAt(flow.arrows, arrow);
  if (kind !== 'next') return false;
  if (probability !== undefined) return probability === 0;
  const step = itemAt(flow.from, arrow);
  if (itemAt(flow.steps, step).type === 'parallel') return false;
  return itemAt(shares, step) >= 1 - shareTolerance;
}

/** Probabilities that differ from 1 by no more than this make up all cases. */
const shareTolerance = 1e-9;

/** The sum of the probabilities each step declares. */
function declaredShares(flow: Flow): Float64Array {
  const shares = new Float64Array(flow.steps.length);
  for (const [arrow, { kind, probability }] of flow.arrows.entries()) {
    if (kind !== 'next' || probability === undefined) continue;
    const step = itemAt(flow.from, arrow);
    shares[step] = itemAt(shares, step) + probability;
  }
  return shares;
}

/** The rounds inside a loop on which no arrow has a `max`. */
function uncappedRounds(flow: Flow, steps: readonly number[]): string[][] {
  const inside = new Set(steps);
  const isFree = (arrow: number): boolean =>
    inside.has(itemAt(flow.from, arrow)) &&
    inside.has(itemAt(flow.to, arrow)) &&
    itemAt(flow.arrows, arrow).loop?.max === undefined &&
    itemAt(flow.arrows, arrow).kind !== 'loopExit';
  const numberIn = new Map(steps.map((step, index) => [step, index]));
  const successors = steps.map((step) =>
    itemAt(flow.outgoing, step)
      .filter(isFree)
      .map((arrow) => numberIn.get(itemAt(flow.to, arrow)) ?? -1),
  );
  const components = stronglyConnected(successors);
  const isCyclic = cyclicComponents(components, successors);
  return components.members
    .filter((_, component) => isCyclic[component] === 1)
    .map((members) => itemAt(steps, itemAt(members, 0)))
    .toSorted((a, b) => a - b)
    .map((step) => idsOf(flow, shortestWalk(flow, step, step, isFree) ?? []));
}

/**
 * Rounds made of failures and timeouts alone (A fails over to B, B fails over to A), each as a way
 * from its first step back to it.
 */
export function failureCycles({ complete }: Flows): string[][] {
  const isFailure = (arrow: number): boolean => {
    const { kind } = itemAt(complete.arrows, arrow);
    return kind === 'failure' || kind === 'timeout';
  };
  const failures = withArrows(complete, isFailure);
  return cycles(failures).map((steps) => {
    const first = itemAt(steps, 0);
    return idsOf(failures, shortestWalk(failures, first, first) ?? []);
  });
}
