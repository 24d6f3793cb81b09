import { itemAt } from '../flow/item.ts';
import { isJoin, type Branching } from './branching.ts';

/**
 * Which branch encloses each piece of work: the branch arrow of the innermost parallel that is
 * open there, `outermost` when none is. Found in one breadth-first pass that opens a context at
 * every branch of a parallel and closes it at the join.
 */
export interface Contexts {
  /** Context in which a step is first reached, and in which it goes on. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Context of the work on each arrow. */
  readonly carried: Int32Array;
  /** How far the context before a step can be trusted: the worst join on the way to it. */
  readonly trust: Uint8Array;
}

/** A join closed what it names; what it seems to mean; or what, nobody can say. */
export const stated = 0;
const inferred = 1;
export const guessed = 2;

/** The context outside every parallel, and the mark of a step that was not reached. */
export const outermost = -1;
export const unseen = -2;

export function contextsOf(branching: Branching): Contexts {
  const { flow, roots, side, isBranch } = branching;
  const before = new Int32Array(flow.steps.length).fill(unseen);
  const after = new Int32Array(flow.steps.length).fill(unseen);
  const carried = new Int32Array(flow.arrows.length).fill(unseen);
  const trust = new Uint8Array(flow.steps.length);
  const trustAfter = new Uint8Array(flow.steps.length);
  const contexts = { before, after, carried, trust };
  const queue = [...roots];
  for (const root of roots) before[root] = after[root] = outermost;
  for (const step of queue) {
    for (const arrow of itemAt(flow.outgoing, step)) {
      const context = isBranch[arrow] === 1 ? arrow : itemAt(after, step);
      carried[arrow] = side.has(arrow) ? outermost : context;
      const target = itemAt(flow.to, arrow);
      if (before[target] !== unseen) continue;
      before[target] = context;
      const closing = isJoin(flow, target)
        ? afterJoin(branching, contexts, target, context)
        : { context, trust: stated };
      after[target] = closing.context;
      trust[target] = itemAt(trustAfter, step);
      trustAfter[target] = Math.max(closing.trust, itemAt(trustAfter, step));
      queue.push(target); // an array grows under its own loop
    }
  }
  return contexts;
}

/** The parallel a context is a branch of. */
export function parallelOf({ flow }: Branching, context: number): number {
  return context === outermost ? -1 : itemAt(flow.from, context);
}

/** The contexts around a context, itself first, the outermost left out. */
export function* enclosing(
  { flow }: Branching,
  { before }: Pick<Contexts, 'before'>,
  context: number,
): Generator<number> {
  let current = context;
  while (current >= 0) {
    yield current;
    current = itemAt(before, itemAt(flow.from, current));
  }
}

/** True when work in the context is inside a branch of the parallel. */
export function isInside(
  branching: Branching,
  contexts: Pick<Contexts, 'before'>,
  context: number,
  parallel: number,
): boolean {
  for (const around of enclosing(branching, contexts, context)) {
    if (parallelOf(branching, around) === parallel) return true;
  }
  return false;
}

/** The contexts that enclose one of two pieces of work but not the other. */
export function between(
  branching: Branching,
  contexts: Pick<Contexts, 'before'>,
  one: number,
  other: number,
): number[] {
  const left = [...enclosing(branching, contexts, one)];
  const right = [...enclosing(branching, contexts, other)];
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return [
    ...left.filter((context) => !inRight.has(context)),
    ...right.filter((context) => !inLeft.has(context)),
  ];
}

interface Closing {
  readonly context: number;
  readonly trust: number;
}

/**
 * The context after a join, as far as the first arrival tells. A join that names something else
 * than what is open closes the innermost open parallel if no other join does: the likely meaning,
 * so that one slip does not spoil everything after it.
 */
function afterJoin(
  branching: Branching,
  contexts: Pick<Contexts, 'before'>,
  join: number,
  context: number,
): Closing {
  if (context === outermost) return { context, trust: stated };
  const { flow, branches, claims } = branching;
  const { joins } = itemAt(flow.steps, join);
  const around = (parallel: number): number => itemAt(contexts.before, parallel);
  if (typeof joins === 'object') return afterList(branching, contexts, joins, context);
  const inner = parallelOf(branching, context);
  const isFree = !claims.has(inner);
  const named = flow.numberOf.get(joins ?? '') ?? -1;
  const isOnly = claims.get(named)?.length === 1;
  if (named === inner) return { context: around(named), trust: isOnly ? stated : inferred };
  if (!branches.has(named) || !isInside(branching, contexts, context, named)) {
    if (isFree) return { context: around(inner), trust: inferred };
    return { context, trust: branches.has(named) ? guessed : stated };
  }
  if (!isFree) return { context: around(inner), trust: guessed };
  return { context: around(isOnly ? named : inner), trust: inferred };
}

function afterList(
  branching: Branching,
  contexts: Pick<Contexts, 'before'>,
  joins: readonly string[],
  context: number,
): Closing {
  const named = new Set(joins.map((id) => branching.flow.numberOf.get(id) ?? -1));
  const parallels = Array.from(enclosing(branching, contexts, context), (around) =>
    parallelOf(branching, around),
  );
  const widest = parallels.findLast((parallel) => named.has(parallel));
  if (widest === undefined) return { context, trust: guessed };
  return { context: itemAt(contexts.before, widest), trust: inferred };
}
