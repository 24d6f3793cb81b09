import { openSecondsInYear } from '../../analysis/calendar/arithmetic.ts';
import { openSecondsPerWeek, type WorkingCalendar } from '../../analysis/calendar/calendar.ts';
import {
  coverOf,
  seatSecondsInYear,
  seatSecondsPerWeek,
  type Cover,
  type Seats,
} from '../../analysis/capacity/cover.ts';
import { throughputOf } from '../../analysis/capacity/demand.ts';
import { queueOf, serversOf, waitModel, type Queue } from '../../analysis/capacity/queue.ts';
import { defaultMaxOccupancy, staffingFor, wholeUp } from '../../analysis/capacity/staffing.ts';
import type { RoleLoad } from '../../analysis/time/per-role.ts';
import type { RoleQueue } from '../../analysis/time/queues.ts';
import { parsePercent } from '../../quantity/amount.ts';
import { parseDuration, secondsPerMonth } from '../../quantity/duration.ts';
import type { Views } from '../model.ts';
import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import { shiftCalendar } from './calendars.ts';
import { secondsAt } from './timed-flow.ts';

/** Demand as the file declares it. */
export interface DeclaredDemand {
  /** Cases per second of natural time. */
  readonly casesPerSecond: number;
  readonly peaks: readonly { readonly cases: number; readonly perSeconds: number }[];
  /** Squared coefficient of variation of the time between arrivals. */
  readonly arrivalScv: number;
}

const secondsPerDay = 86_400;
const secondsPerWeek = 604_800;

/**
 * The demand of a process; nothing where it is not declared. A rate per working day is spread over
 * natural time by the working days of the default calendar.
 */
export function demandOfProcess(
  { process }: Views,
  calendar: WorkingCalendar | undefined,
): DeclaredDemand | undefined {
  const volume = process?.['volume'];
  if (!isMap(volume)) return undefined;
  const casesPerSecond = rateOf(stringAt(volume, 'cases'), calendar);
  if (casesPerSecond === undefined) return undefined;
  const variation = volume['arrivalCv'];
  return {
    casesPerSecond,
    arrivalScv: typeof variation === 'number' ? variation ** 2 : 1,
    peaks: listOf(volume['peak'])
      .filter(isMap)
      .flatMap((peak) => {
        const perSeconds = secondsAt(peak, 'per');
        const cases = peak['arrivals'];
        return perSeconds === undefined || typeof cases !== 'number' || perSeconds === 0
          ? []
          : [{ cases, perSeconds }];
      }),
  };
}

function rateOf(
  text: string | undefined,
  calendar: WorkingCalendar | undefined,
): number | undefined {
  const [, count, unit] = /^(.+?)\s*\/\s*(.+)$/.exec(text ?? '') ?? [];
  const period = unit === undefined ? undefined : parseDuration(`1${unit}`);
  if (period === undefined) return undefined;
  if (period.workingDays === 0) {
    return Number(count) / (period.seconds + period.months * secondsPerMonth);
  }
  const days = calendar?.week.filter((windows) => windows.length > 0).length;
  return days === undefined ? undefined : (Number(count) * days) / secondsPerWeek;
}

/** Why the load of a role is not known. */
export type LoadLack =
  | 'arrivals'
  | 'seats'
  | 'calendar'
  | 'work'
  /** Holidays of the year are not published, and the ordinary weeks do not decide. */
  | 'holidays';

/** What a role has to do, and what its seats can do. Seconds; rates per second of natural time. */
export interface RoleNumbers {
  readonly id: string;
  /** Filled by people of ours or of a supplier; a machine needs no seats. */
  readonly staffed: boolean;
  readonly load: RoleLoad;
  /** Touch seconds per case if no loop had a maximum; equal where none has. */
  readonly touchSecondsUncapped: number;
  /** Mean work per natural day; absent without demand. */
  readonly needPerDay?: number;
  /** Mean seat time per natural day; absent where seats or hours are not known. */
  readonly offeredPerDay?: number;
  /** The seats are there around the clock. */
  readonly aroundTheClock: boolean;
  /** Need by offer. */
  readonly utilisation?: number;
  /** The highest load people can bear: that of the role, of the policy, or 0.85. */
  readonly maxOccupancy: number;
  readonly maxOccupancyDeclared: boolean;
  /** Whether the work can be done at all, and at a load people can bear. */
  readonly fits?: boolean;
  readonly bearable?: boolean;
  /** Seats needed at the same hours for a load that people can bear; fractions rounded up. */
  readonly seatsNeeded?: number;
  /** Mean seats over the open hours, when they differ by the hour. */
  readonly seats?: number;
  readonly queue?: Queue;
  readonly peak?: PeakNumbers;
  readonly cover?: Cover;
  readonly headcount?: number;
  readonly lacks?: LoadLack;
}

