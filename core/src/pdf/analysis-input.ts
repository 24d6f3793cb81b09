import type { Text } from '../i18n/text.ts';
import type { EdgeKind, FlowDrawing, StepType } from './drawing/flow-drawing.ts';

export type { EdgeKind, FlowDrawing, StepType };

/**
 * What one process can keep of its promises, as the report prints it. Every text is finished and
 * in the report's language, numbers with their units, so that report, command line and editor
 * write them the same way.
 *
 * An absent number is printed as a dash; `missing` says which input it lacks.
 */
export interface AnalysisPage {
  readonly path: string;
  readonly name: Text;
  /** Sentences to repeat to whoever decides, the most important first. */
  readonly headlines: readonly string[];
  /** From the start to the end of a case. Empty: not computed. */
  readonly times: readonly TimeFigure[];
  readonly criticalPath?: CriticalPath;
  /** How the times were computed, and what was left aside. */
  readonly timeNotes?: readonly string[];
  readonly roles: readonly RoleFigures[];
  readonly availability: readonly AvailabilityFigures[];
  readonly slas: readonly SlaFigures[];
  readonly drawing?: FlowDrawing;
}

export interface TimeFigure {
  readonly measure: 'mean' | 'p50' | 'p80' | 'p90' | 'p95' | 'p99';
  readonly time?: string;
  readonly missing?: string;
}

export interface CriticalPath {
  /** Names, in order. */
  readonly steps: readonly string[];
  readonly time?: string;
  readonly missing?: string;
}

/** The workload of one role. */
export interface RoleFigures {
  readonly name: string;
  /** Pieces of work per case. */
  readonly visits?: string;
  /** Work per case. */
  readonly touch?: string;
  readonly hoursNeeded?: string;
  readonly hoursAvailable?: string;
  readonly utilisation?: string;
  /** People on duty at the same time. */
  readonly staffNeeded?: string;
  /** There are too few people; marks the utilisation, of which the sentence says the same. */
  readonly isOverloaded?: boolean;
  readonly sentence?: string;
  readonly missing?: string;
}

/** One system, or all that a promise needs together. */
export interface AvailabilityFigures {
  readonly name: string;
  readonly promised?: string;
  readonly reached?: string;
  /** Less is reached than promised; marks the number, of which the sentence says the same. */
  readonly fallsShort?: boolean;
  readonly sentence?: string;
  readonly missing?: string;
}

export interface SlaFigures {
  readonly name: string;
  /** Such as `95% within 2 h`. */
  readonly promise: string;
  readonly verdict: 'met' | 'broken' | 'undecided';
  /** The verdict in words. */
  readonly word: string;
  /** Which way of judging decided; absent where none could be tried. */
  readonly rung?: string;
  /** How certain the least certain input is, in words. */
  readonly weakestInput?: string;
  /** What decided it; of an undecided one, what is missing. */
  readonly sentence: string;
}
