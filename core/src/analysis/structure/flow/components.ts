import { itemAt } from './item.ts';

/** The strongly connected components of a graph. */
export interface Components {
  /** Component number by node; a component has a higher number than those it leads to. */
  readonly of: Int32Array;
  /** Nodes by component number, ascending. */
  readonly members: readonly (readonly number[])[];
}

/**
 * Strongly connected components in one depth-first pass with its own stack (Tarjan, Depth-first
 * search and linear graph algorithms, SIAM Journal on Computing 1, 1972).
 */
export function stronglyConnected(successors: readonly (readonly number[])[]): Components {
  const size = successors.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const of = new Int32Array(size).fill(-1);
  const members: number[][] = [];
  const open: number[] = [];
  let visited = 0;
  const enter = (node: number, path: number[]): void => {
    order[node] = low[node] = visited++;
    path.push(node);
    open.push(node);
  };
  const close = (root: number): void => {
    const component = open.splice(open.lastIndexOf(root)).toSorted((a, b) => a - b);
    for (const node of component) of[node] = members.length;
    members.push(component);
  };
  for (let root = 0; root < size; root++) {
    const path: number[] = [];
    if (order[root] === -1) enter(root, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const target = itemAt(successors, node)[itemAt(next, node)];
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) low[parent] = Math.min(itemAt(low, parent), itemAt(low, node));
        if (low[node] === order[node]) close(node);
        continue;
      }
      next[node] = itemAt(next, node) + 1;
      if (order[target] === -1) enter(target, path);
      else if (of[target] === -1) low[node] = Math.min(itemAt(low, node), itemAt(order, target));
    }
  }
  return { of, members };
}

/** Marks the components in which a walk can go round: several nodes, or one that leads to itself. */
export function cyclicComponents(
  { of, members }: Components,
  successors: readonly (readonly number[])[],
): Uint8Array {
  const cyclic = new Uint8Array(members.length);
  for (const [node, targets] of successors.entries()) {
    const component = itemAt(of, node);
    if (itemAt(members, component).length > 1 || targets.includes(node)) cyclic[component] = 1;
  }
  return cyclic;
}
