import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { liesIn, overlap } from './regions.ts';

/** What the duties of an organisation under the GDPR hang on: where it is, and what it does at risk. */
export function addEuropeanDutyFacts(organization: PlainMap, views: PrivacyViews): void {
  const { establishments, markets } = organization;
  addFact(organization, 'inEea', establishments === undefined ? undefined : inEea(establishments));
  addFact(organization, 'spansMemberStates', spansMemberStates(markets));
  const representative = mapAt(mapAt(organization, 'representatives') ?? {}, 'eu');
  if (representative !== undefined) {
    addFact(representative, 'placed', placeOf(representative, markets));
  }
  for (const purpose of views.list('purposes')) {
    const processing = processingFor(purpose, organization, views);
    addFact(purpose, 'highRisk', highRiskOf(processing));
    addFact(purpose, 'riskCriteria', criteriaOf(processing));
  }
}

function inEea(places: unknown): boolean {
  return listOf(places).some((place) => overlap(String(place), 'EEA'));
}

/** Whether people in more than one member state are addressed; a group of states counts as several. */
function spansMemberStates(markets: unknown): boolean | undefined {
  if (markets === undefined) return undefined;
  const addressed = listOf(markets)
    .map(String)
    .filter((market) => overlap(market, 'EEA'));
  if (addressed.some((market) => market === 'EU' || market === 'EEA')) return true;
  return new Set(addressed.map((market) => market.split('-', 1)[0])).size > 1;
}

/**
 * Where a representative sits: `there` in one of the states whose people are addressed, as Art. 27(3)
 * demands; `elsewhere` in another one of the EEA; `outside` of it.
 */
function placeOf(
  { country }: PlainMap,
  markets: unknown,
): 'there' | 'elsewhere' | 'outside' | undefined {
  if (typeof country !== 'string') return undefined;
  if (!liesIn(country, 'EEA')) return 'outside';
  if (markets === undefined) return undefined;
  return listOf(markets).some((market) => overlap(country, String(market))) ? 'there' : 'elsewhere';
}

/** What is known of the processing for one purpose. */
interface Processing {
  readonly categories: readonly unknown[];
  readonly items: readonly PlainMap[];
  /** Of which types the persons are. */
  readonly subjects: readonly unknown[];
  readonly steps: readonly PlainMap[];
  /** What the organisation does as a core activity on a large scale. */
  readonly core: PlainMap;
}

function processingFor(purpose: PlainMap, organization: PlainMap, views: PrivacyViews): Processing {
  const { id } = purpose;
  const using = new Set(views.uses.filter((use) => use.purpose === id).map(({ step }) => step));
  const items = listOf(purpose['items']).filter(isMap);
  return {
    categories: listOf(purpose['category']),
    items,
    subjects: items.flatMap(({ subject }) => listOf(views.find('subjects', subject)?.['type'])),
    steps: views
      .list('steps')
      .filter((step) => step['purpose'] === id || using.has(String(step['id']))),
    core: mapAt(organization, 'coreActivities') ?? {},
  };
}

/**
 * What Art. 35(3) GDPR names: `decision`, an automated decision that weighs heavily on people (a),
 * and `special`, data of Art. 9 or 10 that are processed on a large scale (b).
 */
function highRiskOf(processing: Processing): readonly string[] {
  return [
    ...(decides(processing) ? ['decision'] : []),
    ...(isSensitive(processing) && processing.core['specialCategories'] === true
      ? ['special']
      : []),
  ];
}

/**
 * Criteria of WP248 rev.01 that the declared facts show. Matching of data sets and services that are
 * blocked have no field; how large is large is only known where it is declared as a core activity.
 */
function criteriaOf(processing: Processing): readonly string[] {
  const { core } = processing;
  const sensitive = isSensitive(processing);
  const watches = monitors(processing);
  const large =
    (sensitive && core['specialCategories'] === true) ||
    (watches && core['systematicMonitoring'] === true);
  const met: readonly (readonly [string, boolean])[] = [
    ['scoring', scores(processing)],
    ['automated_decision', decides(processing)],
    ['monitoring', watches],
    ['sensitive', sensitive],
    ['large_scale', large],
    ['vulnerable', concernsVulnerable(processing)],
    ['innovative', isInnovative(processing)],
  ];
  return met.filter(([, holds]) => holds).map(([criterion]) => criterion);
}

function decides({ steps }: Processing): boolean {
  return steps.some((step) => {
    const effect = mapAt(step, 'automated')?.['effect'];
    return effect === 'legal' || effect === 'significant';
  });
}

function isSensitive({ items }: Processing): boolean {
  return items.some(({ europeanSensitivity: mark }) => mark === 'special' || mark === 'criminal');
}

const scoring: ReadonlySet<unknown> = new Set([
  'credit.assessment',
  'personalisation',
  'marketing.ads',
  'hr.performance',
]);

function scores({ categories, items }: Processing): boolean {
  return categories.some((each) => scoring.has(each)) || include(items, ['profile']);
}

const watching: ReadonlySet<unknown> = new Set([
  'hr.monitoring',
  'personalisation',
  'marketing.ads',
]);

function monitors({ categories, items }: Processing): boolean {
  const tracks = ['behaviour.browsing', 'location.precise_track', 'vehicle.plate_track'];
  return categories.some((each) => watching.has(each)) || include(items, tracks);
}

/** Whether some item is of one of these categories or below it. */
function include(items: readonly PlainMap[], wanted: readonly string[]): boolean {
  return items.some(({ category }) =>
    wanted.some((each) => category === each || String(category).startsWith(`${each}.`)),
  );
}

/** Persons who can hardly object: children, patients, the old, staff. */
const vulnerable: ReadonlySet<unknown> = new Set([
  'child',
  'elderly',
  'patient',
  'employee',
  'employee_agent',
]);

/** Minors count as soon as the declared ages let them in: regulators expect them to be thought of. */
function concernsVulnerable({ items, subjects }: Processing): boolean {
  return items.some(({ minor }) => minor === true) || subjects.some((each) => vulnerable.has(each));
}

const novel: ReadonlySet<unknown> = new Set([
  'generative_chat',
  'emotion_inference',
  'model_training',
]);

function isInnovative({ categories, steps }: Processing): boolean {
  if (categories.includes('ai.training')) return true;
  return steps.some((step) => {
    const ai = mapAt(step, 'ai') ?? {};
    const methods = listOf(mapAt(step, 'verify')?.['methods']);
    const biometric = methods.includes('face') || methods.includes('voiceprint');
    return ai['generative'] === true || novel.has(ai['kind']) || biometric;
  });
}
