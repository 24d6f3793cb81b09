import { parse } from '../../core/src/document/parse.ts';
import { check, type CheckedRule } from '../../core/src/engine/check.ts';
import type { Finding } from '../../core/src/engine/finding.ts';
import { buildModel } from '../../core/src/model/build.ts';
import type { SourceStatus } from '../../core/src/model/evidence.ts';
import type { Model } from '../../core/src/model/model.ts';
import { resourcesOf, type Resource } from '../../core/src/model/resource.ts';
import type { Library, Rule } from '../../core/src/ruleset/rule.ts';
import { placeFinding, type PlacedFinding } from '../../core/src/audit/placed-finding.ts';
import type { SourceFile } from '../../core/src/document/source-document.ts';

/** One example of a rule, run. */
export interface ExampleRun {
  readonly source: SourceFile;
  readonly resources: readonly Resource[];
  readonly checked: CheckedRule;
  readonly findings: readonly PlacedFinding[];
  /** `<line> <outcome>` as the author marked them, with `as <severity>` where milder than the rule. */
  readonly marks: readonly string[];
  /** `<line> <outcome>` as the rule reported them. */
  readonly reported: readonly string[];
}

/**
 * When examples are judged, unless they begin with `# as of <date>` or the rule starts later. A line
 * `# profiles <name>, <name>` switches profiles on.
 */
const asOf = '2026-11-21';

/** One example as a whole file, and how it is to be judged. */
export interface PreparedExample {
  readonly text: string;
  readonly source: SourceFile;
  readonly resources: readonly Resource[];
  readonly model: Model;
  /** ISO date. */
  readonly asOf: string;
  readonly profiles: readonly string[];
}

/**
 * Makes a whole file of an example: a fragment of a process, completed below its last line so that
 * its own lines keep their numbers, in the scope that its pack's context declares.
 */
export function prepareExample(rule: Rule, example: string, library: Library): PreparedExample {
  const text = complete(example, rule, library);
  const source = parse('example.process.yaml', text);
  const resources = resourcesOf(source);
  const process = resources.find(({ kind }) => kind === 'Process');
  const organization = resources.find(({ kind }) => kind === 'Organization');
  const evidence = resources.filter(({ kind }) => kind === 'Evidence');
  const model = buildModel({
    ...(process === undefined ? {} : { process }),
    ...(organization === undefined || hasInline(process) ? {} : { organization }),
    evidence: evidence.map((resource) => ({ resource, verify: statusAsWritten })),
  });
  const stated = /^# as of (\d{4}-\d{2}-\d{2})/.exec(example)?.[1];
  const later = rule.appliesFrom !== undefined && rule.appliesFrom > asOf ? rule.appliesFrom : asOf;
  const profiles = /^# profiles (.+)$/m.exec(example)?.[1]?.split(', ') ?? [];
  return { text, source, resources, model, asOf: stated ?? later, profiles };
}

/** Runs a rule on one of its examples. */
export async function runExample(
  rule: Rule,
  example: string,
  library: Library,
): Promise<ExampleRun> {
  const prepared = prepareExample(rule, example, library);
  const { text, source, resources, model, profiles } = prepared;
  const { results } = await check(model, [rule], library, prepared.asOf, profiles);
  const [checked] = results;
  if (checked === undefined) throw new Error('a rule that is asked answers');
  const findings = findingsOf(checked).map((finding) => placeFinding(finding, rule, rule.severity));
  return {
    source,
    resources,
    checked,
    findings,
    marks: marksIn(text),
    reported: reportedIn(findings, source),
  };
}

function findingsOf(checked: CheckedRule): readonly Finding[] {
  if (!('result' in checked)) return [];
  return checked.result.evaluations.flatMap(({ finding }) => finding ?? []);
}

function hasInline(process: Resource | undefined): boolean {
  return process?.value['organization'] !== undefined;
}

const statuses = ['verified', 'changed', 'missing', 'undeclared'] as const;

/** An example has no files beside it; its SHA-256 says what a check of the file would have found. */
function statusAsWritten(_: string, sha256: string | undefined): SourceStatus {
  return statuses.find((status) => status === sha256) ?? 'unhashed';
}

function complete(example: string, rule: Rule, library: Library): string {
  const folder = rule.id.slice(0, rule.id.indexOf('/'));
  const context = library.packs.get(folder)?.context ?? {};
  const isScoped = Object.keys(context).length === 0 || /^kind: Organization/m.test(example);
  const scope = isScoped ? '' : `---\n${JSON.stringify(context)}\n`;
  const [process = '', ...others] = example.trimEnd().split(/^---\n/m);
  const rest = others.map((each) => `---\n${each.trimEnd()}\n`).join('');
  return `${completeProcess(process.trimEnd())}${rest}${scope}`;
}

function completeProcess(fragment: string): string {
  if (/^kind: /m.test(fragment)) return `${fragment}\n`;
  const missing = [
    ['apiVersion', 'flowaudit/v1'],
    ['kind', 'Process'],
    ['id', 'example'],
    ['name', 'Example'],
    ['start', /^steps:\n {2}([^:]+):/m.exec(fragment)?.[1] ?? 'example_end'],
    ['steps', '{ example_end: { name: End, type: end } }'],
  ].filter(([key]) => !new RegExp(`^${key ?? ''}:`, 'm').test(fragment));
  const lines = missing.map(([key, value]) => `${key ?? ''}: ${value ?? ''}\n`).join('');
  return `${fragment}\n${lines}`;
}

function marksIn(example: string): readonly string[] {
  return example.split('\n').flatMap((line, index) => {
    const mark = /# (fail|undecided)( as (?:warning|info))?(?: x(\d+))?\s*$/.exec(line);
    if (mark === null) return [];
    const told = `${String(index + 1)} ${mark[1] ?? ''}${mark[2] ?? ''}`;
    return Array.from({ length: Number(mark[3] ?? 1) }, () => told);
  });
}

function reportedIn(findings: readonly PlacedFinding[], source: SourceFile): readonly string[] {
  return findings
    .map(({ span, outcome, severity, rule }) => ({
      line: source.lines.positionAt(span.start).line,
      told: severity === rule.severity ? outcome : `${outcome} as ${severity}`,
    }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, told }) => `${String(line)} ${told}`);
}
