import type { AuditResult } from '../audit/audit-result.ts';
import type { Locale, Text } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import { judge } from '../model/evidence.ts';
import type { Model } from '../model/model.ts';
import { isMap, mapAt, stringAt, type PlainMap } from '../model/plain.ts';
import type { Resource } from '../model/resource.ts';
import type {
  CriterionSummary,
  ProcessSummary,
  ReportInput,
  RuleText,
} from '../pdf/report-input.ts';
import { analysisPageOf } from './analysis-page.ts';
import { coveragePagesOf } from './report-coverage.ts';
import type { Run } from './run.ts';

/** What a report prints of a run. */
export function reportInputOf({ result, input }: Run): ReportInput {
  const used = new Set(result.findings.map(({ rule }) => rule));
  const ruleTexts = [...input.library.rules.values()]
    .filter(({ id }) => used.has(id))
    .map((rule): readonly [string, RuleText] => [
      rule.id,
      {
        title: rule.title,
        rationale: rule.rationale,
        remedy: rule.remedy,
        ...(rule.confidence === undefined ? {} : { confidence: rule.confidence }),
      },
    ]);
  const coverage = coveragePagesOf(input.library, result);
  return {
    result,
    locale: result.locale,
    ...(coverage.length === 0 ? {} : { coverage }),
    sources: new Map(
      input.files.flatMap(({ source }) =>
        source === undefined ? [] : [[source.path, source.text]],
      ),
    ),
    ruleTexts: new Map(ruleTexts),
    analyses: input.units.flatMap(({ model }) => analysisPageOf(model, result) ?? []),
    processes: input.units.flatMap(({ model }) =>
      model.process === undefined ? [] : [summaryOf(model.process, model, result)],
    ),
  };
}

function summaryOf(process: Resource, model: Model, result: AuditResult): ProcessSummary {
  const { organization } = model;
  const { value } = process;
  const optional = {
    version: stringAt(value, 'version'),
    status: stringAt(value, 'status'),
    organization: textOf(organization?.value['name'] ?? mapAt(value, 'organization')?.['name']),
    owner: ownerOf(value),
  };
  return {
    path: process.file.path,
    id: process.id,
    name: textOf(value['name']) ?? process.id,
    ...Object.fromEntries(Object.entries(optional).filter(([, each]) => each !== undefined)),
    criteria: criteriaOf(model, process, result),
  };
}

function textOf(value: unknown): Text | undefined {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return undefined;
  const zh = stringAt(value, 'zh');
  const en = stringAt(value, 'en');
  return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
}

function ownerOf(process: PlainMap): Text | undefined {
  const owner = stringAt(process, 'owner');
  if (owner === undefined) return undefined;
  const role = mapAt(mapAt(process, 'roles') ?? {}, owner);
  return textOf(role?.['name']) ?? owner;
}

function criteriaOf(
  model: Model,
  process: Resource,
  result: AuditResult,
): readonly CriterionSummary[] {
  return mapsIn(model.views['criteria']).map((criterion) => {
    const text = textOf(criterion['text']);
    const standard = stringAt(criterion, 'standard');
    const level = stringAt(criterion, 'level');
    return {
      id: String(criterion['id']),
      ...(standard === undefined ? {} : { standard }),
      ...(level === undefined ? {} : { level }),
      ...(text === undefined ? {} : { text }),
      ...judged(criterion, model, process, result),
    };
  });
}

function mapsIn(view: unknown): readonly PlainMap[] {
  return Array.isArray(view) ? view.filter(isMap) : [];
}

const verdicts = { met: 'pass', notMet: 'fail', undecided: 'undecided' } as const;

/** The demand of a criterion and how it was met: by a rule of this run, or by evidence. */
function judged(
  criterion: PlainMap,
  model: Model,
  process: Resource,
  result: AuditResult,
): Pick<CriterionSummary, 'demand' | 'verdict' | 'because'> {
  const { locale, asOf } = result;
  const check = stringAt(criterion, 'check');
  if (check?.startsWith('rule:') === true) {
    return { demand: check, ...judgedByRule(check.slice('rule:'.length), process, result, locale) };
  }
  const demand = ['metric', 'op', 'value']
    .map((key) => criterion[key])
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
  const { verdict, lacks, measured } = judge(criterion, mapsIn(model.views['measurements']), asOf);
  const because =
    lacks === undefined
      ? translate(locale, 'engine.criterion.measured', { measured: measured ?? '' })
      : translate(locale, `engine.criterion.lacks.${lacks}`);
  return { demand: check ?? demand, verdict: verdicts[verdict], because };
}

function judgedByRule(
  id: string,
  process: Resource,
  result: AuditResult,
  locale: Locale,
): Pick<CriterionSummary, 'verdict' | 'because'> {
  const rule = result.rules.find((each) => each.id === id);
  const open = result.findings.filter(
    (finding) => finding.rule === id && finding.path === process.file.path,
  );
  if (rule === undefined || rule.error !== undefined) {
    return {
      verdict: 'undecided',
      because: translate(locale, 'engine.criterion.notRun', { rule: id }),
    };
  }
  const failed = open.some(({ outcome }) => outcome === 'fail');
  if (failed) {
    const because = translate(locale, 'engine.criterion.ruleFails', {
      rule: id,
      count: open.length,
    });
    return { verdict: 'fail', because };
  }
  if (rule.notApplicable !== undefined || rule.undecided > 0) {
    const because =
      rule.notApplicable ?? translate(locale, 'engine.criterion.ruleUndecided', { rule: id });
    return { verdict: 'undecided', because };
  }
  return {
    verdict: 'pass',
    because: translate(locale, 'engine.criterion.ruleHolds', { rule: id }),
  };
}
