import { isMap, listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';

/** Which regimes apply, by the key that `purposes.<id>.basis` gives them; absent: nobody can tell. */
export type Regimes = Readonly<Partial<Record<'cn' | 'eu' | 'us', boolean>>>;

/** PIPL Art. 3 speaks of the mainland; the GDPR has effect in the whole EEA. `us` is where the laws of its states can apply. */
const grounds = { cn: 'CN', eu: 'EEA', us: 'US' } as const;

/**
 * Whether PIPL (Art. 3) and the GDPR (Art. 3) apply to a process: by where the organisation is
 * established, and by whom it addresses or watches. Where systems, vendors or agents stand decides
 * nothing, nor does a web site that can merely be reached.
 *
 * An organisation that is only addressing people of a region owes its law nothing for a process
 * whose persons, all declared, are elsewhere.
 */
export function regimesOf(organization: PlainMap, views: PrivacyViews): Regimes {
  const present = regionsOfPersons(views);
  const answers = Object.entries(grounds).flatMap(([regime, ground]) => {
    const answer = applies(organization, ground, present);
    return answer === undefined ? [] : [[regime, answer] as const];
  });
  return Object.fromEntries(answers);
}

function applies(
  { establishments, markets }: PlainMap,
  ground: string,
  present: readonly string[] | undefined,
): boolean | undefined {
  const touches = (places: unknown): boolean =>
    listOf(places).some((place) => overlap(String(place), ground));
  if (touches(establishments)) return true;
  const elsewhere = present !== undefined && !touches(present);
  if (touches(markets) && !elsewhere) return true;
  if (establishments === undefined) return undefined;
  return elsewhere || markets !== undefined ? false : undefined;
}

/** Where the persons of a process are; nothing unless that is declared for all of them. */
function regionsOfPersons(views: PrivacyViews): readonly string[] | undefined {
  const used = new Set(views.uses.map(({ item }) => item));
  const items = views.list('data').filter((item) => used.has(String(item['id'])));
  const personal = items.filter((item) => item['personal'] !== false);
  if (personal.length === 0 || items.length < used.size) return undefined;
  const regions = personal.map((item) => {
    const subject = views.find('subjects', item['subject']);
    return isMap(subject) && Array.isArray(subject['regions']) ? subject['regions'] : undefined;
  });
  if (regions.includes(undefined)) return undefined;
  return regions.flatMap((each) => listOf(each).map(String));
}
