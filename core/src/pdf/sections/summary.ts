import { layCountBar } from '../layout/count-bar.ts';
import { layParagraph } from '../layout/lines.ts';
import { itemHeight, layList } from '../layout/list.ts';
import { severityColor, type, verdictColor } from '../layout/palette.ts';
import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { NumberedFinding, ReportContext } from '../report-context.ts';
import { severities } from '../report-context.ts';

/** How many findings the summary names at most. */
const mostNamed = 5;

/** One page for readers who read one page. */
export function laySummary(context: ReportContext): void {
  const { flow, headings, result, say } = context;
  flow.newPage();
  headings.section(say('report.summary'));
  const verdict = say('report.summary.verdict', {
    verdict: say(`report.verdict.${result.verdict}`),
  });
  layParagraph(flow, verdict, {
    style: { ...type.coverName, color: verdictColor[result.verdict] },
  });
  flow.y += 4;
  layParagraph(flow, checkedSentence(context), {
    style: type.body,
    justify: context.locale === 'zh',
  });
  headings.subsection(say('report.summary.because'));
  if (result.because.length === 0) {
    layParagraph(flow, say('report.summary.nothingLimits'), { style: type.body });
  } else {
    layList(
      flow,
      result.because.map(({ message }) => ({ text: message })),
    );
  }
  layCounts(context);
  layFirst(context);
}

function checkedSentence({ result, say }: ReportContext): string {
  const { evaluations, files } = result.summary;
  return say('report.summary.checked', {
    asOf: result.asOf,
    files: say('report.count.files', { count: files.checked }),
    rules: say('report.count.rules', { count: result.rules.length }),
    evaluations: evaluations.pass + evaluations.fail + evaluations.undecided,
    pass: evaluations.pass,
    fail: evaluations.fail,
    undecided: evaluations.undecided,
    notApplicable: say('report.count.rules', { count: evaluations.notApplicable }),
    error: say('report.count.rules', { count: evaluations.error }),
  });
}

function layCounts({ flow, headings, open, suppressed, result, say }: ReportContext): void {
  headings.subsection(say('report.summary.counts'));
  const { error, warning, info } = result.summary.findings;
  layCountBar(
    flow,
    severities.map((severity) => ({
      count: result.summary.findings[severity],
      color: severityColor[severity],
    })),
    say('report.summary.bar', { error, warning, info }),
  );
  flow.y += 8;
  layTable(flow, {
    columns: [
      { title: say('report.severity'), share: 2, isRowHeader: true },
      { title: say('report.outcome.fail'), share: 1, align: 'right' },
      { title: say('report.outcome.undecided'), share: 1, align: 'right' },
      { title: say('report.outcome.error'), share: 1, align: 'right' },
      { title: say('report.summary.total'), share: 1, align: 'right' },
    ],
    rows: [
      ...severities.map((severity) => [
        strongCell(say(`report.severity.${severity}`), severityColor[severity]),
        ...counts(open.filter((finding) => finding.severity === severity)),
      ]),
      [strongCell(say('report.summary.total')), ...counts(open).map((count) => strongCell(count))],
    ],
  });
  if (suppressed.length > 0) {
    const text = say('report.count.suppressed', { count: suppressed.length });
    layParagraph(flow, text, { style: type.small });
  }
}

/** How many findings of each outcome, and in all. */
function counts(findings: readonly NumberedFinding[]): readonly string[] {
  return [
    ...(['fail', 'undecided', 'error'] as const).map((outcome) =>
      String(findings.filter((finding) => finding.outcome === outcome).length),
    ),
    String(findings.length),
  ];
}

/** Names the severest findings in full, as many as still fit on the page. */
function layFirst({ flow, headings, open, say }: ReportContext): void {
  const items = open.slice(0, mostNamed).map((finding) => ({
    text: say('report.summary.firstItem', {
      number: finding.number,
      severity: say(`report.severity.${finding.severity}`),
      message: finding.message,
    }),
    destination: finding.destination,
  }));
  headings.subsection(say('report.summary.first'), { keep: 0 });
  if (open.length === 0) layParagraph(flow, say('report.findings.none'), { style: type.body });
  const fitting = items.slice(
    0,
    countThatFits(items, (text) => itemHeight(flow, text), flow.room),
  );
  if (fitting.length > 0) layList(flow, fitting);
  const more = open.length - fitting.length;
  if (more > 0) {
    layParagraph(flow, say('report.summary.more', { count: more }), { style: type.small });
  }
}

function countThatFits(
  items: readonly { readonly text: string }[],
  heightOf: (text: string) => number,
  room: number,
): number {
  let used: number = type.small.pitch; // the line that says how many more there are
  return items.filter(({ text }) => {
    used += heightOf(text);
    return used <= room;
  }).length;
}
