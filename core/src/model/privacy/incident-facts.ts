import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import { legalClockOf } from './legal-clock.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * Gives `clock` to each limit of incident handling beside the notice to the authority: to the
 * notice to individuals, the tiers and the final report under each regime, to what we owe the
 * controller we work for, and to what the contract makes each recipient owe us.
 */
export function addIncidentFacts(organization: PlainMap, views: PrivacyViews): void {
  const breach = mapAt(organization, 'breach') ?? {};
  const handlings = ['cn', 'eu', 'us_ca']
    .map((regime) => mapAt(breach, regime))
    .filter((handling) => handling !== undefined);
  const entries = [
    breach['principal'],
    ...handlings.flatMap(({ individuals, tiers, finalReport }) => [
      individuals,
      finalReport,
      ...listOf(tiers),
    ]),
    ...views.list('recipients').map(({ contract }) => isMap(contract) && contract['breachNotice']),
  ];
  for (const entry of entries) {
    if (isMap(entry)) addFact(entry, 'clock', legalClockOf(entry, views));
  }
}
