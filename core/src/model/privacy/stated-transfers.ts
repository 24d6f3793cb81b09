import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import type { Draft, Transfer } from './transfer.ts';
import { answer, every, isOutside, isSeatedIn, no, unknown } from './transfer-places.ts';

/** Transfers that steps state: what they share, and what they receive. */
export function statedTransfers(views: PrivacyViews): readonly Draft[] {
  return [
    ...views.list('shares').flatMap((share) => draftOfShare(share, views)),
    ...views.list('steps').flatMap((step) => draftsOfReceipts(step, views)),
  ];
}

/** A share to anybody but the public: what is published goes to nobody in particular. */
function draftOfShare(share: PlainMap, views: PrivacyViews): readonly Draft[] {
  const recipient = views.find('recipients', share['with']);
  const roles = listOf(recipient?.['role']);
  const goesNowhere = share['network'] === 'on_device' || recipient?.['personalData'] === false;
  if (recipient === undefined || goesNowhere) return [];
  if (roles.length > 0 && roles.every((role) => role === 'public')) return [];
  const step = String(share['step']);
  const to = stringAt(recipient, 'country');
  const path = `recipients.${String(recipient['id'])}.country`;
  const collects = share['mode'] === 'direct_collection';
  return [
    {
      kind: 'share',
      step,
      mode: modeOf(share),
      purpose: stringAt(share, 'purpose'),
      recipient,
      items: itemsNamed(share['data'], views),
      abroad: {
        CN: every([isOutside(to, 'CN', path), answer(collects || startsInChina(step, views))]),
        // What persons give to the recipient themselves is no transfer of ours (EDPB 05/2021).
        EEA: collects ? no : isOutside(to, 'EEA', path),
      },
      to: { CN: to, EEA: to },
      share,
      ourRole: stringAt(share, 'ourRole'),
      container: share,
    },
  ];
}

function modeOf({ mode }: PlainMap): Transfer['mode'] {
  return mode === 'remote_access' || mode === 'direct_collection' ? mode : 'send';
}

function itemsNamed(names: unknown, views: PrivacyViews): readonly PlainMap[] {
  const ids = new Set(listOf(names));
  return views.list('data').filter(({ id }) => ids.has(id));
}

/** Data are in the mainland where we have a seat there, or where the step uses a system there. */
function startsInChina(step: string, views: PrivacyViews): boolean {
  if (isSeatedIn(views.organization, 'CN') !== false) return true;
  return listOf(views.find('steps', step)?.['systems']).some((id) => {
    const country = views.find('systems', id)?.['country'];
    return isOutside(country, 'CN', '').is === false;
  });
}

/** What we get from the EEA while we are outside. The exporter owes the tool, we know of it. */
function draftsOfReceipts(step: PlainMap, views: PrivacyViews): readonly Draft[] {
  const establishments = views.organization?.['establishments'];
  const receipts = listOf(step['receives']).filter(isMap);
  return receipts.flatMap((share): readonly Draft[] => {
    const id = share['from'];
    const principal = views.find('principals', id);
    const giver = principal ?? views.find('recipients', id);
    if (giver === undefined || establishments === undefined) return [];
    const kind = principal === undefined ? 'recipients' : 'principals';
    const from = isOutside(giver['country'], 'EEA', `${kind}.${String(id)}.country`);
    const left = from.is === undefined ? unknown(...from.undeclared) : answer(!from.is);
    const seat = listOf(establishments).map(String)[0];
    const here = answer(isSeatedIn(views.organization, 'EEA') === false);
    return [
      {
        kind: 'receipt',
        step: String(step['id']),
        mode: modeOf(share),
        purpose: stringAt(share, 'purpose') ?? stringAt(step, 'purpose'),
        recipient: giver,
        items: itemsNamed(share['data'], views),
        abroad: { CN: no, EEA: every([here, left]) },
        to: { CN: undefined, EEA: seat },
        share,
        ourRole: stringAt(step, 'ourRole'),
        container: share,
      },
    ];
  });
}
