import { addFact, isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { anyOf, type PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';

/**
 * Writes onto data whose they are and what they are under the CCPA:
 *
 * - `californian`: whether the persons can be in California; absent where nobody declared where
 *   they are and the organisation is in touch with California. Steps have it as well.
 * - `underCcpa`: see `addCaliforniaFacts`.
 * - `californiaSensitivity`: whether they are sensitive personal information (§1798.140(ae)).
 * - `under16`, `under13`: whether some of the persons are below that age; absent: nobody can tell.
 * - `under16Known`: whether the organisation can tell who is; absent: nobody declared it.
 */
export function addCaliforniaPersons(views: PrivacyViews, isBusiness: boolean): void {
  const reached = reachesCalifornia(views.organization);
  for (const item of views.list('data')) {
    const subject = views.find('subjects', item['subject']);
    const here = isCalifornian(subject, reached);
    addFact(item, 'californian', here);
    const concerned = item['personal'] !== false && here !== false;
    addFact(item, 'underCcpa', isBusiness && concerned && !isTakenOut(item, views));
    addFact(item, 'californiaSensitivity', sensitivityOf(item));
    addAges(item, subject, views);
  }
  for (const step of views.list('steps')) {
    const used = views.uses.filter(({ step: id }) => id === step['id']);
    const ids = new Set<unknown>([...used.map(({ item }) => item), step['recording']]);
    const answers = views
      .list('data')
      .filter(({ id, personal }) => ids.has(id) && personal !== false);
    const here = anyOf(answers.map(({ californian }) => californian));
    addFact(step, 'californian', answers.length > 0 ? here : isCalifornian(undefined, reached));
  }
}

const california = 'US-CA';

function reachesCalifornia(organization: PlainMap | undefined): boolean {
  if (organization === undefined) return false;
  const places = [...listOf(organization['establishments']), ...listOf(organization['markets'])];
  const does = mapAt(organization, 'california')?.['doesBusiness'];
  return does === true || places.some((place) => overlap(String(place), california));
}

function isCalifornian(subject: PlainMap | undefined, reached: boolean): boolean | undefined {
  const regions = subject?.['regions'];
  if (regions === undefined) return reached ? undefined : false;
  return listOf(regions).some((region) => overlap(String(region), california));
}

/** Categories that GLBA or HIPAA take out where the organisation offers such a service. */
const takenOut: ReadonlyMap<string, readonly string[]> = new Map([
  ['finance', ['financial', 'credit']],
  ['insurance', ['financial', 'credit', 'claim']],
  ['health', ['health', 'genetic', 'disability']],
]);

function isTakenOut(item: PlainMap, { organization }: PrivacyViews): boolean {
  const kinds = listOf(organization && mapAt(organization, 'service')?.['kinds']).map(String);
  const [parent] = (stringAt(item, 'category') ?? '').split('.', 1);
  return kinds.some((kind) => takenOut.get(kind)?.includes(parent ?? '') === true);
}

/**
 * `likely` where only more facts make a category sensitive: an account number with its code, a
 * nationality that shows immigration status, a location within 1,850 feet.
 */
type CaliforniaSensitivity = 'yes' | 'likely' | 'no';

/**
 * By §1798.140(ae). What people write to the business itself is not in it, nor are card numbers
 * without a code, credit reports, or, unlike in China, a criminal record.
 */
const byCategory: ReadonlyMap<string, CaliforniaSensitivity> = new Map([
  ['identity.nationality', 'likely'],
  ['gov_id', 'yes'],
  ['account.credentials', 'yes'],
  ['biometric', 'yes'],
  ['genetic', 'yes'],
  ['health', 'yes'],
  ['disability', 'yes'],
  ['religion', 'yes'],
  ['philosophical_belief', 'yes'],
  ['ethnicity_race', 'yes'],
  ['union_membership', 'yes'],
  ['sex_life_orientation', 'yes'],
  ['financial.account', 'likely'],
  ['financial.card', 'likely'],
  ['location.precise_track', 'likely'],
  ['vehicle.plate_track', 'likely'],
  ['minor', 'likely'],
]);

function sensitivityOf(item: PlainMap): CaliforniaSensitivity | undefined {
  if (item['personal'] === false) return 'no';
  const stated = item['ccpaSpi'];
  if (typeof stated === 'boolean' && item['reason'] !== undefined) return stated ? 'yes' : 'no';
  const category = stringAt(item, 'category');
  if (category === undefined) return undefined;
  const [parent = category] = category.split('.', 1);
  return byCategory.get(category) ?? byCategory.get(parent) ?? 'no';
}

function addAges(item: PlainMap, subject: PlainMap | undefined, views: PrivacyViews): void {
  const under16 = isBelow(16, item, subject, views);
  if (under16 === undefined) return;
  addFact(item, 'under16', under16);
  addFact(item, 'under13', isBelow(13, item, subject, views));
  addFact(item, 'under16Known', isAgeKnown(item, subject, views));
}

const grown: ReadonlySet<unknown> = new Set([
  'guardian',
  'elderly',
  'employee',
  'employee_agent',
  'vendor_agent',
  'applicant',
  'b2b_contact',
]);

function isBelow(
  age: number,
  item: PlainMap,
  subject: PlainMap | undefined,
  views: PrivacyViews,
): boolean | undefined {
  const { min, max } = (subject && mapAt(subject, 'ages')) ?? {};
  const gate = subject && mapAt(subject, 'ageGate')?.['minimum'];
  const youngest = typeof min === 'number' ? min : gate;
  if (typeof youngest === 'number') return youngest < age;
  if (typeof max === 'number' && max < age) return true;
  if (isAboutChildren(item) || subject?.['type'] === 'child') return true;
  if (grown.has(subject?.['type'])) return false;
  return audienceOf(views) === 'children' ? true : undefined;
}

function isAgeKnown(
  item: PlainMap,
  subject: PlainMap | undefined,
  views: PrivacyViews,
): boolean | undefined {
  const max = subject && mapAt(subject, 'ages')?.['max'];
  if (isAboutChildren(item) || subject?.['type'] === 'child') return true;
  if (typeof max === 'number' && max < 16) return true;
  if (audienceOf(views) === 'children') return true;
  const asked = views.list('data').some(({ subject: whose, category }) => {
    return category === 'identity.dob_age' && whose === subject?.['id'];
  });
  const gate = subject?.['ageGate'];
  if (asked || isMap(gate) || gate === true) return true;
  return gate === undefined ? undefined : false;
}

function isAboutChildren({ category }: PlainMap): boolean {
  return category === 'minor' || String(category).startsWith('minor.');
}

function audienceOf({ organization }: PrivacyViews): unknown {
  return organization && mapAt(organization, 'service')?.['audience'];
}
