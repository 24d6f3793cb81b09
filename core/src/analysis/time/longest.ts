import { chainOf } from './chain.ts';
import { longestTime } from './extremes.ts';
import { decided, type Outcome } from './flow.ts';
import { idsOf, stepAt, type PreparedFlow } from './prepared.ts';

export interface LongestPath {
  /** Infinite when the steps below let it be. */
  readonly seconds: number;
  /** Steps a case can go through any number of times: loops without a cap. */
  readonly endless: readonly string[];
  /** Steps whose duration has no maximum. */
  readonly unbounded: readonly string[];
}

/**
 * The most time a case can take: maximum durations with all retries, each loop taken to its cap,
 * each join waiting for its last branch. It is a bound whatever the probabilities are.
 */
export function longestPath(flow: PreparedFlow): Outcome<LongestPath> {
  const chain = chainOf(flow, { capped: true });
  if (!chain.decided) return chain;
  const { seconds, cycle } = longestTime(
    chain.value,
    (state) => stepAt(flow, chain.value.steps[state] ?? 0).max,
  );
  const unbounded = [...flow.reachable].filter(
    (number) => stepAt(flow, number).max === Number.POSITIVE_INFINITY,
  );
  const endless = new Set(cycle.map((state) => chain.value.steps[state] ?? 0));
  return decided({
    seconds,
    endless: idsOf(flow, endless),
    unbounded: idsOf(flow, unbounded),
  });
}
