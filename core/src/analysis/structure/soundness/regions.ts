import { idOf, idsOf } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { canEnd } from '../flow/reachability.ts';
import { blockFindings } from './block.ts';
import { isJoin, type Branching } from './branching.ts';
import { stated, unseen } from './contexts.ts';
import type { StructureFinding } from './finding.ts';
import type { Sections } from './sections.ts';
import { withoutJoin } from './stray-branches.ts';
import { stretch, type ArrowFinding } from './witness.ts';

/**
 * Says what is wrong with the blocks that `suspects` open: a block is the steps between a parallel
 * and its join, its branches apart from each other, with no arrow in or out but at the two ends.
 * That is the condition under which a block can neither get stuck nor run anything twice (van der
 * Aalst, Verification of workflow nets, 1997; Sadiq and Orlowska, 2000).
 */
export function regionFindings(
  sections: Sections,
  suspects: readonly number[],
): readonly StructureFinding[] {
  const { branching, pairing } = sections;
  const joinsOf = new Map<number, number[]>();
  for (const [join, parallel] of pairing.parallels) {
    joinsOf.set(parallel, [...(joinsOf.get(parallel) ?? []), join]);
  }
  const byArrow = new Map<number, { finding: StructureFinding; size: number }>();
  const keep = (size: number, found: readonly ArrowFinding[]): void => {
    for (const { arrow, finding } of found) {
      const known = byArrow.get(arrow);
      if (known === undefined || size < known.size) byArrow.set(arrow, { finding, size });
    }
  };
  for (const parallel of suspects) {
    if (pairing.involved.has(parallel) || !branching.branches.has(parallel)) continue;
    const [join, second] = joinsOf.get(parallel) ?? [];
    if (join === undefined) keep(0, withoutJoin(sections, parallel));
    if (join === undefined || second !== undefined) continue;
    const { size, found } = blockFindings(sections, parallel, join);
    keep(size, found); // an arrow is wrong for the smallest block it breaks
  }
  const found = Array.from(byArrow.values(), ({ finding }) => finding);
  return [...found, ...alternativesAtJoins(sections)];
}

/** Joins that wait for every arrow although a case comes along only one of them. */
function alternativesAtJoins({ branching, contexts, pairing }: Sections): StructureFinding[] {
  const { flow } = branching;
  return [...flow.steps.keys()].flatMap((step) => {
    const { joins } = itemAt(flow.steps, step);
    const isOpen =
      !pairing.parallels.has(step) &&
      !pairing.involved.has(step) &&
      contexts.trust[step] === stated;
    if (!isJoin(flow, step) || typeof joins === 'object' || !isOpen) return [];
    const [first, second] = itemAt(flow.incoming, step);
    const contextsThere = itemAt(flow.incoming, step).map((arrow) => contexts.carried[arrow]);
    const isOne = new Set(contextsThere).size === 1 && contextsThere[0] !== unseen;
    if (first === undefined || second === undefined || !isOne) return [];
    const named = flow.numberOf.get(joins ?? '');
    const tails = [first, second].map((arrow) => itemAt(flow.from, arrow));
    const related = idsOf(flow, new Set([...(named === undefined ? [] : [named]), ...tails]));
    const path = [...stretch(flow, flow.start, itemAt(flow.from, first)), step];
    return [{ code: 'stuck', at: idOf(flow, step), related, paths: [idsOf(flow, path)] }];
  });
}

/** The branches that go their own way although the file does not say so. */
export function openWork(branching: Branching): StructureFinding[] {
  const { flow, side } = branching;
  const ends = canEnd(flow);
  const byParallel = new Map<number, number[]>();
  for (const arrow of side) {
    const parallel = itemAt(flow.from, arrow);
    const head = itemAt(flow.to, arrow);
    const declared = itemAt(flow.steps, parallel).sideBranches ?? [];
    if (ends[head] === 0 || declared.includes(idOf(flow, head))) continue;
    byParallel.set(parallel, [...(byParallel.get(parallel) ?? []), head]);
  }
  return Array.from(byParallel, ([parallel, heads]) => ({
    code: 'open-work',
    at: idOf(flow, parallel),
    related: idsOf(flow, heads),
    paths: heads.map((head) => idsOf(flow, [parallel, head])),
  }));
}
