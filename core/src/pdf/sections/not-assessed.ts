import type { MessageId } from '../../i18n/translate.ts';
import { layParagraph } from '../layout/lines.ts';
import { ink, type } from '../layout/palette.ts';
import type { Cell, Column } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';
import { placeOf } from './finding-place.ts';

/** All that was in scope and is neither passed nor failed. */
export function layNotAssessed(context: ReportContext): void {
  const { flow, headings, say } = context;
  headings.section(say('report.notAssessed'));
  layParagraph(flow, say('report.notAssessed.intro'), { style: type.body });
  layUndecided(context);
  layNotApplicable(context);
  layErrors(context);
  layFiles(context);
}

function layUndecided(context: ReportContext): void {
  const { open, say } = context;
  const undecided = open.filter(({ outcome }) => outcome === 'undecided');
  layPart(context, {
    title: 'report.notAssessed.undecided',
    none: 'report.notAssessed.noUndecided',
    columns: [
      { title: say('report.column.place'), share: 44, isRowHeader: true },
      { title: say('report.column.reason'), share: 56 },
    ],
    rows: undecided.map((finding) => [
      [
        { text: placeOf(finding), weight: 'bold' },
        { text: finding.rule, color: ink.soft },
      ],
      finding.message,
    ]),
  });
}

/** The rules that looked at nothing, by the reason they share. */
function layNotApplicable(context: ReportContext): void {
  const { result, say } = context;
  const byReason = new Map<string, string[]>();
  for (const { id, notApplicable } of result.rules) {
    if (notApplicable === undefined) continue;
    const reason = reasonText(notApplicable, say);
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  layPart(context, {
    title: 'report.notAssessed.rules',
    none: 'report.notAssessed.noRules',
    columns: [
      { title: say('report.column.reason'), share: 40, isRowHeader: true },
      { title: say('report.column.rule'), share: 60 },
    ],
    rows: [...byReason].map(([reason, ids]) => [
      [
        { text: reason, weight: 'bold' },
        { text: say('report.notAssessed.count', { count: ids.length }), color: ink.soft },
      ],
      ids.join(', '),
    ]),
  });
}

function layErrors(context: ReportContext): void {
  const { result, say } = context;
  layPart(context, {
    title: 'report.notAssessed.errors',
    none: 'report.notAssessed.noErrors',
    columns: reasonColumns(context, say('report.column.rule')),
    rows: result.rules
      .filter(({ error }) => error !== undefined)
      .map((rule) => [
        [
          { text: context.titleOf(rule.id), weight: 'bold' },
          { text: rule.id, color: ink.soft },
        ],
        reasonText(rule.error, say),
      ]),
  });
}

function layFiles(context: ReportContext): void {
  const { result, say } = context;
  layPart(context, {
    title: 'report.notAssessed.files',
    none: 'report.notAssessed.noFiles',
    columns: reasonColumns(context, say('report.cover.files')),
    rows: result.files
      .filter(({ status }) => status !== 'checked')
      .map(({ path, status, reason }) => [
        [
          { text: path, weight: 'bold' },
          { text: say(`report.file.${status}`), color: ink.soft },
        ],
        reasonText(reason, say),
      ]),
  });
}

function reasonColumns({ say }: ReportContext, first: string): readonly Column[] {
  return [
    { title: first, share: 47, isRowHeader: true },
    { title: say('report.column.reason'), share: 53 },
  ];
}

function reasonText(reason: string | undefined, say: ReportContext['say']): string {
  return reason === undefined || reason === '' ? say('report.notAssessed.noReason') : reason;
}

interface Part {
  readonly title: MessageId;
  /** Said instead of an empty table. */
  readonly none: MessageId;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

function layPart({ flow, headings, say }: ReportContext, part: Part): void {
  headings.subsection(say(part.title));
  if (part.rows.length === 0) layParagraph(flow, say(part.none), { style: type.body });
  else layTable(flow, part);
}
