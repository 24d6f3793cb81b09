import type { Text } from '../i18n/text.ts';
import type { LawCoverage } from './coverage.ts';
import type { Expression } from './expression.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where a rule comes from: a law or standard, its article, and the edition that was read. */
export interface LawReference {
  readonly law: string;
  readonly article: string;
  readonly edition?: string;
}

/** A text that a rule file must give in both languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** One checkable statement, compiled and ready to be asked. */
export interface Rule {
  /** `<folder>/<kebab-name>`, the rule's path below `rules/`. */
  readonly id: string;
  readonly severity: Severity;
  /** Rows of the requirements list that it serves. */
  readonly serves: readonly number[];
  readonly references: readonly LawReference[];
  /** Set where its text was not checked against the primary source; every output says so. */
  readonly confidence?: 'unverified';
  readonly title: BilingualText;
  readonly message: BilingualText;
  /** Said of a subject for which `holds` gives no answer, where “not declared” would not explain it. */
  readonly undecided?: BilingualText;
  readonly rationale: BilingualText;
  readonly remedy: BilingualText;
  readonly examples: readonly string[];
  /** ISO dates between which the rule is in force, both included. */
  readonly appliesFrom?: string;
  readonly until?: string;
  /** Absent for a rule that the engine itself raises, such as a syntax fault. */
  readonly logic?: RuleLogic;
}

/** The expressions of a rule. */
export interface RuleLogic {
  /** Over the views: the subjects. */
  readonly applies: Expression;
  /** Paths without which nobody can tell; within the subject, or `$organization.…`, `$process.…`. */
  readonly needs: readonly string[];
  /**
   * Asked once per subject: true, false, or nothing where it cannot be told. A path, or a list of
   * paths, says which undeclared facts would tell; they are written like those of `needs`.
   */
  readonly holds: Expression;
  /** Asked of a failure: where true, it is no worse than this. Mildest first. */
  readonly lower: readonly { readonly to: 'info' | 'warning'; readonly when: Expression }[];
  /**
   * Paths within the subject to what is underlined, the first that is there, else the first of all;
   * none for the subject's own key.
   */
  readonly at: readonly (readonly string[])[];
  /** Values that the message names beyond the subject's own fields. */
  readonly data: ReadonlyMap<string, Expression>;
  /** The other objects that explain a finding. */
  readonly related?: Expression;
  /** Field names that decide the outcome; a refused field among them makes it undecided. */
  readonly reads: ReadonlySet<string>;
  /** It asks for simulated numbers, which take their time. */
  readonly simulates: boolean;
  /** True when more than the subject itself is read: other views, or facts of the whole flow. */
  readonly readsBeyondSubject: boolean;
}

/** One or more folders of rules, and the facts on which they apply. */
export interface Pack {
  readonly id: string;
  /** Path of its file below `rules/`. */
  readonly path: string;
  /** The folders whose rules it groups. */
  readonly folders: readonly string[];
  readonly version: string;
  readonly appliesWhen?: PackCondition;
  /** Scope facts for the examples of its rules: an organisation to judge them in. */
  readonly context: Readonly<Record<string, unknown>>;
}

/**
 * When the rules of a pack apply: `given` asks whether the question arises at all, `holds` whether
 * the answer is yes. A no counts only when all scope facts in `needs` are declared.
 */
export interface PackCondition {
  readonly given?: Expression;
  readonly holds: Expression;
  /** Scope facts, such as `$organization.establishments`. */
  readonly needs: readonly string[];
  /** Why the rules of the pack were left out when they were. */
  readonly otherwise: BilingualText;
}

/** A named selection of rules with their severities. */
export interface Ruleset {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Hex SHA-256 over the texts of its rules and packs. */
  readonly sha256: string;
  /** The selected rules, each at the severity it has here. */
  readonly severities: ReadonlyMap<string, Severity>;
}

/** Everything below `rules/`, by id. */
export interface Library {
  readonly rules: ReadonlyMap<string, Rule>;
  /** By the name of each folder they group. */
  readonly packs: ReadonlyMap<string, Pack>;
  readonly rulesets: ReadonlyMap<string, Ruleset>;
  /** By the id of each law. */
  readonly coverage: ReadonlyMap<string, LawCoverage>;
}

/** A rule, pack or ruleset file that cannot be used: the operator must repair it. */
export class RulesetError extends Error {
  /** Path below `rules/`. */
  readonly path: string;

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, { cause });
    this.name = 'RulesetError';
    this.path = path;
  }
}
