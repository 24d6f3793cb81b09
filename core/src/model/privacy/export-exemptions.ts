import { listOf, mapAt } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';
import type { Transfer } from './transfer.ts';

/** Why a claimed exemption does not fit its facts. */
export type ExemptionFlaw =
  | 'important_data'
  | 'purpose'
  | 'no_party'
  | 'no_staff'
  | 'no_labour_rules'
  | 'routine'
  | 'domestic'
  | 'personal';

/** A claimed exemption as far as it does not depend on numbers. */
export interface Exemption {
  readonly flaw?: ExemptionFlaw;
  /** Paths of what would tell, where nothing speaks against it yet. */
  readonly undeclared: readonly string[];
}

/** Purposes that serve ourselves or the group, and no contract of the person. */
const ownEnds =
  /^(?:group\.|analytics|marketing\.|service\.improvement|personalisation|ai\.training|quality\.|hr\.|recruitment|data\.sale|public\.disclosure)/;

const staff: ReadonlySet<unknown> = new Set(['employee', 'employee_agent']);

/** Judges what a share claims; `under_100k`, legal duties and free-trade zones are left to others. */
export function exemptionOf(claimed: string, transfer: Transfer, views: PrivacyViews): Exemption {
  if (transfer.importantData) return { flaw: 'important_data', undeclared: [] };
  const judges: Readonly<Record<string, () => Exemption>> = {
    contract: () => ofContract(transfer, views),
    hr: () => ofStaff(transfer, views),
    emergency: () => ofEmergency(transfer),
    transit: () => ofTransit(transfer, views),
    no_pi: () => ofNobody(transfer),
  };
  return judges[claimed]?.() ?? { undeclared: [] };
}

function ofContract({ purpose, items }: Transfer, views: PrivacyViews): Exemption {
  const declared = views.find('purposes', purpose);
  const categories = listOf(declared?.['category']).map(String);
  if (categories.some((category) => ownEnds.test(category))) {
    return { flaw: 'purpose', undeclared: [] };
  }
  const subjects = items.map(({ subject }) => views.find('subjects', subject));
  if (subjects.some((subject) => subject?.['contractParty'] === false)) {
    return { flaw: 'no_party', undeclared: [] };
  }
  if (purpose === undefined) return { undeclared: ['purpose'] };
  return { undeclared: categories.length > 0 ? [] : [`purposes.${purpose}.category`] };
}

function ofStaff({ items }: Transfer, views: PrivacyViews): Exemption {
  const open: string[] = [];
  for (const item of items) {
    const subject = views.find('subjects', item['subject']);
    const types = listOf(subject?.['type']);
    if (types.length === 0) open.push(`subjects.${String(item['subject'])}.type`);
    else if (!types.every((type) => staff.has(type))) return { flaw: 'no_staff', undeclared: [] };
  }
  const hr = mapAt(views.organization ?? {}, 'hr') ?? {};
  const { rules, collectiveContract } = hr;
  const grounds = [rules, collectiveContract];
  if (grounds.every((ground) => ground === 'none')) {
    return { flaw: 'no_labour_rules', undeclared: [] };
  }
  const isGrounded = grounds.some((ground) => ground !== undefined && ground !== 'none');
  const missing = rules === undefined ? 'rules' : 'collectiveContract';
  if (!isGrounded) open.push(`$organization.hr.${missing}`);
  return { undeclared: [...new Set(open)] };
}

function ofEmergency(transfer: Transfer): Exemption {
  const { occasional } = transfer;
  if (occasional === false) return { flaw: 'routine', undeclared: [] };
  return { undeclared: occasional === undefined ? ['occasional'] : [] };
}

/** Data that were collected abroad and only pass through: nothing of persons here may be in them. */
function ofTransit({ items }: Transfer, views: PrivacyViews): Exemption {
  const open: string[] = [];
  for (const item of items) {
    const subject = views.find('subjects', item['subject']);
    const regions = subject?.['regions'];
    if (regions === undefined) open.push(`subjects.${String(item['subject'])}.regions`);
    else if (listOf(regions).some((region) => overlap(String(region), 'CN'))) {
      return { flaw: 'domestic', undeclared: [] };
    }
  }
  return { undeclared: [...new Set(open)] };
}

function ofNobody({ personal, items }: Transfer): Exemption {
  if (personal === true) return { flaw: 'personal', undeclared: [] };
  const open = items.filter((item) => item['personal'] === undefined);
  return { undeclared: open.map(({ id }) => `data.${String(id)}.category`) };
}
