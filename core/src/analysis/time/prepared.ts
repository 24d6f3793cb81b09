import type { Law } from './distribution/law.ts';
import type { FlowStructure } from './structure.ts';
import type { MissingInput, TimedExit, TimedPart, TimedStep } from './flow.ts';

/** A part with its law worked out. */
export interface PreparedPart {
  readonly part: TimedPart;
  readonly law: Law;
  /** A duration for a number from (0, 1). */
  readonly sample: (uniform: number) => number;
}

/** A way out that is really taken; steps are numbered. */
export interface PreparedExit {
  readonly exit: TimedExit;
  readonly to: number;
  /** Share of all visits; not a number when it is not declared. */
  readonly probability: number;
  /** Most times per case; infinite without a cap. */
  readonly cap: number;
  /** Where the case goes instead once the cap is reached. */
  readonly afterwards: number | undefined;
}

export interface PreparedStep {
  readonly step: TimedStep;
  readonly parts: readonly PreparedPart[];
  /** The laws of the parts; the time in the step is their sum. */
  readonly laws: readonly Law[];
  readonly exits: readonly PreparedExit[];
  /** Share of the visits after which this part of the case is over. */
  readonly ends: number;
  readonly mean: number;
  readonly variance: number;
  readonly min: number;
  /** With all retries. */
  readonly max: number;
  /** Of a join: the parallels it names, as numbers. */
  readonly joins: readonly number[];
}

/** A failure, timeout or hand-over without a probability: no number takes account of it. */
export interface LeftOut {
  readonly step: string;
  readonly to: string;
  readonly cause: 'failure' | 'timeout' | 'handoff';
}

/** A flow that was checked, with its steps numbered in their order. */
export interface PreparedFlow extends FlowStructure {
  readonly steps: readonly PreparedStep[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly start: number;
  readonly leftOut: readonly LeftOut[];
  /** Probabilities that are not declared, of steps that can be reached. */
  readonly missing: readonly MissingInput[];
  /** Times that are not declared, of steps that can be reached. */
  readonly missingTimes: readonly MissingInput[];
}

/** The prepared step of a number that comes from the same flow. */
export function stepAt(flow: PreparedFlow, number: number): PreparedStep {
  const step = flow.steps[number];
  if (step === undefined) throw new RangeError(`No step has the number ${number}.`);
  return step;
}

/** Ids of steps, for messages. */
export function idsOf(flow: PreparedFlow, numbers: Iterable<number>): string[] {
  return [...numbers].map((number) => stepAt(flow, number).step.id);
}
