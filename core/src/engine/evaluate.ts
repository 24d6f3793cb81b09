import { judge } from '../model/evidence.ts';
import { isMap, type PlainMap } from '../model/plain.ts';
import type { Model } from '../model/model.ts';
import { entryName, follow, namesTo, type Origin } from '../model/origin.ts';
import type { BilingualText, Rule, RuleLogic } from '../ruleset/rule.ts';
import { ExpressionError } from '../ruleset/expression.ts';
import { canonical } from './canonical.ts';
import { Damage } from './damage.ts';
import type { Evaluation, Finding, FindingValue, RuleResult } from './finding.ts';
import { namedLookup, quantityFunctions } from './functions.ts';
import { numberFunctions } from './numbers.ts';
import { missingNeeds } from './needs.ts';

/** One model prepared for being asked by many rules. */
export interface Inquiry {
  readonly model: Model;
  readonly damage: Damage;
  readonly bindings: Readonly<Record<string, unknown>>;
}

/**
 * Prepares a model.
 *
 * @param asOf ISO date on which dated facts are judged
 * @param profiles names of the switches that make rules stricter
 * @param shouldStop asked while cases are simulated; true ends that early
 */
export function inquire(
  model: Model,
  asOf: string,
  profiles: readonly string[] = [],
  shouldStop?: () => boolean,
): Inquiry {
  const bindings = {
    ...model.views,
    ...quantityFunctions,
    named: namedLookup(model.views),
    judge: (criterion: PlainMap) => judge(criterion, measurementsOf(model), asOf),
    ...numberFunctions(model.views, asOf, shouldStop),
    asOf,
    profiles,
  };
  return { model, damage: new Damage(model), bindings };
}

function measurementsOf({ views }: Model): readonly PlainMap[] {
  const { measurements } = views;
  return Array.isArray(measurements) ? measurements : [];
}

/**
 * Puts one rule to every subject of one model.
 *
 * A subject that lacks a field the rule needs is undecided, never passed: JSONata answers `false`
 * to both `a = b` and `a != b` when one side is missing, so otherwise the wording of a rule would
 * decide what absence means. A rule that throws or runs out of time says nothing at all.
 */
export async function evaluate(rule: Rule, inquiry: Inquiry): Promise<RuleResult> {
  const { logic } = rule;
  if (logic === undefined) return { rule: rule.id, evaluations: [] };
  try {
    const selected = await logic.applies.evaluate(inquiry.model.views, inquiry.bindings);
    const evaluations: Evaluation[] = [];
    for (const subject of asList(selected)) {
      evaluations.push(await ask(rule, logic, toSubject(subject, inquiry.model), inquiry));
    }
    return { rule: rule.id, evaluations };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { rule: rule.id, evaluations: [], error: error.message };
  }
}

interface Subject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
}

/** JSONata gives nothing for no match and the thing itself for one match. */
function asList(selected: unknown): readonly unknown[] {
  if (selected === undefined) return [];
  return Array.isArray(selected) ? selected : [selected];
}

function toSubject(value: unknown, model: Model): Subject {
  const origin = isMap(value) ? model.originOf(value) : undefined;
  if (!isMap(value) || origin === undefined) {
    const reason = `“applies” selects ${canonical(value)}, which is no part of the file`;
    throw new ExpressionError({ message: reason }, 'applies');
  }
  return { value, origin };
}

async function ask(
  rule: Rule,
  logic: RuleLogic,
  subject: Subject,
  inquiry: Inquiry,
): Promise<Evaluation> {
  const { file, document } = subject.origin.resource;
  const place = `${file.path}#${String(document.index)}/${placeOf(subject.origin)}`;
  if (inquiry.damage.spoils(logic, subject.origin)) return { subject: place, outcome: 'undecided' };
  const missing = missingNeeds(logic.needs, subject.value, inquiry.model.views);
  if (missing.length > 0) {
    const finding = undecided(rule, subject, missing, {});
    return { subject: place, outcome: 'undecided', finding };
  }
  const bindings = { ...inquiry.bindings, this: subject.value };
  const answer = await logic.holds.evaluate(subject.value, bindings);
  if (answer === true) return { subject: place, outcome: 'pass' };
  if (answer === undefined) {
    const names = rule.undecided === undefined ? [...logic.holds.names] : [];
    const absent = names.filter((name) => subject.value[name] === undefined);
    const data = await dataOf(rule.undecided, logic, subject.value, bindings);
    return {
      subject: place,
      outcome: 'undecided',
      finding: undecided(rule, subject, absent, data),
    };
  }
  const paths = pathsIn(answer);
  if (paths !== undefined) {
    const data = await dataOf(rule.undecided, logic, subject.value, bindings);
    return { subject: place, outcome: 'undecided', finding: undecided(rule, subject, paths, data) };
  }
  if (answer !== false) {
    throw new ExpressionError({ message: `“holds” gave ${canonical(answer)}` }, logic.holds.text);
  }
  return { subject: place, outcome: 'fail', finding: await failure(rule, logic, subject, inquiry) };
}

