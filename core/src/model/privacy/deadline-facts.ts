import { parseDuration, type Duration } from '../../quantity/duration.ts';
import { groupEdges, type Edge } from '../graph.ts';
import { walk } from '../loops.ts';
import { addFactOnDemand, mapAt, type PlainMap } from '../plain.ts';
import { legalClockOf, type LegalClock } from './legal-clock.ts';
import { dutiesOf, type Duty } from './legal-duties.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** How the limits of the steps on the way to one duty add up against the limit of law. */
export interface Deadline {
  /** Where the duty is declared, such as `breach.eu.regulator`. */
  readonly duty: string;
  /** The limit of law, as a duration. */
  readonly limit: string;
  /** `over`: however it is counted; `tight`: when months are short or a weekend comes between. */
  readonly status: 'fits' | 'tight' | 'over' | 'unknown';
  /** The longest way, from the start of the legal clock to the step that meets the duty. */
  readonly path: readonly string[];
  /** The sum of its limits; office hours are counted as hours. */
  readonly sum: string;
  /** Steps before it of which nobody declared how long they take. */
  readonly undeclared: readonly string[];
}

/** Gives each step that meets a duty of law its `legalDeadlines`. */
export function addDeadlineFacts(organization: PlainMap, views: PrivacyViews): void {
  const duties = dutiesOf(organization, views);
  for (const step of views.list('steps')) {
    const own = duties.filter((duty) => duty.step === step['id']);
    if (own.length === 0) continue;
    let known: readonly Deadline[] | undefined;
    const find = (): readonly Deadline[] =>
      (known ??= own.flatMap((duty) => deadlineOf(duty, views)));
    addFactOnDemand(step, 'legalDeadlines', find);
  }
}

function deadlineOf(duty: Duty, views: PrivacyViews): readonly Deadline[] {
  const { path: name, limit, declared } = duty;
  const allowed = legalClockOf({ within: limit }, views);
  if (compare(declared, allowed) === 'over') return [];
  const way = longestWay(duty, views);
  if (way === undefined) return [];
  const { least, most } = way;
  const sure = compare(legalClockOf({ within: least }, views), allowed);
  const worst = compare(legalClockOf({ within: most }, views), allowed);
  const counted = sure === 'over' ? 'over' : worst === 'fits' ? 'fits' : 'tight';
  const status = counted === 'fits' && way.undeclared.length > 0 ? 'unknown' : counted;
  const { path, undeclared } = way;
  return [{ duty: name, limit, status, path, sum: least, undeclared }];
}

/** Compares in working days where the law counts in them, else in days. */
function compare(one: LegalClock, allowed: LegalClock): 'fits' | 'tight' | 'over' {
  const inWork = allowed.limit?.endsWith('wd') === true;
  const [mine, theirs] = inWork ? [one.workingDays, allowed.workingDays] : [one.days, allowed.days];
  if (mine === undefined || theirs === undefined) return 'fits';
  if (mine.least > theirs.most) return 'over';
  return mine.most > theirs.least ? 'tight' : 'fits';
}

interface Length extends Duration {
  /** Days of work that office hours fill. */
  readonly officeDays: number;
}

interface Way {
  readonly path: readonly string[];
  readonly least: string;
  readonly most: string;
  readonly undeclared: readonly string[];
}

const nothing: Length = { seconds: 0, workingDays: 0, months: 0, officeDays: 0 };

