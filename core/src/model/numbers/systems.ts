import {
  availabilityOf,
  type ComposedAvailability,
  type SystemInput,
} from '../../analysis/availability/systems.ts';
import {
  downtimeBudget,
  keepsPromise,
  neededPerSystem,
} from '../../analysis/availability/repair.ts';
import { parsePercent } from '../../quantity/amount.ts';
import { mapsIn } from '../flow.ts';
import type { Views } from '../model.ts';
import { isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { secondsAt } from './timed-flow.ts';

/** The systems of a model as availability sees them (process-facts 4). */
export function systemsOf(views: Views): ReadonlyMap<string, SystemInput> {
  return new Map(
    mapsIn(views, 'systems')
      .toReversed()
      .map((entry) => [String(entry['id']), systemOf(entry)] as const),
  );
}

function systemOf(entry: PlainMap): SystemInput {
  const availability = shareAt(entry, 'availability');
  const sites = mapAt(entry, 'redundancy')?.['sites'];
  const perSite = entry['availabilityPer'] === 'site' && typeof sites === 'number' && sites > 0;
  const mtbfSeconds = secondsAt(entry, 'mtbf');
  const mttrSeconds = secondsAt(entry, 'mttr');
  const oneOf = idsIn(entry['oneOf']);
  return {
    id: String(entry['id']),
    dependsOn: idsIn(entry['dependsOn']),
    ...(availability === undefined ? {} : { availability }),
    ...(perSite ? { sites } : {}),
    ...(mtbfSeconds === undefined ? {} : { mtbfSeconds }),
    ...(mttrSeconds === undefined ? {} : { mttrSeconds }),
    ...(oneOf.length === 0 ? {} : { oneOf }),
    ...groupOf(entry),
    ...fallbackOf(entry),
  };
}

function groupOf(entry: PlainMap): Pick<SystemInput, 'kOf'> {
  const group = mapAt(entry, 'kOf');
  const k = group?.['k'];
  return typeof k === 'number' ? { kOf: { k, of: idsIn(group?.['of']) } } : {};
}

function fallbackOf(entry: PlainMap): Pick<SystemInput, 'fallback'> {
  const fallback = mapAt(entry, 'fallback');
  if (fallback === undefined) return {};
  const system = stringAt(fallback, 'system');
  return {
    fallback: {
      ...(system === undefined ? {} : { system }),
      manual: fallback['manual'] !== undefined,
    },
  };
}

/** A promised availability against that of the systems it rests on. Shares between 0 and 1. */
export interface AvailabilityPromise {
  readonly promised: number;
  readonly needed: readonly string[];
  /** The systems the promise names, or those that the steps use where it names none. */
  readonly named: boolean;
  readonly composed: ComposedAvailability;
  /** Nothing where the availability of a system is not declared. */
  readonly kept: boolean | undefined;
  /** What each of so many systems would have to have. */
  readonly neededEach: number;
  /** Seconds a year that the promise and the systems leave. */
  readonly allowedDownSeconds: number;
  readonly expectedDownSeconds: number | undefined;
}

const secondsPerYear = 365 * 86_400;

/** What an SLA about availability is worth; nothing for any other, or one without a target. */
export function availabilityPromise(
  sla: PlainMap,
  views: Views,
  systems: ReadonlyMap<string, SystemInput>,
): AvailabilityPromise | undefined {
  const promised = sla['metric'] === 'availability' ? shareAt(sla, 'target') : undefined;
  if (promised === undefined) return undefined;
  const own = idsIn(sla['of']);
  const needed = own.length > 0 ? own : systemsOfSteps(views);
  if (needed.length === 0) return undefined;
  // Going on by hand keeps a step going, but not a promise about systems (process-facts 4.3).
  const composed = availabilityOf(systems, needed, { manualCounts: false });
  const count = composed.decided ? composed.systems.length : needed.length;
  return {
    promised,
    needed,
    named: own.length > 0,
    composed,
    kept: composed.decided ? keepsPromise(composed.availability, promised) : undefined,
    neededEach: neededPerSystem(promised, count),
    allowedDownSeconds: downtimeBudget(promised, secondsPerYear),
    expectedDownSeconds: composed.decided
      ? downtimeBudget(composed.availability, secondsPerYear)
      : undefined,
  };
}

/** Systems that the steps of the process use, each once. */
export function systemsOfSteps(views: Views): readonly string[] {
  return [...new Set(mapsIn(views, 'steps').flatMap((step) => idsIn(step['systems'])))];
}

function shareAt(map: PlainMap, key: string): number | undefined {
  const text = stringAt(map, key);
  return text === undefined ? undefined : parsePercent(text);
}

function idsIn(value: unknown): readonly string[] {
  return listOf(isMap(value) ? [] : value).filter((each) => typeof each === 'string');
}
