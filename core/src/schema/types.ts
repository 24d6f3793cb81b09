import type { Text } from '../i18n/text.ts';

/** A text that must be given in both languages. */
export interface BilingualFileText {
  readonly zh: string;
  readonly en: string;
}

interface ReferenceEntry {
  readonly law: string;
  readonly article: string;
  readonly edition?: string;
}

/** A rule as its file states it. A rule that is not `builtin` has `applies`, `holds` and `examples`. */
export interface RuleFile {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly lower?: { readonly warning?: string; readonly info?: string };
  readonly serves?: readonly number[];
  readonly references?: readonly ReferenceEntry[];
  readonly confidence?: 'unverified';
  readonly supersedes?: readonly string[];
  readonly title: BilingualFileText;
  readonly applies?: string;
  readonly needs?: readonly string[];
  readonly holds?: string;
  readonly at?: string;
  readonly related?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly message: BilingualFileText;
  readonly undecided?: BilingualFileText;
  readonly rationale: BilingualFileText;
  readonly remedy: BilingualFileText;
  readonly appliesFrom?: string;
  readonly until?: string;
  readonly builtin?: true;
  readonly examples?: readonly string[];
}

/** A `pack.yaml`. */
export interface PackFile {
  readonly id: string;
  readonly version: string;
  readonly title?: BilingualFileText;
  readonly folders?: readonly string[];
  readonly appliesWhen?: {
    readonly needs?: readonly string[];
    readonly given?: string;
    readonly holds: string;
    readonly otherwise: BilingualFileText;
  };
  readonly controls?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A ruleset as its file states it. */
export interface RulesetFile {
  readonly id: string;
  readonly version: string;
  readonly title: BilingualFileText;
  readonly extends?: readonly string[];
  readonly packs?: readonly string[];
  /** By rule id, or `folder/*`; later lines win. */
  readonly rules: Readonly<Record<string, 'on' | 'off' | 'error' | 'warning' | 'info'>>;
}

export type CoverageStatus = 'automated' | 'partial' | 'manual' | 'not_assessed';

/** The coverage of a law as its file states it. */
export interface CoverageFile {
  readonly id: string;
  readonly names: readonly string[];
  readonly title: BilingualFileText;
  readonly pack: string;
  /** How many articles the law has; absent where nobody is certain. */
  readonly articles?: number;
  readonly note?: BilingualFileText;
  readonly entries: readonly {
    readonly articles: string;
    readonly status: CoverageStatus;
    readonly who?: readonly string[];
    readonly text?: BilingualFileText;
  }[];
}

/** A `flowaudit.yaml`. */
export interface ConfigFile {
  readonly apiVersion: 'flowaudit/v1';
  readonly kind: 'Config';
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rulesets?: readonly string[];
  readonly rules?: Readonly<Record<string, 'off' | 'error' | 'warning' | 'info'>>;
  readonly gate?: {
    readonly failOn?: 'error' | 'warning' | 'info' | 'never';
    readonly undecided?: 'fail' | 'allow';
  };
  readonly locale?: 'zh' | 'en';
  readonly asOf?: string;
  readonly profiles?: readonly string[];
}

/** A `waivers.yaml`. */
export interface WaiversFile {
  readonly apiVersion: 'flowaudit/v1';
  readonly kind: 'Waivers';
  readonly id?: string;
  readonly waivers: readonly {
    readonly rule: string;
    /** Process id, then map keys and list ids. */
    readonly at: string;
    readonly reason?: Text;
    readonly owner?: string;
    readonly approver?: string;
    readonly ticket?: string;
    readonly approvedOn?: string;
    /** The last day it holds, the whole day, in `timezone`. */
    readonly until: string;
    readonly timezone?: string;
  }[];
}

interface EvidenceSource {
  readonly file: string;
  readonly sha256?: string;
}

/** An `*.evidence.yaml`. */
export interface EvidenceFile {
  readonly apiVersion: 'flowaudit/v1';
  readonly kind: 'Evidence';
  readonly id: string;
  readonly name?: Text;
  readonly process: string;
  readonly measurements?: readonly {
    readonly metric: string;
    readonly value: number | string;
    readonly unit?: string;
    readonly statistic?: string;
    readonly sampleSize?: number;
    readonly criterion?: string;
    readonly of?: string;
    readonly period?: { readonly from: string; readonly to: string };
    readonly source?: EvidenceSource;
    readonly collectedOn?: string;
    readonly collectedBy?: string;
    readonly validUntil?: string;
  }[];
  readonly logs?: readonly (EvidenceSource & {
    readonly timezone?: string;
    /** Which column of the file holds what. */
    readonly columns?: Readonly<Record<string, string>>;
    /** From the log's activity names to step ids. */
    readonly activities?: Readonly<Record<string, string>>;
    readonly collectedOn?: string;
  })[];
}
