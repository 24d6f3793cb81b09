import { groupEdges, type Edge } from '../graph.ts';

/** Whether a use comes only after what the law wants to come before it, and a way where it does not. */
export interface WayTo {
  /** `after`: on every path; `past`: some path goes past it; `withdrawn`: some path leads on from its end. */
  readonly status: 'after' | 'past' | 'withdrawn';
  /** The ids of the steps of the shortest such path, from the start or from the withdrawal. */
  readonly path: readonly string[];
  /** What the step uses that rests on the consent. */
  readonly items?: readonly string[];
}

/** The ids of the steps of a shortest path to a step from the nearest of some others. */
export function shortestWay(
  starts: readonly string[],
  target: string,
  edges: readonly Edge[],
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>(starts.map((id) => [id, undefined]));
  const outgoing = groupEdges(edges, 'from');
  for (const [id] of before) {
    if (id === target) break;
    for (const { to } of outgoing.get(id) ?? []) if (!before.has(to)) before.set(to, id);
  }
  if (!before.has(target)) return undefined;
  const path: string[] = [];
  for (let id: string | undefined = target; id !== undefined; id = before.get(id)) path.unshift(id);
  return path;
}
