import { longestPath } from './longest.ts';
import { cantelliBounds } from './promises.ts';
import type { PreparedFlow } from './prepared.ts';
import { routeBounds } from './route-bounds.ts';
import { shortestPath } from './shortest.ts';
import { stepPromiseBound } from './step-promises.ts';
import { momentsOf } from './moments.ts';
import type { Outcome } from './flow.ts';
import type { ReducedFlow } from './total-time.ts';
import {
  inputsOf,
  shareOf,
  type ClockRelation,
  type Reason,
  type Rung,
  type TimePromise,
  type Verdict,
} from './verdict.ts';

/** What the rungs without simulation need. The flow is without the paused time. */
export interface Question {
  readonly flow: PreparedFlow;
  readonly promise: TimePromise;
  readonly relation: ClockRelation;
  /** The flow reduced to a Markov chain, worked out once when a rung first asks. */
  readonly reduced: () => Outcome<ReducedFlow>;
}

/** A limit that is exceeded by less than this is kept: sums of decimals are not exact. */
const tolerance = 1e-6;

/** Where time on the clock is at least, or at most, the time of the steps. */
const notLess = (relation: ClockRelation): boolean =>
  relation === 'equal' || relation === 'at_least';
const notMore = (relation: ClockRelation): boolean =>
  relation === 'equal' || relation === 'at_most';

/** Rung 1: even the shortest path takes longer than the limit. */
export function impossibleRung({ flow, promise, relation }: Question): Verdict {
  const { seconds, path } = shortestPath(flow);
  const base = {
    numbers: numbersOf({ shortestSeconds: seconds, ...limitsOf(promise) }),
    ...inputsOf(flow, { probabilities: false, steps: path }),
    steps: path,
  };
  if (path.length === 0) return open('impossible', base, { cause: 'not_reached' });
  if (!notLess(relation)) return open('impossible', base, { cause: 'other_clock' });
  return seconds > latestOf(promise) + tolerance
    ? { rung: 'impossible', verdict: 'broken', ...base }
    : open('impossible', base, { cause: 'inconclusive' });
}

/** Rung 2: even the longest path keeps the limit. */
export function guaranteedRung({ flow, promise, relation }: Question): Verdict {
  const longest = longestPath(flow);
  const inputs = inputsOf(flow, { probabilities: false });
  if (!longest.decided) return open('guaranteed', { numbers: {}, ...inputs }, longest.because);
  const { seconds, endless, unbounded } = longest.value;
  const base = {
    numbers: numbersOf({ longestSeconds: seconds, ...limitsOf(promise) }),
    ...inputs,
    steps: [...endless, ...unbounded],
  };
  if (flow.missingTimes.length > 0) {
    return open('guaranteed', base, { cause: 'missing_input', missing: flow.missingTimes });
  }
  if (!notMore(relation)) return open('guaranteed', base, { cause: 'other_clock' });
  return seconds <= promise.limitSeconds + tolerance
    ? { rung: 'guaranteed', verdict: 'met', ...base }
    : open('guaranteed', base, { cause: 'inconclusive' });
}

/**
 * Rung 3: bounds on the share that hold whatever the distributions and their dependence are, from
 * the limits of the steps (Boole) and from the routes.
 */
export function boundRung({ flow, promise, relation, reduced: reduce }: Question): Verdict {
  const inputs = inputsOf(flow, { probabilities: true });
  const share = shareOf(promise);
  const reduced = reduce();
  if (!reduced.decided) return open('bound', { numbers: {}, ...inputs }, reduced.because);
  const routes = {
    atLeast: routeBounds(reduced.value, promise.limitSeconds).atLeast,
    atMost: routeBounds(reduced.value, latestOf(promise)).atMost,
  };
  const steps = stepPromiseBound(flow, reduced.value.reached);
  const kept = steps !== undefined && steps.seconds <= promise.limitSeconds + tolerance;
  const atLeast = Math.max(routes.atLeast, kept ? steps.attainment : 0);
  const base = {
    numbers: numbersOf({
      atLeast,
      atMost: routes.atMost,
      ...limitsOf(promise),
      stepLimitsSeconds: steps?.seconds,
      stepLimitsAttainment: steps?.attainment,
    }),
    ...inputs,
  };
  if (share === undefined) return open('bound', base, { cause: 'inconclusive' });
  if (notMore(relation) && atLeast >= share - 1e-9)
    return { rung: 'bound', verdict: 'met', ...base };
  if (notLess(relation) && routes.atMost < share - 1e-9) {
    return { rung: 'bound', verdict: 'broken', ...base };
  }
  return open('bound', base, { cause: relation === 'equal' ? 'inconclusive' : 'other_clock' });
}

/**
 * Rung 4: mean and variance by the Markov chain. A promise about the mean is decided; of one
 * about a share only what Cantelli's inequality leaves no doubt about.
 */
export function meanRung({ flow, promise, relation, reduced: reduce }: Question): Verdict {
  const inputs = inputsOf(flow, { probabilities: true });
  const reduced = reduce();
  if (!reduced.decided) return open('mean', { numbers: {}, ...inputs }, reduced.because);
  const { chain, factored, lawsOf, approximate } = reduced.value;
  const { mean, variance } = momentsOf(chain, factored, lawsOf);
  const bounds = {
    atLeast: cantelliBounds(mean, variance, promise.limitSeconds).atLeast,
    atMost: cantelliBounds(mean, variance, latestOf(promise)).atMost,
  };
  const base = {
    numbers: numbersOf({
      meanSeconds: mean,
      sdSeconds: Math.sqrt(variance),
      ...limitsOf(promise),
      ...bounds,
    }),
    ...inputs,
    ...(approximate ? { approximate: true as const } : {}),
  };
  const share = shareOf(promise);
  const late = share === undefined ? mean > latestOf(promise) + tolerance : bounds.atMost < share;
  const kept =
    share === undefined ? mean <= promise.limitSeconds + tolerance : bounds.atLeast >= share;
  // An approximation decides nothing; the simulation does.
  if (!approximate && late && notLess(relation))
    return { rung: 'mean', verdict: 'broken', ...base };
  if (!approximate && kept && notMore(relation)) return { rung: 'mean', verdict: 'met', ...base };
  return open('mean', base, { cause: relation === 'equal' ? 'inconclusive' : 'other_clock' });
}

/** Later than this is late for certain. */
function latestOf({ limitSeconds, workingDays }: TimePromise): number {
  return workingDays?.latestSeconds ?? limitSeconds;
}

function limitsOf({ limitSeconds, workingDays }: TimePromise): Record<string, number | undefined> {
  return { limitSeconds, latestSeconds: workingDays?.latestSeconds };
}

/** A rung that does not decide, and why. */
export function open(
  rung: Rung,
  base: Omit<Verdict, 'rung' | 'verdict' | 'because'>,
  because: Reason,
): Verdict {
  return { rung, verdict: 'undecided', ...base, because };
}

/** Leaves out numbers that are not there. */
export function numbersOf(
  numbers: Readonly<Record<string, number | undefined>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
