import { childNode, rootNode, type SchemaNode, type ShapeKind } from './node.ts';

/** One place of a value, with what the schema says about it and what leads to it. */
export interface Spot {
  /** RFC 6901. */
  readonly pointer: string;
  /** Keys and indexes from the root. */
  readonly path: readonly (string | number)[];
  /** The values on the way, the root first and the place itself last. */
  readonly values: readonly unknown[];
  readonly value: unknown;
  /** Absent where the schema says nothing. */
  readonly node?: SchemaNode;
  /** Position of each step of the way among its neighbours, for the order of the file. */
  readonly order: readonly number[];
}

/** Follows a pointer through a value and its schema together. */
export function spotAt(kind: ShapeKind, root: unknown, pointer: string): Spot {
  const path: (string | number)[] = [];
  const values: unknown[] = [root];
  const order: number[] = [];
  let node: SchemaNode | undefined = rootNode(kind);
  for (const segment of pointer.split('/').slice(1)) {
    const holder = values.at(-1);
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const key: string | number = Array.isArray(holder) ? Number(name) : name;
    path.push(key);
    order.push(typeof key === 'number' ? key : keysOf(holder).indexOf(key));
    values.push(
      typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined,
    );
    node = node === undefined ? undefined : childNode(node, key);
  }
  const spot = { pointer, path, values, value: values.at(-1), order };
  return node === undefined ? spot : { ...spot, node };
}

/** The keys by which a list item is known, best first. */
const namingKeys = ['id', 'to', 'item', 'metric', 'rule'];

/**
 * The word of the file that stands for a place: its key; for a list item what names it, else the
 * word for the list; for the root its id. The editor underlines the same word.
 */
export function nameOf({ path, values }: Pick<Spot, 'path' | 'values'>): string {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path[depth - 1];
    if (typeof key === 'string') return key;
    const name = naming(values[depth], [...namingKeys, ...keysOf(values[depth])]);
    if (name !== undefined) return name;
  }
  return naming(values[0], ['id', 'kind']) ?? keysOf(values[0])[0] ?? '';
}

function naming(item: unknown, keys: readonly string[]): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  for (const key of keys) {
    const value: unknown = Reflect.get(item, key);
    if (isScalar(value) && value !== '') return String(value);
  }
  return undefined;
}

/** The keys of a map; none for anything else. */
export function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
}

/** True for a value that is written as one word or text. */
export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
