import { textIn } from '../../i18n/text.ts';
import { layParagraph } from '../layout/lines.ts';
import { ink, type, verdictColor } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';
import { nameOf } from '../report-context.ts';
import type { CriterionSummary, ProcessSummary } from '../report-input.ts';

/** The acceptance criteria of each process as declared and as judged. */
export function layCriteria(context: ReportContext): void {
  const { flow, headings, input, say } = context;
  headings.section(say('report.criteria'));
  if (input.processes.every(({ criteria }) => criteria.length === 0)) {
    layParagraph(flow, say('report.criteria.none'), { style: type.body });
    return;
  }
  for (const process of input.processes) {
    headings.subsection(nameOf(process, context.locale), { unlisted: true });
    if (process.criteria.length === 0) {
      layParagraph(flow, say('report.criteria.noneHere'), { style: type.body });
    } else {
      layProcessCriteria(context, process);
    }
  }
}

function layProcessCriteria(context: ReportContext, { criteria }: ProcessSummary): void {
  const { flow, say } = context;
  layTable(flow, {
    columns: [
      { title: say('report.column.criterion'), share: 13, isRowHeader: true },
      { title: say('report.column.standard'), share: 20 },
      { title: say('report.column.demand'), share: 28 },
      { title: say('report.column.verdict'), share: 15 },
      { title: say('report.column.because'), share: 35 },
    ],
    rows: criteria.map((criterion) => criterionRow(context, criterion)),
  });
}

function criterionRow(
  { locale, say }: ReportContext,
  criterion: CriterionSummary,
): readonly Cell[] {
  const text = textIn(criterion.text, locale);
  return [
    strongCell(criterion.id),
    [
      { text: standardWord(criterion.standard, say) },
      { text: levelWord(criterion.level, say), color: ink.soft },
    ],
    [
      ...(text === undefined ? [] : [{ text }]),
      { text: criterion.demand, color: text === undefined ? ink.text : ink.soft },
    ],
    strongCell(say(`report.verdict.${criterion.verdict}`), verdictColor[criterion.verdict]),
    criterion.because,
  ];
}

function standardWord(standard: string | undefined, say: ReportContext['say']): string {
  switch (standard) {
    case undefined:
      return say('report.notProvided');
    case 'functionality':
    case 'performance':
    case 'usability':
    case 'security':
    case 'scalability':
    case 'documentation':
    case 'training':
    case 'satisfaction':
      return say(`report.standard.${standard}`);
    default:
      return standard;
  }
}

function levelWord(level: string | undefined, say: ReportContext['say']): string {
  if (level === undefined) return say('report.notProvided');
  return level === 'core' || level === 'optional' ? say(`report.level.${level}`) : level;
}
