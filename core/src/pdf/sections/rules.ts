import type { RuleRecord } from '../../audit/audit-result.ts';
import { layParagraph } from '../layout/lines.ts';
import { ink, outcomeColor, severityColor, type } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';

/**
 * Every rule that had something to look at, with its counts; passes are rows here and nowhere else.
 * What did not apply is counted, and listed by reason where nothing was assessed.
 */
export function layRules(context: ReportContext): void {
  const { flow, headings, result, say } = context;
  headings.section(say('report.rules'));
  if (result.rules.length === 0) {
    layParagraph(flow, say('report.rules.none'), { style: type.body });
    return;
  }
  const asked = result.rules.filter(({ notApplicable }) => notApplicable === undefined);
  layParagraph(flow, say('report.rules.intro'), { style: type.body });
  flow.y += 6;
  layTable(flow, {
    columns: [
      { title: say('report.column.rule'), share: 54, isRowHeader: true },
      { title: say('report.severity'), share: 14 },
      { title: say('report.column.pass'), share: 10, align: 'right' },
      { title: say('report.column.fail'), share: 11, align: 'right' },
      { title: say('report.column.undecided'), share: 15, align: 'right' },
    ],
    rows: asked.map((rule) => ruleRow(context, rule)),
  });
  const count = result.rules.length - asked.length;
  if (count > 0) {
    flow.y += 6;
    layParagraph(flow, say('report.rules.others', { count }), { style: type.body });
  }
}

function ruleRow(context: ReportContext, rule: RuleRecord): readonly Cell[] {
  const { say } = context;
  return [
    [
      { text: context.titleOf(rule.id), weight: 'bold' },
      { text: rule.id, color: ink.soft },
      ...(rule.error === undefined
        ? []
        : [{ text: say('report.rules.error'), color: outcomeColor.error }]),
    ],
    strongCell(say(`report.severity.${rule.severity}`), severityColor[rule.severity]),
    String(rule.pass),
    countCell(rule.fail, outcomeColor.fail),
    countCell(rule.undecided, outcomeColor.undecided),
  ];
}

function countCell(count: number, color: string): Cell {
  return count === 0 ? '0' : strongCell(String(count), color);
}
