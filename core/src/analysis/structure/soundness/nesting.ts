import { isEnd } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { isJoin, type Branching } from './branching.ts';
import { between, enclosing, outermost, parallelOf, unseen, type Contexts } from './contexts.ts';
import type { Pairing } from './pairing.ts';

/** Whether the parallels and joins of a flow form blocks inside blocks. */
export interface Nesting {
  /** Every step has one context, every parallel one join that all its branches reach, and every end none. */
  readonly isNested: boolean;
  /** Parallels at which the blocks break, innermost first. */
  readonly suspects: readonly number[];
}

export function nestingOf(branching: Branching, contexts: Contexts, pairing: Pairing): Nesting {
  const suspects = new Set<number>();
  let isNested = true;
  const breakAt = (parallels: Iterable<number>): void => {
    isNested = false;
    for (const parallel of parallels) if (parallel !== -1) suspects.add(parallel);
  };
  checkArrows(branching, contexts, pairing, breakAt);
  checkParallels(branching, contexts, pairing, breakAt);
  checkEnds(branching, contexts, breakAt);
  const nestingDepth = (parallel: number): number =>
    [...enclosing(branching, contexts, itemAt(contexts.before, parallel))].length;
  const byDepth = Array.from(suspects, (parallel) => ({ parallel, depth: nestingDepth(parallel) }));
  byDepth.sort((a, b) => b.depth - a.depth || a.parallel - b.parallel);
  return { isNested, suspects: byDepth.map(({ parallel }) => parallel) };
}

type BreakAt = (parallels: Iterable<number>) => void;

/** Arrows that meet do so in one context, at a join in branches of its parallel. */
function checkArrows(
  branching: Branching,
  contexts: Contexts,
  { parallels }: Pairing,
  breakAt: BreakAt,
): void {
  const { flow, side } = branching;
  for (const [arrow, step] of flow.to.entries()) {
    const context = itemAt(contexts.carried, arrow);
    if (context === unseen || side.has(arrow)) continue;
    if (isJoin(flow, step)) {
      const parallel = parallels.get(step) ?? -1;
      const inner = parallelOf(branching, context);
      if (parallel === -1 || inner !== parallel) breakAt([parallel, inner]);
    } else if (context !== contexts.before[step]) {
      const apart = between(branching, contexts, context, itemAt(contexts.before, step));
      breakAt(apart.map((branch) => parallelOf(branching, branch)));
    }
  }
}

/** Every parallel has one join, and each of its branches gets there. */
function checkParallels(
  { flow, branches }: Branching,
  contexts: Contexts,
  { parallels }: Pairing,
  breakAt: BreakAt,
): void {
  const arrived = new Set<number>();
  const joinOf = new Map<number, number>();
  for (const [join, parallel] of parallels) {
    if (joinOf.has(parallel)) breakAt([parallel]);
    joinOf.set(parallel, join);
    for (const arrow of itemAt(flow.incoming, join)) arrived.add(itemAt(contexts.carried, arrow));
  }
  for (const [parallel, arrows] of branches) {
    if (contexts.before[parallel] === unseen) continue;
    const isClosed = joinOf.has(parallel) && arrows.every((arrow) => arrived.has(arrow));
    if (!isClosed) breakAt([parallel]);
  }
}

/** No case ends inside a branch. */
function checkEnds(branching: Branching, contexts: Contexts, breakAt: BreakAt): void {
  for (const [number, step] of branching.flow.steps.entries()) {
    const context = itemAt(contexts.after, number);
    if (!isEnd(step) || context === unseen || context === outermost) continue;
    const around = enclosing(branching, contexts, context);
    breakAt(Array.from(around, (branch) => parallelOf(branching, branch)));
  }
}
