import type { SourceDocument } from '../document/source-document.ts';
import { isMap, type PlainMap } from './plain.ts';
import type { Resource } from './resource.ts';

/** Which words of which file a subject of a rule stands for. */
export interface Origin {
  readonly resource: Resource;
  /** The document's own map or list. */
  readonly container: object;
  /** Set where the subject is one entry of `container`, such as the `next: close` of a step. */
  readonly key?: string | number;
  /** For a list from which refused items were left out: the index in the file of each item left. */
  readonly indexes?: readonly number[];
}

/** The keys by which an item of a list is known, since an index is no identity. */
const identityKeys = [
  'id',
  'to',
  'item',
  'with',
  'metric',
  'rule',
  'level',
  'of',
  'at',
  'by',
  'relation',
];

/**
 * The name of one entry within its container: its map key, or for a list item what it calls
 * itself. Items that call themselves the same are told apart by `#2`, `#3` in reading order.
 */
export function entryName(container: object, key: string | number): string {
  if (!Array.isArray(container)) return String(key);
  const items: readonly unknown[] = container;
  const index = Number(key);
  const name = itemName(items[index]);
  const before = items.slice(0, index).filter((item) => itemName(item) === name).length;
  return before === 0 ? name : `${name}#${String(before + 1)}`;
}

function itemName(item: unknown): string {
  if (!isMap(item)) return typeof item === 'string' || typeof item === 'number' ? String(item) : '';
  for (const key of identityKeys) {
    const value = item[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  const first = Object.values(item).find((value) => typeof value === 'string');
  return typeof first === 'string' ? first : '';
}

/** The names from the root of a document down to a container. */
export function namesTo(document: SourceDocument, container: object): readonly string[] {
  const names: string[] = [];
  let place = document.places.get(container);
  while (place?.parent !== undefined && place.key !== undefined) {
    names.unshift(entryName(place.parent, place.key));
    place = document.places.get(place.parent);
  }
  return names;
}

/** The value at a dotted path below a container, with the container and key that hold it. */
export interface Held {
  readonly container: object;
  /** The key that was asked for last; absent when the path is empty. */
  readonly key?: string | number;
  readonly value: unknown;
  readonly missing: boolean;
}

/**
 * Follows a dotted path through maps. A list is entered only by an index segment; where the path
 * leaves the file, the last container found and the key missing in it are the answer.
 */
export function follow(start: PlainMap | object, segments: readonly string[]): Held {
  let container: object = start;
  let held: Held = { container, value: start, missing: false };
  for (const segment of segments) {
    if (typeof held.value !== 'object' || held.value === null) break;
    container = held.value;
    const value: unknown = Object.hasOwn(container, segment)
      ? Reflect.get(container, segment)
      : undefined;
    held = { container, key: segment, value, missing: value === undefined };
    if (held.missing) break;
  }
  return held;
}
