/** The work a case makes for a role. */
export interface WorkPerCase {
  readonly touchSeconds: number;
  /** Pieces of work per case. */
  readonly visits: number;
}

/** A number of cases in a time: 1 200 in 86 400 s, or a peak of 100 in 1 800 s. */
export interface Arrivals {
  readonly cases: number;
  readonly perSeconds: number;
}

export interface Demand {
  /** Pieces of work per second. */
  readonly arrivalsPerSecond: number;
  /** Mean length of a piece; 0 when there is none. */
  readonly handlingSeconds: number;
  /** Work that arrives per second of time, in erlang: the servers that would be busy on average. */
  readonly load: number;
}

/**
 * Demand on a role: λ·Σv_i pieces of work a second, a = λ·Σv_i·E[S_i] erlang. A peak is the same
 * with the arrivals of the peak.
 */
export function demandOf(
  { touchSeconds, visits }: WorkPerCase,
  { cases, perSeconds }: Arrivals,
): Demand {
  const rate = perSeconds > 0 ? cases / perSeconds : 0;
  return {
    arrivalsPerSecond: rate * visits,
    handlingSeconds: visits === 0 ? 0 : touchSeconds / visits,
    load: rate * touchSeconds,
  };
}

export interface Throughput {
  /** Work that arrives and work that can be done in the period, in seconds. */
  readonly needSeconds: number;
  readonly offeredSeconds: number;
  /** Need by offer; nothing when nothing is offered. */
  readonly utilisation: number | undefined;
  /** Whether the work can be done at all, without any rest. */
  readonly fits: boolean;
  /** Whether it can be done at the highest load people can bear. */
  readonly bearable: boolean;
}

/**
 * The check before any queue: cases · handling time ≤ seats · hours · concurrency · occupancy.
 * 1 200 cases a day of 17.61 min are 352 h, 14 seats around the clock are 336 h: not even without
 * a break. Equality fits.
 */
export function throughputOf(input: {
  readonly needSeconds: number;
  readonly seatSeconds: number;
  readonly concurrency?: number;
  readonly maxOccupancy?: number;
}): Throughput {
  const { needSeconds, seatSeconds, concurrency = 1, maxOccupancy = 1 } = input;
  const offeredSeconds = seatSeconds * concurrency;
  const within = (offer: number): boolean => needSeconds <= offer * (1 + 1e-9);
  return {
    needSeconds,
    offeredSeconds,
    utilisation: offeredSeconds > 0 ? needSeconds / offeredSeconds : undefined,
    fits: within(offeredSeconds),
    bearable: within(offeredSeconds * maxOccupancy),
  };
}
