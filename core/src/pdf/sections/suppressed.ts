import type { Suppression } from '../../audit/audit-result.ts';
import { layParagraph } from '../layout/lines.ts';
import { ink, severityColor, type } from '../layout/palette.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';
import { placeOf } from './finding-place.ts';

/** Findings that do not count, each with who says so, why and until when. */
export function laySuppressed(context: ReportContext): void {
  const { flow, headings, suppressed, say } = context;
  headings.section(say('report.suppressed'));
  if (suppressed.length === 0) {
    layParagraph(flow, say('report.suppressed.none'), { style: type.body });
    return;
  }
  layTable(flow, {
    columns: [
      { title: say('report.column.rule'), share: 28, isRowHeader: true },
      { title: say('report.column.finding'), share: 44 },
      { title: say('report.column.reason'), share: 28 },
    ],
    rows: suppressed.map((finding) => [
      [
        { text: context.titleOf(finding.rule), weight: 'bold' },
        { text: finding.rule, color: ink.soft },
        {
          text: say(`report.severity.${finding.severity}`),
          weight: 'bold',
          color: severityColor[finding.severity],
        },
      ],
      [
        { text: finding.message },
        { text: placeOf(finding), color: ink.soft },
        { text: finding.fingerprint, color: ink.soft },
      ],
      finding.suppressed === undefined ? '' : suppressionCell(finding.suppressed, say),
    ]),
  });
}

function suppressionCell(
  { by, reason, until }: Suppression,
  say: ReportContext['say'],
): readonly { readonly text: string; readonly weight?: 'bold'; readonly color?: string }[] {
  const end =
    until === undefined
      ? say('report.suppressed.noEnd')
      : say('report.suppressed.until', { date: until });
  return [
    { text: say(`report.suppressed.${by}`), weight: 'bold' },
    { text: reason === '' ? say('report.notAssessed.noReason') : reason },
    { text: end, color: ink.soft },
  ];
}
