import { parseMoney, parsePercent } from '../quantity/amount.ts';
import { parseDuration, secondsOf } from '../quantity/duration.ts';
import { idOf, mapsIn } from './flow.ts';
import type { Views } from './model.ts';
import { addFact, isMap, listOf, stringAt, type PlainMap } from './plain.ts';

/** A value of a KPI as a number that can be compared with the others of the same measure. */
interface Amount {
  /** `time` in seconds, `workingDays`, `share` as a fraction, a currency, or the unit as written. */
  readonly measure: string;
  readonly number: number;
}

const valueKeys = ['baseline', 'target', 'floor', 'expectation'] as const;

/**
 * Of every KPI: `measures`, the kinds of unit its values are in; where it is only one, that
 * `measure`, `numbers` by the key of the value, and `number` of each milestone; `better`, whether
 * its formula wants `lower` or `higher` values, where that is certain; `wants`, the same, else read
 * from where the target lies; `promise`, the SLA its formula measures.
 */
export function addKpiFacts(views: Views): void {
  const slas = mapsIn(views, 'slas');
  for (const kpi of mapsIn(views, 'kpis')) {
    const formula = stringAt(kpi, 'formula') ?? '';
    const promise = promiseOf(formula, slas);
    if (promise !== undefined) addFact(kpi, 'promise', promise);
    const better = promise?.['metric'] === 'availability' ? 'higher' : betterOf(formula);
    addFact(kpi, 'better', better);
    const numbers = addNumbers(kpi);
    addFact(kpi, 'wants', better ?? directionOf(numbers['baseline'], numbers['target']));
    addClaimFacts(kpi);
  }
  addCriterionFacts(views);
}

/** `kpi` and `numbers` of a claim: whose it is, and what it goes `from` and `to`, in one measure. */
function addClaimFacts(kpi: PlainMap): void {
  const unit = stringAt(kpi, 'unit');
  for (const claim of listOf(kpi['claims']).filter(isMap)) {
    addFact(claim, 'kpi', idOf(kpi));
    const from = amountOf(claim['from'] ?? kpi['baseline'], unit);
    const to = amountOf(claim['to'] ?? kpi['target'], unit);
    const isOneMeasure = from === undefined || to === undefined || from.measure === to.measure;
    addFact(claim, 'numbers', isOneMeasure ? { from: from?.number, to: to?.number } : {});
  }
}

/**
 * `kpi` of an acceptance criterion: the KPI its metric names, by id, or the only one that is an
 * NPS; `number`: its value in the measure of that KPI.
 */
function addCriterionFacts(views: Views): void {
  const kpis = mapsIn(views, 'kpis');
  const promoters = kpis.filter((kpi) => /^nps ?\(/.test(stringAt(kpi, 'formula') ?? ''));
  for (const criterion of mapsIn(views, 'criteria')) {
    const { metric } = criterion;
    const named = kpis.find((kpi) => idOf(kpi) === metric);
    const kpi = named ?? (metric === 'nps' && promoters.length === 1 ? promoters[0] : undefined);
    const amount = kpi && amountOf(criterion['value'], stringAt(kpi, 'unit'));
    if (kpi === undefined || amount?.measure !== kpi['measure']) continue;
    addFact(criterion, 'kpi', kpi);
    addFact(criterion, 'number', amount?.number);
  }
}

type Numbers = Readonly<Record<string, number>>;

function addNumbers(kpi: PlainMap): Numbers {
  const unit = stringAt(kpi, 'unit');
  const values = valueKeys.flatMap((key) => {
    const amount = amountOf(kpi[key], unit);
    return amount === undefined ? [] : [{ key, amount }];
  });
  const milestones = listOf(kpi['milestones']).flatMap((milestone) => {
    const amount = isMap(milestone) ? amountOf(milestone['value'], unit) : undefined;
    return amount === undefined || !isMap(milestone) ? [] : [{ milestone, amount }];
  });
  const measures = [...new Set([...values, ...milestones].map(({ amount }) => amount.measure))];
  addFact(kpi, 'measures', measures);
  if (measures.length !== 1) return {};
  const numbers = Object.fromEntries(values.map(({ key, amount }) => [key, amount.number]));
  addFact(kpi, 'measure', measures[0]);
  addFact(kpi, 'numbers', numbers);
  for (const { milestone, amount } of milestones) addFact(milestone, 'number', amount.number);
  return numbers;
}

function directionOf(from = Number.NaN, to = Number.NaN): 'lower' | 'higher' | undefined {
  if (from > to) return 'lower';
  return from < to ? 'higher' : undefined;
}

function amountOf(value: unknown, unit: string | undefined): Amount | undefined {
  if (typeof value === 'number') {
    if (unit === undefined) return { measure: 'number', number: value };
    if (/^[%％]$/.test(unit))
      return { measure: 'share', number: Number((value / 100).toPrecision(12)) };
    const length = value < 0 ? undefined : lengthOf(`${String(value)}${unit}`);
    return length ?? { measure: unit, number: value };
  }
  if (typeof value !== 'string') return undefined;
  const share = parsePercent(value);
  if (share !== undefined) return { measure: 'share', number: share };
  const money = parseMoney(value);
  if (money !== undefined) return { measure: money.currency, number: money.amount };
  return lengthOf(value);
}

function lengthOf(text: string): Amount | undefined {
  const duration = parseDuration(text);
  if (duration === undefined) return undefined;
  const seconds = secondsOf(duration);
  if (seconds !== undefined) return { measure: 'time', number: seconds };
  const pure = duration.seconds === 0 && duration.months === 0;
  return pure ? { measure: 'workingDays', number: duration.workingDays } : undefined;
}

function betterOf(formula: string): 'lower' | 'higher' | undefined {
  if (/^(?:(?:mean|p50|p90|p95|max) ?\(|cost_per_case$|share ?\(labour\))/.test(formula)) {
    return 'lower';
  }
  return /^(?:share|score|nps|reduction) ?\(/.test(formula) ? 'higher' : undefined;
}

/** By its id; by its metric only where one SLA alone has it. */
function promiseOf(formula: string, slas: readonly PlainMap[]): PlainMap | undefined {
  const name = /^(?:(?:mean|p50|p90|p95|max) ?\(|share ?\(met )([^)]+)\)$/.exec(formula)?.[1];
  const named = slas.find((sla) => idOf(sla) === name);
  const measured = slas.filter((sla) => sla['metric'] === name);
  return named ?? (measured.length === 1 ? measured[0] : undefined);
}
