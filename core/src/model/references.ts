import { isMap, type PlainMap } from './plain.ts';

/** One id that stands for something declared elsewhere. A derived object. */
export interface Reference {
  /** The id. */
  readonly name: string;
  /** The word as written; for an event, with what happens: `close.completed`. */
  readonly stated: string;
  /** The map it must be a key of, such as `roles`. */
  readonly collection: string;
  readonly resolves: boolean;
}

/** A reference with the container and key of the word that states it. */
export interface StatedReference {
  readonly reference: Reference;
  readonly container: object;
  readonly key: string | number;
}

/**
 * Where ids stand in a process: `*` is every entry of a map, `[]` every item of a list (or the
 * one value where a list is optional), and `{}` the keys themselves.
 */
const table: readonly (readonly [path: string, collection: string])[] = [
  ['owner', 'roles'],
  ['start', 'steps'],
  ['ownership.owner', 'roles'],
  ['steps.*.role', 'roles'],
  ['steps.*.owner', 'roles'],
  ['steps.*.approvers.[]', 'roles'],
  ['steps.*.handoff.to', 'roles'],
  ['steps.*.notify.[]', 'roles'],
  ['steps.*.onFailure.notify.[]', 'roles'],
  ['steps.*.onTimeout.notify.[]', 'roles'],
  ['steps.*.next.[]', 'steps'],
  ['steps.*.next.[].to', 'steps'],
  ['steps.*.next.[].loop.then', 'steps'],
  ['steps.*.handoff.goto', 'steps'],
  ['steps.*.onFailure.goto', 'steps'],
  ['steps.*.onTimeout.goto', 'steps'],
  ['steps.*.joins.[]', 'steps'],
  ['steps.*.channels.[]', 'channels'],
  ['steps.*.systems.[]', 'systems'],
  ['steps.*.purpose', 'purposes'],
  ['steps.*.collects.[]', 'data'],
  ['steps.*.reads.[]', 'data'],
  ['steps.*.writes.[]', 'data'],
  ['steps.*.deletes.[]', 'data'],
  ['steps.*.requires.[]', 'data'],
  ['steps.*.verifies.[]', 'data'],
  ['steps.*.collects.[].item', 'data'],
  ['steps.*.reads.[].item', 'data'],
  ['steps.*.writes.[].item', 'data'],
  ['steps.*.deletes.[].item', 'data'],
  ['steps.*.collects.[].purpose', 'purposes'],
  ['steps.*.reads.[].purpose', 'purposes'],
  ['steps.*.writes.[].purpose', 'purposes'],
  ['steps.*.deletes.[].purpose', 'purposes'],
  ['steps.*.decides', 'data'],
  ['steps.*.shares.[].data.[]', 'data'],
  ['steps.*.shares.[].with', 'recipients'],
  ['steps.*.shares.[].purpose', 'purposes'],
  ['steps.*.shows.[]', 'notices'],
  ['steps.*.asks.[]', 'consents'],
  ['steps.*.sla.calendar', 'calendars'],
  ['roles.*.calendar', 'calendars'],
  ['roles.*.overflow', 'roles'],
  ['roles.*.deputy', 'roles'],
  ['roles.*.authority.engage.[]', 'roles'],
  ['channels.*.calendar', 'calendars'],
  ['systems.*.dependsOn.[]', 'systems'],
  ['systems.*.fallback.system', 'systems'],
  ['systems.*.operator', 'recipients'],
  ['data.*.system.[]', 'systems'],
  ['purposes.*.consent.[]', 'consents'],
  ['purposes.*.notice.[]', 'notices'],
  ['purposes.*.continues', 'purposes'],
  ['consents.*.scope.purposes.[]', 'purposes'],
  ['slas.*.calendar', 'calendars'],
  ['slas.*.from', 'event'],
  ['slas.*.to', 'event'],
  ['slas.*.from.firstOf.[]', 'steps'],
  ['slas.*.to.firstOf.[]', 'steps'],
  ['slas.*.from.lastOf.[]', 'steps'],
  ['slas.*.to.lastOf.[]', 'steps'],
  ['slas.*.of.[]', 'systems'],
  ['slas.*.escalation.[].notify.[]', 'roles'],
  ['slas.*.composedOf.[]', 'steps'],
  ['kpis.*.owner', 'roles'],
  ['kpis.*.onDeviation.owner', 'roles'],
  ['kpis.*.parent', 'kpis'],
  ['kpis.*.step', 'steps'],
  ['scorecards.*.weights.{}', 'kpis'],
  ['gates.*.approver.[]', 'roles'],
  ['gates.*.criteria.[]', 'acceptance'],
  ['gates.*.deliverable.[]', 'deliverables'],
  ['milestones.[].deliverables.[]', 'deliverables'],
  ['signoffs.[].role', 'roles'],
  ['signoffs.[].of', 'gates'],
  ['risks.[].owner', 'roles'],
];

const paths = table.map(([path, collection]) => ({ segments: path.split('.'), collection }));

/** Whom a notification may name although no role of that name is declared. */
const outsiders: ReadonlySet<string> = new Set(['customer', 'public']);

/** Every reference a process states, in the order of the table. */
export function referencesOf(
  process: PlainMap,
  isDeclared: (collection: string, name: string) => boolean,
): readonly StatedReference[] {
  return paths.flatMap(({ segments, collection }) =>
    placesOf(process, segments).flatMap(({ container, key, name }) => {
      const target = collection === 'event' ? stepOfEvent(name) : { collection, name };
      if (target === undefined) return [];
      const notifies = segments.includes('notify');
      const resolves =
        isDeclared(target.collection, target.name) || (notifies && outsiders.has(target.name));
      return [{ reference: { ...target, stated: name, resolves }, container, key }];
    }),
  );
}

/** The step an event belongs to; nothing for events of the case and of the world. */
function stepOfEvent(event: string): { collection: string; name: string } | undefined {
  const match = /^(.+)\.(?:started|completed)$/.exec(event);
  return match?.[1] === undefined ? undefined : { collection: 'steps', name: match[1] };
}

interface NamedPlace {
  readonly container: object;
  readonly key: string | number;
  readonly name: string;
}

function placesOf(root: PlainMap, segments: readonly string[]): readonly NamedPlace[] {
  let places: readonly (readonly [container: object, key: string | number, value: unknown])[] = [
    [root, '', root],
  ];
  for (const segment of segments) {
    places = places.flatMap(([container, key, value]) => {
      if (segment === '[]') {
        return Array.isArray(value)
          ? value.map((item: unknown, index) => [value, index, item] as const)
          : [[container, key, value] as const];
      }
      if (!isMap(value)) return [];
      const ids = Object.keys(value).filter((each) => !each.startsWith('x-'));
      if (segment === '*') return ids.map((each) => [value, each, value[each]] as const);
      if (segment === '{}') return ids.map((each) => [value, each, each] as const);
      return Object.hasOwn(value, segment) ? [[value, segment, value[segment]] as const] : [];
    });
  }
  return places.flatMap(([container, key, name]) =>
    typeof name === 'string' ? [{ container, key, name }] : [],
  );
}
