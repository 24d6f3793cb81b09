import type { Locale } from '../i18n/text.ts';

/**
 * What can be worked out of processes: what `flowaudit analyze`, the editor and the report print.
 *
 * Stable like the audit result (`analysis-result.schema.json`). Times are seconds, shares lie between
 * 0 and 1, visits are per case. A number that is not known is absent, and `undecided` says why.
 */
export interface AnalysisResult {
  readonly apiVersion: 'flowaudit/v1';
  readonly kind: 'AnalysisResult';
  readonly tool: { readonly name: 'flowaudit'; readonly version: string };
  readonly asOf: string;
  readonly locale: Locale;
  readonly processes: readonly ProcessAnalysis[];
  /** Present when something was assumed to be otherwise. */
  readonly whatIf?: WhatIf;
}

export interface ProcessAnalysis {
  /** Of the file, relative to the working directory. */
  readonly path: string;
  readonly id: string;
  readonly name: string;
  /** The sentences an owner would repeat: what is not kept, what nobody can tell, what is tight. */
  readonly headlines: readonly string[];
  readonly time: TimeAnalysis;
  readonly flow: FlowAnalysis;
  readonly steps: readonly StepAnalysis[];
  readonly roles: readonly RoleAnalysis[];
  readonly availability?: {
    readonly weighted: number;
    readonly worst: number;
    readonly worstSystems: readonly string[];
  };
  readonly slas: readonly SlaAnalysis[];
}

/** Durations added up in natural time, opening hours left aside. */
export interface TimeAnalysis {
  readonly meanSeconds?: number;
  /** As if no loop had a maximum. */
  readonly meanUncappedSeconds?: number;
  readonly sdSeconds?: number;
  readonly shortestSeconds?: number;
  readonly longestSeconds?: number;
  /** The longest time has no limit: loops or durations without one. */
  readonly unbounded?: readonly string[];
  /** Of simulated cases, to four significant digits. */
  readonly simulated?: {
    readonly cases: number;
    /** Half-width of the band around every share, with 99 %. */
    readonly margin: number;
    readonly meanSeconds: number;
    readonly p50: number;
    readonly p80: number;
    readonly p90: number;
    readonly p95: number;
    readonly p99: number;
  };
  readonly criticalPath?: readonly string[];
  readonly criticalPathSeconds?: number;
  /** All work by mean time; and the theoretical by the real cycle time. */
  readonly workShare?: number;
  readonly efficiency?: number;
  readonly undecided?: string;
}

export interface FlowAnalysis {
  readonly handoffs?: number;
  readonly automatedShare?: number;
  readonly solvedAtOnceShare?: number;
  readonly cost?: {
    readonly total: number;
    readonly labour: number;
    readonly material: number;
    readonly currency: string;
    /** Roles that work and have no price; the total is without them. */
    readonly unpriced: readonly string[];
  };
}

export interface StepAnalysis {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly role?: string;
  readonly visits?: number;
  readonly visitsUncapped?: number;
  readonly meanSeconds?: number;
  readonly workSeconds?: number;
  readonly slackSeconds?: number;
  readonly critical: boolean;
}

export interface RoleAnalysis {
  readonly id: string;
  readonly name: string;
  readonly staffed: boolean;
  readonly visits: number;
  readonly touchSeconds: number;
  readonly touchSecondsUncapped: number;
  /** Hours per natural day on average over the as-of year. */
  readonly needHoursPerDay?: number;
  readonly offeredHoursPerDay?: number;
  readonly aroundTheClock: boolean;
  readonly utilisation?: number;
  readonly maxOccupancy: number;
  readonly seats?: number;
  readonly seatsNeeded?: number;
  readonly headcount?: number;
  /** People needed to fill the seats. */
  readonly peopleForSeats?: number;
  readonly peak?: {
    readonly cases: number;
    readonly perSeconds: number;
    readonly load: number;
    readonly servers: number;
    readonly stable: boolean;
    readonly seatsNeeded?: number;
  };
  /** Erlang's queue at even arrivals; absent where seats differ by the hour, or it grows for ever. */
  readonly meanWaitSeconds?: number;
  readonly verdict: 'enough' | 'tight' | 'tooFew' | 'undecided';
  readonly sentence: string;
}

export type Rung =
  | 'impossible'
  | 'calendar'
  | 'guaranteed'
  | 'bound'
  | 'mean'
  | 'distribution'
  | 'capacity'
  | 'systems';

export interface SlaAnalysis {
  readonly id: string;
  readonly tier?: string;
  readonly name: string;
  /** As the file writes it: a limit such as `12h`, or an availability. */
  readonly promise: string;
  readonly attainment?: string;
  /** Where it is promised, RFC 6901 in the document of the process. */
  readonly pointer: string;
  readonly verdict: 'met' | 'broken' | 'undecided';
  /** The way to work it out that decided; absent where none could be tried. */
  readonly rung?: Rung;
  readonly weakestInput?: 'assumed' | 'declared' | 'measured';
  /** Places of the inputs, such as `steps/handle/time/work`. */
  readonly inputs: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly sentence: string;
}

/** The same numbers with something changed, and which verdicts that flips. */
export interface WhatIf {
  readonly changes: readonly {
    readonly path: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly processes: readonly ProcessAnalysis[];
  readonly flips: readonly Flip[];
}

export interface Flip {
  readonly process: string;
  /** `sla` or `role`, and which. */
  readonly of: 'sla' | 'role';
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
}
