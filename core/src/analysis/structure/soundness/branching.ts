import { dominatorsOf } from '../flow/dominators.ts';
import type { Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { branchArrows, sideArrows } from './side-branches.ts';

/** Where the work of a case divides, once the branches that go their own way are cut off. */
export interface Branching {
  readonly flow: Flow;
  /** First steps: of the process, then of each branch that goes its own way. */
  readonly roots: readonly number[];
  /** Arrows that lead to those branches. */
  readonly side: ReadonlySet<number>;
  /** The arrows a parallel divides the work into; a parallel left with one and no join divides nothing. */
  readonly branches: ReadonlyMap<number, readonly number[]>;
  /** Arrows that are a branch of their parallel. */
  readonly isBranch: Uint8Array;
  /** Joins that name a parallel, alone, by its number. */
  readonly claims: ReadonlyMap<number, readonly number[]>;
}

export function branchingOf(flow: Flow): Branching {
  const side = sideArrows(flow, dominatorsOf(flow));
  const claims = claimsOf(flow);
  const branches = new Map<number, readonly number[]>();
  const isBranch = new Uint8Array(flow.arrows.length);
  for (const [step, { type }] of flow.steps.entries()) {
    if (type !== 'parallel') continue;
    const arrows = branchArrows(flow, step).filter((arrow) => !side.has(arrow));
    if (arrows.length < (claims.has(step) ? 1 : 2)) continue;
    branches.set(step, arrows);
    for (const arrow of arrows) isBranch[arrow] = 1;
  }
  const heads = Array.from(side, (arrow) => itemAt(flow.to, arrow));
  const roots = flow.start === -1 ? [] : [flow.start, ...heads];
  return { flow, roots, side, branches, isBranch, claims };
}

function claimsOf(flow: Flow): ReadonlyMap<number, readonly number[]> {
  const claims = new Map<number, number[]>();
  for (const [step, { type, joins }] of flow.steps.entries()) {
    const named = typeof joins === 'string' ? flow.numberOf.get(joins) : undefined;
    if (type !== 'join' || named === undefined) continue;
    const joined = claims.get(named);
    if (joined === undefined) claims.set(named, [step]);
    else joined.push(step);
  }
  return claims;
}

export function isJoin(flow: Flow, step: number): boolean {
  return itemAt(flow.steps, step).type === 'join';
}
