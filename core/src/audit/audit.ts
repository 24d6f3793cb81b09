import { check, type ModelResult } from '../engine/check.ts';
import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Library, Rule, Severity } from '../ruleset/rule.ts';
import { RulesetError } from '../ruleset/rule.ts';
import type { AuditResult, FileRecord, FindingRecord, Summary } from './audit-result.ts';
import { applyDirectives } from './directives.ts';
import { faultFindings } from './faults.ts';
import { Fingerprints } from './fingerprint.ts';
import { verdictOf } from './gate.ts';
import { placeAtDocument, placeFinding, type PlacedFinding } from './placed-finding.ts';
import { applyWaivers } from './waivers.ts';
import type { Resource } from '../model/resource.ts';
import { RuleTally, toFindingRecord } from './records.ts';
import { undeclaredFindings, waitsForOrganization } from './undeclared.ts';
import type { AuditedFile, Unit } from './unit.ts';

/** Everything an audit looks at. Plain data: it reads no file and no clock. */
export interface AuditInput {
  readonly files: readonly AuditedFile[];
  readonly units: readonly Unit[];
  readonly library: Library;
  /** ISO date on which dated facts are judged. */
  readonly asOf: string;
  readonly locale: Locale;
  readonly toolVersion: string;
  /** Leaves out the rules that simulate; what they would have said is not known yet. */
  readonly quick?: true;
  /** Asked while cases are simulated; true ends that early. */
  readonly shouldStop?: () => boolean;
}

/** Rules that the engine itself raises; the library must document each. */
const builtinIds = {
  syntax: 'format/yaml-is-well-formed',
  schema: 'format/fields-match-the-format',
  undeclared: 'facts/undeclared',
  reason: 'suppressions/directive-gives-a-reason',
  unused: 'suppressions/directive-matches-a-finding',
  waiverReason: 'suppressions/waiver-gives-a-reason',
  waiverExpired: 'suppressions/waiver-is-in-force',
  waiverUnused: 'suppressions/waiver-matches-a-finding',
} as const;

type Builtins = { readonly [Name in keyof typeof builtinIds]: Rule };

/** Puts the selected rules to every unit and makes the one result that all readers share. */
export async function audit(input: AuditInput): Promise<AuditResult> {
  const builtins = builtinsOf(input.library);
  const tallies = talliesOf(input, Object.values(builtins));
  const findings: PlacedFinding[] = [];
  for (const file of input.files) {
    const faults = faultFindings(file, builtins);
    findings.push(...faults);
    countFaults(file, faults, tallies, builtins);
  }
  const { library, asOf } = input;
  for (const unit of input.units) {
    const { model, settings } = unit;
    const result = await check(model, rulesOf(unit, library), library, asOf, settings.profiles, {
      quick: input.quick === true,
      ...(input.shouldStop === undefined ? {} : { shouldStop: input.shouldStop }),
    });
    for (const checked of result.results) tallies.get(checked.rule.id)?.add(checked);
    const placed = placeResult(result, unit, builtins.undeclared);
    for (const finding of placed) {
      if (finding.rule !== builtins.undeclared) continue;
      tallies
        .get(finding.rule.id)
        ?.count(`${finding.file.path}\n${finding.offending}`, 'undecided');
    }
    findings.push(...placed);
  }
  const known = new Set(input.library.rules.keys());
  const unique = uniqueFindings(findings);
  const byDirective = applyDirectives(input.files, unique, known, builtins);
  const byWaiver = applyWaivers(
    waiverFiles(input),
    unique,
    auditedDocuments(input),
    builtins,
    input,
  );
  // What suppresses nothing yet may suppress what the rules left out have to say.
  const own = input.quick === true ? [] : [...byDirective.findings, ...byWaiver.findings];
  for (const finding of own) tallies.get(finding.rule.id)?.count(positionKey(finding), 'fail');
  const sorted = [...unique, ...own].toSorted(byPosition);
  const fingerprints = new Fingerprints();
  const records = sorted.map((finding) =>
    toFindingRecord(
      finding,
      fingerprints.next(finding),
      byWaiver.suppressions.get(finding) ?? byDirective.suppressions.get(finding),
      input.locale,
    ),
  );
  return resultOf(input, tallies, records);
}

function waiverFiles({ files }: AuditInput): readonly Resource[] {
  return files.flatMap(({ resources }) => resources.filter(({ kind }) => kind === 'Waivers'));
}

function auditedDocuments({ units }: AuditInput): readonly Resource[] {
  return units.flatMap(({ model }) =>
    [model.process, model.organization].filter((each) => each !== undefined),
  );
}

function resultOf(
  input: AuditInput,
  tallies: ReadonlyMap<string, RuleTally>,
  findings: readonly FindingRecord[],
): AuditResult {
  const { asOf, locale, library } = input;
  const rules = [...tallies.values()]
    .map((tally) => tally.toRecord(asOf, locale))
    .toSorted((a, b) => byCodeUnit(a.id, b.id));
  const files = input.files
    .map((file) => toFileRecord(file, locale))
    .toSorted((a, b) => byCodeUnit(a.path, b.path));
  const summary = summaryOf(rules, files, findings);
  const ids = [...new Set(input.files.flatMap(({ settings }) => settings.rulesets))].toSorted();
  return {
    apiVersion: 'flowaudit/v1',
    kind: 'AuditResult',
    tool: { name: 'flowaudit', version: input.toolVersion },
    asOf,
    locale,
    rulesets: ids.flatMap((id) => {
      const ruleset = library.rulesets.get(id);
      return ruleset === undefined
        ? []
        : [{ id, version: ruleset.version, sha256: ruleset.sha256 }];
    }),
    rules,
    files,
    findings,
    summary,
    ...verdictOf({ findings, summary }, input.units.length, locale),
  };
}

