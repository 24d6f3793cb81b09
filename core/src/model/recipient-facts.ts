import { addFact, listOf, type PlainMap } from './plain.ts';
import { anyOf, roleFor, type PrivacyViews } from './privacy-views.ts';

/** Of each share, whether it is about persons, in which role we make it, and which one comes first. */
export function addShareFacts(views: PrivacyViews): void {
  const met = new Set<unknown>();
  for (const share of views.list('shares')) {
    const purpose = views.find('purposes', share['purpose']);
    const items = listOf(share['data']).map((id) => views.find('data', id)?.['personal']);
    const personal = items.length === 0 ? undefined : anyOf(items);
    addFact(share, 'personal', personal);
    addFact(share, 'ourRole', roleFor(purpose, views));
    addFact(share, 'firstToRecipient', personal !== false && !met.has(share['with']));
    if (personal !== false) met.add(share['with']);
  }
}

/** What a recipient is to us in law, and whether it gets personal data from us at all. */
export function addRecipientFacts(recipient: PlainMap, views: PrivacyViews): void {
  const shares = views.list('shares').filter((share) => share['with'] === recipient['id']);
  addFact(recipient, 'actsAs', actingRoles(recipient));
  const stated = recipient['personalData'];
  const shared = shares.length === 0 ? undefined : anyOf(shares.map(({ personal }) => personal));
  addFact(recipient, 'getsPersonalData', typeof stated === 'boolean' ? stated : shared);
  const roles =
    shares.length === 0 ? [roleFor(undefined, views)] : shares.map(({ ourRole }) => ourRole);
  addFact(
    recipient,
    'ourRoles',
    [...new Set(roles)].filter((role) => role !== undefined),
  );
}

/** Roles that end where a recipient uses the data for itself, as it then decides on its own. */
const actsForOthers: ReadonlySet<unknown> = new Set(['processor', 'sub_processor']);

/**
 * The roles a recipient really has: one that is declared to process for others but uses the data for
 * purposes of its own, or trains models with them, is a controller of those data.
 */
function actingRoles({ role, ownPurposes, training }: PlainMap): readonly unknown[] {
  const declared = listOf(role);
  const ownUse = training === true || listOf(ownPurposes).some((use) => use !== 'none');
  if (!ownUse) return declared;
  return [...new Set(declared.map((each) => (actsForOthers.has(each) ? 'controller' : each)))];
}
