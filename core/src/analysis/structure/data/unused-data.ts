import type { FlowGraph } from '../flow/flow-graph.ts';
import type { DataItem } from './data-flow.ts';

/** Data that serves nothing. */
export interface UnusedData {
  /** Items asked of somebody that nothing ever reads, with the steps that ask. */
  readonly collected: readonly { readonly item: string; readonly at: readonly string[] }[];
  /** Declared items no step mentions. */
  readonly declared: readonly string[];
}

/** Items without a use; a decision about an item and a use outside the steps count as one. */
export function unusedData(graph: FlowGraph, declared: readonly DataItem[]): UnusedData {
  const used = new Set(declared.filter(({ usedElsewhere }) => usedElsewhere).map(({ id }) => id));
  const mentioned = new Set(used);
  const collectors = new Map<string, string[]>();
  for (const step of graph.steps) {
    const { id, collects = [], reads = [], optionalReads = [], writes = [], decides = [] } = step;
    for (const item of [...reads, ...optionalReads, ...decides]) used.add(item);
    for (const item of writes) mentioned.add(item);
    for (const item of new Set(collects)) {
      const asking = collectors.get(item);
      if (asking === undefined) collectors.set(item, [id]);
      else asking.push(id);
    }
  }
  return {
    collected: [...collectors]
      .filter(([item]) => !used.has(item))
      .map(([item, at]) => ({ item, at })),
    declared: declared
      .map(({ id }) => id)
      .filter((id) => !used.has(id) && !mentioned.has(id) && !collectors.has(id)),
  };
}