function toFileRecord(
  { path, sha256, status, reason, resources }: AuditedFile,
  locale: Locale,
): FileRecord {
  const kinds = [...new Set(resources.map((resource) => resource.kind))];
  return {
    path,
    ...(kinds.length === 0 ? {} : { kind: kinds.join(', ') }),
    sha256,
    status,
    ...(reason === undefined ? {} : { reason: translate(locale, reason.code, reason.data) }),
  };
}

function summaryOf(
  rules: AuditResult['rules'],
  files: readonly FileRecord[],
  findings: readonly FindingRecord[],
): Summary {
  const sum = (key: 'pass' | 'fail' | 'undecided'): number =>
    rules.reduce((total, rule) => total + rule[key], 0);
  const withStatus = (status: FileRecord['status']): number =>
    files.filter((file) => file.status === status).length;
  const open = findings.filter((finding) => finding.suppressed === undefined);
  const withSeverity = (severity: Severity): number =>
    open.filter((finding) => finding.severity === severity).length;
  return {
    files: {
      checked: withStatus('checked'),
      skipped: withStatus('skipped'),
      failed: withStatus('failed'),
    },
    evaluations: {
      pass: sum('pass'),
      fail: sum('fail'),
      undecided: sum('undecided'),
      notApplicable: rules.filter((rule) => rule.notApplicable !== undefined).length,
      error: rules.filter((rule) => rule.error !== undefined).length,
    },
    findings: {
      error: withSeverity('error'),
      warning: withSeverity('warning'),
      info: withSeverity('info'),
      suppressed: findings.length - open.length,
    },
  };
}

function builtinsOf(library: Library): Builtins {
  const rule = (id: string): Rule => {
    const found = library.rules.get(id);
    if (found === undefined)
      throw new RulesetError(`${id}.yaml`, 'is missing; the engine raises it');
    return found;
  };
  return {
    syntax: rule(builtinIds.syntax),
    schema: rule(builtinIds.schema),
    undeclared: rule(builtinIds.undeclared),
    reason: rule(builtinIds.reason),
    unused: rule(builtinIds.unused),
    waiverReason: rule(builtinIds.waiverReason),
    waiverExpired: rule(builtinIds.waiverExpired),
    waiverUnused: rule(builtinIds.waiverUnused),
  };
}

/** One tally per rule that any unit selects; a rule counts at the gravest severity it has anywhere. */
function talliesOf(input: AuditInput, builtins: readonly Rule[]): Map<string, RuleTally> {
  const severities = new Map<string, Severity>(builtins.map(({ id, severity }) => [id, severity]));
  const rank = { info: 0, warning: 1, error: 2 };
  for (const { settings } of [...input.files, ...input.units]) {
    for (const [id, severity] of settings.severities) {
      const before = severities.get(id);
      if (before === undefined || rank[severity] > rank[before]) severities.set(id, severity);
    }
  }
  return new Map(
    [...severities].flatMap(([id, severity]) => {
      const rule = input.library.rules.get(id);
      return rule === undefined ? [] : [[id, new RuleTally(rule, severity)] as const];
    }),
  );
}

function rulesOf(unit: Unit, library: Library): readonly Rule[] {
  return [...unit.settings.severities.keys()]
    .toSorted(byCodeUnit)
    .flatMap((id) => library.rules.get(id) ?? [])
    .filter((rule) => rule.logic !== undefined);
}

function placeResult(result: ModelResult, unit: Unit, undeclared: Rule): readonly PlacedFinding[] {
  const resource = result.model.process ?? result.model.organization;
  const found = result.results.flatMap((checked): readonly PlacedFinding[] => {
    if (!('result' in checked)) return [];
    const { rule, result: ruleResult } = checked;
    const severity = unit.settings.severities.get(rule.id) ?? rule.severity;
    if (ruleResult.error !== undefined && resource !== undefined) {
      const data = { error: ruleResult.error };
      const rest = { outcome: 'error', severity: 'error', message: 'engine.ruleError' } as const;
      return [placeAtDocument(resource, rule, { ...rest, data, offending: ruleResult.error })];
    }
    return ruleResult.evaluations.flatMap(({ finding }) =>
      finding === undefined || waitsForOrganization(finding.missing)
        ? []
        : [placeFinding(finding, rule, severity)],
    );
  });
  const severity = unit.settings.severities.get(undeclared.id) ?? undeclared.severity;
  return [...found, ...undeclaredFindings(result, undeclared, severity)];
}

function countFaults(
  file: AuditedFile,
  faults: readonly PlacedFinding[],
  tallies: ReadonlyMap<string, RuleTally>,
  { syntax, schema }: Builtins,
): void {
  if (file.status !== 'checked') return;
  for (const rule of [syntax, schema]) {
    const failed = faults.some((fault) => fault.rule === rule);
    tallies.get(rule.id)?.count(file.path, failed ? 'fail' : 'pass');
  }
}

/** An organisation that serves several processes is met several times; its findings count once. */
function uniqueFindings(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const seen = new Map<string, PlacedFinding>();
  for (const finding of findings) {
    const key = [positionKey(finding), finding.rule.id, finding.outcome, finding.offending].join(
      '\n',
    );
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function positionKey({ file, span, document, pointer }: PlacedFinding): string {
  return [file.path, document, span.start, span.end, pointer].join('\n');
}

function byPosition(a: PlacedFinding, b: PlacedFinding): number {
  return (
    byCodeUnit(a.file.path, b.file.path) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    byCodeUnit(a.rule.id, b.rule.id) ||
    byCodeUnit(a.pointer, b.pointer) ||
    byCodeUnit(a.offending, b.offending)
  );
}

/** `localeCompare` depends on the machine; code units do not. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
