import { parseDuration, secondsOf } from '../quantity/duration.ts';
import { idOf, type Flow } from './flow.ts';
import { endsCase, neighboursOf, reach } from './graph.ts';
import { addFact, isMap, listOf, mapAt, type PlainMap } from './plain.ts';

/** What a clock's `from` or `to` says about steps. */
interface Moment {
  readonly ids: readonly string[];
  readonly at: 'start' | 'complete';
}

/**
 * `endsWith` of an SLA: the steps with whose completion its clock stops; `shortest`: its shortest
 * limits in `seconds` and in `workingDays`. `coveredBy` of a step: the SLAs whose clock runs while
 * the step is done, on some way a case can take.
 *
 * A clock that starts or stops with the world outside, or with the last of several steps, covers
 * steps that nobody can name from the file, so it is left out of `coveredBy`.
 */
export function addPromiseFacts(flow: Flow, slas: readonly PlainMap[]): void {
  const coveredBy = new Map<string, PlainMap[]>();
  for (const sla of slas) {
    const to = momentOf(sla['to'], flow);
    addFact(sla, 'endsWith', to?.at === 'complete' ? to.ids : []);
    addFact(sla, 'shortest', shortestLimits(sla));
    for (const id of coveredSteps(sla, flow)) {
      coveredBy.set(id, [...(coveredBy.get(id) ?? []), sla]);
    }
  }
  for (const step of flow.steps) addFact(step, 'coveredBy', coveredBy.get(idOf(step)) ?? []);
}

function coveredSteps(sla: PlainMap, flow: Flow): readonly string[] {
  const from = isLast(sla['from']) ? undefined : momentOf(sla['from'], flow);
  const to = isLast(sla['to']) ? undefined : momentOf(sla['to'], flow);
  if (from === undefined || to === undefined) return [];
  const after = neighboursOf(flow.edges, 'from');
  const stops = new Set(to.ids);
  // Behind a step that stops the clock nothing is covered; when its start does, not even itself.
  const running = new Map(
    [...after].map(([id, targets]) => [
      id,
      stops.has(id) ? [] : targets.filter((target) => to.at === 'complete' || !stops.has(target)),
    ]),
  );
  const first = from.at === 'start' ? from.ids : from.ids.flatMap((id) => after.get(id) ?? []);
  const begun = reach(
    first.filter((id) => to.at === 'complete' || !stops.has(id)),
    running,
  );
  const before = neighboursOf(flow.edges, 'to');
  const last = to.at === 'complete' ? to.ids : to.ids.flatMap((id) => before.get(id) ?? []);
  const within = new Map(
    [...before].map(([id, sources]) => [id, sources.filter((source) => begun.has(source))]),
  );
  const ended = reach(
    last.filter((id) => begun.has(id)),
    within,
  );
  return [...begun].filter((id) => ended.has(id));
}

function shortestLimits(sla: PlainMap): {
  readonly seconds?: number;
  readonly workingDays?: number;
} {
  const tiers = Object.values(mapAt(sla, 'tiers') ?? {}).filter(isMap);
  const limits = [sla, ...tiers].flatMap(({ within }) => {
    const limit = typeof within === 'string' ? parseDuration(within) : undefined;
    return limit === undefined ? [] : [limit];
  });
  const seconds = limits.flatMap((limit) => secondsOf(limit) ?? []);
  const days = limits.flatMap(({ workingDays }) => (workingDays > 0 ? [workingDays] : []));
  return {
    ...(seconds.length === 0 ? {} : { seconds: Math.min(...seconds) }),
    ...(days.length === 0 ? {} : { workingDays: Math.min(...days) }),
  };
}

function isLast(event: unknown): boolean {
  return isMap(event) && event['lastOf'] !== undefined;
}

function momentOf(event: unknown, flow: Flow): Moment | undefined {
  if (event === 'case.created' || event === 'request.received') {
    return flow.start === undefined ? undefined : { ids: [flow.start], at: 'start' };
  }
  if (event === 'case.closed') {
    return { ids: flow.steps.filter((step) => endsCase(step)).map(idOf), at: 'complete' };
  }
  if (isMap(event)) {
    const ids = listOf(event['firstOf'] ?? event['lastOf']).map(String);
    return ids.length === 0
      ? undefined
      : { ids, at: event['event'] === 'start' ? 'start' : 'complete' };
  }
  const match = /^(.+)\.(started|completed)$/.exec(typeof event === 'string' ? event : '');
  const [, id, what] = match ?? [];
  if (id === undefined || !flow.byId.has(id)) return undefined;
  return { ids: [id], at: what === 'started' ? 'start' : 'complete' };
}
