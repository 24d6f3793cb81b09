import type { Text } from '../i18n/text.ts';
import type { FlowDrawing } from './drawing/flow-drawing.ts';

/**
 * What one process can keep of its promises, as the report prints it: numbers and finished
 * sentences in the report's language.
 *
 * A row without a number says with `missing` which input it lacks.
 */
export interface AnalysisPage {
  readonly path: string;
  readonly name: Text;
  /** Sentences to repeat to whoever decides, the most important first. */
  readonly headlines: readonly string[];
  /** Empty: not computed. */
  readonly times: readonly TimeFigure[];
  readonly criticalPath?: CriticalPath;
  readonly roles: readonly RoleFigures[];
  readonly availability: readonly AvailabilityFigures[];
  readonly slas: readonly SlaFigures[];
  readonly drawing?: FlowDrawing;
}

/** From the start to the end of a case. */
export interface TimeFigure {
  readonly measure: 'mean' | 'p50' | 'p80' | 'p90' | 'p95' | 'p99';
  readonly seconds?: number;
  readonly missing?: string;
}

export interface CriticalPath {
  /** Names, in order. */
  readonly steps: readonly string[];
  readonly seconds?: number;
  readonly missing?: string;
}

/** The workload of one role. */
export interface RoleFigures {
  readonly name: string;
  /** Pieces of work per case. */
  readonly visits?: number;
  /** Work per case, in seconds. */
  readonly touchSeconds?: number;
  readonly neededHoursPerDay?: number;
  readonly availableHoursPerDay?: number;
  /** Share; more than 1 where the work cannot be done. */
  readonly utilisation?: number;
  /** People on duty at the same time. */
  readonly staffNeeded?: number;
  readonly missing?: string;
}

/** One system, or all that a promise needs together. */
export interface AvailabilityFigures {
  readonly name: string;
  /** Shares of the time. */
  readonly promised?: number;
  readonly reached?: number;
  readonly sentence?: string;
  readonly missing?: string;
}

export interface SlaFigures {
  readonly name: string;
  /** Such as `95% within 2 h`, in the report's language. */
  readonly promise: string;
  readonly verdict: 'met' | 'broken' | 'undecided';
  /** Which way of judging decided, or was the last one tried. */
  readonly rung:
    | 'impossible'
    | 'guaranteed'
    | 'bound'
    | 'mean'
    | 'distribution'
    | 'capacity'
    | 'evidence';
  readonly weakest?: {
    readonly source: 'assumed' | 'declared' | 'measured';
    /** Which input it is, in words. */
    readonly input?: string;
  };
  /** What decided it; of an undecided one, what is missing. */
  readonly sentence: string;
}