export interface PeakNumbers {
  readonly cases: number;
  readonly perSeconds: number;
  /** Erlang at the peak. */
  readonly load: number;
  readonly servers: number;
  readonly stable: boolean;
  /** Seats needed then for a load that people can bear. */
  readonly seatsNeeded?: number;
}

/** What a role is looked at with. */
export interface StaffingContext {
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly calendarEntries: ReadonlyMap<string, PlainMap>;
  readonly defaultCalendar: string | undefined;
  readonly demand: DeclaredDemand | undefined;
  readonly year: number;
  /** What the policy of the process says, for roles that say nothing. */
  readonly maxOccupancy: string | undefined;
}

/**
 * Need and offer of one role over the as-of year, holidays counted. A year whose holidays are not
 * published is judged by its ordinary weeks where they are too few already: holidays leave less.
 */
export function roleNumbersOf(
  role: PlainMap,
  load: RoleLoad,
  touchSecondsUncapped: number,
  context: StaffingContext,
): RoleNumbers {
  const { demand } = context;
  const headcount = role['headcount'];
  const declared = stringAt(role, 'maxOccupancy') ?? context.maxOccupancy;
  const maxOccupancy =
    (declared === undefined ? undefined : parsePercent(declared)) ?? defaultMaxOccupancy;
  const staffed = role['kind'] !== 'system' && role['kind'] !== 'customer';
  const base = {
    id: String(role['id']),
    staffed,
    load,
    touchSecondsUncapped,
    aroundTheClock: false,
    maxOccupancy,
    maxOccupancyDeclared: declared !== undefined,
    ...(typeof headcount === 'number' ? { headcount } : {}),
  };
  const need = demand && demand.casesPerSecond * load.touchSeconds * secondsPerDay;
  const needed = need === undefined ? {} : { needPerDay: need };
  if (!staffed) return { ...base, ...needed };
  const seats = seatsOf(role, context);
  if (typeof seats === 'string') return { ...base, ...needed, lacks: seats };
  const concurrency = typeof role['concurrency'] === 'number' ? role['concurrency'] : 1;
  const nominal = seatSecondsPerWeek(seats) / 7;
  const year = seatSecondsInYear(seats, context.year);
  const offered = (year.known ? year.value / daysIn(context.year) : nominal) * concurrency;
  const aroundTheClock = seats.every(({ calendar }) => calendar.alwaysOpen);
  const offer = {
    ...base,
    ...needed,
    aroundTheClock,
    offeredPerDay: aroundTheClock ? nominal * concurrency : offered,
    ...coverFor(role, seats),
    ...meanSeats(seats),
  };
  if (demand === undefined || need === undefined) return { ...offer, lacks: 'arrivals' };
  const { utilisation, fits, bearable } = throughputOf({
    needSeconds: need,
    seatSeconds: offer.offeredPerDay / concurrency,
    concurrency,
    maxOccupancy,
  });
  // Ordinary weeks without holidays can show that it is too little, never that it is enough.
  if (!year.known && !aroundTheClock && bearable) return { ...offer, lacks: 'holidays' };
  return {
    ...offer,
    ...(utilisation === undefined ? {} : { utilisation }),
    fits,
    bearable,
    ...seatsFor(need, seats, { concurrency, maxOccupancy, year: context.year }),
    ...queueFor(load, seats, concurrency, demand),
    ...peakFor(load, seats, concurrency, demand, maxOccupancy),
  };
}

function daysIn(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / (secondsPerDay * 1000);
}

/** The seats of a role by the hours they are filled in. */
function seatsOf(role: PlainMap, context: StaffingContext): readonly Seats[] | LoadLack {
  const { onShift } = role;
  const id = stringAt(role, 'calendar') ?? context.defaultCalendar;
  const calendar = id === undefined ? undefined : context.calendars.get(id);
  if (typeof onShift === 'number') {
    return calendar === undefined ? 'calendar' : [{ calendar, seats: onShift }];
  }
  if (!Array.isArray(onShift) || onShift.length === 0) return 'seats';
  const entry = id === undefined ? undefined : context.calendarEntries.get(id);
  if (entry === undefined || calendar === undefined) return 'calendar';
  const shifts = onShift.filter(isMap).map((shift): Seats | undefined => {
    const { seats } = shift;
    const window = stringAt(shift, 'when');
    const days = stringAt(shift, 'days') ?? 'mon-sun';
    const hours =
      window === undefined && shift['days'] === undefined
        ? calendar
        : shiftCalendar(entry, { days, window: window ?? '00:00-24:00' });
    return hours === undefined || typeof seats !== 'number'
      ? undefined
      : { calendar: hours, seats };
  });
  const known = shifts.filter((shift) => shift !== undefined);
  return known.length < shifts.length ? 'seats' : known;
}

