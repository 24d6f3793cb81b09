import type { Verdict } from '../analysis/time/verdict.ts';
import { textIn, type Locale } from '../i18n/text.ts';
import { translate, type MessageData, type MessageId } from '../i18n/translate.ts';
import { mapsIn } from '../model/flow.ts';
import { wordsOfLack, wordsOfReason } from '../model/numbers/lack.ts';
import type { ProcessNumbers } from '../model/numbers/process-numbers.ts';
import type { JudgedLimit } from '../model/numbers/promise-judge.ts';
import { mapAt, stringAt, type PlainMap } from '../model/plain.ts';
import { lengthInWords, shareInWords } from '../quantity/wording.ts';
import type { AnalysisRequest } from './analyse.ts';
import type { Rung, SlaAnalysis } from './analysis-result.ts';

/**
 * The verdict on every limit and availability that is promised, in the order of the file.
 *
 * @param pointer RFC 6901 of the value under a key of one of the file's maps
 */
export function analyseSlas(
  numbers: ProcessNumbers,
  request: AnalysisRequest,
  pointer: (map: PlainMap, key: string) => string,
): readonly SlaAnalysis[] {
  return mapsIn(numbers.views, 'slas').flatMap((sla) => {
    const name = textIn(sla['name'], request.locale) ?? String(sla['id']);
    const available = availabilityOf(sla, name, numbers, request.locale, pointer);
    if (available !== undefined) return [available];
    if (!numbers.hasTimes) return [];
    const judged = verdictsOn(sla, numbers, request);
    return judged.map((limit) => {
      const { tier } = limit;
      const stated = tier === undefined ? sla : (mapAt(mapAt(sla, 'tiers') ?? {}, tier) ?? sla);
      return analyseLimit(limit, {
        id: String(sla['id']),
        name:
          tier === undefined ? name : `${name} · ${textIn(stated['name'], request.locale) ?? tier}`,
        pointer: pointer(stated, 'within'),
        statistic: stringAt(sla, 'statistic'),
        roleNames: names(numbers, 'roles', request.locale),
        locale: request.locale,
      });
    });
  });
}

/** What readers call the entries of a collection. */
function names(
  { views }: ProcessNumbers,
  collection: string,
  locale: Locale,
): ReadonlyMap<string, string> {
  return new Map(
    mapsIn(views, collection)
      .toReversed()
      .map((entry) => [String(entry['id']), textIn(entry['name'], locale) ?? String(entry['id'])]),
  );
}

/** The ladder, and above it the waits that the declared staffing makes, where they break the promise. */
function verdictsOn(
  sla: PlainMap,
  numbers: ProcessNumbers,
  { simulation }: AnalysisRequest,
): readonly JudgedLimit[] {
  const plain = numbers.timing(sla, simulation);
  if (simulation === undefined) return plain;
  const queued = numbers.timingWithQueues(sla, simulation);
  return plain.map((limit, at) => {
    const other = queued[at];
    const broken = other?.judgement?.deciding.verdict === 'broken';
    return other !== undefined && broken && limit.judgement?.deciding.verdict !== 'broken'
      ? other
      : limit;
  });
}

