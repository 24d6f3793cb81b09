import { isMap, type PlainMap } from './plain.ts';
import type { Origin } from './origin.ts';
import type { Resource } from './resource.ts';

/** A model's own copy of a document: what could be read, and where each part comes from. */
export interface Instance {
  readonly value: PlainMap;
  /** From each copied map or list to the document's own. */
  readonly origins: WeakMap<object, Origin>;
}

/**
 * Copies a document's data without the entries its schema refuses.
 *
 * Each model owns a copy because derived facts are written onto it, and one organisation serves
 * many processes. What the schema refuses is left out: a rule must not judge a value that means
 * nothing, and the schema finding already names the cause.
 */
export function instantiate(resource: Resource): Instance {
  // The pointer of a missing key is that of its map, of which the rest is as good as it was.
  const refused = new Set(
    resource.faults.filter(({ missing }) => missing === undefined).map(({ pointer }) => pointer),
  );
  const origins = new WeakMap<object, Origin>();
  const copy = (value: unknown, pointer: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const indexes = value
        .map((_, index) => index)
        .filter((index) => !refused.has(`${pointer}/${String(index)}`));
      const list = indexes.map((index) => copy(value[index], `${pointer}/${String(index)}`));
      origins.set(list, { resource, container: value, indexes });
      return list;
    }
    const map: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) {
      const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!refused.has(at) && key !== '__proto__') map[key] = copy(entry, at);
    }
    origins.set(map, { resource, container: value });
    return map;
  };
  const value = copy(resource.value, '');
  return { value: isMap(value) ? value : {}, origins };
}
