import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * Writes onto recipients `underCcpa`, whether they get data that the CCPA protects, and `soldTo`:
 * whether personal information is sold to them or shared for advertising (§1798.140(ad), (ah));
 * absent where nobody can tell.
 */
export function addCaliforniaTrade(views: PrivacyViews, isBusiness: boolean): void {
  for (const recipient of views.list('recipients')) {
    const shares = listOf(recipient['shared']).filter(isMap);
    const gets = shares.length === 0 || shares.some(({ underCcpa }) => underCcpa === true);
    addFact(recipient, 'underCcpa', isBusiness && recipient['getsPersonalData'] !== false && gets);
    addFact(recipient, 'soldTo', isSoldTo(recipient, shares, views));
  }
}

/** What makes a vendor a service provider instead of a third party (§1798.140(ag)). */
const providerTerms = ['limited_purposes', 'no_sale', 'no_combining'];

const tradeless: ReadonlySet<unknown> = new Set(['authority', 'public', 'principal']);

/**
 * What is declared comes first. A purpose of sale says it as well; an advertising vendor is a third
 * party unless its contract has the terms of a service provider. To a vendor that only works for us
 * nothing is sold; of somebody else who decides on its own nobody can tell.
 */
function isSoldTo(
  recipient: PlainMap,
  shares: readonly PlainMap[],
  views: PrivacyViews,
): boolean | undefined {
  const { sale, share } = mapAt(recipient, 'ccpa') ?? {};
  if (sale === true || share === true) return true;
  const purposes = shares.flatMap(({ purpose }) =>
    listOf(views.find('purposes', purpose)?.['category']),
  );
  if (purposes.includes('data.sale')) return true;
  if (sale === false && share === false) return false;
  const roles = listOf(recipient['actsAs']);
  if (roles.some((role) => tradeless.has(role))) return false;
  const serves =
    roles.length > 0 && roles.every((role) => role === 'processor' || role === 'sub_processor');
  if (!serves) return undefined;
  return purposes.includes('marketing.ads') ? lacksTerms(recipient['contract']) : false;
}

function lacksTerms(contract: unknown): boolean | undefined {
  if (contract === undefined) return undefined;
  if (!isMap(contract) || Object.keys(contract).length === 0) return true;
  const { terms } = contract;
  return terms === undefined
    ? undefined
    : providerTerms.some((term) => !listOf(terms).includes(term));
}
