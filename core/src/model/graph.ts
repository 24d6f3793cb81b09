import { isMap, listOf, mapAt, stringAt, type PlainMap } from './plain.ts';

/** How a case gets from one step to the next. */
export type EdgeKind = 'next' | 'failure' | 'timeout' | 'handoff' | 'loopExit';

/** One arrow of the flow. A derived object: the model knows which words of the file it comes from. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly when?: unknown;
  readonly probability?: unknown;
  readonly default?: unknown;
  readonly loop?: unknown;
  readonly consent?: unknown;
  readonly outcome?: unknown;
}

/** An edge with the container and key of the words that state it. */
export interface StatedEdge {
  readonly edge: Edge;
  readonly container: object;
  readonly key: string | number;
}

/** The arrows a step states, in reading order. */
export function edgesOf(id: string, step: PlainMap): readonly StatedEdge[] {
  return [...nextEdges(id, step), ...exitEdges(id, step)];
}

function nextEdges(id: string, step: PlainMap): StatedEdge[] {
  const next = step['next'];
  if (typeof next === 'string') {
    return [{ edge: { from: id, to: next, kind: 'next' }, container: step, key: 'next' }];
  }
  if (!Array.isArray(next)) return [];
  return next.flatMap((branch: unknown, index) => {
    if (typeof branch === 'string') {
      return [
        { edge: { from: id, to: branch, kind: 'next' as const }, container: next, key: index },
      ];
    }
    return isMap(branch) ? branchEdges(id, branch) : [];
  });
}

function branchEdges(id: string, branch: PlainMap): StatedEdge[] {
  const to = stringAt(branch, 'to');
  if (to === undefined) return [];
  const edges: StatedEdge[] = [
    { edge: { ...branch, from: id, to, kind: 'next' }, container: branch, key: 'to' },
  ];
  const loop = mapAt(branch, 'loop');
  const then = loop === undefined ? undefined : stringAt(loop, 'then');
  if (loop !== undefined && then !== undefined) {
    edges.push({ edge: { from: id, to: then, kind: 'loopExit' }, container: loop, key: 'then' });
  }
  return edges;
}

const exits = { onFailure: 'failure', onTimeout: 'timeout', handoff: 'handoff' } as const;

function exitEdges(id: string, step: PlainMap): StatedEdge[] {
  return Object.entries(exits).flatMap(([key, kind]) => {
    const exit = mapAt(step, key);
    const to = exit === undefined ? undefined : stringAt(exit, 'goto');
    if (exit === undefined || to === undefined) return [];
    const probability = exit['probability'];
    const edge = { from: id, to, kind, ...(probability === undefined ? {} : { probability }) };
    return [{ edge, container: exit, key: 'goto' }];
  });
}

/** The ids reachable from `starts` along `neighbours`, the starts included. */
export function reach(
  starts: Iterable<string>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const id of seen) {
    for (const neighbour of neighbours.get(id) ?? []) seen.add(neighbour); // a Set grows under its own loop
  }
  return seen;
}

/** The edges by the step at one of their ends, in reading order. */
export function groupEdges(
  edges: readonly Edge[],
  end: 'from' | 'to',
): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group === undefined) groups.set(edge[end], [edge]);
    else group.push(edge);
  }
  return groups;
}

/** The far ends of edges by their near ends. */
export function neighboursOf(
  edges: readonly Edge[],
  near: 'from' | 'to',
): ReadonlyMap<string, readonly string[]> {
  const far = near === 'from' ? 'to' : 'from';
  const groups = [...groupEdges(edges, near)];
  return new Map(groups.map(([id, group]) => [id, group.map((edge) => edge[far])]));
}

/** True for a step at which a case can be over: its `end: true`, its type, or nothing after it. */
export function endsCase(step: PlainMap): boolean {
  return step['end'] === true || step['type'] === 'end';
}

/** The ids a list of references names, whatever their spelling (`id` or `{item: id}`). */
export function namesIn(value: unknown, key: string): readonly string[] {
  return listOf(value).flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const name = isMap(entry) ? entry[key] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}
