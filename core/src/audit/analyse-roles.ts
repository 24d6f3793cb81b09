import type { Locale } from '../i18n/text.ts';
import { translate, type MessageData, type MessageId } from '../i18n/translate.ts';
import { mapsIn } from '../model/flow.ts';
import type { ProcessNumbers } from '../model/numbers/process-numbers.ts';
import type { RoleNumbers } from '../model/numbers/staffing.ts';
import { hoursInWords, lengthInWords, numberInWords, shareInWords } from '../quantity/wording.ts';
import type { RoleAnalysis } from './analysis-result.ts';
import { textIn } from '../i18n/text.ts';

/** Load and need of every role that works, in the order of the file. */
export function analyseRoles(numbers: ProcessNumbers, locale: Locale): readonly RoleAnalysis[] {
  if (!numbers.roles.decided) return [];
  const names = new Map(
    mapsIn(numbers.views, 'roles')
      .toReversed()
      .map((role) => [String(role['id']), textIn(role['name'], locale)]),
  );
  return numbers.roles.value.map((role) =>
    analyseRole(role, names.get(role.id) ?? role.id, locale),
  );
}

function analyseRole(role: RoleNumbers, name: string, locale: Locale): RoleAnalysis {
  const { load, needPerDay, offeredPerDay, cover, queue, peak } = role;
  const optional = {
    needHoursPerDay: hours(needPerDay),
    offeredHoursPerDay: hours(offeredPerDay),
    utilisation: role.utilisation,
    seats: role.seats,
    seatsNeeded: role.seatsNeeded,
    headcount: role.headcount,
    peopleForSeats: cover?.people,
    peak,
    meanWaitSeconds: queue?.stable === true ? queue.meanWaitSeconds : undefined,
  };
  const { verdict, sentence } = verdictOf(role, name, locale);
  return {
    id: role.id,
    name,
    staffed: role.staffed,
    visits: load.visits,
    touchSeconds: load.touchSeconds,
    touchSecondsUncapped: role.touchSecondsUncapped,
    aroundTheClock: role.aroundTheClock,
    maxOccupancy: role.maxOccupancy,
    ...present(optional),
    verdict,
    sentence,
  };
}

function hours(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds / 3600;
}

type Present<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function present<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): Present<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<Fields>; // the keys are those of the fields
}

function verdictOf(
  role: RoleNumbers,
  name: string,
  locale: Locale,
): Pick<RoleAnalysis, 'verdict' | 'sentence'> {
  const say = (id: MessageId, data: MessageData = {}): string =>
    translate(locale, id, { name, ...data });
  if (!role.staffed) return { verdict: 'enough', sentence: '' };
  const { fits, bearable, utilisation, lacks, needPerDay, offeredPerDay, peak } = role;
  if (fits === undefined || needPerDay === undefined || offeredPerDay === undefined) {
    const why = say(`analysis.lack.${lacks ?? 'arrivals'}`);
    return { verdict: 'undecided', sentence: say('analysis.say.roleUndecided', { lacks: why }) };
  }
  const days = role.aroundTheClock ? 1 : 7;
  if (!fits) {
    return {
      verdict: 'tooFew',
      sentence: say('analysis.say.roleTooFew', {
        need: hoursInWords(days * needPerDay)[locale],
        offer: hoursInWords(days * offeredPerDay)[locale],
        per: say(days === 1 ? 'analysis.per.day' : 'analysis.per.week'),
      }),
    };
  }
  const load = shareInWords(utilisation ?? 0);
  const tight = say('analysis.say.roleTight', { load, limit: shareInWords(role.maxOccupancy) });
  const enough = say('analysis.say.roleEnough', { load });
  const atPeak =
    peak === undefined || peak.stable
      ? ''
      : ` ${say('analysis.say.peak', {
          cases: peak.cases,
          per: lengthInWords(peak.perSeconds)[locale],
          load: numberInWords(peak.load, 3),
          servers: peak.servers,
        })}`;
  return bearable === true
    ? { verdict: 'enough', sentence: enough + atPeak }
    : { verdict: 'tight', sentence: tight + atPeak };
}
