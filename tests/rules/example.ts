import { parse } from '../../core/src/document/parse.ts';
import { check, type CheckedRule } from '../../core/src/engine/check.ts';
import type { Finding } from '../../core/src/engine/finding.ts';
import { buildModel } from '../../core/src/model/build.ts';
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
  /** `<line> <outcome>` as the author marked them. */
  readonly marks: readonly string[];
  /** `<line> <outcome>` as the rule reported them. */
  readonly reported: readonly string[];
}

/** The date on which examples are judged, unless the rule comes into force later. */
const asOf = '2026-11-21';

/**
 * Runs a rule on one of its examples: a fragment of a process, completed below its last line so
 * that its own lines keep their numbers, in the scope that its pack's context declares.
 */
export async function runExample(rule: Rule, example: string, library: Library): Promise<ExampleRun> {
  const source = parse('example.process.yaml', complete(example, rule, library));
  const resources = resourcesOf(source);
  const process = resources.find(({ kind }) => kind === 'Process');
  const organization = resources.find(({ kind }) => kind === 'Organization');
  const model = buildModel({
    ...(process === undefined ? {} : { process }),
    ...(organization === undefined || hasInline(process) ? {} : { organization }),
  });
  const date = rule.appliesFrom !== undefined && rule.appliesFrom > asOf ? rule.appliesFrom : asOf;
  const { results } = await check(model, [rule], library, date);
  const [checked] = results;
  if (checked === undefined) throw new Error('a rule that is asked answers');
  const findings = findingsOf(checked).map((finding) => placeFinding(finding, rule, rule.severity));
  return {
    source,
    resources,
    checked,
    findings,
    marks: marksIn(example),
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

function complete(example: string, rule: Rule, library: Library): string {
  if (/^kind: /m.test(example)) return example;
  const missing = [
    ['apiVersion', 'flowaudit/v1'],
    ['kind', 'Process'],
    ['id', 'example'],
    ['name', 'Example'],
    ['start', /^steps:\n {2}([^:]+):/m.exec(example)?.[1] ?? 'example_end'],
    ['steps', '{ example_end: { name: End, type: end } }'],
  ].filter(([key]) => !new RegExp(`^${key ?? ''}:`, 'm').test(example));
  const lines = missing.map(([key, value]) => `${key ?? ''}: ${value ?? ''}`).join('\n');
  const folder = rule.id.slice(0, rule.id.indexOf('/'));
  const context = library.packs.get(folder)?.context ?? {};
  const scope = Object.keys(context).length === 0 ? '' : `\n---\n${JSON.stringify(context)}`;
  return `${example.trimEnd()}\n${lines}${scope}\n`;
}

function marksIn(example: string): readonly string[] {
  return example.split('\n').flatMap((line, index) => {
    const mark = /# (fail|undecided)(?: x(\d+))?\s*$/.exec(line);
    if (mark === null) return [];
    return Array.from({ length: Number(mark[2] ?? 1) }, () => `${String(index + 1)} ${mark[1] ?? ''}`);
  });
}

function reportedIn(findings: readonly PlacedFinding[], source: SourceFile): readonly string[] {
  return findings
    .map(({ span, outcome }) => ({ line: source.lines.positionAt(span.start).line, outcome }))
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, outcome }) => `${String(line)} ${outcome}`);
}
