import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { DataUse } from './data-uses.ts';
import { roleFor, type PrivacyViews } from './privacy-views.ts';
import type { Draft } from './transfer-facts.ts';
import {
  answer,
  every,
  isOutside,
  grounds,
  isSeatedIn,
  mayApply,
  no,
  serves,
  some,
  unknown,
  yes,
  type Answer,
  type Ground,
} from './transfer-places.ts';

/** Transfers that no step states but that follow from where systems, people and we ourselves are. */
export function implicitTransfers(views: PrivacyViews): readonly Draft[] {
  return [
    ...views.list('systems').flatMap((system) => draftOfSystem(system, views)),
    ...views.list('roles').flatMap((role) => draftOfRole(role, views)),
    ...draftOfCollection(views),
  ];
}

/** Data that a system abroad holds, or that somebody abroad who operates a system here can read. */
function draftOfSystem(system: PlainMap, views: PrivacyViews): readonly Draft[] {
  if (system['personalData'] === false) return [];
  const { sure, likely } = usesIn(system, views);
  const uses = sure.length > 0 ? sure : likely;
  const place = uses[0] && placeOf(uses[0], String(system['id']), views);
  if (uses[0] === undefined || place === undefined) return [];
  const operator = views.find('recipients', system['operator']);
  const country = stringAt(system, 'country');
  const runs = operator && stringAt(operator, 'country');
  const id = String(system['id']);
  const here = (ground: Ground): Answer => isOutside(country, ground, `systems.${id}.country`);
  const there = (ground: Ground): Answer =>
    operator === undefined
      ? no
      : isOutside(runs, ground, `recipients.${String(operator['id'])}.country`);
  const abroad = (ground: Ground): Answer =>
    serves(system, ground) ? some([here(ground), there(ground)]) : no;
  const to = (ground: Ground): string | undefined => (here(ground).is === true ? country : runs);
  const stands = grounds.some((ground) => mayApply(ground, views) && here(ground).is === true);
  return [
    {
      kind: 'system',
      step: uses[0].step,
      via: id,
      mode: stands ? 'send' : 'remote_access',
      purpose: uses[0].purpose,
      recipient: operator,
      items: itemsOf(uses, views),
      doubt: sure.length > 0 || system['personalData'] === true ? yes : unsure(likely),
      abroad: { CN: abroad('CN'), EEA: operator === undefined ? no : abroad('EEA') },
      to: { CN: to('CN'), EEA: to('EEA') },
      ownOutsideEea: operator === undefined && here('EEA').is === true && serves(system, 'EEA'),
      covered: isStated(operator, [to('CN'), to('EEA')], views),
      ourRole: roleFor(views.find('purposes', uses[0].purpose), views),
      ...place,
    },
  ];
}

function unsure(uses: readonly DataUse[]): Answer {
  return unknown(...new Set(uses.map(({ item }) => `data.${item}.system`)));
}

/**
 * What steps do in a system: surely where they, or the item, name no other one; likely where the
 * step uses several and nobody said which of them holds the item.
 */
function usesIn(
  { id, stored }: PlainMap,
  views: PrivacyViews,
): Readonly<Record<'sure' | 'likely', readonly DataUse[]>> {
  const held = new Set(listOf(stored).map((item) => isMap(item) && item['id']));
  const sure: DataUse[] = [];
  const likely: DataUse[] = [];
  for (const use of views.uses.filter(({ personal }) => personal !== false)) {
    const own = ownSystem(use, views);
    const systems = listOf(views.find('steps', use.step)?.['systems']);
    const named = listOf(views.find('data', use.item)?.['system']);
    const isHere = systems.includes(id);
    const isKnown = isHere ? systems.length === 1 || held.has(use.item) : named.includes(id);
    if (own === undefined ? isKnown : own === id) sure.push(use);
    else if (own === undefined && isHere && named.length === 0) likely.push(use);
  }
  return { sure, likely };
}

/** The system that a single data use names for itself. */
function ownSystem({ step, item, mode }: DataUse, views: PrivacyViews): string | undefined {
  const entry = listOf(views.find('steps', step)?.[mode]).find(
    (each) => isMap(each) && each['item'] === item,
  );
  return isMap(entry) ? stringAt(entry, 'system') : undefined;
}

/** Where a use names the system: in the list of its step, else at the item itself. */
function placeOf(
  use: DataUse,
  system: string,
  views: PrivacyViews,
): Pick<Draft, 'container' | 'key'> {
  const systems = views.find('steps', use.step)?.['systems'];
  const index = listOf(systems).indexOf(system);
  return Array.isArray(systems) && index >= 0
    ? { container: systems, key: index }
    : { container: use };
}

