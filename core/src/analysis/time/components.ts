/**
 * Strongly connected components of a directed graph: the component of each node, numbered so that
 * an arrow never leads to a higher number. O(V + E), without recursion.
 * Source: R. E. Tarjan, SIAM J. Comput. 1 (1972) 146–160.
 */
export function componentsOf(successors: readonly (readonly number[])[]): Int32Array {
  const component = new Int32Array(successors.length).fill(-1);
  const order = new Int32Array(successors.length).fill(-1);
  const low = new Int32Array(successors.length);
  const next = new Int32Array(successors.length);
  const open: number[] = [];
  let [visited, found] = [0, 0];
  const enter = (path: number[], node: number): void => {
    order[node] = low[node] = visited;
    visited += 1;
    path.push(node);
    open.push(node);
  };
  const close = (root: number): void => {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      component[node] = found;
      if (node === root) break;
    }
    found += 1;
  };
  const walk = (root: number): void => {
    const path: number[] = [];
    enter(path, root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const target = successors[node]?.[next[node] ?? 0];
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
        if (low[node] === order[node]) close(node);
      } else {
        next[node] = (next[node] ?? 0) + 1;
        if (order[target] === -1) enter(path, target);
        else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
      }
    }
  };
  for (const root of successors.keys()) if (order[root] === -1) walk(root);
  return component;
}

/** Nodes of the components that are cycles: more than one node, or an arrow to itself. */
export function nodesOnCycles(successors: readonly (readonly number[])[]): number[] {
  const component = componentsOf(successors);
  const size = new Map<number, number>();
  for (const of of component) size.set(of, (size.get(of) ?? 0) + 1);
  return [...successors.keys()].filter(
    (node) =>
      (size.get(component[node] ?? -1) ?? 0) > 1 || successors[node]?.includes(node) === true,
  );
}
