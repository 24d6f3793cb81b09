import { itemAt } from '../flow/item.ts';
import type { Branching } from './branching.ts';

/** The branch, or the group of branches that meet, a step or a branch arrow belongs to. */
export interface Colours {
  readonly step: (step: number) => number | undefined;
  readonly branch: (arrow: number) => number | undefined;
  /** Steps at which two branches first meet, with the arrow that brings the second one. */
  readonly meetings: readonly { readonly step: number; readonly arrow: number }[];
}

/** Which steps a colour may take, and which of them it may go on from. */
export interface Spread {
  readonly has: (step: number) => boolean;
  readonly goesOn?: (step: number) => boolean;
}

/**
 * Spreads each branch of a parallel over the steps it can reach; branches that meet become one
 * group (union-find, Tarjan 1975).
 */
export function colourBranches(
  { flow, side }: Branching,
  branches: readonly number[],
  { has, goesOn }: Spread,
): Colours {
  const groups = groupsOf(branches);
  const { find } = groups;
  const isBranch = new Set(branches);
  const colour = new Map<number, number>();
  const meetings: { step: number; arrow: number }[] = [];
  const queue: number[] = [];
  const reach = (arrow: number, branch: number): void => {
    const step = itemAt(flow.to, arrow);
    if (!has(step) || side.has(arrow)) return;
    const earlier = colour.get(step);
    if (earlier === undefined) {
      colour.set(step, branch);
      queue.push(step);
    } else if (find(earlier) !== find(branch)) {
      groups.unite(branch, earlier);
      meetings.push({ step, arrow });
    }
  };
  for (const branch of branches) reach(branch, branch);
  for (const step of queue) {
    if (goesOn?.(step) === false) continue;
    for (const arrow of itemAt(flow.outgoing, step)) reach(arrow, colour.get(step) ?? -1);
  }
  const group = (branch: number | undefined): number | undefined =>
    branch === undefined ? undefined : find(branch);
  return {
    step: (step) => group(colour.get(step)),
    branch: (arrow) => (isBranch.has(arrow) ? find(arrow) : undefined),
    meetings,
  };
}

interface Groups {
  readonly find: (branch: number) => number;
  readonly unite: (one: number, other: number) => void;
}

/** Branches that have met, each group under one of them. */
function groupsOf(branches: readonly number[]): Groups {
  const leader = new Map<number, number>(branches.map((branch) => [branch, branch]));
  const find = (branch: number): number => {
    let root = branch;
    for (let up = leader.get(root) ?? root; up !== root; up = leader.get(root) ?? root) {
      leader.set(root, leader.get(up) ?? up);
      root = up;
    }
    return root;
  };
  return { find, unite: (one, other) => leader.set(find(one), find(other)) };
}
