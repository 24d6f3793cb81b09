import { resolve, rootNode, type SchemaNode, type ShapeKind } from './node.ts';

/** Where a key is known: the keys that lead to it, `<id>` for keys of one's own, `[]` for items. */
export type KeyPlace = readonly string[];

const known = new Map<ShapeKind, ReadonlyMap<string, readonly KeyPlace[]>>();

/** Every key of a kind of file with the places where it may stand. */
export function keyPlaces(kind: ShapeKind): ReadonlyMap<string, readonly KeyPlace[]> {
  const cached = known.get(kind);
  if (cached !== undefined) return cached;
  const places = new Map<string, KeyPlace[]>();
  collect(rootNode(kind), [], places);
  known.set(kind, places);
  return places;
}

function collect(node: SchemaNode, path: KeyPlace, places: Map<string, KeyPlace[]>): void {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    const place = [...path, key];
    const others = places.get(key);
    if (others === undefined) places.set(key, [place]);
    else others.push(place);
    // An organisation inside a process repeats what the organisation's own schema says.
    if (place.join('.') !== 'organization') collect(resolve(child), place, places);
  }
  const { additionalProperties: entry, items } = node;
  if (typeof entry === 'object') collect(resolve(entry), [...path, '<id>'], places);
  if (items !== undefined) collect(resolve(items), [...path, '[]'], places);
}
