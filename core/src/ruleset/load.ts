import { parse } from '../document/parse.ts';
import { isPackFile, isRuleFile, isRulesetFile } from '../schema/validate.ts';
import type { RuleFile } from '../schema/types.ts';
import { derivedFacts } from './derived-facts.ts';
import { compileExpression, ExpressionError, type Expression } from './expression.ts';
import { RulesetError, type Pack, type Rule, type RuleLogic } from './rule.ts';
import { validateShape } from '../schema/validate.ts';
import { translate } from '../i18n/translate.ts';

/** Views and facts that reach beyond the subject a rule is asked about. */
const viewNames: ReadonlySet<string> = new Set([
  'process',
  'organization',
  'steps',
  'edges',
  'roles',
  'systems',
  'channels',
  'data',
  'subjects',
  'purposes',
  'recipients',
  'principals',
  'consents',
  'notices',
  'calendars',
  'slas',
  'kpis',
  'scorecards',
  'acceptance',
  'criteria',
  'gates',
  'deliverables',
  'signoffs',
  'risks',
  'changes',
  'milestones',
  'policies',
  'references',
  'dataUses',
  'shares',
  'transfers',
  'limits',
  'named',
  'measurements',
  'logs',
  'judge',
]);

/**
 * Makes a rule from its file's text.
 *
 * @param path below `rules/`; the id must be this path without its ending
 * @throws RulesetError naming the path and, where it is known, the line
 */
export function loadRule(path: string, text: string): Rule {
  const file = readYaml(path, text, 'Rule');
  if (!isRuleFile(file)) throw new RulesetError(path, 'is no rule file');
  const expected = path.replace(/\.yaml$/, '');
  if (file.id !== expected) {
    throw new RulesetError(path, `its id is “${file.id}”, but its path says “${expected}”`);
  }
  const { id, severity, title, message, rationale, remedy } = file;
  const logic = logicOf(path, file);
  return {
    id,
    severity,
    title,
    message,
    rationale,
    remedy,
    serves: file.serves ?? [],
    references: file.references ?? [],
    examples: file.examples ?? [],
    ...(file.undecided === undefined ? {} : { undecided: file.undecided }),
    ...(file.confidence === undefined ? {} : { confidence: file.confidence }),
    ...(file.appliesFrom === undefined ? {} : { appliesFrom: file.appliesFrom }),
    ...(file.until === undefined ? {} : { until: file.until }),
    ...(logic === undefined ? {} : { logic }),
  };
}

function logicOf(path: string, file: RuleFile): RuleLogic | undefined {
  if (file.applies === undefined || file.holds === undefined) return undefined;
  const compile = (field: string, text: string): Expression => compileField(path, field, text);
  const applies = compile('applies', file.applies);
  const holds = compile('holds', file.holds);
  const data = new Map(
    Object.entries(file.data ?? {}).map(([name, text]) => [name, compile(`data.${name}`, text)]),
  );
  const lower = (['info', 'warning'] as const).flatMap((to) => {
    const when = file.lower?.[to];
    return when === undefined ? [] : [{ to, when: compile(`lower.${to}`, when) }];
  });
  const needs = file.needs ?? [];
  const names = [...applies.names, ...holds.names];
  const variables = [...applies.variables, ...holds.variables];
  const reads = new Set([...names, ...variables, ...needs.flatMap((need) => need.split('.'))]);
  const derived = [...names, ...variables].filter((name) => derivedFacts.has(name));
  for (const field of derived.flatMap((name) => derivedFacts.get(name) ?? [])) reads.add(field);
  const readsBeyondSubject =
    derived.length > 0 ||
    (holds.variables.size > 0 && [...holds.variables].some((name) => viewNames.has(name))) ||
    needs.some((need) => need.startsWith('$'));
  return {
    applies,
    holds,
    lower,
    data,
    needs,
    at: file.at === undefined ? [] : file.at.split(' | ').map((place) => place.split('.')),
    ...(file.related === undefined ? {} : { related: compile('related', file.related) }),
    reads,
    simulates: variables.includes('simulated'),
    readsBeyondSubject,
  };
}

/** Makes a pack from the text of its `pack.yaml`. */
export function loadPack(path: string, text: string): Pack {
  const file = readYaml(path, text, 'Pack');
  if (!isPackFile(file)) throw new RulesetError(path, 'is no pack file');
  const { id, version, context = {}, folders = [id] } = file;
  const condition = file.appliesWhen;
  if (condition === undefined) return { id, path, folders, version, context };
  const appliesWhen = {
    holds: compileField(path, 'appliesWhen.holds', condition.holds),
    needs: condition.needs ?? [],
    otherwise: condition.otherwise,
    ...(condition.given === undefined
      ? {}
      : { given: compileField(path, 'appliesWhen.given', condition.given) }),
  };
  return { id, path, folders, version, context, appliesWhen };
}

/** Reads the text of a ruleset file; which rules it selects is for `resolveRuleset`. */
export function loadRulesetFile(path: string, text: string) {
  const file = readYaml(path, text, 'Ruleset');
  if (!isRulesetFile(file)) throw new RulesetError(path, 'is no ruleset file');
  return file;
}

function compileField(path: string, field: string, text: string): Expression {
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new RulesetError(path, `“${field}” is no JSONata expression: ${error.message}`, error);
  }
}

/** The one document of a rule-side file, its syntax and shape checked. */
export function readYaml(
  path: string,
  text: string,
  kind: 'Rule' | 'Pack' | 'Ruleset' | 'Coverage',
): unknown {
  const file = parse(path, text);
  const fault = file.faults[0];
  if (fault !== undefined) {
    const { line } = file.lines.positionAt(fault.span.start);
    throw new RulesetError(
      path,
      `line ${String(line)}: ${translate('en', fault.code, fault.data)}`,
    );
  }
  const value = file.documents[0]?.value;
  const [shapeFault] = validateShape(kind, value);
  if (shapeFault !== undefined) {
    const reason = translate('en', shapeFault.code, shapeFault.data);
    throw new RulesetError(path, `${shapeFault.pointer}: ${reason}`);
  }
  return value;
}
