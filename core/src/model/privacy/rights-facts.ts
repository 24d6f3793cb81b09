import { addFact, mapAt, type PlainMap } from '../plain.ts';
import { legalClockOf, type LegalClock } from './legal-clock.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** The clock of an answer to a person, which the law lets run from the day the request comes in. */
export interface RightsClock extends LegalClock {
  /** Whether it starts later than the request is received; absent where nobody can tell. */
  readonly startsLate?: boolean;
}

/** Limits that stand next to `within` in an entry of their own, and the facts they become. */
const bare = [
  ['refusal', 'refusalClock'],
  ['accountCancellation', 'cancellationClock'],
  ['optOut', 'optOutClock'],
] as const;

/**
 * Gives the rights under each regime their clocks: `responseClock`, `acknowledgementClock`,
 * `refusalClock`, `cancellationClock` and `optOutClock`; each absent where its entry is not
 * declared as a map.
 */
export function addRightsFacts(organization: PlainMap, views: PrivacyViews): void {
  const rights = mapAt(organization, 'rights') ?? {};
  for (const regime of ['cn', 'eu', 'us_ca']) {
    const handling = mapAt(rights, regime);
    if (handling !== undefined) addClocks(handling, views);
  }
}

function addClocks(handling: PlainMap, views: PrivacyViews): void {
  const answers = [
    ['respond', 'responseClock'],
    ['acknowledge', 'acknowledgementClock'],
  ] as const;
  for (const [key, fact] of answers) {
    const entry = mapAt(handling, key);
    if (entry !== undefined) addFact(handling, fact, rightsClockOf(entry, views));
  }
  for (const [key, fact] of bare) {
    const entry = mapAt(handling, key);
    if (entry !== undefined) addFact(handling, fact, legalClockOf(entry, views));
  }
}

function rightsClockOf(entry: PlainMap, views: PrivacyViews): RightsClock {
  const clock = legalClockOf(entry, views);
  const startsLate = clock.start === undefined ? undefined : isLate(clock.start, views);
  return startsLate === undefined ? clock : { ...clock, startsLate };
}

/**
 * Whether an event comes after the receipt of the request. The first step of a flow starts with it;
 * whether its completion still is the receipt cannot be told.
 */
function isLate(start: string, views: PrivacyViews): boolean | undefined {
  if (start === 'request.received' || start === 'case.created') return false;
  if (start === 'identity.verified' || start === 'case.closed') return true;
  const dot = start.lastIndexOf('.');
  const step = start.slice(0, dot);
  if (views.find('steps', step) === undefined) return undefined;
  if (step !== views.start) return true;
  return start.slice(dot + 1) === 'started' ? false : undefined;
}
