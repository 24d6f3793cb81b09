import { addFact, mapAt, type PlainMap } from '../plain.ts';
import type { Transfer } from './transfer.ts';

/** Persons whose data went abroad this year, in the whole legal entity. */
export interface ExportPersons {
  /** Surely so many: the total that the organisation states, else the largest single share. */
  readonly certain: number;
  /** At most so many, as far as this process shows: the total, else the sum of its shares. */
  readonly possible: number;
  /** Whether the organisation states the total. */
  readonly stated: boolean;
}

/** The numbers for persons without and with sensitive data; nobody is in both. */
export type ExportNumbers = Readonly<Record<'general' | 'sensitive', ExportPersons>>;

/** Whether a route is needed: `likely` where it hangs on a sum or on a disputed sensitivity. */
export type Need = 'yes' | 'likely' | 'no';

/** Shares to one party that each stay below a threshold and together reach it. */
export interface Splitting {
  readonly kind: 'general' | 'sensitive';
  readonly threshold: number;
  readonly sum: number;
  readonly shares: number;
  /** True for the one share of the group that stands for all. */
  readonly first: boolean;
}

/**
 * Persons from whom on a route is needed; each number itself is in (Provisions of 2024, Arts. 5, 7
 * and 8). For sensitive data the contract or certification has no floor.
 */
const thresholds = {
  assessment: { general: 1_000_000, sensitive: 10_000 },
  contract: { general: 100_000 },
} as const;

/**
 * Which route an export needs on the declared facts: `needsAssessment`, `needsContract` (at least the
 * standard contract or certification), the paths that would settle each, and `splitting`.
 */
export function addRouteFacts(
  transfer: Transfer,
  counted: readonly Transfer[],
  numbers: ExportNumbers,
  { ciio }: PlainMap,
): void {
  const mark = transfer.sensitivity;
  const isGeneral = mark !== 'yes' || (countOf(transfer, 'general') ?? 0) > 0;
  const mayBeSensitive = mark !== 'no';
  const assessment = [
    ...(isGeneral ? [reached(numbers.general, thresholds.assessment.general)] : []),
    ...(mayBeSensitive
      ? [doubted(mark, reached(numbers.sensitive, thresholds.assessment.sensitive))]
      : []),
  ];
  const contract = [
    ...(isGeneral ? [reached(numbers.general, thresholds.contract.general)] : []),
    ...(mayBeSensitive ? [doubted(mark, 'yes')] : []),
  ];
  const operator = ciio === true ? 'yes' : ciio === false ? 'no' : undefined;
  addFact(transfer, 'needsAssessment', gravest([operator, ...assessment]));
  addFact(transfer, 'needsContract', gravest([operator, ...contract]));
  const open = [
    ...(mark === undefined ? unclassified(transfer) : []),
    ...(operator === undefined ? ['$organization.ciio'] : []),
    ...(isGeneral && !numbers.general.stated ? ['$organization.exports.general'] : []),
  ];
  addFact(transfer, 'openForContract', open);
  const sensitive = mayBeSensitive && !numbers.sensitive.stated;
  addFact(transfer, 'openForAssessment', [
    ...open,
    ...(sensitive ? ['$organization.exports.sensitive'] : []),
  ]);
  addFact(transfer, 'splitting', splittingOf(transfer, counted, numbers));
}

function unclassified({ items }: Transfer): readonly string[] {
  const open = items.filter((item) => item['chineseSensitivity'] === undefined);
  return open.map(({ id }) => `data.${String(id)}.category`);
}

/** Nothing where the entity-wide number may still be larger than what this process shows. */
function reached(
  { certain, possible, stated }: ExportPersons,
  threshold: number,
): Need | undefined {
  if (certain >= threshold) return 'yes';
  if (possible >= threshold) return 'likely';
  return stated ? 'no' : undefined;
}

/** What holds for sensitive data holds only probably where the sensitivity is disputed. */
function doubted(mark: Transfer['sensitivity'], need: Need | undefined): Need | undefined {
  if (mark === undefined) return need === 'no' ? 'no' : undefined;
  return mark === 'likely' && need === 'yes' ? 'likely' : need;
}

function gravest(needs: readonly (Need | undefined)[]): Need | undefined {
  if (needs.includes('yes')) return 'yes';
  if (needs.includes('likely')) return 'likely';
  return needs.includes(undefined) ? undefined : 'no';
}

function countOf(transfer: Transfer, kind: 'general' | 'sensitive'): number | undefined {
  const count = mapAt(transfer, 'personsYtd')?.[kind];
  return typeof count === 'number' ? count : undefined;
}

const splittable = [
  { kind: 'general', threshold: thresholds.assessment.general },
  { kind: 'sensitive', threshold: thresholds.assessment.sensitive },
  { kind: 'general', threshold: thresholds.contract.general },
] as const;

/** Only where no entity-wide total is stated, which would say what counts. */
function splittingOf(
  transfer: Transfer,
  counted: readonly Transfer[],
  numbers: ExportNumbers,
): Splitting | undefined {
  const group = counted.filter(({ recipient }) => recipient === transfer.recipient);
  for (const { kind, threshold } of splittable) {
    const counts = group.flatMap((each) => countOf(each, kind) ?? []);
    const sum = counts.reduce((total, count) => total + count, 0);
    const crosses = sum >= threshold && counts.every((count) => count < threshold);
    if (crosses && !numbers[kind].stated) {
      return { kind, threshold, sum, shares: counts.length, first: group[0] === transfer };
    }
  }
  return undefined;
}
