import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { DataUse } from './data-uses.ts';
import { roleFor, type PrivacyViews } from './privacy-views.ts';
import type { Draft } from './transfer.ts';
import {
  grounds,
  isOutside,
  itemsUsed,
  mayApply,
  no,
  serves,
  some,
  unknown,
  unstatedItems,
  yes,
  type Answer,
  type Ground,
} from './transfer-places.ts';

/** Data that a system abroad holds, or that somebody abroad who operates a system here can read. */
export function draftOfSystem(system: PlainMap, views: PrivacyViews): readonly Draft[] {
  if (system['personalData'] === false) return [];
  const { sure, likely } = usesIn(system, views);
  const uses = sure.length > 0 ? sure : likely;
  const place = uses[0] && placeOf(uses[0], String(system['id']), views);
  if (uses[0] === undefined || place === undefined) return [];
  const operator = views.find('recipients', system['operator']);
  const country = stringAt(system, 'country');
  const runs = operator && stringAt(operator, 'country');
  const id = String(system['id']);
  const here = (ground: Ground): Answer => isOutside(country, ground, `systems.${id}.country`);
  const there = (ground: Ground): Answer =>
    operator === undefined
      ? no
      : isOutside(runs, ground, `recipients.${String(operator['id'])}.country`);
  const abroad = (ground: Ground): Answer =>
    serves(system, ground) ? some([here(ground), there(ground)]) : no;
  const to = (ground: Ground): string | undefined => (here(ground).is === true ? country : runs);
  const stands = grounds.some((ground) => mayApply(ground, views) && here(ground).is === true);
  return [
    {
      kind: 'system',
      step: uses[0].step,
      via: id,
      mode: stands ? 'send' : 'remote_access',
      purpose: uses[0].purpose,
      recipient: operator,
      items: itemsUsed(uses, views),
      doubt: sure.length > 0 || system['personalData'] === true ? yes : unsure(likely),
      abroad: { CN: abroad('CN'), EEA: operator === undefined ? no : abroad('EEA') },
      to: { CN: to('CN'), EEA: to('EEA') },
      ownOutsideEea: operator === undefined && here('EEA').is === true && serves(system, 'EEA'),
      unstated: unstatedItems({ party: operator, uses, to }, views),
      ourRole: roleFor(views.find('purposes', uses[0].purpose), views),
      ...place,
    },
  ];
}

function unsure(uses: readonly DataUse[]): Answer {
  return unknown(...new Set(uses.map(({ item }) => `data.${item}.system`)));
}

/**
 * What steps do in a system: surely where they, or the item, name no other one; likely where the
 * step uses several and nobody said which of them holds the item.
 */
function usesIn(
  { id, stored }: PlainMap,
  views: PrivacyViews,
): Readonly<Record<'sure' | 'likely', readonly DataUse[]>> {
  const held = new Set(listOf(stored).map((item) => isMap(item) && item['id']));
  const sure: DataUse[] = [];
  const likely: DataUse[] = [];
  for (const use of views.uses.filter(({ personal }) => personal !== false)) {
    const own = ownSystem(use, views);
    const systems = listOf(views.find('steps', use.step)?.['systems']);
    const named = listOf(views.find('data', use.item)?.['system']);
    const isHere = systems.includes(id);
    const isKnown = isHere ? systems.length === 1 || held.has(use.item) : named.includes(id);
    if (own === undefined ? isKnown : own === id) sure.push(use);
    else if (own === undefined && isHere && named.length === 0) likely.push(use);
  }
  return { sure, likely };
}

/** The system that a single data use names for itself. */
function ownSystem({ step, item, mode }: DataUse, views: PrivacyViews): string | undefined {
  const entry = listOf(views.find('steps', step)?.[mode]).find(
    (each) => isMap(each) && each['item'] === item,
  );
  return isMap(entry) ? stringAt(entry, 'system') : undefined;
}

/** Where a use names the system: in the list of its step, else at the item itself. */
function placeOf(
  use: DataUse,
  system: string,
  views: PrivacyViews,
): Pick<Draft, 'container' | 'key'> {
  const systems = views.find('steps', use.step)?.['systems'];
  const index = listOf(systems).indexOf(system);
  return Array.isArray(systems) && index >= 0
    ? { container: systems, key: index }
    : { container: use };
}
