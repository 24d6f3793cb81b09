import type { FlowGraph } from './graph.ts';

/**
 * The layer of each node: below all nodes that lead to it, as high as it can be, with at most
 * `capacity` nodes side by side. Back edges count in the other direction.
 */
export function layersOf(
  { nodes, edges }: FlowGraph,
  back: ReadonlySet<number>,
  capacity: number,
): readonly number[] {
  const before = nodes.map((): number[] => []);
  for (const [index, { from, to }] of edges.entries()) {
    if (from === to) continue;
    const [upper, lower] = back.has(index) ? [to, from] : [from, to];
    before[lower]?.push(upper);
  }
  const longest = longestPaths(before);
  const order = [...nodes.keys()].toSorted(
    (left, right) => (longest[left] ?? 0) - (longest[right] ?? 0) || left - right,
  );
  const layer = nodes.map(() => 0);
  const taken: number[] = [];
  for (const node of order) {
    let at = Math.max(-1, ...(before[node] ?? []).map((upper) => layer[upper] ?? 0)) + 1;
    while ((taken[at] ?? 0) >= capacity) at++;
    layer[node] = at;
    taken[at] = (taken[at] ?? 0) + 1;
  }
  return layer;
}

/** How many edges the longest path to each node has. */
function longestPaths(before: readonly (readonly number[])[]): readonly number[] {
  const after = before.map((): number[] => []);
  for (const [lower, uppers] of before.entries()) {
    for (const upper of uppers) after[upper]?.push(lower);
  }
  const open = before.map(({ length }) => length);
  const longest = before.map(() => 0);
  const ready = [...open.keys()].filter((node) => open[node] === 0);
  for (const node of ready) {
    for (const lower of after[node] ?? []) {
      longest[lower] = Math.max(longest[lower] ?? 0, (longest[node] ?? 0) + 1);
      open[lower] = (open[lower] ?? 0) - 1;
      if (open[lower] === 0) ready.push(lower); // the array grows under its own loop
    }
  }
  return longest;
}

/** The largest number of nodes in one layer. */
export function widestLayer(layers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const layer of layers) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
