import { isEnd, predecessorsOf, successorsOf, type Flow } from './flow.ts';
import { itemAt } from './item.ts';

/** For each node the nodes every path from the root to it must pass. */
export interface DominatorTree {
  /** The last node every path must pass before this one; the root itself at the root, -1 if unreached. */
  readonly parent: Int32Array;
  /** Distance from the root in the tree. */
  readonly depth: Int32Array;
  /** Reached nodes, each after its tree parent. */
  readonly order: readonly number[];
  /** First and one past the last position in a pre-order of the tree below the node. */
  readonly enter: Int32Array;
  readonly leave: Int32Array;
}

/** Every path from the root to `below` passes `above`; a node dominates itself. */
export function dominates(tree: DominatorTree, above: number, below: number): boolean {
  if (tree.parent[above] === -1 || tree.parent[below] === -1) return false;
  const position = itemAt(tree.enter, below);
  return itemAt(tree.enter, above) <= position && position < itemAt(tree.leave, above);
}

/** Steps every case has passed when it gets to a step. */
export function dominatorsOf(flow: Flow): DominatorTree {
  return dominatorTree(flow.start, successorsOf(flow), predecessorsOf(flow));
}

/**
 * Steps every case passes between a step and its end. The root is one node more than there are
 * steps: the end of the case, which follows every step that can end it.
 */
export function postDominatorsOf(flow: Flow): DominatorTree {
  const size = flow.steps.length;
  const ends = [...flow.steps.keys()].filter((step) => isEnd(itemAt(flow.steps, step)));
  const backwards = [...predecessorsOf(flow), ends];
  const forwards = [...successorsOf(flow), []];
  for (const end of ends) itemAt(forwards, end).push(size);
  return dominatorTree(size, backwards, forwards);
}

/**
 * Immediate dominators by iteration in reverse post-order (Cooper, Harvey, Kennedy, A Simple, Fast
 * Dominance Algorithm, 2001): quadratic at worst, linear on the graphs processes are.
 */
export function dominatorTree(
  root: number,
  successors: readonly (readonly number[])[],
  predecessors: readonly (readonly number[])[],
): DominatorTree {
  const size = successors.length;
  const parent = new Int32Array(size).fill(-1);
  if (root < 0) return ordered(parent, []);
  const postOrder = postOrderFrom(root, successors);
  const rank = new Int32Array(size).fill(-1);
  for (const [position, node] of postOrder.entries()) rank[node] = position;
  const reversed = postOrder.toReversed().slice(1);
  parent[root] = root;
  for (let changed = true; changed;) {
    changed = false;
    for (const node of reversed) {
      let above = -1;
      for (const before of itemAt(predecessors, node)) {
        if (parent[before] === -1) continue;
        above = above === -1 ? before : commonDominator(above, before, parent, rank);
      }
      if (parent[node] === above) continue;
      parent[node] = above;
      changed = true;
    }
  }
  return ordered(parent, [root, ...reversed]);
}

function commonDominator(one: number, other: number, parent: Int32Array, rank: Int32Array): number {
  let [left, right] = [one, other];
  while (left !== right) {
    while (itemAt(rank, left) < itemAt(rank, right)) left = itemAt(parent, left);
    while (itemAt(rank, right) < itemAt(rank, left)) right = itemAt(parent, right);
  }
  return left;
}

/** Nodes reached from the root, each after the nodes its depth-first search went on to. */
export function postOrderFrom(root: number, successors: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const seen = new Uint8Array(successors.length);
  const next = new Int32Array(successors.length);
  const path = [root];
  seen[root] = 1;
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const target = itemAt(successors, node)[itemAt(next, node)];
    next[node] = itemAt(next, node) + 1;
    if (target === undefined) {
      order.push(node);
      path.pop();
    } else if (seen[target] === 0) {
      seen[target] = 1;
      path.push(target);
    }
  }
  return order;
}

/** Adds the numbering of the tree; `order` lists each node after its parent. */
function ordered(parent: Int32Array, order: readonly number[]): DominatorTree {
  const depth = new Int32Array(parent.length);
  const width = new Int32Array(parent.length);
  const enter = new Int32Array(parent.length);
  const leave = new Int32Array(parent.length);
  for (const node of order.toReversed()) {
    width[node] = itemAt(width, node) + 1;
    const above = itemAt(parent, node);
    if (above !== node) width[above] = itemAt(width, above) + itemAt(width, node);
  }
  const free = new Int32Array(parent.length);
  for (const node of order) {
    const above = itemAt(parent, node);
    if (above !== node) {
      depth[node] = itemAt(depth, above) + 1;
      enter[node] = itemAt(free, above);
      free[above] = itemAt(free, above) + itemAt(width, node);
    }
    free[node] = itemAt(enter, node) + 1;
    leave[node] = itemAt(enter, node) + itemAt(width, node);
  }
  return { parent, depth, order, enter, leave };
}
