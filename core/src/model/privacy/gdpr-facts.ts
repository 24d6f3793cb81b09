import { addConsentAges } from './consent-age.ts';
import { addEuropeanNotices } from './gdpr-notices.ts';
import { addEuropeanSensitivity } from './gdpr-sensitivity.ts';
import { legalClockOf } from './legal-clock.ts';
import type { FindNotices } from './notice-facts.ts';
import { addFact, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** What the rules of the GDPR read of data, persons, purposes and requests. */
export function addGdprFacts(views: PrivacyViews, find: FindNotices): void {
  addEuropeanSensitivity(views);
  addConsentAges(views);
  for (const purpose of views.list('purposes')) {
    addFact(purpose, 'europeanExceptions', exceptionsIn(purpose));
  }
  addEuropeanNotices(views, find);
  const rights = views.organization && mapAt(views.organization, 'rights');
  // California counts the days of an extension in the same way.
  for (const regime of ['eu', 'us_ca']) {
    const extension = rights && mapAt(mapAt(rights, regime) ?? {}, 'extension');
    if (extension !== undefined) addExtensionDays(extension, views);
  }
}

/** Art. 9(2) GDPR with its letter: `9.2.a`, `eu.9.2.a`, `Art. 9(2)(a)`, `第9条第2款a项`. */
const exception =
  /(?<!\d)9\s*(?:[.(（]|条第)\s*2\s*(?:[)）]|款第?)?\s*[.(（]?\s*(?:lit\.?\s*)?([a-j])(?![a-z])/gi;

function exceptionsIn(purpose: PlainMap): readonly string[] {
  const stated = stringAt(mapAt(purpose, 'basis') ?? {}, 'eu9') ?? '';
  const letters = [...stated.matchAll(exception)].map(([, letter = '']) => letter.toLowerCase());
  return [...new Set(letters)];
}

/** Calendar days of an extension: `maxDays` in all, `byDays` added, `noticeDays` until it is told. */
function addExtensionDays(extension: PlainMap, views: PrivacyViews): void {
  const limits = [
    ['max', 'maxDays'],
    ['by', 'byDays'],
    ['noticeWithin', 'noticeDays'],
  ] as const;
  for (const [key, fact] of limits) {
    addFact(extension, fact, legalClockOf({ within: extension[key] }, views).days);
  }
}
