import { addFact, listOf, type PlainMap } from '../plain.ts';
import { anyOf, roleFor, type PrivacyViews } from './privacy-views.ts';

/** Of each share: whether it is about persons, in which role we make it, whether it is the first. */
export function addShareFacts(views: PrivacyViews): void {
  const met = new Set<string>();
  for (const share of views.list('shares')) {
    const items = listOf(share['data']).map((id) => views.find('data', id)?.['personal']);
    const personal = items.length === 0 ? undefined : anyOf(items);
    const ourRole = roleFor(views.find('purposes', share['purpose']), views);
    addFact(share, 'personal', personal);
    addFact(share, 'ourRole', ourRole);
    const relation = `${String(share['with'])}\n${String(ourRole)}`;
    addFact(share, 'firstToRecipient', personal !== false && !met.has(relation));
    if (personal !== false) met.add(relation);
  }
}

/** What a recipient is to us in law, and whether it gets personal data from us at all. */
export function addRecipientFacts(recipient: PlainMap, views: PrivacyViews): void {
  const shares = views.list('shares').filter((share) => share['with'] === recipient['id']);
  const stated = recipient['personalData'];
  const shared = shares.length === 0 ? undefined : anyOf(shares.map(({ personal }) => personal));
  const roles = shares.map(({ ourRole }) => ourRole);
  addFact(recipient, 'shared', shares);
  addFact(recipient, 'actsAs', actingRoles(recipient));
  addFact(recipient, 'getsPersonalData', typeof stated === 'boolean' ? stated : shared);
  addFact(recipient, 'ourRole', roles.length === 0 ? roleFor(undefined, views) : graverRole(roles));
}

/** The one of several roles that owes more: who decides even once is not only a processor. */
export function graverRole(roles: readonly unknown[]): unknown {
  return roles.find((role) => role === 'controller' || role === 'joint') ?? roles[0];
}

/** Roles that end where a recipient uses the data for itself, as it then decides on its own. */
const actsForOthers: ReadonlySet<unknown> = new Set(['processor', 'sub_processor']);

/**
 * The roles a recipient really has: one that is declared only to process for others, yet uses the
 * data for purposes of its own or trains models with them, is a controller of those data.
 */
function actingRoles({ role, ownPurposes, training }: PlainMap): readonly unknown[] {
  const declared = listOf(role);
  const ownUse = training === true || listOf(ownPurposes).some((use) => use !== 'none');
  const serves = declared.every((each) => actsForOthers.has(each));
  return ownUse && serves && declared.length > 0 ? ['controller'] : declared;
}
