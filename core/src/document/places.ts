import type { Span } from '../source/line-index.ts';
import { pointerFrom, segmentsOf } from './pointer.ts';
import type { Entry, Place, SourceDocument } from './source-document.ts';

/** What to underline for a thing, and where in the document the thing is. */
export interface Located {
  readonly span: Span;
  /** For what came by an alias or a merge: where it is really written. */
  readonly written?: Span;
  /** RFC 6901; of what was asked for, not of what is underlined. A missing key has its map's. */
  readonly pointer: string;
}

/** What a pointer leads to: a map or list, or one entry of it. */
export interface Target {
  readonly container: object;
  /** Absent for the root. */
  readonly key?: string | number;
  /** Absent for the root. */
  readonly entry?: Entry;
  readonly value: unknown;
}

/** The RFC 6901 pointer of a map or list, or of one of its keys. */
export function pointerOf(
  document: SourceDocument,
  container: object,
  key?: string | number,
): string {
  const segments = key === undefined ? [] : [key];
  let place = placeOf(document, container);
  while (place.parent !== undefined) {
    segments.unshift(place.key ?? '');
    place = placeOf(document, place.parent);
  }
  return pointerFrom(segments);
}

/** What stands at a pointer; nothing where the document has no such place. */
export function entryAt(document: SourceDocument, pointer: string): Target | undefined {
  const { value: root } = document;
  if (!isContainer(root)) return undefined;
  let target: Target = { container: root, value: root };
  for (const segment of segmentsOf(pointer)) {
    if (!isContainer(target.value)) return undefined;
    const container = target.value;
    const key = Array.isArray(container) ? indexOf(segment) : segment;
    const entry = placeOf(document, container).entries.get(key);
    if (entry === undefined) return undefined;
    target = { container, key, entry, value: valueAt(container, key) };
  }
  return target;
}

/**
 * What to underline for a map or list, or for one of its keys: a scalar itself, and the key of
 * anything larger. What has no key, or is not there at all, is shown by what holds it.
 */
export function locate(
  document: SourceDocument,
  container: object,
  key?: string | number,
): Located {
  const entry = key === undefined ? undefined : placeOf(document, container).entries.get(key);
  if (key === undefined || entry === undefined) {
    return { ...spansOfContainer(document, container), pointer: pointerOf(document, container) };
  }
  const value = valueAt(container, key);
  const pointer = pointerOf(document, container, key);
  if (isContainer(value)) return { ...spansOfContainer(document, value), pointer };
  const visible = [entry.value, entry.key].find((span) => span !== undefined && !isEmpty(span));
  if (visible !== undefined) return { ...spansOfEntry(entry, visible), pointer };
  return { ...spansOfContainer(document, container), pointer };
}

/**
 * What to underline for a pointer, of which a checker of shapes says whether the key or the value
 * is wrong. A pointer that leads past the document is shown by the last place on its way.
 */
export function locatePointer(
  document: SourceDocument,
  pointer: string,
  about: 'key' | 'value',
): Located & { readonly target: Target | undefined } {
  const segments = segmentsOf(pointer);
  let reached = entryAt(document, '');
  for (let length = segments.length; length > 0; length--) {
    reached = entryAt(document, pointerFrom(segments.slice(0, length)));
    if (reached !== undefined) break;
  }
  const target = reached ?? entryAt(document, '');
  if (target === undefined) return { span: document.span, pointer: '', target };
  const { container, key, entry } = target;
  const located = locate(document, container, key);
  if (about === 'value' || entry?.key === undefined || isEmpty(entry.key)) {
    return { ...located, target };
  }
  return { ...located, ...spansOfEntry(entry, entry.key), target };
}

/** The pointer of the innermost map or list around an offset; of the root, where none is. */
export function innermostPointer(document: SourceDocument, offset: number): string {
  if (!isContainer(document.value)) return '';
  let inner = document.value;
  for (;;) {
    const values: readonly unknown[] = Object.values(inner);
    const next = values
      .filter((value) => isContainer(value))
      .find((value) => surrounds(placeOf(document, value).span, offset));
    if (next === undefined) return pointerOf(document, inner);
    inner = next;
  }
}

/** The keys that name a list item, best first. */
const namingKeys = ['id', 'to', 'item', 'metric', 'rule'];

/** The words that stand for a map or list: its key, or what names it where it has none. */
function spansOfContainer(document: SourceDocument, container: object): Spans {
  const place = placeOf(document, container);
  if (place.parent === undefined) return spansOfRoot(container, place);
  const entry = placeOf(document, place.parent).entries.get(place.key ?? '');
  if (entry?.key !== undefined && !isEmpty(entry.key)) return spansOfEntry(entry, entry.key);
  const name = Array.isArray(container) ? undefined : namingEntry(container, place);
  return name ?? spansOfContainer(document, place.parent);
}

function spansOfRoot(root: object, { entries, span }: Place): Spans {
  for (const key of ['id', 'kind']) {
    const entry = entries.get(key);
    if (entry !== undefined && isVisibleScalar(root, key, entry))
      return spansOfEntry(entry, entry.value);
  }
  const [first] = entries.values();
  if (first?.key !== undefined && !isEmpty(first.key)) return spansOfEntry(first, first.key);
  return { span };
}

/** The scalar by which a list item is known. */
function namingEntry(item: object, { entries }: Place): Spans | undefined {
  const keys = [...namingKeys, ...entries.keys()];
  for (const key of keys) {
    const entry = entries.get(key);
    if (entry !== undefined && isVisibleScalar(item, key, entry))
      return spansOfEntry(entry, entry.value);
  }
  return undefined;
}

function isVisibleScalar(container: object, key: string | number, entry: Entry): boolean {
  return !isContainer(valueAt(container, key)) && !isEmpty(entry.value);
}

interface Spans {
  readonly span: Span;
  readonly written?: Span;
}

function spansOfEntry({ written }: Entry, span: Span): Spans {
  return written === undefined ? { span } : { span, written };
}

function placeOf(document: SourceDocument, container: object): Place {
  const place = document.places.get(container);
  // Only what was read from the document has a place; anything else is a mistake of the caller.
  if (place === undefined)
    throw new TypeError('a map or list of another document has no place here');
  return place;
}

function valueAt(container: object, key: string | number): unknown {
  return Reflect.get(container, key);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty({ start, end }: Span): boolean {
  return end <= start;
}

function surrounds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function indexOf(segment: string): number {
  return /^(?:0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
}
