import { textIn } from '../../i18n/text.ts';
import type { MessageId } from '../../i18n/translate.ts';
import { layFact } from '../layout/facts.ts';
import { layParagraph } from '../layout/lines.ts';
import { ink, type } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';
import { nameOf } from '../report-context.ts';
import type { ProcessSummary } from '../report-input.ts';

/** What was audited, against what, and by which exact bytes. */
export function layScope(context: ReportContext): void {
  const { flow, headings, say } = context;
  flow.newPage();
  headings.section(say('report.scope'));
  layAudit(context);
  layProcesses(context);
  layFiles(context);
  layRulesets(context);
}

function layAudit({ flow, headings, result, file, say }: ReportContext): void {
  headings.subsection(say('report.scope.audit'));
  const missing = say('report.notProvided');
  const facts: readonly (readonly [MessageId, string])[] = [
    ['report.scope.objective', say('report.scope.objectiveValue')],
    ['report.scope.criteria', say('report.scope.criteriaValue')],
    ['report.scope.method', say('report.scope.methodValue')],
    ['report.cover.asOf', result.asOf],
    ['report.scope.client', missing],
    ['report.scope.team', missing],
    ['report.scope.participants', missing],
    ['report.cover.tool', `${result.tool.name} ${result.tool.version}`],
    ['report.cover.result', `SHA-256 ${file.sha256}`],
  ];
  for (const [label, value] of facts) layFact(flow, { label: say(label), value });
}

function layProcesses(context: ReportContext): void {
  const { flow, headings, input, say } = context;
  headings.subsection(say('report.scope.processes'));
  if (input.processes.length === 0) {
    layParagraph(flow, say('report.scope.noProcesses'), { style: type.body });
    return;
  }
  layTable(flow, {
    columns: [
      { title: say('report.column.process'), share: 34, isRowHeader: true },
      { title: say('report.column.version'), share: 14 },
      { title: say('report.column.status'), share: 14 },
      { title: say('report.column.organization'), share: 20 },
      { title: say('report.column.owner'), share: 18 },
    ],
    rows: input.processes.map((process) => processRow(context, process)),
  });
}

function processRow(context: ReportContext, process: ProcessSummary): readonly Cell[] {
  const { locale, say } = context;
  const missing = say('report.notProvided');
  return [
    [
      { text: nameOf(process, context.locale), weight: 'bold' },
      { text: process.id, color: ink.soft },
    ],
    process.version ?? missing,
    process.status === undefined ? missing : statusWord(context, process.status),
    textIn(process.organization, locale) ?? missing,
    textIn(process.owner, locale) ?? missing,
  ];
}

function statusWord({ say }: ReportContext, status: string): string {
  switch (status) {
    case 'draft':
    case 'review':
    case 'active':
    case 'retired':
      return say(`report.status.${status}`);
    default:
      return status;
  }
}

function layFiles({ flow, headings, result, say }: ReportContext): void {
  headings.subsection(say('report.scope.files'));
  if (result.files.length === 0) {
    layParagraph(flow, say('report.scope.noFiles'), { style: type.body });
    return;
  }
  layTable(flow, {
    columns: [
      { title: say('report.column.file'), share: 81, isRowHeader: true },
      { title: say('report.column.status'), share: 19 },
    ],
    rows: result.files.map(({ path, sha256, kind, status }) => [
      [
        { text: path, weight: 'bold' },
        { text: sha256 === '' ? say('report.scope.noHash') : sha256, color: ink.soft },
      ],
      [
        { text: say(`report.file.${status}`) },
        ...(kind === undefined ? [] : [{ text: kind, color: ink.soft }]),
      ],
    ]),
  });
}

function layRulesets({ flow, headings, result, say }: ReportContext): void {
  headings.subsection(say('report.cover.rulesets'));
  if (result.rulesets.length === 0) {
    layParagraph(flow, say('report.scope.noRulesets'), { style: type.body });
    return;
  }
  layTable(flow, {
    columns: [
      { title: say('report.column.ruleset'), share: 85, isRowHeader: true },
      { title: say('report.column.version'), share: 15 },
    ],
    rows: result.rulesets.map(({ id, version, sha256 }) => [
      [
        { text: id, weight: 'bold' },
        { text: sha256, color: ink.soft },
      ],
      version,
    ]),
  });
}
