import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../source/line-index.ts';
import type { Aliases } from './aliases.ts';
import { spanOf } from './node-span.ts';
import type { Entry, Place } from './source-document.ts';

/** Plain data and the place of each of its maps and lists. */
export interface PlainData {
  readonly value: unknown;
  readonly places: WeakMap<object, Place>;
}

/**
 * Copies the nodes of one document to plain data and remembers where everything stands.
 *
 * The parser's own conversion is not enough: it gives an alias the very object of its anchor, so
 * that a finding about the second place would point at the first, and it says nothing about
 * positions.
 */
export function toPlainData(root: unknown, text: string, aliases: Aliases): PlainData {
  const copier = new Copier(text, aliases);
  return { value: copier.copy(root, {}), places: copier.places };
}

/** Whether a key is the merge key `<<`; in quotes it is a key like any other. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

/**
 * A key as text. Numbers and other plain words stay as written (`010`, `~`); a map or list, which
 * no format of ours has as a key, gives its source text.
 */
export function keyText(key: unknown, text: string, aliases: Aliases): string {
  const target = aliases.resolve(key);
  if (isScalar(target)) {
    return typeof target.value === 'string' ? target.value : (target.source ?? '');
  }
  if (!isNode(target)) return '';
  const { start, end } = spanOf(target, text);
  return text.slice(start, end);
}

/** Where a copy hangs, and the alias by which it came, if it came by one. */
interface Spot {
  readonly parent?: object;
  readonly key?: string | number;
  readonly alias?: Span | undefined;
}

/** One entry of a map, its merges resolved. */
interface Item {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: unknown;
  readonly alias: Span | undefined;
}

class Copier {
  readonly places = new WeakMap<object, Place>();
  readonly #text: string;
  readonly #aliases: Aliases;

  constructor(text: string, aliases: Aliases) {
    this.#text = text;
    this.#aliases = aliases;
  }

  copy(node: unknown, spot: Spot): unknown {
    const here = { ...spot, alias: spot.alias ?? this.#aliasSpan(node) };
    const target = this.#aliases.resolve(node);
    if (isMap(target)) return this.#copyMap(target, here);
    if (isSeq(target)) return this.#copyList(target, here);
    return isScalar(target) ? scalarValue(target) : null;
  }

  #copyMap(map: YAMLMap, spot: Spot): object {
    const copy: Record<string, unknown> = Object.create(null); // `__proto__` is an ordinary key
    const entries = new Map<string, Entry>();
    for (const { key, keySpan, node, alias } of this.#items(map, spot.alias).values()) {
      copy[key] = this.copy(node, { parent: copy, key, alias });
      entries.set(key, { key: keySpan, ...this.#valueSpans(node, keySpan.end, alias) });
    }
    this.places.set(copy, this.#place(map, spot, entries));
    return copy;
  }

  #copyList(list: YAMLSeq, spot: Spot): object {
    const { alias } = spot;
    const copy: unknown[] = [];
    const entries = new Map<number, Entry>();
    for (const [key, node] of list.items.entries()) {
      copy.push(this.copy(node, { parent: copy, key, alias }));
      entries.set(key, this.#valueSpans(node, 0, alias));
    }
    this.places.set(copy, this.#place(list, spot, entries));
    return copy;
  }

  #place(node: Node, { alias, ...spot }: Spot, entries: Place['entries']): Place {
    return { ...spot, span: alias ?? spanOf(node, this.#text), entries };
  }

  /** The entries of a map in reading order; own ones win over merged, earlier merges over later. */
  #items(map: YAMLMap, alias: Span | undefined): Map<string, Item> {
    const keys = map.items.map(({ key }) => keyText(key, this.#text, this.#aliases));
    const own = new Set(keys.filter((_, index) => !isMergeKey(map.items[index]?.key)));
    const items = new Map<string, Item>();
    for (const [index, pair] of map.items.entries()) {
      if (isMergeKey(pair.key)) {
        for (const item of this.#mergedItems(pair.value, alias)) {
          if (!own.has(item.key) && !items.has(item.key)) items.set(item.key, item);
        }
        continue;
      }
      const key = keys[index] ?? '';
      const keySpan =
        alias ?? (isNode(pair.key) ? spanOf(pair.key, this.#text) : { start: 0, end: 0 });
      items.set(key, { key, keySpan, node: pair.value, alias });
    }
    return items;
  }

  /** What the value of a merge key brings: the entries of a map, or of each map of a list. */
  #mergedItems(node: unknown, outer: Span | undefined): readonly Item[] {
    const alias = outer ?? this.#aliasSpan(node);
    const target = this.#aliases.resolve(node);
    if (isMap(target)) return [...this.#items(target, alias).values()];
    return isSeq(target) ? target.items.flatMap((item) => this.#mergedItems(item, alias)) : [];
  }

  #valueSpans(node: unknown, keyEnd: number, alias: Span | undefined): Entry {
    const missing = { start: keyEnd, end: keyEnd };
    const value = isNode(node) ? spanOf(node, this.#text) : missing;
    if (alias === undefined && !isAlias(node)) return { value };
    const target = this.#aliases.resolve(node);
    const written = isNode(target) ? spanOf(target, this.#text) : value;
    return { value: alias ?? value, written };
  }

  #aliasSpan(node: unknown): Span | undefined {
    return isAlias(node) ? spanOf(node, this.#text) : undefined;
  }
}

function scalarValue({ value, source }: Scalar): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number') return source ?? null;
  const isExact =
    !Number.isInteger(value) || Number.isSafeInteger(value) || /[.e]/i.test(source ?? '');
  return isExact ? value : (source ?? value);
}
