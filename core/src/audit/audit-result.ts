import type { Range } from '../source/line-index.ts';
import type { Locale } from '../i18n/text.ts';

/**
 * The one value of an audit: what CLI, editor, reports and later audits read.
 *
 * Stable: keys are added, never changed (`audit-result.schema.json` is the published form).
 * No clock time and no absolute path: the same inputs give the same bytes.
 */
export interface AuditResult {
  readonly apiVersion: 'flowaudit/v1';
  readonly kind: 'AuditResult';
  readonly tool: { readonly name: 'flowaudit'; readonly version: string };
  /** The date on which dated facts (expiry, deadlines, law in force) were judged; ISO, UTC. */
  readonly asOf: string;
  readonly locale: Locale;
  readonly rulesets: readonly RulesetRecord[];
  readonly rules: readonly RuleRecord[];
  readonly files: readonly FileRecord[];
  /** By path, position, rule; compared by code unit. */
  readonly findings: readonly FindingRecord[];
  readonly summary: Summary;
  readonly verdict: 'pass' | 'fail' | 'undecided';
  /** What made the verdict, or limits it; empty for a pass. */
  readonly because: readonly Reason[];
}

export interface RulesetRecord {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** What one rule had to say about all files together; counts are of subjects. */
export interface RuleRecord {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly references: readonly Reference[];
  /** Set where the rule's text was not checked against the primary source. */
  readonly confidence?: 'unverified';
  readonly pass: number;
  readonly fail: number;
  readonly undecided: number;
  /** Why the rule looked at nothing; present only then. */
  readonly notApplicable?: string;
  /** Why the rule could not finish, in its engine's words; present only then. */
  readonly error?: string;
}

export interface Reference {
  readonly law: string;
  readonly article: string;
  readonly edition?: string;
}

export interface FileRecord {
  /** Relative to the working directory, `/` between folders. */
  readonly path: string;
  readonly kind?: string;
  /** Of the file's bytes; empty when it could not be read. */
  readonly sha256: string;
  readonly status: 'checked' | 'skipped' | 'failed';
  readonly reason?: string;
}

export interface FindingRecord {
  readonly rule: string;
  readonly outcome: 'fail' | 'undecided' | 'error';
  readonly severity: Severity;
  readonly path: string;
  /** Zero-based index of the YAML document in its stream. */
  readonly document: number;
  /** RFC 6901, within the document. */
  readonly pointer: string;
  readonly range: Range;
  /** The values that the message names. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly references: readonly Reference[];
  readonly related: readonly RelatedPlace[];
  /** Identity across edits: rule, place and offending value, never a line number. */
  readonly fingerprint: string;
  readonly suppressed?: Suppression;
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

export interface Suppression {
  readonly by: 'waiver' | 'directive' | 'baseline';
  readonly reason: string;
  readonly until?: string;
}

export interface Summary {
  readonly files: { readonly checked: number; readonly skipped: number; readonly failed: number };
  /** Rule x subject; the sum over `rules`. */
  readonly evaluations: {
    readonly pass: number;
    readonly fail: number;
    readonly undecided: number;
    /** Rules that found no subject. */
    readonly notApplicable: number;
    /** Rules that threw or ran out of time. */
    readonly error: number;
  };
  /** Open findings by severity, and how many are suppressed. */
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly suppressed: number;
  };
}

/** One reason for a verdict, as a fact and as a sentence. */
export interface Reason {
  readonly reason:
    | 'openFail'
    | 'undecided'
    | 'ruleError'
    | 'failedFile'
    | 'undeclaredFact'
    | 'nothingChecked';
  readonly count: number;
  readonly message: string;
}
