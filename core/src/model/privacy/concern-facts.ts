import type { DataUse } from './data-uses.ts';
import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { overlap } from './regions.ts';

/** The laws that reach some purposes of an organisation and not others, and where each has effect. */
const grounds = { cn: 'CN', eu: 'EEA' } as const;

/** By the key of `purposes.<id>.basis`; absent: nobody can tell. */
type Concern = Readonly<Partial<Record<keyof typeof grounds, boolean>>>;

/**
 * Gives each purpose `concerns`: whether PIPL and the GDPR reach it, where they reach the process.
 *
 * A seat on the ground of a law is not enough for it. PIPL Art. 3(1) asks whether the data are
 * handled in the territory, GDPR Art. 3(1) whether that happens in the context of the activities of
 * the seat there. So a law does not reach a purpose whose persons are all declared to be elsewhere,
 * when we have no seat on its ground, or have one elsewhere too and the steps of the purpose work
 * elsewhere; when nothing says where they work, nobody can tell. What the file says itself comes
 * first: who names a basis of a law accepts that law.
 */
export function addConcernFacts(views: PrivacyViews): void {
  for (const purpose of views.list('purposes')) {
    const uses = views.uses.filter((use) => use.purpose === purpose['id']);
    const answers = Object.entries(grounds).flatMap(([regime, ground]) => {
      const isReached = reaches(purpose, uses, [regime, ground], views);
      return isReached === undefined ? [] : [[regime, isReached] as const];
    });
    addFact(purpose, 'concerns', Object.fromEntries(answers) satisfies Concern);
  }
}

function reaches(
  purpose: PlainMap,
  uses: readonly DataUse[],
  [regime, ground]: readonly [regime: string, ground: string],
  views: PrivacyViews,
): boolean | undefined {
  if (mapAt(purpose, 'basis')?.[regime] !== undefined) return true;
  const onGround = (place: unknown): boolean => overlap(String(place), ground);
  const persons = regionsOf(uses, views);
  if (persons === undefined || persons.some(onGround)) return true;
  const seats = listOf(views.organization?.['establishments']);
  if (seats.length === 0) return true;
  if (!seats.some(onGround)) return false;
  if (seats.every(onGround)) return true;
  const places = placesOf(uses, views);
  return places.length === 0 ? undefined : places.some(onGround);
}

/** Where the persons of a purpose are; nothing unless that is declared for all of them. */
function regionsOf(uses: readonly DataUse[], views: PrivacyViews): readonly unknown[] | undefined {
  const about = uses.filter(({ personal }) => personal !== false);
  if (about.length === 0) return undefined;
  const regions = about.map(({ item }) => {
    const subject = views.find('subjects', views.find('data', item)?.['subject']);
    return subject?.['regions'];
  });
  return regions.every((each) => Array.isArray(each)) ? regions.flat() : undefined;
}

/**
 * Where the systems and the people of the steps are. A role that is itself a machine says nothing:
 * it works where the system is.
 */
function placesOf(uses: readonly DataUse[], views: PrivacyViews): readonly unknown[] {
  const steps = uses.map(({ step }) => views.find('steps', step) ?? {});
  const systems = [
    ...steps.flatMap((step) => listOf(step['systems'])),
    ...uses.flatMap(({ item }) => listOf(views.find('data', item)?.['system'])),
  ];
  const roles = steps.map((step) => views.find('roles', step['role']) ?? {});
  const people = roles.filter(({ kind }) => kind !== 'system' && kind !== 'customer');
  const places = [
    ...systems.map((id) => views.find('systems', id)?.['country']),
    ...people.map(({ country }) => country),
    ...people.flatMap(({ sites }) => listOf(sites).map((site) => isMap(site) && site['country'])),
  ];
  return places.filter((place) => typeof place === 'string');
}
