import type { DataUse } from './data-uses.ts';
import { neighboursOf, reach } from '../graph.ts';
import { listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { liesIn, overlap } from './regions.ts';

/** The ground that data leave: the mainland (PIPL Art. 38), or the EEA (GDPR Art. 44). */
export type Ground = 'CN' | 'EEA';

export const grounds: readonly Ground[] = ['CN', 'EEA'];

/** An answer of three values, with the paths that would settle it where nobody can tell. */
export interface Answer {
  readonly is?: boolean;
  readonly undeclared: readonly string[];
}

export const yes: Answer = { is: true, undeclared: [] };
export const no: Answer = { is: false, undeclared: [] };

export function unknown(...paths: readonly string[]): Answer {
  return { undeclared: paths };
}

export function answer(is: boolean): Answer {
  return is ? yes : no;
}

/** False as soon as one is false, true when all are true. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.some(({ is }) => is === false)) return no;
  return answers.find(({ is }) => is === undefined) ?? yes;
}

/** True as soon as one is true, false when all are false. */
export function some(answers: readonly Answer[]): Answer {
  if (answers.some(({ is }) => is === true)) return yes;
  return answers.find(({ is }) => is === undefined) ?? no;
}

/** Whether a declared place lies outside a ground; `path` names the place where it is undeclared. */
export function isOutside(place: unknown, ground: Ground, path: string): Answer {
  return typeof place === 'string' ? answer(!overlap(place, ground)) : unknown(path);
}

/** Whether what serves certain regions, if it says so, serves people of a ground at all. */
export function serves({ servesRegions }: PlainMap, ground: Ground): boolean {
  const regions = listOf(servesRegions);
  return servesRegions === undefined || regions.some((each) => overlap(String(each), ground));
}

/**
 * Whether an item is about persons whose data the law of a ground protects there.
 *
 * Where the persons are decides. An organisation established only in the EEA carries the GDPR with
 * it to persons anywhere. Data of persons abroad that are only processed in China and go back are no
 * export of domestic data (Provisions of 2024, Art. 4). Important data are not about persons.
 */
export function concerns(item: PlainMap, ground: Ground, views: PrivacyViews): Answer {
  if (ground === 'CN' && item['importantData'] === 'notified') return yes;
  if (item['personal'] === false) return no;
  const { establishments, markets } = views.organization ?? {};
  const seats = listOf(establishments).map(String);
  if (ground === 'EEA' && seats.length > 0 && seats.every((seat) => liesIn(seat, ground))) {
    return yes;
  }
  const subject = views.find('subjects', item['subject']);
  const regions = subject?.['regions'];
  if (Array.isArray(regions)) {
    return answer(regions.some((region) => overlap(String(region), ground)));
  }
  const addressed = listOf(markets).map(String);
  const homes = addressed.length > 0 ? addressed : seats;
  if (homes.length > 0 && homes.every((home) => liesIn(home, ground))) return yes;
  const places = [...seats, ...addressed];
  const isKnown = establishments !== undefined && markets !== undefined;
  if (isKnown && !places.some((place) => overlap(place, ground))) return no;
  const named = stringAt(item, 'subject');
  const path =
    named === undefined ? `data.${String(item['id'])}.subject` : `subjects.${named}.regions`;
  return unknown(path);
}

/** Whether the law of a ground may apply to us at all, by establishments and markets. */
export function mayApply(ground: Ground, { organization }: PrivacyViews): boolean {
  const regimes = mapAt(organization ?? {}, 'regimes');
  return regimes?.[ground === 'CN' ? 'cn' : 'eu'] !== false;
}

/** Whether an organisation has a seat on a ground; nothing when no seat is declared. */
export function isSeatedIn(
  organization: PlainMap | undefined,
  ground: Ground,
): boolean | undefined {
  const establishments = organization?.['establishments'];
  if (establishments === undefined) return undefined;
  return listOf(establishments).some((seat) => overlap(String(seat), ground));
}

/** The declared items of some uses, each once. */
export function itemsUsed(uses: readonly DataUse[], views: PrivacyViews): readonly PlainMap[] {
  const ids = new Set<unknown>(uses.map(({ item }) => item));
  return views.list('data').filter(({ id }) => ids.has(id));
}

/** The items, by the ground they leave, of which no share states that they do. */
export type Unstated = Readonly<Record<Ground, readonly PlainMap[]>>;

/** What makes a transfer implicit: who works with which data, and where that is. */
interface Implied {
  readonly party: PlainMap | undefined;
  readonly uses: readonly DataUse[];
  readonly to: (ground: Ground) => string | undefined;
}

/**
 * The items of an implicit transfer that no share states.
 *
 * A share states it for the data it names, when it goes to the same party, or where we have no other
 * party to somebody in the same place, and stands at one of the steps or on a way to them. An item
 * that is only written there came into being there, so the items that are read or collected count.
 */
export function unstatedItems({ party, uses, to }: Implied, views: PrivacyViews): Unstated {
  const earlier = reach(
    uses.map(({ step }) => step),
    neighboursOf(views.edges, 'to'),
  );
  const shares = views.list('shares').filter(({ step }) => earlier.has(String(step)));
  const isStated = ({ id }: PlainMap, ground: Ground): boolean =>
    shares.some((share) => {
      const recipient = views.find('recipients', share['with']);
      if (recipient === undefined || !listOf(share['data']).includes(id)) return false;
      return party === undefined ? recipient['country'] === to(ground) : recipient === party;
    });
  const seen = uses.filter(({ mode }) => mode === 'reads' || mode === 'collects');
  const items = itemsUsed(seen.length > 0 ? seen : uses, views);
  const left = (ground: Ground): readonly PlainMap[] =>
    items.filter((item) => concerns(item, ground, views).is !== false && !isStated(item, ground));
  return { CN: left('CN'), EEA: left('EEA') };
}
