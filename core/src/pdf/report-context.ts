import type { AuditResult, FindingRecord, Severity } from '../audit/audit-result.ts';
import type { MessageData, MessageId } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';
import type { Locale } from '../i18n/text.ts';
import { textIn } from '../i18n/text.ts';
import type { ResultFile } from './file/result-file.ts';
import { destinationName, Headings } from './layout/headings.ts';
import type { PageFlow } from './layout/page-flow.ts';
import type { ProcessSummary, ReportInput } from './report-input.ts';

/** A finding under the number that this report gives it. */
export interface NumberedFinding extends FindingRecord {
  readonly number: number;
  readonly destination: string;
}

/** What every section of one report draws from and draws to. */
export class ReportContext {
  readonly input: ReportInput;
  readonly result: AuditResult;
  readonly locale: Locale;
  readonly file: ResultFile;
  readonly flow: PageFlow;
  readonly headings: Headings;
  /** Open findings, the severest first; within a severity in the order of the result. */
  readonly open: readonly NumberedFinding[];
  readonly suppressed: readonly FindingRecord[];

  constructor(input: ReportInput, file: ResultFile, flow: PageFlow) {
    this.input = input;
    this.result = input.result;
    this.locale = input.locale;
    this.file = file;
    this.flow = flow;
    this.headings = new Headings(flow);
    this.open = numbered(
      input.result.findings.filter(({ suppressed }) => suppressed === undefined),
    );
    this.suppressed = input.result.findings.filter(({ suppressed }) => suppressed !== undefined);
  }

  /** A string of the report in its language. */
  readonly say = (id: MessageId, data?: MessageData): string => translate(this.locale, id, data);

  /** The title of a rule in the report's language; its id when nobody gave it one. */
  titleOf(rule: string): string {
    const own = textIn(this.input.ruleTexts.get(rule)?.title, this.locale);
    return own ?? this.result.rules.find(({ id }) => id === rule)?.title ?? rule;
  }
}

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

function numbered(findings: readonly FindingRecord[]): readonly NumberedFinding[] {
  return severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding, index) => ({
      ...finding,
      number: index + 1,
      destination: destinationName('finding', index),
    }));
}

/** The name of a process in one language; its id when it has none. */
export function nameOf(process: ProcessSummary, locale: Locale): string {
  return textIn(process.name, locale) ?? process.id;
}