/** Data that people abroad work with, our own or those of a supplier. */
function draftOfRole(role: PlainMap, views: PrivacyViews): readonly Draft[] {
  const steps = views.list('steps').filter((step) => step['role'] === role['id']);
  const ids = new Set(steps.map(({ id }) => id));
  const uses = views.uses.filter(({ step, personal }) => ids.has(step) && personal !== false);
  const container = uses[0] && views.find('steps', uses[0].step);
  if (uses[0] === undefined || container === undefined || role['kind'] === 'customer') return [];
  const employer = views.find('recipients', role['recipient']);
  const abroad = (ground: Ground): Answer =>
    every([sitsOutside(role, employer, ground), isHeldIn(uses, ground, views)]);
  const to = (ground: Ground): string | undefined => siteOutside(role, employer, ground);
  const isOurs = employer === undefined && role['kind'] !== 'supplier';
  return [
    {
      kind: 'role',
      step: uses[0].step,
      via: String(role['id']),
      mode: 'remote_access',
      purpose: uses[0].purpose,
      recipient: employer,
      items: itemsOf(uses, views),
      abroad: { CN: abroad('CN'), EEA: isOurs ? no : abroad('EEA') },
      to: { CN: to('CN'), EEA: to('EEA') },
      ownOutsideEea: isOurs && abroad('EEA').is === true,
      covered: isStated(employer, [to('CN'), to('EEA')], views),
      ourRole: roleFor(views.find('purposes', uses[0].purpose), views),
      container,
      key: 'role',
    },
  ];
}

interface Site {
  readonly country?: unknown;
  readonly path: string;
}

/** Where a role's people are, as far as they may serve people of a ground. */
function sitesOf(role: PlainMap, employer: PlainMap | undefined, ground: Ground): readonly Site[] {
  const path = `roles.${String(role['id'])}`;
  const sites = listOf(role['sites']).filter(isMap);
  if (sites.length > 0) {
    const serving = sites.filter((site) => serves(site, ground));
    return serving.map(({ country }) => ({ country, path: `${path}.sites.country` }));
  }
  if (role['country'] !== undefined) return [{ country: role['country'], path }];
  if (employer === undefined) return []; // our own people are where we are, unless the file says more
  return [{ country: employer['country'], path: `recipients.${String(employer['id'])}.country` }];
}

function sitsOutside(role: PlainMap, employer: PlainMap | undefined, ground: Ground): Answer {
  return some(
    sitesOf(role, employer, ground).map(({ country, path }) => isOutside(country, ground, path)),
  );
}

function siteOutside(
  role: PlainMap,
  employer: PlainMap | undefined,
  ground: Ground,
): string | undefined {
  const outside = sitesOf(role, employer, ground).find(
    ({ country, path }) => isOutside(country, ground, path).is === true,
  );
  return typeof outside?.country === 'string' ? outside.country : undefined;
}

/** Whether some of the data may be held on a ground; not where every system stands elsewhere. */
function isHeldIn(uses: readonly DataUse[], ground: Ground, views: PrivacyViews): Answer {
  const systems = uses.flatMap(({ step }) => listOf(views.find('steps', step)?.['systems']));
  const places = systems.map((id) => isOutside(views.find('systems', id)?.['country'], ground, ''));
  return answer(places.length === 0 || places.some(({ is }) => is !== true));
}

/** What an organisation without a seat in the mainland collects from people there (PIPL Art. 3(2)). */
function draftOfCollection(views: PrivacyViews): readonly Draft[] {
  const { organization } = views;
  if (isSeatedIn(organization, 'CN') !== false) return [];
  const collected = views.uses.filter(({ mode, step, personal }) => {
    const systems = listOf(views.find('steps', step)?.['systems']);
    const places = systems.map((id) => isOutside(views.find('systems', id)?.['country'], 'CN', ''));
    const staysInChina = places.length > 0 && places.every(({ is }) => is === false);
    return mode === 'collects' && personal !== false && !staysInChina;
  });
  const [use] = collected;
  if (use === undefined) return [];
  const seat = listOf(organization?.['establishments']).map(String)[0];
  return [
    {
      kind: 'collection',
      step: use.step,
      mode: 'direct_collection',
      purpose: use.purpose,
      items: itemsOf(collected, views),
      abroad: { CN: yes, EEA: no },
      to: { CN: seat, EEA: undefined },
      covered: views.list('shares').some(({ mode }) => mode === 'direct_collection'),
      ourRole: roleFor(views.find('purposes', use.purpose), views),
      container: use,
    },
  ];
}

function itemsOf(uses: readonly DataUse[], views: PrivacyViews): readonly PlainMap[] {
  const ids = new Set<unknown>(uses.map(({ item }) => item));
  return views.list('data').filter(({ id }) => ids.has(id));
}

/** Whether some share states the same: to the same party, or to somebody in the same place. */
function isStated(
  party: PlainMap | undefined,
  places: readonly (string | undefined)[],
  views: PrivacyViews,
): boolean {
  return views.list('shares').some((share) => {
    const recipient = views.find('recipients', share['with']);
    if (recipient === undefined) return false;
    if (party !== undefined) return recipient === party;
    return places.some((place) => place !== undefined && place === recipient['country']);
  });
}