function coverFor(role: PlainMap, seats: readonly Seats[]): Pick<RoleNumbers, 'cover'> {
  const shrinkage = stringAt(role, 'shrinkage');
  const weekly = secondsAt(role, 'weeklyHours');
  const headcount = role['headcount'];
  const share = shrinkage === undefined ? undefined : parsePercent(shrinkage);
  return {
    cover: coverOf({
      seatSecondsPerWeek: seatSecondsPerWeek(seats),
      ...(weekly === undefined ? {} : { weeklyHours: weekly / 3600 }),
      ...(share === undefined ? {} : { shrinkage: share }),
      ...(typeof headcount === 'number' ? { headcount } : {}),
    }),
  };
}

function meanSeats(seats: readonly Seats[]): Pick<RoleNumbers, 'seats'> {
  const [only, ...others] = seats;
  if (only !== undefined && others.length === 0) return { seats: only.seats };
  const open = seats.reduce((sum, { calendar }) => sum + openSecondsPerWeek(calendar), 0);
  const all = seatSecondsPerWeek(seats);
  return open === 0 ? {} : { seats: (all / open) * Math.min(1, open / secondsPerWeek) };
}

/** Seats for the work in the open hours there are, at a load people can bear. */
function seatsFor(
  needPerDay: number,
  seats: readonly Seats[],
  by: { readonly concurrency: number; readonly maxOccupancy: number; readonly year: number },
): Pick<RoleNumbers, 'seatsNeeded'> {
  const { concurrency, maxOccupancy } = by;
  const [only, ...others] = seats;
  if (only === undefined || others.length > 0) return {};
  const year = openSecondsInYear(only.calendar, by.year);
  const open = year.known ? year.value / daysIn(by.year) : openSecondsPerWeek(only.calendar) / 7;
  if (open === 0 || maxOccupancy === 0 || concurrency === 0) return {};
  return { seatsNeeded: wholeUp(needPerDay / (open * concurrency * maxOccupancy)) };
}

/** The queue in front of one shift, all work of the week falling evenly into its open hours. */
function queueFor(
  load: RoleLoad,
  seats: readonly Seats[],
  concurrency: number,
  demand: DeclaredDemand,
): Pick<RoleNumbers, 'queue'> {
  const [only, ...others] = seats;
  if (only === undefined || others.length > 0) return {};
  const open = openSecondsPerWeek(only.calendar) / secondsPerWeek;
  if (open === 0) return {};
  const queue = queueOf({
    arrivalsPerSecond: (demand.casesPerSecond * load.visits) / open,
    handlingSeconds: load.handlingSeconds,
    servers: serversOf(only.seats, concurrency),
    arrivalScv: demand.arrivalScv,
    handlingScv: load.handlingScv,
  });
  return { queue };
}

function peakFor(
  load: RoleLoad,
  seats: readonly Seats[],
  concurrency: number,
  demand: DeclaredDemand,
  maxOccupancy: number,
): Pick<RoleNumbers, 'peak'> {
  const busiest = demand.peaks.toSorted(
    (a, b) => b.cases / b.perSeconds - a.cases / a.perSeconds,
  )[0];
  if (busiest === undefined) return {};
  const arrivalsPerSecond = (busiest.cases / busiest.perSeconds) * load.visits;
  const erlang = (busiest.cases / busiest.perSeconds) * load.touchSeconds;
  const servers = serversOf(Math.max(0, ...seats.map((each) => each.seats)), concurrency);
  const staffing = staffingFor(
    { arrivalsPerSecond, handlingSeconds: load.handlingSeconds, concurrency },
    { maxOccupancy },
  );
  return {
    peak: {
      ...busiest,
      load: erlang,
      servers,
      stable: erlang < servers || erlang === 0,
      ...(staffing === undefined ? {} : { seatsNeeded: staffing.seats }),
    },
  };
}

/** The wait for a role, for the rung that replaces declared waits. */
export function roleQueueOf({ queue, lacks }: RoleNumbers): RoleQueue {
  if (queue === undefined || lacks !== undefined) return { wait: 'undeclared', source: 'declared' };
  return { wait: queue.stable ? waitModel(queue) : 'unstable', source: 'declared' };
}
