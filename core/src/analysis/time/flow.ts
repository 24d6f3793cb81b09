import type { DurationModel } from './distribution/duration.ts';

/** How good an input is: guessed by the tool, written down by the owner, or taken from evidence. */
export type Source = 'assumed' | 'declared' | 'measured';

/**
 * A piece of the time a step takes. `queue` is the wait for our own staff and is replaced when
 * capacity is computed; `wait` is the wait for the world outside and never is.
 */
export interface TimedPart {
  readonly kind: 'handoff' | 'queue' | 'wait' | 'work';
  readonly duration: DurationModel;
  /** Calendar whose hours it takes; absent is natural time. */
  readonly clock?: string;
  readonly source: Source;
  /** Pause state the case is in meanwhile, such as `waiting_customer`. */
  readonly state?: string;
}

/** A way out of a step. A step without any ends its part of the case. */
export interface TimedExit {
  readonly to: string;
  /** `next` when absent. The others are left out of every number unless they have a probability. */
  readonly cause?: 'next' | 'failure' | 'timeout' | 'handoff';
  /** Share of the visits that leave this way; of `next` exits, of the visits left by the others. */
  readonly probability?: number;
  /** `declared` when absent. */
  readonly source?: Source;
  /**
   * A way back: taken at most `max` times per case, then the case goes to `afterwards` instead;
   * without it the other exits share its part. Exits that are one object share one count.
   */
  readonly loop?: { readonly max?: number; readonly afterwards?: string };
  /** The customer has to come again, or the case changes hands: no first-contact resolution. */
  readonly returns?: boolean;
  /** Time the step has taken when it is left this way (a timeout), instead of its own. */
  readonly afterSeconds?: number;
}

export interface TimedStep {
  readonly id: string;
  /** `parallel` starts all its exits at once, `join` waits for them; any other step is `work`. */
  readonly kind: 'work' | 'parallel' | 'join';
  readonly parts: readonly TimedPart[];
  /** It takes time and nobody says how much: whatever needs the time is undecided. */
  readonly timeUndeclared?: boolean;
  readonly exits: readonly TimedExit[];
  /** Of a join: one parallel (one arrival per branch that can get here) or several (all arrows). */
  readonly joins?: readonly string[];
  /** Who works on it; each of them is busy for the whole work. */
  readonly roles?: readonly string[];
  readonly department?: string;
  readonly automated?: boolean;
  /** Material and fees per visit. */
  readonly cost?: number;
  /** Tries after the first; their time counts into the longest time only. */
  readonly retry?: { readonly max: number; readonly everySeconds: number };
  /** The limit of the step itself and the share of visits that keep it. */
  readonly promise?: { readonly withinSeconds: number; readonly attainment: number };
  /** The clock in question stops when this step is done, whatever else is still open. */
  readonly final?: boolean;
}

/**
 * A process as time sees it. Several arrows into a step other than a join are a merge. A case is
 * complete when no work is left anywhere.
 */
export interface TimedFlow {
  readonly start: string;
  readonly steps: readonly TimedStep[];
}

/** An input that the file does not give, and that the question needs. */
export interface MissingInput {
  /** Absent for what belongs to no step. */
  readonly step?: string;
  readonly input: 'probability' | 'duration' | 'calendar' | 'staffing' | 'arrivals';
  /** What exactly: the branch's target, the calendar's or the role's id. */
  readonly of?: string;
}

/** Why a question has no answer. */
export type Undecided =
  | { readonly cause: 'missing_input'; readonly missing: readonly MissingInput[] }
  /** A case that gets to these steps never ends. */
  | { readonly cause: 'never_ends'; readonly steps: readonly string[] }
  /** These parallels and joins are no pairs around closed branches. */
  | { readonly cause: 'not_block_structured'; readonly steps: readonly string[] }
  /** Too many combinations of loop counts. */
  | { readonly cause: 'too_many_states'; readonly limit: number }
  /** The event that stops the clock is never reached. */
  | { readonly cause: 'not_reached' }
  /** The clock starts inside a parallel, so what the other branches do is not in the question. */
  | { readonly cause: 'starts_inside_parallel'; readonly steps: readonly string[] }
  /** The flow itself is faulty. */
  | { readonly cause: 'faulty_flow'; readonly problems: readonly FlowProblem[] };

export interface FlowProblem {
  readonly kind:
    | 'unknown_start'
    | 'unknown_target'
    | 'duplicate_step'
    | 'unreadable_duration'
    | 'probability_out_of_range'
    | 'probabilities_do_not_sum'
    | 'unknown_parallel';
  readonly step: string;
  /** The id, number or part it is about. */
  readonly value: string;
}

export type Outcome<Value> =
  | { readonly decided: true; readonly value: Value }
  | { readonly decided: false; readonly because: Undecided };

export function decided<Value>(value: Value): Outcome<Value> {
  return { decided: true, value };
}

export function undecided(because: Undecided): {
  readonly decided: false;
  readonly because: Undecided;
} {
  return { decided: false, because };
}
