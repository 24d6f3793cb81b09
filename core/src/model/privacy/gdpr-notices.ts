import type { DataUse } from './data-uses.ts';
import type { FindNotices, NoticeFacts, NoticeStatus } from './notice-facts.ts';
import { addFact, isMap, listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** How persons learn that data about them came from elsewhere (Art. 14 GDPR). */
interface SourceNotice extends NoticeFacts {
  /** The items that came from elsewhere. */
  readonly items: readonly PlainMap[];
  /** The disclosure or first contact that the status speaks of. */
  readonly step?: string;
}

/** Data of another purpose that a purpose uses although nobody was told so when they were collected. */
interface Reuse {
  readonly items: readonly PlainMap[];
  /** The purposes they were collected for. */
  readonly from: readonly string[];
  /** Whether the purpose says so itself (`continues`). */
  readonly declared: boolean;
  /** Whether the new purpose is told before the new use, and what would settle it. */
  readonly told: NoticeStatus;
  readonly undeclared: readonly string[];
}

/**
 * Gives each purpose its notices under the GDPR: `europeanNotice` for what is obtained from the
 * person (Art. 13), `sourceNotice` for what comes from elsewhere (Art. 14), `reuse` for what was
 * collected for another purpose (Art. 6(4)); each of the last two absent where there is none.
 */
export function addEuropeanNotices(views: PrivacyViews, find: FindNotices): void {
  const obtains = (use: DataUse): boolean => isFromPerson(use, views);
  for (const purpose of views.list('purposes')) {
    const uses = views.uses.filter((use) => use.purpose === purpose['id']);
    addFact(purpose, 'europeanNotice', find(purpose, uses, 'eu', { obtains }));
    const items = itemsFromElsewhere(purpose, uses, views);
    if (items.length > 0)
      addFact(purpose, 'sourceNotice', sourceNotice(purpose, items, views, find));
    addFact(purpose, 'reuse', reuseOf(purpose, uses, views, find));
  }
}

const elsewhere: ReadonlySet<unknown> = new Set(['third_party', 'public', 'controller']);
const notObtained: ReadonlySet<unknown> = new Set(['derived', 'already_held']);

/**
 * Whether a use obtains personal data from the person: asked from it, or observed, as by a camera
 * or a recording. What a person tells about somebody else is not obtained from that one.
 */
function isFromPerson({ step, item, mode, personal }: DataUse, views: PrivacyViews): boolean {
  const entry = views.find('data', item);
  const source = entry?.['source'];
  if (personal === false || elsewhere.has(source) || notObtained.has(source)) return false;
  if (isMentioned(entry, views)) return false;
  const observed = source === 'observed' || views.find('steps', step)?.['recording'] === item;
  return mode === 'collects' || (mode === 'writes' && observed);
}

function isMentioned(item: PlainMap | undefined, views: PrivacyViews): boolean {
  return views.find('subjects', item?.['subject'])?.['type'] === 'third_party_mentioned';
}

function itemsFromElsewhere(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
): readonly PlainMap[] {
  const received = views.list('steps').flatMap((step) =>
    listOf(step['receives'])
      .filter(isMap)
      .filter((receive) => (receive['purpose'] ?? step['purpose']) === purpose['id'])
      .flatMap(({ data }) => listOf(data)),
  );
  const used = new Set<unknown>(uses.map(({ item }) => item));
  return views.list('data').filter((item) => {
    if (item['personal'] === false) return false;
    if (received.includes(item['id'])) return true;
    return used.has(item['id']) && (elsewhere.has(item['source']) || isMentioned(item, views));
  });
}

/**
 * The person is told within a month, which no flow shows; but at the latest when it is first
 * contacted, or when the data first go to somebody who decides on his own (Art. 14(3)(b), (c)).
 */
function sourceNotice(
  purpose: PlainMap,
  items: readonly PlainMap[],
  views: PrivacyViews,
  find: FindNotices,
): SourceNotice {
  const ids = new Set<unknown>(items.map(({ id }) => id));
  const contacts = views.uses.filter(({ step, item, mode }) => {
    const contact = views.find('steps', step)?.['customerContact'] === true;
    return (
      contact &&
      ids.has(item) &&
      mode !== 'deletes' &&
      !isMentioned(views.find('data', item), views)
    );
  });
  const moments = [
    ...contacts.filter((use) => use.purpose === purpose['id']),
    ...disclosures(purpose, ids, views),
  ];
  const found = find(purpose, moments, 'eu', { obtains: () => true, mayFollow: true });
  const { use, ...rest } = found;
  return use === undefined ? { ...rest, items } : { ...rest, items, step: use.step };
}

function disclosures(
  purpose: PlainMap,
  ids: ReadonlySet<unknown>,
  views: PrivacyViews,
): readonly DataUse[] {
  return views
    .list('shares')
    .filter((share) => share['purpose'] === purpose['id'])
    .filter((share) => {
      const roles = listOf(views.find('recipients', share['with'])?.['role']);
      return roles.includes('controller') || roles.includes('joint');
    })
    .flatMap((share) =>
      listOf(share['data'])
        .filter((item) => ids.has(item))
        .map((item) => ({
          step: String(share['step']),
          item: String(item),
          mode: 'reads' as const,
          masked: false,
        })),
    );
}

function reuseOf(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
  find: FindNotices,
): Reuse | undefined {
  const collected = new Set(uses.filter(({ mode }) => mode === 'collects').map(({ item }) => item));
  const later = uses.filter(
    ({ mode, item, personal }) =>
      (mode === 'reads' || mode === 'writes') && personal === true && !collected.has(item),
  );
  const continued = purpose['continues'];
  const declared = typeof continued === 'string' && continued !== 'none';
  const foreign = later.filter((use) => declared || isNewUse(use, purpose, views, find));
  if (foreign.length === 0 && !declared) return undefined;
  const ids = new Set(foreign.map(({ item }) => item));
  const origins = views.uses
    .filter(({ item, mode }) => ids.has(item) && mode === 'collects')
    .flatMap(({ purpose: origin }) => origin ?? []);
  const { status, undeclared } = find(purpose, foreign, 'eu', { obtains: () => true });
  return {
    items: views.list('data').filter(({ id }) => ids.has(String(id))),
    from: [...new Set(declared ? [continued] : origins)],
    declared,
    told: status,
    undeclared,
  };
}

/**
 * Whether an item was collected for other purposes only, without telling people of this one then.
 * A purpose that is told at the collection is one of those the data are collected for.
 */
function isNewUse(
  { item }: DataUse,
  purpose: PlainMap,
  views: PrivacyViews,
  find: FindNotices,
): boolean {
  const collections = views.uses.filter(
    (use) => use.item === item && use.mode === 'collects' && use.purpose !== undefined,
  );
  if (collections.length === 0) return false;
  const { status } = find(purpose, collections, 'eu', { obtains: () => true });
  return status !== 'before' && status !== 'unknown';
}
