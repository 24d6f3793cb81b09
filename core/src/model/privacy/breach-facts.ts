import { neighboursOf, reach } from '../graph.ts';
import { addFact, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** The clock of the notice to the authority under one regime, wherever its parts are declared. */
export interface BreachClock {
  /** True when the SLA that holds the limit is in another process than this model's. */
  readonly elsewhere: boolean;
  /** The limit as written, here or in the SLA. */
  readonly limit?: string;
  /** The word or event that starts the clock, as written. */
  readonly start?: string;
  /** Whether the clock starts later than awareness; absent where nobody can tell. */
  readonly startsLate?: boolean;
}

/** Gives each regime's incident handling the clock of its notice to the authority. */
export function addBreachFacts(organization: PlainMap, views: PrivacyViews): void {
  const breach = mapAt(organization, 'breach') ?? {};
  for (const regime of ['cn', 'eu', 'us_ca']) {
    const handling = mapAt(breach, regime);
    if (handling !== undefined) addFact(handling, 'clock', clockOf(handling, views));
  }
}

function clockOf(handling: PlainMap, views: PrivacyViews): BreachClock {
  const regulator = mapAt(handling, 'regulator') ?? {};
  const named = stringAt(regulator, 'sla');
  const sla = views.find('slas', named);
  const elsewhere = named !== undefined && sla === undefined;
  const limit = stringAt(regulator, 'within') ?? (sla && stringAt(sla, 'within'));
  const event = stringAt(regulator, 'from') ?? (sla && stringAt(sla, 'from'));
  const startsLate = isLate(handling, event, views);
  const start = stringAt(handling, 'clockStart') ?? event;
  return {
    elsewhere,
    ...(limit === undefined ? {} : { limit }),
    ...(start === undefined ? {} : { start }),
    ...(startsLate === undefined ? {} : { startsLate }),
  };
}

/** Starts that come after awareness by their name, and those that come with or before it. */
const lateStarts: ReadonlySet<string> = new Set([
  'confirmation',
  'risk_assessed',
  'root_cause_found',
]);
const earlyEvents: ReadonlySet<string> = new Set([
  'incident.occurred',
  'incident.discovered',
  'case.created',
]);

function isLate(
  handling: PlainMap,
  start: string | undefined,
  views: PrivacyViews,
): boolean | undefined {
  const word = stringAt(handling, 'clockStart');
  if (word !== undefined && lateStarts.has(word)) return true;
  if (start === undefined) return word === undefined ? startOfEvent(handling) : false;
  if (earlyEvents.has(start)) return false;
  const awareness = stringAt(handling, 'awareness');
  if (awareness === undefined) return undefined;
  return isAfter(start, awareness, views);
}

/** Awareness that is an event of the flow is where the clock starts, unless something else is said. */
function startOfEvent(handling: PlainMap): false | undefined {
  return handling['awareness'] === undefined ? undefined : false;
}

/** Whether one step event comes after another on some path; nothing for events of no known step. */
function isAfter(event: string, other: string, views: PrivacyViews): boolean | undefined {
  if (event === other) return false;
  const [step, moment] = partsOf(event);
  const [otherStep, otherMoment] = partsOf(other);
  if (views.find('steps', step) === undefined || views.find('steps', otherStep) === undefined) {
    return undefined;
  }
  if (step === otherStep) return moment === 'completed' && otherMoment === 'started';
  const next = neighboursOf(views.edges, 'from');
  if (reach([otherStep], next).has(step)) return true;
  return reach([step], next).has(otherStep) ? false : undefined;
}

function partsOf(event: string): readonly [step: string, moment: string] {
  const dot = event.lastIndexOf('.');
  return [event.slice(0, dot), event.slice(dot + 1)];
}
