import { durationProblem, lawOf, samplerOf } from './distribution/duration.ts';
import { structureOf } from './structure.ts';
import {
  decided,
  undecided,
  type FlowProblem,
  type MissingInput,
  type Outcome,
  type TimedExit,
  type TimedFlow,
  type TimedStep,
} from './flow.ts';
import type {
  LeftOut,
  PreparedExit,
  PreparedFlow,
  PreparedPart,
  PreparedStep,
} from './prepared.ts';

/** Tolerance of the sum of a choice's probabilities, as in the format (± 0.1 %). */
const sumTolerance = 0.001 + 1e-12;

/** Checks a flow and works out what every analysis needs of it. */
export function prepareFlow(flow: TimedFlow): Outcome<PreparedFlow> {
  const problems: FlowProblem[] = [];
  const numbers = new Map<string, number>();
  for (const [number, { id }] of flow.steps.entries()) {
    if (numbers.has(id)) problems.push({ kind: 'duplicate_step', step: id, value: id });
    else numbers.set(id, number);
  }
  const start = numbers.get(flow.start);
  if (start === undefined) {
    problems.push({ kind: 'unknown_start', step: flow.start, value: flow.start });
  }
  const leftOut: LeftOut[] = [];
  const steps = flow.steps.map((step) => prepareStep(step, numbers, problems, leftOut));
  if (start === undefined || problems.length > 0) {
    return undecided({ cause: 'faulty_flow', problems });
  }
  const structure = structureOf(steps, start);
  const { reachable } = structure;
  const missing = [...reachable].flatMap((number) => missingOf(steps[number]));
  return decided({
    steps,
    numbers,
    start,
    leftOut: leftOut.filter(({ step }) => reachable.has(numbers.get(step) ?? -1)),
    missing,
    missingTimes: [...reachable].flatMap((number): MissingInput[] => {
      const step = steps[number]?.step;
      return step?.timeUndeclared === true ? [{ step: step.id, input: 'duration' }] : [];
    }),
    ...structure,
  });
}

function prepareStep(
  step: TimedStep,
  numbers: ReadonlyMap<string, number>,
  problems: FlowProblem[],
  leftOut: LeftOut[],
): PreparedStep {
  const parts = prepareParts(step, problems);
  const total = (value: (part: PreparedPart) => number): number =>
    parts.reduce((sum, part) => sum + value(part), 0);
  const { max: tries = 0, everySeconds = 0 } = step.retry ?? {};
  const exits = prepareExits(step, numbers, problems, leftOut);
  return {
    step,
    parts,
    laws: parts.map(({ law }) => law),
    exits,
    ends: endsOf(step, exits),
    mean: total(({ law }) => law.mean),
    variance: total(({ law }) => law.variance),
    min: total(({ law }) => law.min),
    max:
      step.timeUndeclared === true
        ? Number.POSITIVE_INFINITY
        : total(({ law }) => law.max) * (tries + 1) + everySeconds * tries,
    joins: (step.joins ?? []).flatMap((id) => {
      const number = numbers.get(id);
      if (number === undefined)
        problems.push({ kind: 'unknown_parallel', step: step.id, value: id });
      return number === undefined ? [] : [number];
    }),
  };
}

function prepareParts({ id, parts }: TimedStep, problems: FlowProblem[]): PreparedPart[] {
  return parts.flatMap((part): PreparedPart[] => {
    const problem = durationProblem(part.duration);
    if (problem !== undefined) {
      const value = `${part.kind}: ${problem}`;
      problems.push({ kind: 'unreadable_duration', step: id, value });
      return [];
    }
    const law = lawOf(part.duration);
    return [{ part, law, sample: samplerOf(part.duration, law) }];
  });
}

function prepareExits(
  step: TimedStep,
  numbers: ReadonlyMap<string, number>,
  problems: FlowProblem[],
  leftOut: LeftOut[],
): PreparedExit[] {
  const next = step.exits.filter(({ cause = 'next' }) => cause === 'next');
  const asides = step.exits.filter((exit) => {
    const { cause = 'next', probability, to } = exit;
    if (cause === 'next') return false;
    if (probability === undefined) leftOut.push({ step: step.id, to, cause });
    return probability !== undefined;
  });
  for (const { probability = 0 } of step.exits) {
    if (!(probability >= 0 && probability <= 1)) {
      problems.push({
        kind: 'probability_out_of_range',
        step: step.id,
        value: String(probability),
      });
    }
  }
  const aside = asides.reduce((sum, { probability = 0 }) => sum + probability, 0);
  const sum = sumOf(step, next);
  const off = (total: number): boolean => Math.abs(total - 1) > sumTolerance;
  if (aside > 1 + sumTolerance) {
    problems.push({ kind: 'probabilities_do_not_sum', step: step.id, value: String(aside) });
  } else if (next.length > 0 && off(sum)) {
    problems.push({ kind: 'probabilities_do_not_sum', step: step.id, value: String(sum) });
  }
  const left = Math.max(0, 1 - aside);
  const shares = new Map<TimedExit, number>();
  for (const exit of asides) shares.set(exit, (exit.probability ?? 0) / (left + aside));
  for (const exit of next) shares.set(exit, shareOf(step, exit, next.length, sum) * left);
  return [...shares].flatMap(([exit, probability]) =>
    probability === 0 ? [] : prepareExit(step, exit, probability, numbers, problems),
  );
}

/** What no exit takes: everything of a step without exits, the rest where only some cases leave. */
function endsOf(step: TimedStep, exits: readonly PreparedExit[]): number {
  const next = step.exits.some(({ cause = 'next' }) => cause === 'next');
  if (next || step.kind === 'parallel') return exits.length === 0 ? 1 : 0;
  return Math.max(0, 1 - exits.reduce((sum, { probability }) => sum + probability, 0));
}

/** The declared sum of the exits of a choice; 1 where nothing is to be summed up. */
function sumOf(step: TimedStep, next: readonly TimedExit[]): number {
  if (step.kind === 'parallel' || next.some(({ probability }) => probability === undefined))
    return 1;
  return next.reduce((sum, { probability = 0 }) => sum + probability, 0);
}

function shareOf(step: TimedStep, exit: TimedExit, count: number, sum: number): number {
  if (step.kind === 'parallel') return 1;
  if (exit.probability === undefined) return count === 1 ? 1 : Number.NaN;
  return exit.probability / sum;
}

function prepareExit(
  step: TimedStep,
  exit: TimedExit,
  probability: number,
  numbers: ReadonlyMap<string, number>,
  problems: FlowProblem[],
): PreparedExit[] {
  const [to, afterwards] = [exit.to, exit.loop?.afterwards].map((id) => {
    const number = id === undefined ? undefined : numbers.get(id);
    if (id !== undefined && number === undefined) {
      problems.push({ kind: 'unknown_target', step: step.id, value: id });
    }
    return number;
  });
  const cap = exit.loop?.max ?? Number.POSITIVE_INFINITY;
  return to === undefined ? [] : [{ exit, to, probability, cap, afterwards }];
}

function missingOf(step: PreparedStep | undefined): MissingInput[] {
  return (step?.exits ?? []).flatMap(({ exit, probability }) =>
    Number.isNaN(probability) && step !== undefined
      ? [{ step: step.step.id, input: 'probability', of: exit.to } satisfies MissingInput]
      : [],
  );
}
