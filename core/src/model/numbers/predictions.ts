import type { Outcome } from '../../analysis/time/flow.ts';
import { stepAt } from '../../analysis/time/prepared.ts';
import type { Wording } from '../../quantity/wording.ts';
import { idOf, mapsIn } from '../flow.ts';
import { wordsOfUndecided } from './lack.ts';
import type { ProcessNumbers } from './process-numbers.ts';

/**
 * What the flow makes one expect of KPIs and policies: shares, hand-overs, cost per case, times. What
 * is not known is left out, and `lacks` says under the same name why; a flow that is faulty itself
 * is reported where it is, and leaves both out.
 */
export function predictions(numbers: ProcessNumbers): Readonly<Record<string, unknown>> {
  const outcomes = {
    automated: numbers.automated,
    solvedAtOnce: numbers.solvedAtOnce,
    handoffs: numbers.handoffs,
    meanSeconds: mapped(numbers.total, ({ mean }) => mean),
    efficiency: mapped(numbers.efficiency, ({ efficiency }) => efficiency),
    workShare: mapped(numbers.efficiency, ({ workShare }) => workShare),
    stepShares: stepShares(numbers),
    ...(numbers.cost === undefined ? {} : { cost: casePrice(numbers, numbers.cost) }),
  };
  const values: Record<string, unknown> = {};
  const lacks: Record<string, Wording> = {};
  for (const [name, outcome] of Object.entries<Outcome<unknown>>(outcomes)) {
    if (outcome.decided) values[name] = outcome.value;
    else if (outcome.because.cause !== 'faulty_flow')
      lacks[name] = wordsOfUndecided(outcome.because);
  }
  const { criticalPath } = numbers;
  if (criticalPath !== undefined) values['criticalPath'] = criticalPath.criticalPath;
  return { ...values, lacks };
}

function mapped<From, To>(outcome: Outcome<From>, of: (value: From) => To): Outcome<To> {
  return outcome.decided ? { decided: true, value: of(outcome.value) } : outcome;
}

/**
 * Cost per case. It is no more than a lower bound where people work without a price (`unpriced`), or
 * where steps with a role do not say how long they take (`untimed`).
 */
function casePrice(
  numbers: ProcessNumbers,
  cost: NonNullable<ProcessNumbers['cost']>,
): Outcome<unknown> {
  const { prepared } = numbers;
  const untimed = prepared.decided
    ? prepared.value.missingTimes.flatMap(({ step = '' }) => {
        const number = prepared.value.numbers.get(step) ?? -1;
        return prepared.value.steps[number]?.step.roles === undefined ? [] : [step];
      })
    : [];
  return mapped(cost, (price) => ({
    ...price,
    unpriced: price.unpriced.filter((id) => numbers.role(id)?.staffed === true),
    untimed,
  }));
}

/** How the time that a case spends in the steps is divided among them. */
interface StepShare {
  readonly id: string;
  /** Its part of the whole, between 0 and 1. */
  readonly share: number;
  /** Seconds per case. */
  readonly seconds: number;
  /** On the slowest regular way through. */
  readonly critical: boolean;
}

/**
 * The shares of the steps, the largest first. `wait` steps are left out, as they pass without us; work
 * in parallel counts for each branch, so that all shares are 1 together.
 */
function stepShares(numbers: ProcessNumbers): Outcome<readonly StepShare[]> {
  const { prepared, visits, total, criticalPath } = numbers;
  if (!prepared.decided) return prepared;
  if (!visits.decided) return visits;
  if (!total.decided) return total;
  const critical = new Set(criticalPath?.criticalPath);
  const times = mapsIn(numbers.views, 'steps').flatMap((step) => {
    const id = idOf(step);
    const number = prepared.value.numbers.get(id);
    const count = visits.value.perStep.get(id) ?? 0;
    return number === undefined || step['type'] === 'wait'
      ? []
      : [{ id, seconds: count * stepAt(prepared.value, number).mean, critical: critical.has(id) }];
  });
  const whole = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const shares = times.map((each) => ({ ...each, share: whole === 0 ? 0 : each.seconds / whole }));
  return { decided: true, value: shares.toSorted((a, b) => b.share - a.share) };
}
