import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';

const terms = [
  'rule',
  'ruleset',
  'finding',
  'severity',
  'pass',
  'fail',
  'undecided',
  'notApplicable',
  'waiver',
  'baseline',
  'asOf',
  'place',
  'fingerprint',
  'sha256',
] as const;

/** Terms of a section that not every report has. */
const analysisTerms = ['percentile', 'criticalPath', 'utilisation', 'weakest'] as const;

/** What the words of the report mean, for readers who do not write rules. */
export function layGlossary({ flow, headings, input, say }: ReportContext): void {
  const used = input.analyses === undefined ? terms : [...terms, ...analysisTerms];
  headings.section(say('report.glossary'));
  layTable(flow, {
    columns: [
      { title: say('report.column.term'), share: 25, isRowHeader: true },
      { title: say('report.column.meaning'), share: 75 },
    ],
    rows: used.map((term) => [
      strongCell(say(`report.term.${term}`)),
      say(`report.term.${term}.meaning`),
    ]),
  });
}
