import type { FlowGraph, GraphEdge } from './graph.ts';

/**
 * The edges that lead back to where a case has been: those that meet a node of their own path in a
 * walk in depth from the start. Heavy edges are walked first, so that the critical path leads down.
 */
export function backEdges({ nodes, edges }: FlowGraph): ReadonlySet<number> {
  const out = outgoing(nodes.length, edges);
  const state = nodes.map((): 'new' | 'open' | 'done' => 'new');
  const back = new Set<number>();
  for (const root of nodes.keys()) {
    if (state[root] !== 'new') continue;
    const path = [{ node: root, next: 0 }];
    state[root] = 'open';
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const edge = out[at.node]?.[at.next++];
      if (edge === undefined) {
        state[at.node] = 'done';
        path.pop();
        continue;
      }
      const to = edges[edge]?.to ?? 0;
      if (state[to] === 'open') back.add(edge);
      if (state[to] !== 'new') continue;
      state[to] = 'open';
      path.push({ node: to, next: 0 });
    }
  }
  return back;
}

/** The edges that leave each node, the heaviest first. */
function outgoing(count: number, edges: readonly GraphEdge[]): readonly (readonly number[])[] {
  const out = Array.from({ length: count }, (): number[] => []);
  for (const [index, { from }] of edges.entries()) out[from]?.push(index);
  const weight = (edge: number): number => edges[edge]?.weight ?? 0;
  return out.map((list) => list.toSorted((left, right) => weight(right) - weight(left)));
}
