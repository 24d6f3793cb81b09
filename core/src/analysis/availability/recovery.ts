import { downtimeBudget } from './repair.ts';

/** A recovery time promised for a system and a limit that depends on the system. */
export interface RecoveryQuestion {
  readonly rtoSeconds: number;
  readonly limitSeconds: number;
  /** Share of cases that must keep the limit; 1 is every case. */
  readonly attainment: number;
  /** Window over which the attainment is counted. */
  readonly windowSeconds?: number;
}

export type RecoveryVerdict =
  /** An outage is over before the limit. */
  | { readonly verdict: 'fits' }
  /** An outage is longer than the limit, and the attainment leaves so many of them per window. */
  | { readonly verdict: 'within_attainment'; readonly outagesPerWindow: number }
  /** A single outage breaks the limit, or all that the attainment allows. */
  | { readonly verdict: 'broken' }
  /** The window over which the attainment is counted is not declared. */
  | { readonly verdict: 'undecided' };

/**
 * Holds a recovery time against a limit. A limit that some cases may miss is not compared with the
 * recovery time itself: seconds promised to 80 % of the callers are no promise about an outage.
 * What the attainment leaves, (1 − a) · window, is compared instead, arrivals being even.
 */
export function recoveryAgainst(question: RecoveryQuestion): RecoveryVerdict {
  const { rtoSeconds, limitSeconds, attainment, windowSeconds } = question;
  if (rtoSeconds <= limitSeconds * (1 + 1e-9)) return { verdict: 'fits' };
  if (attainment >= 1) return { verdict: 'broken' };
  if (windowSeconds === undefined) return { verdict: 'undecided' };
  // Cases that arrive in the last part of an outage still keep the limit.
  const late = rtoSeconds - limitSeconds;
  const outagesPerWindow = Math.floor(downtimeBudget(attainment, windowSeconds) / late + 1e-9);
  return outagesPerWindow >= 1
    ? { verdict: 'within_attainment', outagesPerWindow }
    : { verdict: 'broken' };
}
