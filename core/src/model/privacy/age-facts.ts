import { addFact, isMap, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { isPersonal } from './data-uses.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** Whether some of the persons are below an age; a key is absent where nobody can tell. */
export interface AgeBands {
  /** Some are under 14 (PIPL Art. 31: 14 itself is out). */
  readonly under14?: boolean;
  /** Some are minors: under 18 (未成年人保护法 Art. 2: 18 itself is out). */
  readonly minor?: boolean;
}

/**
 * Writes `under14` and `minor` onto every subject and every data item: true, false, or absent where
 * nobody can tell. An item takes them from its subject; one about children by its category has both.
 *
 * `minorsKnown` says of an item about minors whether the organisation can tell that they are minors:
 * all of them are, or their age is asked. Practice judges those whom nobody can recognise more mildly.
 */
export function addAgeFacts(views: PrivacyViews): void {
  const audience = audienceOf(views.organization);
  for (const subject of views.list('subjects')) writeBands(subject, ageBandsOf(subject, audience));
  for (const item of views.list('data')) {
    const subject = views.find('subjects', item['subject']);
    writeBands(item, bandsOfItem(item, subject, audience));
    if (item['minor'] !== true) continue;
    const known = minorsKnown(item, subject, audience, views);
    if (known !== undefined) addFact(item, 'minorsKnown', known);
  }
}

function minorsKnown(
  item: PlainMap,
  subject: PlainMap | undefined,
  audience: string | undefined,
  views: PrivacyViews,
): boolean | undefined {
  if (isAboutChildren(item) || subject === undefined) return true;
  const { max } = mapAt(subject, 'ages') ?? {};
  if (typeof max === 'number' ? max < 18 : youngestOf(subject) === undefined) return true;
  if (audience === 'children' || audience === 'minors') return true;
  const asked = views.list('data').some(({ subject: whose, category }) => {
    return whose === subject['id'] && category === 'identity.dob_age';
  });
  const gate = subject['ageGate'];
  if (asked) return true;
  return gate === undefined ? undefined : gate !== false && gate !== 'none';
}

/**
 * The bands of a group of persons. Declared ages come first, then the age its gate lets in, then
 * its type, then whom the service is made for: a range that reaches below an age has such persons,
 * as has a service for children that declares no ages.
 */
export function ageBandsOf(subject: PlainMap, audience: string | undefined): AgeBands {
  const youngest = youngestOf(subject);
  if (youngest !== undefined) return { under14: youngest < 14, minor: youngest < 18 };
  const { max } = mapAt(subject, 'ages') ?? {};
  if (typeof max === 'number' && max < 14) return { under14: true, minor: true };
  const byType = bandsByType.get(stringAt(subject, 'type') ?? '');
  // Nobody declared the lower end, but whoever is at most 17 is a minor.
  const certain: AgeBands = typeof max === 'number' && max < 18 ? { minor: true } : {};
  return { ...(byType ?? bandsByAudience.get(audience ?? '')), ...certain };
}

/** The lowest age that is declared: of the persons themselves, else the one their gate lets in. */
function youngestOf(subject: PlainMap): number | undefined {
  const { min } = mapAt(subject, 'ages') ?? {};
  if (typeof min === 'number') return min;
  const { minimum } = mapAt(subject, 'ageGate') ?? {};
  return typeof minimum === 'number' ? minimum : undefined;
}

const adults: AgeBands = { under14: false, minor: false };
const children: AgeBands = { under14: true, minor: true };
/** From 16 one may be employed (劳动法 Art. 15), so that some may be minors. */
const working: AgeBands = { under14: false };

/** Types that tell an age. Nobody can tell the age of a customer, a patient or a visitor by the type. */
const bandsByType: ReadonlyMap<string, AgeBands> = new Map([
  ['child', children],
  ['guardian', adults],
  ['elderly', adults],
  ['employee', working],
  ['employee_agent', working],
  ['vendor_agent', working],
  ['applicant', working],
  ['b2b_contact', working],
  ['deceased', adults],
  ['third_party_mentioned', {}],
]);

/** The ages that a service is made for, where its persons declare none. */
const bandsByAudience: ReadonlyMap<string, AgeBands> = new Map([
  ['children', children],
  ['minors', { minor: true }],
  ['adults', adults],
  ['guardians', adults],
  ['employees', working],
  ['business', working],
]);

function audienceOf(organization: PlainMap | undefined): string | undefined {
  const service = organization && mapAt(organization, 'service');
  return service && stringAt(service, 'audience');
}

function bandsOfItem(
  item: PlainMap,
  subject: PlainMap | undefined,
  audience: string | undefined,
): AgeBands {
  if (isPersonal(item) === false) return adults;
  if (isAboutChildren(item)) return children;
  return isMap(subject) ? ageBandsOf(subject, audience) : {};
}

function isAboutChildren(item: PlainMap): boolean {
  const category = stringAt(item, 'category') ?? '';
  return category === 'minor' || category.startsWith('minor.');
}

function writeBands(target: PlainMap, { under14, minor }: AgeBands): void {
  if (under14 !== undefined) addFact(target, 'under14', under14);
  if (minor !== undefined) addFact(target, 'minor', minor);
}
