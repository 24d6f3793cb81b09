/** A map as the document stage makes it: string keys, no prototype, any values. */
export type PlainMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry of a map when it is a string. */
export function stringAt(map: PlainMap, key: string): string | undefined {
  const value = map[key];
  return typeof value === 'string' ? value : undefined;
}

/** The entry of a map when it is a map. */
export function mapAt(map: PlainMap, key: string): PlainMap | undefined {
  const value = map[key];
  return isMap(value) ? value : undefined;
}

/** A value as a list: nothing gives none, a single value gives one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * Gives a document's own object a fact that rules can read but nobody sees as content.
 *
 * JSONata reads own properties only, never getters of a class or a prototype.
 */
export function addFact(target: object, name: string, value: unknown): void {
  if (Object.hasOwn(target, name)) return; // what the author wrote wins over what we derive
  Object.defineProperty(target, name, { value, enumerable: false });
}

/**
 * The same for a fact that is costly and that few rules ask for. A getter of the object's own is
 * read like any other property.
 */
export function addFactOnDemand(target: object, name: string, find: () => unknown): void {
  if (Object.hasOwn(target, name)) return;
  Object.defineProperty(target, name, { get: find, enumerable: false });
}
