import type { AuditResult, FindingRecord } from '../audit/audit-result.ts';
import { translate } from '../i18n/translate.ts';

/** How a piece of text may be shown; the caller decides whether there is colour at all. */
export type Paint = (
  style: 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim',
  text: string,
) => string;

const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const;
const verdictColours = { pass: 'green', fail: 'red', undecided: 'yellow' } as const;

/** The result for a terminal: one line per finding, `path:line:column` first, then the totals. */
export function renderText(result: AuditResult, paint: Paint): string {
  const { locale, findings, files } = result;
  const lines = [
    ...files
      .filter((file) => file.status === 'failed')
      .map((file) => {
        const reason = translate(locale, 'cli.text.failed', { reason: file.reason ?? '' });
        return `${paint('bold', file.path)}: ${paint('red', reason)}`;
      }),
    ...findings.map((finding) => findingLine(finding, result, paint)),
  ];
  return [...lines, ...(lines.length === 0 ? [] : ['']), ...totals(result, paint), ''].join('\n');
}

function findingLine(finding: FindingRecord, { locale, rules }: AuditResult, paint: Paint): string {
  const { path, range, severity, outcome, rule, message, references, suppressed } = finding;
  const place = `${path}:${String(range.start.line)}:${String(range.start.column)}`;
  const words = [translate(locale, `cli.severity.${severity}`)];
  if (outcome !== 'fail') words.push(translate(locale, `cli.outcome.${outcome}`));
  const articles = references.map(({ law, article }) => `${law} ${article}`).join('; ');
  const parts = [
    `${paint('bold', place)}: ${paint(colours[severity], words.join(' · '))}: ${message}`,
    paint('dim', articles === '' ? `[${rule}]` : `[${rule}] (${articles})`),
  ];
  if (rules.find(({ id }) => id === rule)?.confidence === 'unverified') {
    parts.push(paint('dim', `(${translate(locale, 'cli.text.unverified')})`));
  }
  if (suppressed !== undefined) {
    parts.push(
      paint('dim', translate(locale, 'cli.text.suppressed', { reason: suppressed.reason })),
    );
  }
  return parts.join(' ');
}

function totals(result: AuditResult, paint: Paint): readonly string[] {
  const { locale, summary, asOf, verdict, because, tool } = result;
  const word = translate(locale, `cli.verdict.${verdict}`);
  const reasons = because.map(({ message }) => message).join(locale === 'zh' ? '' : ' ');
  return [
    `FlowAudit ${tool.version}`,
    translate(locale, 'cli.text.files', { ...summary.files, asOf }),
    translate(locale, 'cli.text.findings', summary.findings),
    translate(locale, 'cli.text.evaluations', summary.evaluations),
    paint(
      verdictColours[verdict],
      translate(locale, 'cli.text.verdict', { verdict: word, because: reasons }).trimEnd(),
    ),
  ];
}
