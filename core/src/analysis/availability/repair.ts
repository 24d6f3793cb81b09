/**
 * Steady-state availability A = MTBF / (MTBF + MTTR).
 * Source: Barlow, Proschan, Statistical Theory of Reliability and Life Testing, ch. 7.
 */
export function availabilityFrom(mtbfSeconds: number, mttrSeconds: number): number {
  return mtbfSeconds + mttrSeconds === 0 ? 1 : mtbfSeconds / (mtbfSeconds + mttrSeconds);
}

/**
 * The MTBF that a promise and a repair time need, A·MTTR / (1 − A): with repairs of 2 h, 99.99 %
 * needs 19 998 h. Infinite for 100 %.
 */
export function neededMtbf(availability: number, mttrSeconds: number): number {
  if (availability >= 1) return mttrSeconds === 0 ? 0 : Number.POSITIVE_INFINITY;
  return (availability * mttrSeconds) / (1 - availability);
}

/** How long something may be down in a window: 99.99 % are 52.56 min of 365 d, 4.32 min of 30 d. */
export function downtimeBudget(availability: number, windowSeconds: number): number {
  return (1 - availability) * windowSeconds;
}

export interface RepairCheck {
  readonly budgetSeconds: number;
  /** Whole failures of this repair time that fit into the budget of a window. */
  readonly repairsAllowed: number;
  /** A single repair takes longer than the budget of the whole window. */
  readonly oneRepairBreaks: boolean;
  readonly neededMtbfSeconds: number;
  /** Whether declared MTBF and MTTR give the declared availability; nothing without an MTBF. */
  readonly consistent: boolean | undefined;
}

/** Compares a promised availability with the repair time, over the window of the promise. */
export function checkRepair(input: {
  readonly availability: number;
  readonly mttrSeconds: number;
  readonly windowSeconds: number;
  readonly mtbfSeconds?: number;
}): RepairCheck {
  const { availability, mttrSeconds, windowSeconds, mtbfSeconds } = input;
  const budgetSeconds = downtimeBudget(availability, windowSeconds);
  // A budget of exactly n repairs is n repairs, whatever rounding makes of the product.
  const repairs = mttrSeconds === 0 ? Number.POSITIVE_INFINITY : budgetSeconds / mttrSeconds;
  return {
    budgetSeconds,
    repairsAllowed: Math.floor(repairs + 1e-9),
    oneRepairBreaks: repairs < 1 - 1e-9,
    neededMtbfSeconds: neededMtbf(availability, mttrSeconds),
    consistent:
      mtbfSeconds === undefined
        ? undefined
        : keepsPromise(availabilityFrom(mtbfSeconds, mttrSeconds), availability),
  };
}

/** Sums and products of decimals are not exact: what is this near to a promise keeps it. */
export const promiseTolerance = 1e-9;

/** Whether an availability keeps a promise. Equal keeps it: twice 99 % in parallel is 99.99 %. */
export function keepsPromise(availability: number, promised: number): boolean {
  return availability >= promised - promiseTolerance;
}

/** What each of n systems in series must have for a promise: the n-th root of it. */
export function neededPerSystem(promised: number, systems: number): number {
  return systems === 0 ? 0 : promised ** (1 / systems);
}

/** How many systems of an availability a promise bears in series: ten of 99.99 % for 99.9 %. */
export function maxSystems(promised: number, availability: number): number {
  if (availability >= 1) return Number.POSITIVE_INFINITY;
  return Math.floor(Math.log(promised - promiseTolerance) / Math.log(availability));
}
