import { childNode, rootNode, type SchemaNode, type ShapeKind } from './node.ts';
import { keyPlaces, type KeyPlace } from './key-places.ts';
import type { ShapeFault } from './shape-fault.ts';
import { nameOf, type Spot } from './spot.ts';
import { closest } from './suggest.ts';

/** How many allowed keys a message lists. */
const longestList = 12;

/** Words people know from elsewhere, and ours for them. */
const ourWords: Readonly<Record<string, string>> = {
  deadline: 'within',
  designations: 'ciio',
  faces: 'facesStored',
  label: 'name',
  legalBasis: 'basis',
  n: 'sampleSize',
  staff: 'headcount',
  title: 'name',
};

/** Where the files of the other kinds are kept. */
const fileNames: Readonly<Partial<Record<ShapeKind, string>>> = {
  Process: '*.process.yaml',
  Organization: 'organization.yaml',
  Evidence: '*.evidence.yaml',
  Waivers: 'waivers.yaml',
  Config: 'flowaudit.yaml',
};

/** A key that the schema does not know at its place. */
export function unknownKeyFault(kind: ShapeKind, spot: Spot, key: string): ShapeFault {
  const pointer = `${spot.pointer}/${escape(key)}`;
  const about = 'key';
  const parent = nameOf(spot);
  const allowed = allowedKeys(spot.node);
  const known = ourWords[key] ?? key;
  const suggestion = allowed.includes(known) ? known : closest(key, allowed);
  if (spot.path.length === 0) {
    const special = rootKeyCode(key);
    if (special !== undefined) return { code: special, pointer, key, about, data: { key } };
  }
  if (suggestion !== undefined) {
    return { code: 'schema.key.suggest', pointer, key, about, data: { key, suggestion } };
  }
  const place = bestPlace(kind, spot, known);
  if (place !== undefined) {
    return {
      code: 'schema.key.place',
      pointer,
      key,
      about,
      data: { key, path: place.join('.').replaceAll('.[]', '[]') },
    };
  }
  const file = spot.path.length === 0 ? otherFile(kind, known) : undefined;
  if (file !== undefined)
    return { code: 'schema.key.file', pointer, key, about, data: { key, file } };
  if (allowed.length > 0 && allowed.length <= longestList) {
    const data = { key, parent, allowed: allowed.join(', ') };
    return { code: 'schema.key.allowed', pointer, key, about, data };
  }
  return { code: 'schema.key.unknown', pointer, key, about, data: { key, parent } };
}

/** Keys at the root that people bring along from other formats. */
function rootKeyCode(key: string): 'schema.key.flat' | 'schema.key.law' | undefined {
  if (key === 'spec' || key === 'metadata') return 'schema.key.flat';
  return key === 'jurisdictions' || key === 'standards' ? 'schema.key.law' : undefined;
}

function allowedKeys(node: SchemaNode | undefined): readonly string[] {
  return node?.['x-keys'] ?? Object.keys(node?.properties ?? {});
}

/**
 * Where else in the same file a key is known: below this place, beside something above it, or
 * anywhere if there is only one such place.
 */
function bestPlace(kind: ShapeKind, spot: Spot, key: string): KeyPlace | undefined {
  const places = keyPlaces(kind).get(key) ?? [];
  const here = schemaPath(kind, spot);
  const below = places.filter((place) => startsWith(place, here));
  const nearby = below.toSorted((a, b) => a.length - b.length)[0];
  if (nearby !== undefined) return nearby.slice(here.length);
  const above = places.filter((place) => startsWith(here, place.slice(0, -1)));
  const beside = above.toSorted((a, b) => b.length - a.length)[0];
  return beside ?? (places.length === 1 ? places[0] : undefined);
}

/** The path of a place as `keyPlaces` writes it: `<id>` for keys of one's own, `[]` for items. */
function schemaPath(kind: ShapeKind, { path }: Spot): KeyPlace {
  let node: SchemaNode | undefined = rootNode(kind);
  return path.map((key) => {
    const isField = typeof key === 'string' && Object.hasOwn(node?.properties ?? {}, key);
    node = node === undefined ? undefined : childNode(node, key);
    if (typeof key === 'number') return '[]';
    return isField ? key : '<id>';
  });
}

function startsWith(path: KeyPlace, prefix: KeyPlace): boolean {
  return path.length >= prefix.length && prefix.every((segment, index) => path[index] === segment);
}

function otherFile(kind: ShapeKind, key: string): string | undefined {
  for (const [other, file] of Object.entries(fileNames)) {
    const keys = rootNode(other as ShapeKind).properties ?? {}; // the keys of fileNames are kinds
    if (other !== kind && Object.hasOwn(keys, key)) return file;
  }
  return undefined;
}

/** A key of one's own that is not spelt as its map demands. */
export function badKeyFault(spot: Spot, key: string): ShapeFault {
  const isRule = spot.node?.['x-values'] === undefined && spot.path.at(-1) === 'rules';
  const code = isRule ? 'schema.key.ruleId' : 'schema.key.characters';
  return { code, pointer: `${spot.pointer}/${escape(key)}`, key, about: 'key', data: { key } };
}

/** A key that must be there, always or because another one is. */
export function missingKeyFault(spot: Spot, missing: string, beside: unknown): ShapeFault {
  const { pointer } = spot;
  const parent = nameOf(spot);
  const about = 'key';
  if (typeof beside === 'string') {
    const data = { parent, missing, beside };
    return { code: 'schema.key.missingBeside', pointer, missing, about, data };
  }
  return { code: 'schema.key.missing', pointer, missing, about, data: { parent, missing } };
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
