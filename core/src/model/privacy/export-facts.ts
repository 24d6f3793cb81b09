import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import { exemptionOf } from './export-exemptions.ts';
import { addRouteFacts, type ExportPersons } from './export-routes.ts';
import type { PrivacyViews } from './privacy-views.ts';
import type { Transfer } from './transfer.ts';
import { concerns, isOutside } from './transfer-places.ts';

/** Exemptions that hold for a scenario whatever the numbers; `under_100k` is no such one. */
const scenarios: ReadonlySet<string> = new Set([
  'contract',
  'hr',
  'emergency',
  'legal_duty',
  'transit',
  'ftz',
  'no_pi',
]);

/**
 * Gives exports their exemption, and the organisation the numbers that decide the route
 * (Provisions of 2024, Arts. 5, 7, 8).
 *
 * Persons in a scenario that is validly exempt are left out before comparing, and so are those that
 * we only export for somebody else. One person in two shares cannot be told from two, so a sum of
 * shares is only an upper bound.
 */
export function addExportFacts(transfers: readonly Transfer[], views: PrivacyViews): void {
  for (const transfer of transfers) {
    const claimed = transfer['exemption'];
    if (typeof claimed !== 'string' || claimed === 'none') continue;
    addFact(transfer, 'claim', exemptionOf(claimed, transfer, views));
  }
  const counted = transfers.filter((each) => isExport(each));
  for (const transfer of transfers) {
    addFact(transfer, 'exported', counted.includes(transfer));
    addFact(transfer, 'keptAbroad', keptAbroad(transfer, views));
  }
  const { organization } = views;
  if (organization === undefined) return;
  const persons = {
    general: personsOf('general', counted, organization),
    sensitive: personsOf('sensitive', counted, organization),
  };
  addFact(organization, 'exportPersons', persons);
  const adding = counted.filter((transfer) => scenarioOf(transfer) !== 'exempt');
  for (const transfer of counted) addRouteFacts(transfer, adding, persons, organization);
}

/**
 * A share out of the mainland that we answer for. What a foreign court or agency asks for has rules
 * of its own (PIPL Art. 41).
 */
function isExport({ kind, leavesChina, ourRole, recipient }: Transfer): boolean {
  const toAuthority = listOf(recipient?.['role']).includes('authority');
  return kind === 'share' && leavesChina === true && ourRole !== 'processor' && !toAuthority;
}

/** What a system abroad stores of items that no system in the mainland stores as well. */
function keptAbroad({ kind, via, items }: Transfer, views: PrivacyViews): readonly PlainMap[] {
  const place = kind === 'system' ? views.find('systems', via) : undefined;
  if (place === undefined || isOutside(place['country'], 'CN', '').is !== true) return [];
  const domestic = items.filter((item) => concerns(item, 'CN', views).is !== false);
  return domestic.filter((item) => {
    const stores = views.list('systems').filter(({ stored }) => listOf(stored).includes(item));
    const isAbroad = stores.every(({ country }) => isOutside(country, 'CN', '').is === true);
    return stores.includes(place) && isAbroad;
  });
}

function personsOf(
  kind: 'general' | 'sensitive',
  transfers: readonly Transfer[],
  organization: PlainMap,
): ExportPersons {
  const stated = mapAt(organization, 'exports')?.[kind];
  const numbers = (some: readonly Transfer[]): readonly number[] =>
    some.flatMap((transfer) => {
      const count = mapAt(transfer, 'personsYtd')?.[kind];
      return typeof count === 'number' ? [count] : [];
    });
  const sure = transfers.filter((each) => scenarioOf(each) === undefined);
  const single = Math.max(0, ...numbers(sure));
  if (typeof stated === 'number') {
    const total = Math.max(stated, single);
    return { certain: total, possible: total, stated: true };
  }
  const open = transfers.filter((each) => scenarioOf(each) !== 'exempt');
  const sum = numbers(open).reduce((total, count) => total + count, 0);
  return { certain: single, possible: sum, stated: false };
}

/** Whether a scenario exempts a transfer; nothing where none is claimed or it does not fit. */
function scenarioOf(transfer: Transfer): 'exempt' | 'open' | undefined {
  const { claim } = transfer;
  const word = transfer['exemption'];
  if (!isMap(claim) || typeof word !== 'string' || !scenarios.has(word)) return undefined;
  if (claim['flaw'] !== undefined) return undefined;
  return listOf(claim['undeclared']).length === 0 ? 'exempt' : 'open';
}