/** The way that takes longest from the start of the clock to the end of the step, each step once. */
function longestWay({ step, start }: Duty, views: PrivacyViews): Way | undefined {
  const normal = views.edges.filter(({ kind }) => kind === 'next' || kind === 'loopExit');
  const starts = startsOf(start, normal, views);
  const { left, backward } = walk(starts, normal);
  const outgoing = groupEdges(
    normal.filter((edge) => !backward.has(edge)),
    'from',
  );
  const ways = new Map<string, { length: Length; path: readonly string[] }>();
  // A step is left after all that follows it, so what lies behind it is known.
  for (const id of left) {
    const behind = (outgoing.get(id) ?? []).flatMap(({ to }) => ways.get(to) ?? []);
    const own = lengthOf(views.find('steps', id), views) ?? nothing;
    if (id === step) ways.set(id, { length: own, path: [id] });
    else if (behind.length > 0) {
      const longest = behind.reduce((one, two) =>
        days(two.length) > days(one.length) ? two : one,
      );
      ways.set(id, { length: sum(own, longest.length), path: [id, ...longest.path] });
    }
  }
  const found = starts.flatMap((id) => ways.get(id) ?? []);
  if (found.length === 0) return undefined;
  const { length, path } = found.reduce((one, two) =>
    days(two.length) > days(one.length) ? two : one,
  );
  const undeclared = [...ways.keys()].filter(
    (id) => lengthOf(views.find('steps', id), views) === undefined,
  );
  return {
    path,
    least: textOf(length),
    most: textOf({ ...length, ...withOfficeDays(length) }),
    undeclared: undeclared.map((id) => `steps.${id}.sla`),
  };
}

const fromOutside: ReadonlySet<unknown> = new Set([
  'incident.occurred',
  'incident.discovered',
  'request.received',
  'case.created',
  'contract.effective',
]);

function startsOf(event: unknown, edges: readonly Edge[], views: PrivacyViews): readonly string[] {
  if (fromOutside.has(event)) return views.start === undefined ? [] : [views.start];
  const text = typeof event === 'string' ? event : '';
  const [, id, moment] = /^(.+)\.(started|completed)$/.exec(text) ?? [];
  if (id === undefined || views.find('steps', id) === undefined) return [];
  return moment === 'started' ? [id] : edges.filter(({ from }) => from === id).map(({ to }) => to);
}

const passedAtOnce: ReadonlySet<unknown> = new Set(['choice', 'parallel', 'join', 'end']);

/** How long a step may take; nothing where nobody declared it. */
function lengthOf(step: PlainMap | undefined, views: PrivacyViews): Length | undefined {
  if (step === undefined) return nothing;
  const sla = mapAt(step, 'sla') ?? {};
  const wait = step['type'] === 'wait' ? mapAt(step, 'time')?.['wait'] : undefined;
  const within = sla['metric'] === 'response' ? undefined : (sla['within'] ?? wait);
  const duration = typeof within === 'string' ? parseDuration(within) : undefined;
  if (duration === undefined) return passedAtOnce.has(step['type']) ? nothing : undefined;
  const calendar = views.find('calendars', sla['calendar']);
  const hours = calendar?.['aroundTheClock'] === false ? Number(calendar['openHours']) : 0;
  const officeDays = hours > 0 ? duration.seconds / 3600 / (hours / 5) : 0;
  return { ...duration, officeDays };
}

function sum(one: Length, two: Length): Length {
  return {
    seconds: one.seconds + two.seconds,
    workingDays: one.workingDays + two.workingDays,
    months: one.months + two.months,
    officeDays: one.officeDays + two.officeDays,
  };
}

/** For finding the longest way only. */
function days({ seconds, workingDays, months, officeDays }: Length): number {
  return seconds / 86_400 + ((workingDays + officeDays) * 7) / 5 + months * 31;
}

/** Office hours need the days of work they fill, begun ones counted whole. */
function withOfficeDays({ workingDays, officeDays }: Length): Pick<Length, 'workingDays'> {
  return { workingDays: workingDays + Math.ceil(officeDays) };
}

const seconds = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

function textOf(length: Length): string {
  let rest = length.seconds;
  const parts = seconds.flatMap(([unit, size]) => {
    const count = unit === 's' ? rest : Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${String(count)}${unit}`];
  });
  const work = length.workingDays === 0 ? [] : [`${String(length.workingDays)}wd`];
  const months = length.months === 0 ? [] : [`${String(length.months)}mo`];
  const text = [...months, ...work, ...parts].join('');
  return text === '' ? '0s' : text;
}
