import { groupEdges, type Edge } from './graph.ts';

/** What a depth-first walk along the arrows sees. */
export interface Walk {
  /** Ids in the order in which they were left: all that comes after a step stands before it. */
  readonly left: readonly string[];
  /** The arrows that lead back to a step the walk had not left yet; each closes a loop. */
  readonly backward: ReadonlySet<Edge>;
}

interface Visit {
  readonly id: string;
  readonly edges: readonly Edge[];
  next: number;
}

/**
 * Walks the arrows depth first, from each of `starts` that was not met before.
 *
 * In a flow that is drawn as people draw it the backward arrows are the ones everybody would call
 * the way back; without them no loop is left.
 */
export function walk(starts: Iterable<string>, edges: readonly Edge[]): Walk {
  const outgoing = groupEdges(edges, 'from');
  const left: string[] = [];
  const backward = new Set<Edge>();
  const met = new Set<string>();
  const open = new Set<string>();
  for (const start of starts) {
    if (met.has(start)) continue;
    const visits: Visit[] = [];
    const enter = (id: string): void => {
      met.add(id);
      open.add(id);
      visits.push({ id, edges: outgoing.get(id) ?? [], next: 0 });
    };
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const edge = visit.edges[visit.next++];
      if (edge === undefined) {
        visits.pop();
        open.delete(visit.id);
        left.push(visit.id);
      } else if (open.has(edge.to)) backward.add(edge);
      else if (!met.has(edge.to)) enter(edge.to);
    }
  }
  return { left, backward };
}
