import { addConsentWays } from './consent-ways.ts';
import type { FindNotices } from './notice-facts.ts';
import { addNoticeWays } from './notice-ways.ts';
import { listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * Writes what only the paths of a process show:
 *
 * - `noticeWay` of a collection, where its purpose has a notice that the flow shows. The collection
 *   that `chineseNotice` or `europeanNotice` speaks of has none, nor have those that are reached past
 *   the notice only behind it: they are judged there already.
 * - `consentWay` of the first use in a step of what rests on a consent, where the flow asks for it;
 *   absent where a consent may have been given outside the flow or no branch says which answer it
 *   is for.
 * - `stillUses` of an arrow for those who refuse: the uses they meet all the same.
 */
export function addPathFacts(views: PrivacyViews, find: FindNotices): void {
  const judged = new Set<string>();
  for (const purpose of views.list('purposes')) {
    if (purpose['processesPersonalData'] === false || purpose['ourRole'] === 'processor') continue;
    const uses = views.uses.filter(
      ({ purpose: id, personal }) => id === purpose['id'] && personal !== false,
    );
    addNoticeWays(purpose, uses, views, find);
    if (restsOnConsent(purpose, views)) addConsentWays(purpose, uses, judged, views);
  }
}

function restsOnConsent(purpose: PlainMap, { organization }: PrivacyViews): boolean {
  const applying = mapAt(organization ?? {}, 'regimes') ?? {};
  const european = [...listOf(purpose['europeanBases']), ...listOf(purpose['europeanExceptions'])];
  return (
    (applying['cn'] === true && purpose['chineseBasis'] === 'consent') ||
    (applying['eu'] === true && european.includes('a'))
  );
}
