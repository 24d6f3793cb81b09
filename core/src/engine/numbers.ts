import type { PlainMap } from '../model/plain.ts';
import type { Limit } from '../model/limit.ts';
import type { Views } from '../model/model.ts';
import { aimOf } from '../model/numbers/aims.ts';
import { defaultCalendarOf } from '../model/numbers/calendars.ts';
import { predictions } from '../model/numbers/predictions.ts';
import { ProcessNumbers } from '../model/numbers/process-numbers.ts';
import type { JudgedLimit } from '../model/numbers/promise-judge.ts';
import { wordsOfLack, wordsOfReason } from '../model/numbers/lack.ts';
import { hoursInWords, lengthInWords, numberInWords, shareInWords } from '../quantity/wording.ts';

/**
 * What rules can ask of the numbers of a process: `$judged(limit)` without and `$simulated(limit)`
 * with simulation, `$aim(kpi)` the target of a KPI as such a limit, `$load(role)`,
 * `$composed(sla)`, `$ownTime(step)`, `$predicted()`; and how messages say a quantity,
 * `$inWords(seconds)`, `$inHours(seconds)`, `$asPercent(share)`, `$asNumber(number)`.
 */
export function numberFunctions(
  views: Views,
  asOf: string,
  shouldStop?: () => boolean,
): Readonly<Record<string, unknown>> {
  let numbers: ProcessNumbers | undefined;
  const all = (): ProcessNumbers => (numbers ??= new ProcessNumbers(views, asOf));
  let predicted: unknown;
  return {
    judged: (limit: Limit | undefined) =>
      limit && factsOf(find(all().timing(limit.sla), limit), all()),
    simulated: (limit: Limit | undefined) =>
      limit && factsOf(find(all().verdicts(limit.sla, shouldStop), limit), all()),
    aim: (kpi: PlainMap) =>
      aimOf(kpi, { calendars: all().calendars, defaultCalendar: defaultCalendarOf(views) }),
    load: ({ id }: PlainMap) => all().role(String(id)),
    composed: (sla: PlainMap) => composedFacts(all(), sla),
    ownTime: (step: PlainMap) => ownTime(all(), step),
    predicted: () => (predicted ??= predictions(all())),
    inWords: (seconds: unknown) => said(seconds, lengthInWords),
    inHours: (seconds: unknown) => said(seconds, hoursInWords),
    asPercent: (share: unknown) => said(share, shareInWords),
    asNumber: (number: unknown) => said(number, (value) => numberInWords(value, 3)),
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
