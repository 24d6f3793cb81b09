import { listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { parseMoney, parsePercent } from '../../quantity/amount.ts';

/** Cal. Civ. Code §1798.140(d)(1): the revenue must exceed it. Adjusted from 2025; next in 2027. */
const revenue = 26_625_000;

/** §1798.140(d)(1)(B): from this number of consumers or households on. */
const consumers = 100_000;

/** §1798.140(d)(1)(C): from this share of the revenue on. */
const fromSelling = 0.5;

/** Whether an organisation is a business under the CCPA, and the paths of what would settle it. */
interface CaliforniaBusiness {
  readonly is?: boolean;
  readonly open: readonly string[];
}

/**
 * A business works for profit, does business in California and reaches one of three thresholds
 * (§1798.140(d)). Every fact is three-valued: one threshold that is reached is enough, all three
 * must be missed. Revenue in another currency than dollars decides nothing.
 */
export function californiaBusiness(organization: PlainMap): CaliforniaBusiness {
  const stated = organization['california'];
  const facts = mapAt(organization, 'california');
  if (organization['publicBody'] === true) return { is: false, open: [] };
  if (stated === undefined) return { open: ['california'] };
  if (facts === undefined || Object.keys(facts).length === 0) return { is: false, open: [] };
  if (facts['doesBusiness'] === false) return { is: false, open: [] };
  const thresholds = [
    ['revenue', reachesRevenue(stringAt(facts, 'revenue'))],
    ['consumersTraded', atLeast(facts['consumersTraded'], consumers)],
    ['revenueFromSelling', atLeast(percentOf(facts['revenueFromSelling']), fromSelling)],
  ] as const;
  const reached = thresholds.some(([, is]) => is === true);
  if (reached && facts['doesBusiness'] === true) return { is: true, open: [] };
  if (reached) return { open: ['california.doesBusiness'] };
  const open = thresholds.flatMap(([key, is]) => (is === undefined ? [`california.${key}`] : []));
  return open.length === 0 ? { is: false, open } : { open };
}

function reachesRevenue(stated: string | undefined): boolean | undefined {
  const money = stated === undefined ? undefined : parseMoney(stated);
  if (money === undefined || money.currency !== 'USD') return undefined;
  return money.amount > revenue;
}

function percentOf(stated: unknown): number | undefined {
  return typeof stated === 'string' ? parsePercent(stated) : undefined;
}

function atLeast(value: unknown, threshold: number): boolean | undefined {
  return typeof value === 'number' ? value >= threshold : undefined;
}

/** Kinds of services whose data federal laws take out in part (§1798.145): GLBA, HIPAA. */
const sectors: ReadonlySet<unknown> = new Set(['finance', 'insurance', 'health']);

/** Whether another privacy law may take data of the organisation out of the CCPA. */
export function underSectorLaw(organization: PlainMap): boolean {
  return listOf(mapAt(organization, 'service')?.['kinds']).some((kind) => sectors.has(kind));
}