/** The undeclared facts that `holds` asks for; nothing when it gave no paths. */
function pathsIn(answer: unknown): readonly string[] | undefined {
  const paths = asList(answer).filter((each) => typeof each === 'string' && each !== '');
  return paths.length > 0 && paths.length === asList(answer).length ? paths.map(String) : undefined;
}

async function failure(
  rule: Rule,
  logic: RuleLogic,
  subject: Subject,
  inquiry: Inquiry,
): Promise<Finding> {
  const bindings = { ...inquiry.bindings, this: subject.value };
  const related = asList(await logic.related?.evaluate(subject.value, bindings));
  const atMost = await mildestOf(logic, subject.value, bindings);
  return {
    rule: rule.id,
    outcome: 'fail',
    ...(atMost === undefined ? {} : { atMost }),
    ...pointAt(subject.origin, logic.at),
    data: await dataOf(rule.message, logic, subject.value, bindings),
    missing: [],
    related: related.flatMap((each) => {
      const origin = isMap(each) ? inquiry.model.originOf(each) : undefined;
      return origin === undefined ? [] : [origin];
    }),
  };
}

async function mildestOf(
  logic: RuleLogic,
  subject: unknown,
  bindings: Readonly<Record<string, unknown>>,
): Promise<Finding['atMost']> {
  for (const { to, when } of logic.lower) {
    if ((await when.evaluate(subject, bindings)) === true) return to;
  }
  return undefined;
}

function undecided(
  rule: Rule,
  subject: Subject,
  missing: readonly string[],
  data: Finding['data'],
): Finding {
  const path = missing[0]?.startsWith('$') === false ? missing[0].split('.') : [];
  const { id } = subject.value;
  return {
    rule: rule.id,
    outcome: 'undecided',
    ...pointAt(subject.origin, path.length === 0 ? [] : [path]),
    data: { ...(typeof id === 'string' ? { id } : {}), missing: missing.join(', '), ...data },
    missing,
    related: [],
  };
}

/** What to underline, with its identity: a path into the subject, or the subject itself. */
function pointAt(
  origin: Origin,
  paths: readonly (readonly string[])[],
): { origin: Origin; place: string; offending: string } {
  const ways = origin.key === undefined ? paths : [];
  const found = ways.map((path) => follow(origin.container, path));
  const held = found.find(({ missing }) => !missing) ?? found[0];
  if (held === undefined) {
    return { origin, place: placeOf(origin), offending: offendingValue(origin) };
  }
  const target =
    held.key === undefined
      ? origin
      : { resource: origin.resource, container: held.container, key: held.key };
  return {
    origin: target,
    place: placeOf(target),
    offending: held.missing ? 'absent' : canonical(held.value),
  };
}

/** A scalar stands for itself; a whole map or list only for being there, whatever it holds. */
function offendingValue({ container, key }: Origin): string {
  const value: unknown = key === undefined ? container : Reflect.get(container, key);
  return typeof value === 'object' && value !== null ? 'present' : canonical(value);
}

/** `<document id>/<map key or list id>/…`, with neither index nor line. */
export function placeOf({ resource, container, key }: Origin): string {
  const names = [resource.id, ...namesTo(resource.document, container)];
  if (key !== undefined) names.push(entryName(container, key));
  return names.join('/');
}

/** The values the message names: its placeholders, from the rule's data or the subject's fields. */
async function dataOf(
  message: BilingualText | undefined,
  logic: RuleLogic,
  subject: Readonly<Record<string, unknown>>,
  bindings: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, FindingValue>>> {
  const data: Record<string, FindingValue> = {};
  const placeholders = `${message?.zh ?? ''}${message?.en ?? ''}`.matchAll(/\{([\w.]+)\}/g);
  for (const [, name = ''] of placeholders) {
    if (name === 'found') continue; // the underlined text, which only the renderer knows
    const expression = logic.data.get(name);
    const value =
      expression === undefined
        ? follow(subject, name.split('.')).value
        : await expression.evaluate(subject, bindings);
    data[name] = toFindingValue(value);
  }
  return data;
}

function toFindingValue(value: unknown): FindingValue {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.join(', ');
  if (isMap(value) && ('zh' in value || 'en' in value)) return value;
  return canonical(value ?? null);
}
