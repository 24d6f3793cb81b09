import type { SourceFile } from '../document/source-document.ts';
import type { MessageData, MessageId } from '../i18n/translate.ts';
import type { Model } from '../model/model.ts';
import type { Resource } from '../model/resource.ts';
import type { Severity } from '../ruleset/rule.ts';

/** Choices of one `flowaudit.yaml`, or the defaults where there is none. */
export interface Settings {
  /** The selected rules, each at the severity it has here. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly rulesets: readonly string[];
  /** The switches that make rules stricter; rules read them as `$profiles`. */
  readonly profiles: readonly string[];
  readonly gate: Gate;
}

/** When CI must stop. */
export interface Gate {
  /** The lowest severity that closes the gate; `never` leaves it open. */
  readonly failOn: Severity | 'never';
  readonly undecided: 'fail' | 'allow';
}

/** One thing that is audited: a process with its organisation, or an organisation alone. */
export interface Unit {
  readonly model: Model;
  readonly settings: Settings;
}

/** A file that the audit was given, whatever became of it. */
export interface AuditedFile {
  readonly path: string;
  /** Hex SHA-256 of the bytes; empty when they could not be read. */
  readonly sha256: string;
  readonly status: 'checked' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  readonly reason?: { readonly code: MessageId; readonly data: MessageData };
  /** Present for checked files. */
  readonly source?: SourceFile;
  readonly resources: readonly Resource[];
  readonly settings: Settings;
}
