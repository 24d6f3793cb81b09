import { dominates, type DominatorTree } from '../flow/dominators.ts';
import type { Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';

/**
 * The branches of parallels that go their own way: everything after them can be reached through
 * them only. Nothing waits for such a branch and nothing runs twice because of it, so it is a flow
 * of its own. One branch of each parallel always stays: the flow goes on there.
 */
export function sideArrows(flow: Flow, tree: DominatorTree): ReadonlySet<number> {
  const side = new Set<number>();
  const shallowest = shallowestWayOut(flow, tree);
  for (const [step, { type, sideBranches }] of flow.steps.entries()) {
    const branches = type === 'parallel' ? branchArrows(flow, step) : [];
    if (branches.length < 2 || tree.parent[step] === -1) continue;
    const apart = branches.filter((arrow) => standsApart(flow, tree, shallowest, arrow));
    if (apart.length === branches.length) {
      const main = apart.find((arrow) => !isDeclared(flow, sideBranches, arrow)) ?? apart[0];
      apart.splice(apart.indexOf(main ?? -1), 1);
    }
    for (const arrow of apart) side.add(arrow);
  }
  return side;
}

function isDeclared(
  flow: Flow,
  sideBranches: readonly string[] | undefined,
  arrow: number,
): boolean {
  return sideBranches?.includes(itemAt(flow.arrows, arrow).to) === true;
}

/** The arrows a parallel sends work along at the same time. */
export function branchArrows(flow: Flow, step: number): readonly number[] {
  return itemAt(flow.outgoing, step).filter((arrow) => itemAt(flow.arrows, arrow).kind === 'next');
}

function standsApart(
  flow: Flow,
  tree: DominatorTree,
  shallowest: Int32Array,
  arrow: number,
): boolean {
  const head = itemAt(flow.to, arrow);
  return (
    tree.parent[head] === flow.from[arrow] &&
    head !== flow.from[arrow] &&
    itemAt(shallowest, head) >= itemAt(tree.depth, head) &&
    itemAt(flow.incoming, head).every(
      (other) => other === arrow || dominates(tree, head, itemAt(flow.from, other)),
    )
  );
}

/**
 * For each step the depth in the tree down to which the arrows from the steps it dominates lead
 * out. An arrow u -> v leaves what the tree ancestors of u dominate as long as they lie below the
 * parent of v (which is an ancestor of u), or below v itself if v is an ancestor of u.
 */
function shallowestWayOut(flow: Flow, tree: DominatorTree): Int32Array {
  const shallowest = new Int32Array(flow.steps.length).fill(flow.steps.length);
  for (const step of tree.order.toReversed()) {
    let depth = itemAt(shallowest, step);
    for (const arrow of itemAt(flow.outgoing, step)) {
      const head = itemAt(flow.to, arrow);
      const above = dominates(tree, head, step) ? head : itemAt(tree.parent, head);
      depth = Math.min(depth, itemAt(tree.depth, above));
    }
    shallowest[step] = depth;
    const parent = itemAt(tree.parent, step);
    shallowest[parent] = Math.min(itemAt(shallowest, parent), depth);
  }
  return shallowest;
}
