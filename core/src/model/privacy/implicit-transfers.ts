import { isMap, listOf, type PlainMap } from '../plain.ts';
import type { DataUse } from './data-uses.ts';
import { roleFor, type PrivacyViews } from './privacy-views.ts';
import { draftOfSystem } from './system-transfers.ts';
import type { Draft } from './transfer.ts';
import {
  answer,
  every,
  isOutside,
  isSeatedIn,
  itemsUsed,
  no,
  serves,
  some,
  unstatedItems,
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
      items: itemsUsed(uses, views),
      abroad: { CN: abroad('CN'), EEA: isOurs ? no : abroad('EEA') },
      to: { CN: to('CN'), EEA: to('EEA') },
      ownOutsideEea: isOurs && abroad('EEA').is === true,
      unstated: unstatedItems({ party: employer, uses, to }, views),
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
  const isStated = views.list('shares').some(({ mode }) => mode === 'direct_collection');
  return [
    {
      kind: 'collection',
      step: use.step,
      mode: 'direct_collection',
      purpose: use.purpose,
      items: itemsUsed(collected, views),
      abroad: { CN: yes, EEA: no },
      to: { CN: seat, EEA: undefined },
      unstated: { CN: isStated ? [] : itemsUsed(collected, views), EEA: [] },
      ourRole: roleFor(views.find('purposes', use.purpose), views),
      container: use,
    },
  ];
}
