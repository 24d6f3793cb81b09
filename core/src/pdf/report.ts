import type { AuditResult } from '../audit/audit-result.ts';
import { translate } from '../i18n/translate.ts';
import { ReportDocument } from './file/report-document.ts';
import { resultFileOf } from './file/result-file.ts';
import type { ResultFile } from './file/result-file.ts';
import { fillContents, reserveContents } from './layout/contents.ts';
import { drawFurniture } from './layout/furniture.ts';
import { layParagraph } from './layout/lines.ts';
import { PageFlow, textWidth } from './layout/page-flow.ts';
import { type } from './layout/palette.ts';
import { nameOf, ReportContext } from './report-context.ts';
import type { ReportFonts, ReportInput } from './report-input.ts';
import { layAnalyses } from './sections/analysis.ts';
import { layCoverage } from './sections/coverage.ts';
import { layCover } from './sections/cover.ts';
import { layCriteria } from './sections/criteria.ts';
import { layFindings } from './sections/findings.ts';
import { layGlossary } from './sections/glossary.ts';
import { layLimits } from './sections/limits.ts';
import { layNotAssessed } from './sections/not-assessed.ts';
import { layRules } from './sections/rules.ts';
import { layScope } from './sections/scope.ts';
import { laySignOff } from './sections/sign-off.ts';
import { laySummary } from './sections/summary.ts';
import { laySuppressed } from './sections/suppressed.ts';

/** Lays out the whole report; the order of its sections is here and nowhere else. */
export function layReport(input: ReportInput, fonts: ReportFonts): Uint8Array {
  const file = resultFileOf(input.result);
  const document = createDocument(input, fonts);
  const context = new ReportContext(input, file, new PageFlow(document));
  const { flow, headings } = context;

  layCover(context);
  flow.newPage();
  layParagraph(flow, context.say('report.contents'), { style: type.section, type: 'H1' });
  const contents = reserveContents(flow);
  laySummary(context);
  layScope(context);
  layFindings(context);
  laySuppressed(context);
  layAnalyses(context);
  layCriteria(context);
  layRules(context);
  layNotAssessed(context);
  layCoverage(context);
  layLimits(context);
  laySignOff(context);
  layGlossary(context);

  fillContents(flow, contents, headings.entries);
  layFurniture(context);
  attachResult(document, file, context);
  return document.toBytes();
}

function createDocument(input: ReportInput, fonts: ReportFonts): ReportDocument {
  const { result, locale } = input;
  const names = input.processes
    .slice(0, mostNamesInTitle)
    .map((process) => nameOf(process, locale));
  const { tool, asOf, verdict } = result;
  return new ReportDocument(
    {
      title: [translate(locale, 'report.title'), ...names].join(' - '),
      subject: translate(locale, 'report.subject', {
        verdict: translate(locale, `report.verdict.${verdict}`),
        asOf,
      }),
      producer: `FlowAudit ${tool.version}`,
      language: locale === 'zh' ? 'zh-CN' : 'en',
      date: dateOf(result),
      narrowQuotes: locale === 'en',
    },
    fonts,
  );
}

const mostNamesInTitle = 3;

/** The report knows no clock: all its dates are the start of the as-of date. */
function dateOf({ asOf }: AuditResult): Date {
  return new Date(`${asOf}T00:00:00Z`);
}

function layFurniture({ flow, input, result, file, locale, say }: ReportContext): void {
  const title = say('report.title');
  const [only, ...others] = input.processes;
  const named =
    only === undefined || others.length > 0
      ? title
      : flow.typesetter.clean(`${title}  |  ${nameOf(only, locale)}`).replaceAll('\n', ' ');
  const fits = flow.typesetter.widthOf(named, type.note) < textWidth * 0.7;
  drawFurniture(flow, {
    top: [fits ? named : title, `${say('report.cover.asOf')} ${result.asOf}`],
    bottomLeft: say('report.resultHash', { hash: file.sha256.slice(0, 16) }),
    pageNumber: (page, pages) => say('report.page', { page, pages }),
  });
}

function attachResult(
  document: ReportDocument,
  file: ResultFile,
  { result, say }: ReportContext,
): void {
  const date = dateOf(result);
  document.file(file.bytes, {
    name: file.name,
    type: 'application/json',
    relationship: 'Data',
    description: say('report.attachment'),
    creationDate: date,
    modifiedDate: date,
  });
}
