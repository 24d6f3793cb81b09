import type { DataUse } from './data-uses.ts';
import { californiaBusiness, underSectorLaw } from './california-business.ts';
import { addCaliforniaPersons } from './california-persons.ts';
import { addCaliforniaTrade } from './california-trade.ts';
import type { FindNotices, NoticeFacts } from './notice-facts.ts';
import { addFact, isMap, listOf, type PlainMap } from '../plain.ts';
import { anyOf, type PrivacyViews } from './privacy-views.ts';

/**
 * What the rules on California read.
 *
 * - `underCcpa` of data, purposes, shares, recipients and the organisation: true where the
 *   organisation is a business under the CCPA, and nothing declared says that the persons are
 *   elsewhere or that another privacy law takes the data out of it. Otherwise false, also where
 *   nobody declared whether it is such a business: that alone then is asked.
 * - `californian` of data, purposes and steps: whether the persons can be in California.
 * - `californiaNotice` and `californiaReuse` of purposes: what people are told of them, and when.
 */
export function addCaliforniaFacts(views: PrivacyViews, find: FindNotices): void {
  const { organization } = views;
  const business = organization && californiaBusiness(organization);
  if (organization !== undefined) {
    addFact(organization, 'californiaBusiness', business?.is);
    addFact(organization, 'californiaOpen', business?.open ?? []);
    addFact(organization, 'underSectorLaw', underSectorLaw(organization));
  }
  const isBusiness = business?.is === true;
  addCaliforniaPersons(views, isBusiness);
  for (const purpose of views.list('purposes')) addPurpose(purpose, isBusiness, views, find);
  for (const share of views.list('shares')) {
    const items = listOf(share['data']).map((id) => views.find('data', id)?.['underCcpa']);
    addFact(share, 'underCcpa', isBusiness && (items.includes(true) || items.includes(undefined)));
  }
  addCaliforniaTrade(views, isBusiness);
  if (organization === undefined) return;
  const items = personalItems(views.list('data'));
  addFact(organization, 'underCcpa', isBusiness && (items.length === 0 || items.some(isUnder)));
}

function addPurpose(
  purpose: PlainMap,
  isBusiness: boolean,
  views: PrivacyViews,
  find: FindNotices,
): void {
  const items = personalItems(listOf(purpose['items']).filter(isMap));
  addFact(purpose, 'underCcpa', isBusiness && (items.length === 0 || items.some(isUnder)));
  if (items.length > 0) {
    addFact(purpose, 'californian', anyOf(items.map(({ californian }) => californian)));
  }
  const uses = views.uses.filter((use) => use.purpose === purpose['id']);
  const obtains = (use: DataUse): boolean => isFromPerson(use, views);
  addFact(purpose, 'californiaNotice', find(purpose, uses, 'us_ca', { obtains }));
  addFact(purpose, 'californiaReuse', reuseOf(purpose, uses, views, find));
}

function personalItems(items: readonly PlainMap[]): readonly PlainMap[] {
  return items.filter(({ personal }) => personal !== false);
}

function isUnder({ underCcpa }: PlainMap): boolean {
  return underCcpa === true;
}

/** Where a business gets data from that it does not collect from the person. */
const indirect: ReadonlySet<unknown> = new Set([
  'third_party',
  'public',
  'controller',
  'derived',
  'already_held',
]);

/** Whether a use obtains data of California from the person: asked, observed or recorded. */
function isFromPerson({ step, item, mode }: DataUse, views: PrivacyViews): boolean {
  const entry = views.find('data', item);
  if (entry?.['underCcpa'] === false || indirect.has(entry?.['source'])) return false;
  const observed =
    entry?.['source'] === 'observed' || views.find('steps', step)?.['recording'] === item;
  return mode === 'collects' || (mode === 'writes' && observed);
}

/** Data that a purpose uses although they were collected for others only. */
interface Reuse extends Pick<NoticeFacts, 'status' | 'undeclared'> {
  readonly items: readonly PlainMap[];
  /** The purposes they were collected for. */
  readonly from: readonly string[];
}

/** The status says whether people were told of this purpose, at the collection or before the use. */
function reuseOf(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
  find: FindNotices,
): Reuse | undefined {
  const own = new Set(uses.filter(({ mode }) => mode === 'collects').map(({ item }) => item));
  const shared: readonly DataUse[] = views
    .list('shares')
    .filter((share) => share['purpose'] === purpose['id'])
    .flatMap((share) =>
      listOf(share['data']).map((item) => ({
        step: String(share['step']),
        item: String(item),
        mode: 'reads' as const, // a share reads what it passes on
        masked: false,
      })),
    );
  const later = [...uses.filter(({ mode }) => mode !== 'deletes'), ...shared].filter(
    ({ item }) => !own.has(item) && views.find('data', item)?.['underCcpa'] === true,
  );
  const collections = views.uses.filter(
    ({ item, mode }) => mode === 'collects' && later.some((use) => use.item === item),
  );
  const from = [...new Set(collections.flatMap(({ purpose: origin }) => origin ?? []))];
  if (from.length === 0) return undefined;
  const ids = new Set(collections.map(({ item }) => item));
  const asked = later.filter(({ item }) => ids.has(item));
  const { status, undeclared } = find(purpose, asked, 'us_ca', { obtains: () => true });
  const items = views.list('data').filter(({ id }) => ids.has(String(id)));
  return { items, from, status, undeclared };
}
