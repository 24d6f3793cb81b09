import type { Annotations, AuditResult, Locale } from 'flowaudit';

/** What the extension asks its engine, which runs in a worker thread. */
export type Request =
  /** `quick` leaves out what simulates; a `full` one ends early when a later request supersedes it. */
  | {
      readonly kind: 'audit';
      readonly audit: AuditRequest;
      readonly depth: 'quick' | 'full';
      readonly ticket: Ticket;
    }
  | { readonly kind: 'numbers'; readonly audit: AuditRequest }
  | { readonly kind: 'report'; readonly audit: AuditRequest; readonly output: string }
  | { readonly kind: 'hover'; readonly rule: string; readonly locale: Locale }
  | { readonly kind: 'page'; readonly rule: string; readonly locale: Locale };

/** Worth something while it is the newest of its slot. */
export interface Ticket {
  readonly slot: number;
  readonly number: number;
}

export interface AuditRequest {
  /** Absolute paths, `/` between folders. */
  readonly targets: readonly string[];
  readonly workingDirectory: string;
  readonly locale: Locale;
  /** Texts of unsaved buffers by absolute path; they stand for the files on disk. */
  readonly buffers: ReadonlyMap<string, string>;
}

/** What the engine answers to each kind of request. */
export interface Answers {
  readonly audit: AuditAnswer;
  /** All numbers of the processes that were named, as Markdown. */
  readonly numbers: string;
  /** The path that was written. */
  readonly report: string;
  /** Markdown; nothing when the rule is unknown. */
  readonly hover: string | undefined;
  readonly page: string | undefined;
}

/** A result, or the one mistake in a configuration that kept it from being made. */
export type AuditAnswer =
  | {
      readonly result: AuditResult;
      /** Of the first file that was named. */
      readonly annotations: Annotations;
      /** Rules that were left out because they simulate. */
      readonly later: readonly string[];
    }
  /** A later request made the answer worthless. */
  | { readonly superseded: true }
  | {
      readonly mistake: {
        readonly message: string;
        /** Relative to the working directory; absent for a mistake that stands in no file. */
        readonly path?: string;
        readonly range?: AuditResult['findings'][number]['range'];
      };
    };

export interface Envelope {
  readonly id: number;
  readonly request: Request;
}

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };
