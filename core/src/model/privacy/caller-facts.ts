import { addFact, isMap, listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';

/** Where the persons of a recorded conversation are. */
interface Callers {
  /** Whether some of them can be in the EEA; absent where nobody declared where they are. */
  readonly european?: boolean;
  /** Whether some of them are declared to be where a recording takes the consent of all parties. */
  readonly allParties: boolean;
}

/** Germany and Austria make the consent of all parties a matter of criminal law. */
const allParties = ['DE', 'AT'];

/**
 * Writes `callers` onto every step that records: the persons of the data that the step uses, of the
 * recording and of its purpose.
 */
export function addCallerFacts(views: PrivacyViews): void {
  for (const step of views.list('steps')) {
    const { recording } = step;
    if (recording === undefined || recording === false) continue;
    addFact(step, 'callers', callersOf(step, views));
  }
}

function callersOf(step: PlainMap, views: PrivacyViews): Callers {
  const used = views.uses.filter(({ step: id }) => id === step['id']).map(({ item }) => item);
  const ids = new Set<unknown>([...used, step['recording']]);
  const purpose = views.find('purposes', step['purpose']);
  const items = [
    ...views.list('data').filter(({ id }) => ids.has(id)),
    ...listOf(purpose?.['items']).filter(isMap),
  ].filter(({ personal }) => personal !== false);
  const regions = items.map((item) => views.find('subjects', item['subject'])?.['regions']);
  const places = regions.flatMap((each) => listOf(each).map(String));
  const reach = (region: string): boolean => places.some((place) => overlap(place, region));
  const open = items.length === 0 || regions.includes(undefined);
  const answer = { allParties: allParties.some((state) => places.includes(state)) };
  if (reach('EEA')) return { ...answer, european: true };
  return open ? answer : { ...answer, european: false };
}
