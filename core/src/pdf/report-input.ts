import type { AuditResult } from '../audit/audit-result.ts';
import type { Locale, Text } from '../i18n/text.ts';
import type { AnalysisPage } from './analysis-input.ts';
import type { LawCoveragePage } from './coverage-input.ts';

/** Everything a report prints. Plain data: the writer reads no file, no clock and no rule. */
export interface ReportInput {
  readonly result: AuditResult;
  readonly locale: Locale;
  /** The text of each checked file by the path that `result` uses; for source excerpts. */
  readonly sources: ReadonlyMap<string, string>;
  /** Rationale and remedy of each rule that has a finding, by rule id. */
  readonly ruleTexts: ReadonlyMap<string, RuleText>;
  readonly processes: readonly ProcessSummary[];
  /** One for each analysed process; absent: the report has no such section. */
  readonly analyses?: readonly AnalysisPage[];
  /** One for each law that a rule of this run asked about; absent: the report has no such section. */
  readonly coverage?: readonly LawCoveragePage[];
}

export interface RuleText {
  readonly title: Text;
  readonly rationale: Text;
  readonly remedy: Text;
  /** Absent where the primary text was checked; otherwise every output says so. */
  readonly confidence?: 'unverified';
}

/** What the cover, the scope and the criteria table say about one process. */
export interface ProcessSummary {
  readonly path: string;
  readonly id: string;
  readonly version?: string;
  readonly status?: string;
  readonly name: Text;
  readonly organization?: Text;
  readonly owner?: Text;
  readonly criteria: readonly CriterionSummary[];
}

/** One acceptance criterion as declared and as judged. */
export interface CriterionSummary {
  readonly id: string;
  readonly standard?: string;
  readonly level?: string;
  readonly text?: Text;
  /** The declared demand, such as `response_time <= 2s` or `rule:structure/stages-run-in-order`. */
  readonly demand: string;
  readonly verdict: 'pass' | 'fail' | 'undecided';
  /** What decided it, or what is missing; a finished sentence in the report's language. */
  readonly because: string;
}

/** TrueType bytes of the two weights; the writer embeds subsets of them. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}
