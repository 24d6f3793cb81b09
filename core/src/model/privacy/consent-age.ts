import { addFact, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';

/** The age of Art. 8(1) GDPR where a state has set none, or where only the Union as such is named. */
const standardAge = 16;

/**
 * The age from which a child's own consent counts in an information society service, where the
 * state has lowered it (Art. 8(1)). National law, not checked against its text.
 */
const loweredAges: ReadonlyMap<string, number> = new Map(
  [
    [13, 'BE EE FI IS LV MT NO PT SE'],
    [14, 'AT BG CY ES IT LT'],
    [15, 'CZ DK FR GR SI'],
  ].flatMap(([age, codes]) =>
    String(codes)
      .split(' ')
      .map((code) => [code, Number(age)] as const),
  ),
);

const lowestAge = 13;

/**
 * Writes onto each subject `consentAge`, the highest age that a declared region of the EEA asks for,
 * and `belowConsentAge`: whether some of the persons are younger; absent where nobody can tell.
 */
export function addConsentAges(views: PrivacyViews): void {
  for (const subject of views.list('subjects')) {
    const age = consentAgeOf(subject);
    addFact(subject, 'consentAge', age);
    addFact(subject, 'belowConsentAge', isBelow(subject, age));
  }
}

/** Nothing where no region of the EEA is declared. */
function consentAgeOf({ regions }: PlainMap): number | undefined {
  const ages = listOf(regions)
    .map(String)
    .filter((region) => overlap(region, 'EEA'))
    .map((region) => loweredAges.get(region.split('-', 1)[0] ?? region) ?? standardAge);
  return ages.length === 0 ? undefined : Math.max(...ages);
}

/** Without a region, only who is below every state's age is below it, and only from 16 nobody is. */
function isBelow(subject: PlainMap, age: number | undefined): boolean | undefined {
  const { min, max } = mapAt(subject, 'ages') ?? {};
  const { minimum } = mapAt(subject, 'ageGate') ?? {};
  const youngest = typeof min === 'number' ? min : minimum;
  if (typeof youngest === 'number') {
    if (youngest < (age ?? lowestAge)) return true;
    return youngest >= (age ?? standardAge) ? false : undefined;
  }
  if (typeof max === 'number' && max < (age ?? lowestAge)) return true;
  // Without ages, a child is who is one where it lives; employees are no users of such a service.
  if (subject['under14'] === true) return true;
  return subject['minor'] === false || isAtWork(subject) ? false : undefined;
}

const atWork: ReadonlySet<unknown> = new Set([
  'employee',
  'employee_agent',
  'vendor_agent',
  'applicant',
  'b2b_contact',
]);

function isAtWork({ type }: PlainMap): boolean {
  return atWork.has(type);
}
