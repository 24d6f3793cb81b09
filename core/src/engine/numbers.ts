import type { PlainMap } from '../model/plain.ts';
import type { Limit } from '../model/limit.ts';
import type { Views } from '../model/model.ts';
import { ProcessNumbers } from '../model/numbers/process-numbers.ts';
import type { JudgedLimit } from '../model/numbers/promise-judge.ts';
import { wordsOfLack, wordsOfReason } from '../model/numbers/lack.ts';
import { hoursInWords, lengthInWords, shareInWords } from '../quantity/wording.ts';

/**
 * What rules can ask of the numbers of a process: `$judged(limit)` without and `$simulated(limit)`
 * with simulation, `$load(role)`, `$composed(sla)`, `$ownTime(step)`, `$predicted()`; and how
 * messages say a quantity, `$inWords(seconds)`, `$inHours(seconds)`, `$asPercent(share)`.
 */
export function numberFunctions(
  views: Views,
  asOf: string,
  shouldStop?: () => boolean,
): Readonly<Record<string, unknown>> {
  let numbers: ProcessNumbers | undefined;
  const all = (): ProcessNumbers => (numbers ??= new ProcessNumbers(views, asOf));
  return {
    judged: (limit: Limit) => factsOf(find(all().timing(limit.sla), limit), all()),
    simulated: (limit: Limit) => factsOf(find(all().verdicts(limit.sla, shouldStop), limit), all()),
    load: ({ id }: PlainMap) => all().role(String(id)),
    composed: (sla: PlainMap) => composedFacts(all(), sla),
    ownTime: (step: PlainMap) => ownTime(all(), step),
    predicted: () => predictions(all()),
    inWords: (seconds: unknown) => said(seconds, lengthInWords),
    inHours: (seconds: unknown) => said(seconds, hoursInWords),
    asPercent: (share: unknown) => said(share, shareInWords),
  };
}

function said<Text>(value: unknown, say: (value: number) => Text): Text | undefined {
  return typeof value === 'number' ? say(value) : undefined;
}

function find(limits: readonly JudgedLimit[], { tier }: Limit): JudgedLimit | undefined {
  return limits.find((limit) => limit.tier === tier);
}

/** A judged limit as plain data: JSONata reads no getters. */
function factsOf(limit: JudgedLimit | undefined, numbers: ProcessNumbers): unknown {
  if (limit === undefined) return undefined;
  const { judgement, lacks } = limit;
  if (judgement === undefined) {
    return { verdict: 'undecided', asked: numbers.hasTimes, lacks: wordsOfLack(lacks) };
  }
  const { deciding } = judgement;
  return {
    verdict: deciding.verdict,
    rung: deciding.rung,
    // A flow that is faulty itself is reported where it is; its promises are no findings besides.
    asked: numbers.hasTimes && deciding.because?.cause !== 'faulty_flow',
    numbers: deciding.numbers,
    weakestInput: deciding.weakestInput,
    calendar: deciding.calendar,
    steps: deciding.steps ?? [],
    ...(deciding.verdict === 'undecided' ? { lacks: wordsOfReason(deciding) } : {}),
  };
}

function composedFacts(numbers: ProcessNumbers, sla: PlainMap): unknown {
  const found = numbers.availability(sla);
  if (found === undefined) return undefined;
  const { composed } = found;
  return {
    ...found,
    ...(composed.decided
      ? { availability: composed.availability, systems: composed.systems }
      : { undeclared: composed.systems, cause: composed.cause }),
  };
}

/** Least, mean and most time of one step by itself, all its parts added up in natural time. */
function ownTime(numbers: ProcessNumbers, { id }: PlainMap): unknown {
  const flow = numbers.prepared;
  const step = flow.decided
    ? flow.value.steps[flow.value.numbers.get(String(id)) ?? -1]
    : undefined;
  if (step === undefined || step.step.timeUndeclared === true) return undefined;
  const work = step.parts.filter(({ part }) => part.kind === 'work');
  const sum = (of: typeof work, value: 'min' | 'mean' | 'max'): number =>
    of.reduce((total, { law }) => total + law[value], 0);
  return {
    min: sum([...step.parts], 'min'),
    mean: sum([...step.parts], 'mean'),
    max: sum([...step.parts], 'max'),
    workMin: sum(work, 'min'),
    workMean: sum(work, 'mean'),
  };
}

/** What the flow makes one expect of KPIs: shares, cost per case, time; absent where it is not known. */
function predictions(numbers: ProcessNumbers): unknown {
  const { automated, solvedAtOnce, cost, total, efficiency, criticalPath } = numbers;
  return {
    ...(automated.decided && automated.value !== undefined ? { automated: automated.value } : {}),
    ...(solvedAtOnce.decided ? { solvedAtOnce: solvedAtOnce.value } : {}),
    ...(cost?.decided === true ? { cost: cost.value } : {}),
    ...(total.decided ? { meanSeconds: total.value.mean } : {}),
    ...(efficiency.decided ? { workShare: efficiency.value.workShare } : {}),
    ...(criticalPath === undefined ? {} : { criticalPath: criticalPath.criticalPath }),
  };
}
