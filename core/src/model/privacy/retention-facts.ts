import { parseDuration } from '../../quantity/duration.ts';
import { addFact, isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** Two periods for what is one thing. */
export interface RetentionConflict {
  /** The purpose of the same kind, or the item of the same category, with the other period. */
  readonly with: string;
  readonly kind: 'purpose' | 'item';
  /** The purpose for which both are kept; for two purposes, the first. */
  readonly purpose: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Writes `retentionConflict` onto data items: the same item under two purposes of one kind, or two
 * items of one category and one kind of person in different systems under one purpose, are kept for
 * different times. The later of two items has it. Different purposes may well have different periods.
 *
 * `alikeBefore` of a purpose: the purposes before it of the same kind that use an item of its own.
 */
export function addRetentionFacts(views: PrivacyViews): void {
  const purposes = views.list('purposes');
  for (const [position, purpose] of purposes.entries()) {
    const alike = purposes.slice(0, position).filter((other) => isSameKind(other, purpose));
    addFact(purpose, 'alikeBefore', alike);
  }
  const items = views.list('data').filter((item) => item['personal'] !== false);
  for (const [position, item] of items.entries()) {
    const conflict =
      betweenPurposes(item, views) ?? betweenItems(item, items.slice(0, position), views);
    if (conflict !== undefined) addFact(item, 'retentionConflict', conflict);
  }
}

function betweenPurposes(item: PlainMap, views: PrivacyViews): RetentionConflict | undefined {
  const purposes = views.list('purposes').filter((purpose) => uses(purpose, item));
  for (const [position, second] of purposes.entries()) {
    for (const first of purposes.slice(0, position)) {
      if (kindOf(first) === '' || kindOf(first) !== kindOf(second)) continue;
      const [theirs, mine] = [periodOf(item, first), periodOf(item, second)];
      if (mine !== undefined && theirs !== undefined && differ(mine, theirs)) {
        return { with: idOf(second), kind: 'purpose', purpose: idOf(first), mine, theirs };
      }
    }
  }
  return undefined;
}

function betweenItems(
  item: PlainMap,
  earlier: readonly PlainMap[],
  views: PrivacyViews,
): RetentionConflict | undefined {
  for (const other of earlier.filter((each) => isAlike(each, item))) {
    for (const purpose of views.list('purposes')) {
      if (!uses(purpose, item) || !uses(purpose, other)) continue;
      const [theirs, mine] = [periodOf(other, purpose), periodOf(item, purpose)];
      if (mine !== undefined && theirs !== undefined && differ(mine, theirs)) {
        return { with: idOf(other), kind: 'item', purpose: idOf(purpose), mine, theirs };
      }
    }
  }
  return undefined;
}

function isAlike(one: PlainMap, other: PlainMap): boolean {
  const [here, there] = [listOf(one['system']), listOf(other['system'])];
  return (
    one['category'] !== undefined &&
    one['category'] === other['category'] &&
    one['subject'] === other['subject'] &&
    here.length > 0 &&
    there.length > 0 &&
    !here.some((system) => there.includes(system))
  );
}

function uses(purpose: PlainMap, item: PlainMap): boolean {
  return listOf(purpose['items']).includes(item);
}

function isSameKind(one: PlainMap, other: PlainMap): boolean {
  const shared = listOf(one['items']).filter(isMap);
  return (
    kindOf(one) !== '' &&
    kindOf(one) === kindOf(other) &&
    shared.some((item) => item['personal'] !== false && uses(other, item))
  );
}

function kindOf({ category }: PlainMap): string {
  return listOf(category).map(String).toSorted().join(' ');
}

/** The period that holds for an item under a purpose, as written. */
function periodOf(item: PlainMap, purpose: PlainMap): string | undefined {
  const schedules = listOf(purpose['schedules']).filter(isMap);
  const schedule =
    schedules.find((each) => each['of'] === item['id']) ??
    schedules.find((each) => each['of'] === purpose['id']);
  if (schedule === undefined) return undefined;
  return stringAt(schedule, 'keep') ?? stringAt(schedule, 'until') ?? stringAt(schedule, 'rule');
}

function differ(mine: string, theirs: string): boolean {
  if (mine === theirs) return false;
  const [one, two] = [parseDuration(mine), parseDuration(theirs)];
  if (one === undefined || two === undefined) return true;
  return (
    one.months !== two.months || one.seconds !== two.seconds || one.workingDays !== two.workingDays
  );
}

function idOf({ id }: PlainMap): string {
  return String(id);
}