interface Stated {
  readonly id: string;
  readonly name: string;
  readonly pointer: string;
  readonly statistic: string | undefined;
  readonly roleNames: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

function analyseLimit(limit: JudgedLimit, stated: Stated): SlaAnalysis {
  const { id, name, pointer, locale } = stated;
  const base = {
    id,
    name,
    pointer,
    promise: limit.within,
    ...(limit.tier === undefined ? {} : { tier: limit.tier }),
    ...(limit.attainment === undefined ? {} : { attainment: limit.attainment }),
  };
  const deciding = limit.judgement?.deciding;
  if (deciding === undefined) {
    const sentence = translate(locale, 'analysis.say.undecided', {
      lacks: wordsOfLack(limit.lacks)[locale],
    });
    return { ...base, verdict: 'undecided', inputs: [], numbers: {}, sentence };
  }
  return {
    ...base,
    verdict: deciding.verdict,
    rung: rungOf(deciding),
    ...(deciding.weakestInput === undefined ? {} : { weakestInput: deciding.weakestInput }),
    inputs: deciding.inputs,
    numbers: deciding.numbers,
    sentence: sentenceOf(deciding, limit, stated),
  };
}

function rungOf({ rung, calendar }: Verdict): Rung {
  return rung === 'impossible' && calendar !== undefined ? 'calendar' : rung;
}

function sentenceOf(
  verdict: Verdict,
  limit: JudgedLimit,
  { statistic, roleNames, locale }: Stated,
): string {
  const { numbers, calendar = '', roles = [] } = verdict;
  const length = (name: string): string => lengthInWords(numbers[name] ?? 0)[locale];
  const share = (name: string): string => shareInWords(numbers[name] ?? 0);
  const say = (id: MessageId, data: MessageData): string =>
    translate(locale, id, {
      promise: limit.within,
      wanted: limit.attainment ?? '100%',
      mean: length('meanSeconds'),
      share: share('share'),
      margin: share('margin'),
      ...data,
    });
  if (verdict.verdict === 'undecided') {
    return say('analysis.say.undecided', { lacks: wordsOfReason(verdict)[locale] });
  }
  const broken = verdict.verdict === 'broken';
  switch (rungOf(verdict)) {
    case 'impossible':
      return say('analysis.say.impossible', { shortest: length('shortestSeconds') });
    case 'calendar':
      return say('analysis.say.closed', { calendar, share: share('attainable') });
    case 'guaranteed':
      return numbers['worstSeconds'] === undefined
        ? say('analysis.say.guaranteed', { longest: length('longestSeconds') })
        : say('analysis.say.guaranteedHours', { worst: length('worstSeconds') });
    case 'bound':
      return broken
        ? say('analysis.say.boundBroken', { share: share('atMost') })
        : say('analysis.say.boundMet', { share: share('atLeast') });
    case 'mean':
      if (statistic === 'mean') return say('analysis.say.mean', {});
      return broken
        ? say('analysis.say.boundBroken', { share: share('atMost') })
        : say('analysis.say.boundMet', { share: share('atLeast') });
    case 'capacity':
      return roles.length > 0
        ? say('analysis.say.overloaded', {
            roles: roles.map((id) => roleNames.get(id) ?? id).join(locale === 'zh' ? '、' : ', '),
          })
        : say('analysis.say.capacity', {
            share: share(numbers['share'] === undefined ? 'atMost' : 'share'),
          });
    case 'distribution':
    case 'systems':
      return statistic === 'mean'
        ? say('analysis.say.distributionMean', {})
        : say('analysis.say.distribution', {});
  }
}

function availabilityOf(
  sla: PlainMap,
  name: string,
  numbers: ProcessNumbers,
  locale: Locale,
  pointer: (map: PlainMap, key: string) => string,
): SlaAnalysis | undefined {
  const found = numbers.availability(sla);
  if (found === undefined) return undefined;
  const { composed, kept, promised, neededEach } = found;
  const base = {
    id: String(sla['id']),
    name,
    promise: stringAt(sla, 'target') ?? '',
    pointer: pointer(sla, 'target'),
    rung: 'systems',
    weakestInput: 'declared',
    inputs: composed.systems.map((id) => `systems/${id}/availability`),
  } as const;
  const systems = composed.systems.join(' × ');
  if (!composed.decided || kept === undefined) {
    const sentence = translate(locale, 'analysis.say.availabilityUndecided', { systems });
    return { ...base, verdict: 'undecided', numbers: { promised }, sentence };
  }
  const sentence = translate(
    locale,
    kept ? 'analysis.say.availabilityMet' : 'analysis.say.availabilityBroken',
    {
      systems,
      real: shareInWords(composed.availability),
      down: lengthInWords(found.expectedDownSeconds ?? 0)[locale],
      allowed: lengthInWords(found.allowedDownSeconds)[locale],
    },
  );
  return {
    ...base,
    verdict: kept ? 'met' : 'broken',
    numbers: { promised, availability: composed.availability, neededEach },
    sentence,
  };
}
