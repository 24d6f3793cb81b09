import * as validators from './generated/validators.js';
import type { DocumentKind, ShapeKind } from './node.ts';
import { faultsOf, type ShapeFault } from './shape-fault.ts';
import type {
  ConfigFile,
  CoverageFile,
  EvidenceFile,
  PackFile,
  RuleFile,
  RulesetFile,
  WaiversFile,
} from './types.ts';

export type { DocumentKind, ShapeKind } from './node.ts';
export type { ShapeFault } from './shape-fault.ts';

/** What is wrong with the shape of a value, one fault per cause, in order of the value's keys. */
export function validateShape(kind: ShapeKind, value: unknown): readonly ShapeFault[] {
  const validate = validators[kind];
  return validate(value) ? [] : faultsOf(kind, value, validate.errors ?? []);
}

const documentKinds: readonly DocumentKind[] = [
  'Process',
  'Organization',
  'Evidence',
  'Waivers',
  'Config',
];

/** The kind a document says it is; nothing for one without our header. */
export function knownKind(value: unknown): DocumentKind | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { apiVersion, kind } = value as { apiVersion?: unknown; kind?: unknown }; // any object may be asked
  // Another version is our file all the same: its author must learn that we cannot read it.
  if (typeof apiVersion !== 'string' || !apiVersion.startsWith('flowaudit/')) return undefined;
  return documentKinds.find((each) => each === kind);
}

export function isRuleFile(value: unknown): value is RuleFile {
  return validators.Rule(value);
}

export function isPackFile(value: unknown): value is PackFile {
  return validators.Pack(value);
}

export function isRulesetFile(value: unknown): value is RulesetFile {
  return validators.Ruleset(value);
}

export function isCoverageFile(value: unknown): value is CoverageFile {
  return validators.Coverage(value);
}

export function isConfigFile(value: unknown): value is ConfigFile {
  return validators.Config(value);
}

export function isWaiversFile(value: unknown): value is WaiversFile {
  return validators.Waivers(value);
}

export function isEvidenceFile(value: unknown): value is EvidenceFile {
  return validators.Evidence(value);
}
