import { erlangC } from './erlang.ts';

/** A queue in front of equal servers. */
export interface QueueInput {
  readonly arrivalsPerSecond: number;
  /** Mean length of a piece of work, per concurrent case. */
  readonly handlingSeconds: number;
  /** Cases that can be worked on at once (`serversOf`). */
  readonly servers: number;
  /** Squared coefficient of variation of the times between arrivals; 1 when absent. */
  readonly arrivalScv?: number;
  /** The same of the handling time; 1 when absent. */
  readonly handlingScv?: number;
}

/** A queue that grows for ever has no waiting time: nothing but the load is said of it. */
export interface UnstableQueue {
  readonly stable: false;
  /** Erlang. */
  readonly load: number;
  readonly servers: number;
}

export interface StableQueue {
  readonly stable: true;
  readonly load: number;
  readonly servers: number;
  /** Share of the time a server is busy; 0 without any server. */
  readonly utilisation: number;
  /** Share of the arrivals that wait at all. */
  readonly delayed: number;
  /** Mean wait of all arrivals (average speed of answer), in seconds. */
  readonly meanWaitSeconds: number;
  /** Mean wait of those that wait. */
  readonly meanDelaySeconds: number;
  /** Mean number of waiting cases, by Little's law. */
  readonly waiting: number;
  /** Which formula gave the waiting time, to be printed. */
  readonly formula: 'erlang_c' | 'allen_cunneen';
}

export type Queue = StableQueue | UnstableQueue;

/** Cases that seats can work on at once: seats times concurrent cases, whole ones. */
export function serversOf(seats: number, concurrency = 1): number {
  return Math.floor(seats * concurrency + 1e-9);
}

/**
 * The queue of M/M/N, and by Allen and Cunneen of G/G/N: with C of Erlang and a = λ·AHT,
 * Wq = C·AHT/(N − a) · (Ca² + Cs²)/2. The second is an approximation; with both variations 1 it
 * is Erlang's own formula.
 * Sources: Gross et al., Fundamentals of Queueing Theory, 4th ed., 2.3; A. O. Allen, Probability,
 * Statistics and Queueing Theory, 2nd ed., 5.2 (Allen-Cunneen).
 */
export function queueOf(input: QueueInput): Queue {
  const { arrivalsPerSecond, handlingSeconds, servers, arrivalScv = 1, handlingScv = 1 } = input;
  const load = arrivalsPerSecond * handlingSeconds;
  const formula = arrivalScv === 1 && handlingScv === 1 ? 'erlang_c' : 'allen_cunneen';
  if (load === 0) {
    const none = {
      utilisation: 0,
      delayed: 0,
      meanWaitSeconds: 0,
      meanDelaySeconds: 0,
      waiting: 0,
    };
    return { stable: true, load, servers, ...none, formula };
  }
  const delayed = erlangC(load, servers);
  if (delayed === undefined) return { stable: false, load, servers };
  const meanDelaySeconds = (handlingSeconds / (servers - load)) * ((arrivalScv + handlingScv) / 2);
  const meanWaitSeconds = delayed * meanDelaySeconds;
  return {
    stable: true,
    load,
    servers,
    utilisation: load / servers,
    delayed,
    meanWaitSeconds,
    meanDelaySeconds,
    waiting: arrivalsPerSecond * meanWaitSeconds,
    formula,
  };
}

/** Service level P(W ≤ t) = 1 − C·e^(−t/d), d being the mean wait of those that wait. */
export function servedWithin(queue: StableQueue, seconds: number): number {
  if (queue.meanDelaySeconds === 0) return 1;
  return 1 - queue.delayed * Math.exp(-Math.max(0, seconds) / queue.meanDelaySeconds);
}

/** The wait that a share p of the arrivals does not exceed. */
export function waitQuantile(queue: StableQueue, p: number): number {
  return p <= 1 - queue.delayed || queue.delayed === 0
    ? 0
    : -queue.meanDelaySeconds * Math.log((1 - p) / queue.delayed);
}

/** The wait as a distribution: nothing for some, exponential for the others. */
export function waitModel(queue: StableQueue): {
  readonly kind: 'delayed';
  readonly probability: number;
  readonly mean: number;
} {
  return { kind: 'delayed', probability: queue.delayed, mean: queue.meanDelaySeconds };
}
