import { parseDuration, secondsOf } from '../quantity/duration.ts';
import { parsePercent, parseMoney } from '../quantity/amount.ts';
import { isMap, mapAt, stringAt, type PlainMap } from './plain.ts';

/**
 * What became of the file that a measurement or log rests on: `verified` when it has the stated
 * SHA-256, `changed` when it has another, `missing` when there is no such file, `unhashed` when the
 * evidence states no SHA-256 of 64 hex digits, `undeclared` when it names no file.
 */
export type SourceStatus = 'verified' | 'changed' | 'missing' | 'unhashed' | 'undeclared';

/** Checks one file against the SHA-256 that the evidence states. */
export type VerifySource = (file: string, sha256: string | undefined) => SourceStatus;

/** The status of what a measurement (`source`) or a log (the entry itself) rests on. */
export function sourceStatusOf(entry: PlainMap, verify: VerifySource): SourceStatus {
  const source = mapAt(entry, 'source') ?? entry;
  const file = stringAt(source, 'file');
  return file === undefined ? 'undeclared' : verify(file, stringAt(source, 'sha256'));
}

/** How a criterion stands against the evidence. */
export interface Judgement {
  readonly verdict: 'met' | 'notMet' | 'undecided';
  /** Why nobody can tell; present for `undecided` only. */
  readonly lacks?: 'measurement' | 'verifiedSource' | 'validity' | 'comparableValue' | 'demand';
  /** The measured value, as the evidence writes it. */
  readonly measured?: string;
}

/**
 * Judges a criterion `metric op value` by its latest measurement that rests on a verified source and
 * is still valid. Without one it is undecided, whatever the unverified numbers say.
 *
 * @param asOf ISO date
 */
export function judge(
  criterion: PlainMap,
  measurements: readonly PlainMap[],
  asOf: string,
): Judgement {
  const { metric, op, value } = criterion;
  if (typeof metric !== 'string' || typeof op !== 'string' || value === undefined) {
    return { verdict: 'undecided', lacks: 'demand' };
  }
  const own = measurements.filter((each) => isFor(each, criterion));
  if (own.length === 0) return { verdict: 'undecided', lacks: 'measurement' };
  const verified = own.filter((each) => each['sourceStatus'] === 'verified');
  if (verified.length === 0) return { verdict: 'undecided', lacks: 'verifiedSource' };
  const valid = verified.filter((each) => isValid(each, asOf));
  const latest = valid.toSorted(byCollection).at(-1);
  if (latest === undefined) return { verdict: 'undecided', lacks: 'validity' };
  return compare(latest['value'], op, value);
}

/** A measurement may name its criterion; else it belongs to every criterion of its metric. */
function isFor(measurement: PlainMap, criterion: PlainMap): boolean {
  if (measurement['metric'] !== criterion['metric']) return false;
  const named = measurement['criterion'];
  if (named !== undefined) return named === criterion['id'];
  return measurement['of'] === criterion['of'];
}

function isValid(measurement: PlainMap, asOf: string): boolean {
  const collected = stringAt(measurement, 'collectedOn');
  const until = stringAt(measurement, 'validUntil');
  return (collected === undefined || collected <= asOf) && (until === undefined || asOf <= until);
}

function byCollection(a: PlainMap, b: PlainMap): number {
  const [first, second] = [a, b].map((each) => stringAt(each, 'collectedOn') ?? '');
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
};

function compare(measured: unknown, op: string, demanded: unknown): Judgement {
  const [left, right] = [quantityOf(measured), quantityOf(demanded)];
  const comparison = comparisons[op];
  if (left === undefined || right === undefined || left.unit !== right.unit || !comparison) {
    return { verdict: 'undecided', lacks: 'comparableValue' };
  }
  const verdict = comparison(left.amount, right.amount) ? 'met' : 'notMet';
  return { verdict, measured: String(measured) };
}

/** A value as a number of one unit; values of different units cannot be compared. */
function quantityOf(value: unknown): { amount: number; unit: string } | undefined {
  if (typeof value === 'number') return { amount: value, unit: '' };
  if (typeof value !== 'string') return undefined;
  const percent = parsePercent(value);
  if (percent !== undefined) return { amount: percent, unit: '%' };
  const money = parseMoney(value);
  if (money !== undefined) return { amount: money.amount, unit: money.currency };
  const duration = parseDuration(value);
  const seconds = duration && secondsOf(duration);
  return seconds === undefined ? undefined : { amount: seconds, unit: 's' };
}

/** The entries of an evidence document that are maps. */
export function entriesOfEvidence(
  evidence: PlainMap,
  key: 'measurements' | 'logs',
): readonly PlainMap[] {
  const list = evidence[key];
  return Array.isArray(list) ? list.filter(isMap) : [];
}
