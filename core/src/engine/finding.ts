import type { Origin } from '../model/origin.ts';

/** What a rule says of one subject. */
export type Outcome = 'pass' | 'fail' | 'undecided';

/** A value that a message names: text of the file in its languages, or a number. */
export type FindingValue = string | number | { readonly zh?: string; readonly en?: string };

/** One place where a rule does not hold, or where nobody can tell. A fact without a sentence. */
export interface Finding {
  readonly rule: string;
  readonly outcome: 'fail' | 'undecided' | 'error';
  /** Set where this failure is less bad than the rule's severity says. */
  readonly atMost?: 'warning' | 'info';
  /** Container and key of what is underlined. */
  readonly origin: Origin;
  /** `<document id>/<map key or list id>/…`: where it is, whatever the line. */
  readonly place: string;
  /** The value found there, in canonical JSON; `absent` for a missing key. */
  readonly offending: string;
  readonly data: Readonly<Record<string, FindingValue>>;
  /** For undecided: the fields, as paths, that would settle it. */
  readonly missing: readonly string[];
  readonly related: readonly Origin[];
}

/** What one rule had to say about one model. */
export interface RuleResult {
  readonly rule: string;
  /** One per subject, in the order of the view. */
  readonly evaluations: readonly Evaluation[];
  /** Set when the rule threw or ran out of time; then it says nothing about any subject. */
  readonly error?: string;
}

/** One question put to one subject. */
export interface Evaluation {
  /** File, document and place: what two models share, such as an organisation, is one subject. */
  readonly subject: string;
  readonly outcome: Outcome;
  /** Absent for a pass, and where the cause is reported as a syntax or schema finding already. */
  readonly finding?: Finding;
}
