import { delayedShare } from './erlang.ts';
import { queueOf, type QueueInput, type StableQueue } from './queue.ts';

/** What the staffing of a role must achieve; each part is optional. */
export interface StaffingTarget {
  /** So large a share of the arrivals waits at most so long. */
  readonly serviceLevel?: { readonly share: number; readonly withinSeconds: number };
  readonly meanWaitSeconds?: number;
  /** Highest load a server can bear; 0.85 when absent. */
  readonly maxOccupancy?: number;
}

export interface StaffingInput extends Omit<QueueInput, 'servers'> {
  /** Cases a person works on at once; 1 when absent. */
  readonly concurrency?: number;
  /** Share of paid time that is not worked on cases; 0 when absent. */
  readonly shrinkage?: number;
}

export interface Staffing {
  /** Cases worked on at once, seats for them, and people to fill the seats. */
  readonly servers: number;
  readonly seats: number;
  readonly people: number;
  readonly queue: StableQueue;
  /** Which demand decided: without it fewer would do. */
  readonly decidedBy: 'stability' | 'occupancy' | 'service_level' | 'mean_wait';
}

export const defaultMaxOccupancy = 0.85;

/**
 * The smallest staffing that meets a target: the recursion of Erlang B is carried on from server to
 * server until every demand is met, O(N). People are seats by 1 − shrinkage. Nothing when the
 * target cannot be met at all (a share of 1, an occupancy of 0, people who are never there).
 */
export function staffingFor(input: StaffingInput, target: StaffingTarget): Staffing | undefined {
  const { concurrency = 1, shrinkage = 0, ...queue } = input;
  const { serviceLevel, maxOccupancy = defaultMaxOccupancy } = target;
  const load = queue.arrivalsPerSecond * queue.handlingSeconds;
  const possible =
    maxOccupancy > 0 && shrinkage < 1 && concurrency > 0 && !((serviceLevel?.share ?? 0) >= 1);
  if (load > 0 && !possible) return undefined;
  const found =
    load === 0 ? { servers: 0, decidedBy: 'stability' as const } : smallest(queue, target);
  const servers = queueOf({ ...queue, servers: found.servers });
  if (!servers.stable) return undefined;
  const seats = wholeUp(found.servers / concurrency);
  return {
    servers: found.servers,
    seats,
    people: seats === 0 ? 0 : wholeUp(seats / (1 - shrinkage)),
    queue: servers,
    decidedBy: found.decidedBy,
  };
}

function smallest(
  input: Omit<QueueInput, 'servers'>,
  { serviceLevel, meanWaitSeconds, maxOccupancy = defaultMaxOccupancy }: StaffingTarget,
): Pick<Staffing, 'servers' | 'decidedBy'> {
  const { arrivalsPerSecond, handlingSeconds, arrivalScv = 1, handlingScv = 1 } = input;
  const load = arrivalsPerSecond * handlingSeconds;
  const spread = (arrivalScv + handlingScv) / 2;
  let decidedBy: Staffing['decidedBy'] = 'stability';
  let blocked = 1;
  for (let servers = 1; ; servers += 1) {
    blocked = (load * blocked) / (servers + load * blocked);
    if (servers <= load) continue;
    const delayed = delayedShare(load, servers, blocked);
    const delay = (handlingSeconds / (servers - load)) * spread;
    if (load / servers > maxOccupancy + 1e-12) decidedBy = 'occupancy';
    else if (serviceLevel !== undefined && !served(delayed, delay, serviceLevel)) {
      decidedBy = 'service_level';
    } else if (meanWaitSeconds !== undefined && delayed * delay > meanWaitSeconds) {
      decidedBy = 'mean_wait';
    } else {
      return { servers, decidedBy };
    }
  }
}

function served(
  delayed: number,
  delay: number,
  { share, withinSeconds }: NonNullable<StaffingTarget['serviceLevel']>,
): boolean {
  const within = delay === 0 ? 1 : 1 - delayed * Math.exp(-withinSeconds / delay);
  return within >= share - 1e-12;
}

/** The next whole number, a number that is whole but for rounding being taken as it is. */
export function wholeUp(value: number): number {
  return Math.max(0, Math.ceil(value - 1e-9));
}
