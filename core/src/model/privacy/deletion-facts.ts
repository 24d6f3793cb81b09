import { addFact, isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** Where one data item is kept, and which of these places a deletion reaches. */
export interface DeletionReach {
  /** Systems that keep it: those it names, else those of the steps that write it with one system. */
  readonly stores: readonly PlainMap[];
  /** Recipients who got a copy of their own; who only looks at it from afar keeps none. */
  readonly recipients: readonly PlainMap[];
  /**
   * Those of the stores that a deleting step or the deletion job reaches, and backups that expire.
   */
  readonly reached: readonly PlainMap[];
  /** The stores that none of these reaches. */
  readonly missed: readonly PlainMap[];
  /** Path of the fact that could still reach them; absent where everything is declared. */
  readonly open?: string;
  /** Whether a law that is named makes us keep it, by itself or for a purpose that uses it. */
  readonly held: boolean;
}

/** Systems by item, as steps name them for what they do with it. */
interface Placements {
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  /** `everywhere`: a step deletes the item without naming a system. */
  readonly deleted: ReadonlyMap<string, ReadonlySet<string>>;
}

const everywhere = '*';

/** Writes `deletion` onto every data item that may be about a person. */
export function addDeletionFacts(views: PrivacyViews): void {
  const placements = placementsOf(views);
  const held = itemsHeldByLaw(views);
  for (const item of views.list('data')) {
    if (item['personal'] === false) continue;
    addFact(item, 'deletion', reachOf(item, placements, held, views));
  }
}

function reachOf(
  item: PlainMap,
  { written, deleted }: Placements,
  held: ReadonlySet<unknown>,
  views: PrivacyViews,
): DeletionReach {
  const id = String(item['id']);
  const { organization } = views;
  const retention = (organization && mapAt(organization, 'retention')) ?? {};
  const job = mapAt(retention, 'deletionJob');
  const jobReaches = listOf(job?.['reaches']);
  const expires = mapAt(retention, 'backups')?.['expire'] !== undefined;
  const targets = deleted.get(id);
  const stores = views
    .list('systems')
    .filter((system) => keeps(system, item) || written.get(id)?.has(String(system['id'])));
  const reached = stores.filter(({ id: system, kind }) => {
    if (targets?.has(everywhere) === true || targets?.has(String(system)) === true) return true;
    return jobReaches.includes(system) || (kind === 'backup' && expires);
  });
  const open = openFact(retention, job);
  return {
    stores,
    recipients: views.list('recipients').filter((recipient) => getsCopy(recipient, id)),
    reached,
    missed: stores.filter((system) => !reached.includes(system)),
    ...(open === undefined ? {} : { open }),
    held: held.has(id),
  };
}

/** What nobody declared about the job that deletes, if anything. */
function openFact(retention: PlainMap, job: PlainMap | undefined): string | undefined {
  if (retention['deletionJob'] === undefined) return '$organization.retention.deletionJob';
  if (job === undefined || Object.keys(job).length === 0 || job['reaches'] !== undefined) {
    return undefined;
  }
  return '$organization.retention.deletionJob.reaches';
}

function keeps(system: PlainMap, item: PlainMap): boolean {
  return listOf(system['stored']).includes(item);
}

function getsCopy(recipient: PlainMap, item: string): boolean {
  return listOf(recipient['shared'])
    .filter(isMap)
    .some(({ data, mode }) => mode !== 'remote_access' && listOf(data).includes(item));
}

/** Where steps put items that name a system for it, and where steps delete items. */
function placementsOf(views: PrivacyViews): Placements {
  const written = new Map<string, Set<string>>();
  const deleted = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, item: string, systems: readonly unknown[]): void => {
    const known = map.get(item) ?? new Set();
    for (const system of systems) known.add(String(system));
    map.set(item, known);
  };
  for (const step of views.list('steps')) {
    for (const mode of ['collects', 'writes'] as const) {
      for (const { item, system } of entriesOf(step[mode])) {
        if (system !== undefined) note(written, item, [system]);
      }
    }
    const systems = listOf(step['systems']);
    for (const { item, system } of entriesOf(step['deletes'])) {
      if (system !== undefined) note(deleted, item, [system]);
      else note(deleted, item, systems.length > 0 ? systems : [everywhere]);
    }
  }
  return { written, deleted };
}

/** The items that a step names, each with the system that its entry states, if it does. */
function entriesOf(stated: unknown): readonly { item: string; system?: string }[] {
  return listOf(stated).flatMap((entry) => {
    if (typeof entry === 'string') return [{ item: entry }];
    const item = isMap(entry) ? stringAt(entry, 'item') : undefined;
    const system = isMap(entry) ? stringAt(entry, 'system') : undefined;
    if (item === undefined) return [];
    return [system === undefined ? { item } : { item, system }];
  });
}

/** The items that must be kept because a schedule of theirs, or of a purpose, names a law. */
function itemsHeldByLaw(views: PrivacyViews): ReadonlySet<unknown> {
  const held = new Set<unknown>();
  for (const purpose of views.list('purposes')) {
    for (const schedule of listOf(purpose['schedules']).filter(isMap)) {
      if (mapAt(schedule, 'legalHold')?.['law'] === undefined) continue;
      if (schedule['of'] !== purpose['id']) held.add(schedule['of']);
      else for (const item of itemsWithout(purpose)) held.add(item['id']);
    }
  }
  return held;
}

/** The items of a purpose that its own retention speaks of: those without one of their own. */
function itemsWithout(purpose: PlainMap): readonly PlainMap[] {
  return listOf(purpose['items'])
    .filter(isMap)
    .filter((item) => item['retention'] === undefined);
}
