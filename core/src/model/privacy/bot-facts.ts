import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { liesIn, overlap } from './regions.ts';

/**
 * What laws on bots and on consumers ask beyond `ai-facts`. Written onto steps:
 *
 * - `toldOfAi`: when people learn that an AI speaks: `first`, `on_request`, `hidden` where it only
 *   stands in terms or on a help page, `never`.
 * - `posesAsPerson`: whether the AI shows itself as somebody; of a voice no picture is asked.
 * - `personOnRequest`: whether people can ask for a person there, or come to one in any case.
 *
 * Written onto the organisation: `serves`, for each place whose consumers a law protects, `named`
 * where the markets name it or a part of it, `within` where they name a larger region, or `no`.
 */
export function addBotFacts(views: PrivacyViews): void {
  for (const step of views.list('steps')) {
    const ai = mapAt(step, 'ai') ?? {};
    addFact(step, 'toldOfAi', toldOfAi(ai));
    addFact(step, 'posesAsPerson', posesAsPerson(ai));
    addFact(step, 'personOnRequest', personOnRequest(step, views));
  }
  const { organization } = views;
  if (organization === undefined) return;
  addFact(organization, 'serves', servedBy(organization));
}

/** Where nobody who takes part in a conversation can overlook it. */
const visible: ReadonlySet<unknown> = new Set([
  'first_turn',
  'persistent_label',
  'call_opening',
  'start_page',
]);

type Told = 'first' | 'on_request' | 'hidden' | 'never';

/** A label that says who wrote the text tells people as well as a disclosure does. */
function toldOfAi(ai: PlainMap): Told | undefined {
  const labels = listOf(mapAt(ai, 'label')?.['explicit']);
  if (labels.some((place) => visible.has(place))) return 'first';
  const { disclosure } = ai;
  if (disclosure === 'none') return 'never';
  if (!isMap(disclosure)) return undefined;
  const { when } = disclosure;
  if (when === 'never') return 'never';
  if (when === 'on_request') return 'on_request';
  if (disclosure['where'] === undefined) return when === undefined ? undefined : 'first';
  const places = listOf(disclosure['where']);
  if (places.some((place) => visible.has(place))) return 'first';
  return places.some((place) => place !== 'none') ? 'hidden' : 'never';
}

const persons: ReadonlySet<unknown> = new Set(['employee', 'friend', 'companion']);

function posesAsPerson(ai: PlainMap): boolean | undefined {
  const { kind, picture } = mapAt(ai, 'persona') ?? {};
  if (picture === true || persons.has(kind)) return true;
  if (kind === undefined) return undefined;
  return picture === false || ai['kind'] === 'voice_bot' ? false : undefined;
}

function personOnRequest(step: PlainMap, views: PrivacyViews): boolean | undefined {
  const { handoff, id } = step;
  if (isMap(handoff)) {
    const { entry } = handoff;
    if (entry === 'none') return false;
    const asked = listOf(handoff['autoTriggers']).includes('explicit_request');
    return asked || entry !== undefined ? true : undefined;
  }
  const follows = views.edges.some(({ from, to, kind }) => {
    return from === id && kind === 'next' && isPerson(views.find('steps', to), views);
  });
  if (follows) return true;
  return handoff === 'none' ? false : undefined;
}

function isPerson(step: PlainMap | undefined, views: PrivacyViews): boolean {
  if (step === undefined || step['actor'] === 'ai' || step['actor'] === 'rule_engine') return false;
  if (step['type'] !== 'task' && step['type'] !== 'approval') return false;
  const kind = views.find('roles', step['role'])?.['kind'];
  return kind !== 'system' && kind !== 'customer';
}

const places = { eea: 'EEA', es: 'ES', us: 'US', ca: 'US-CA', me: 'US-ME', ut: 'US-UT' } as const;

type Served = 'named' | 'within' | 'no';

function servedBy({ markets }: PlainMap): Readonly<Record<string, Served>> | undefined {
  if (markets === undefined) return undefined;
  const named = listOf(markets).map(String);
  const served = (place: string): Served => {
    if (named.some((market) => liesIn(market, place))) return 'named';
    return named.some((market) => overlap(market, place)) ? 'within' : 'no';
  };
  return Object.fromEntries(Object.entries(places).map(([key, place]) => [key, served(place)]));
}
