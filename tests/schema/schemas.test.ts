import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { messageIds, translate } from '../../core/src/i18n/translate.ts';
import { expectationOf } from '../../core/src/schema/expectation.ts';
import { formats } from '../../core/src/schema/formats.ts';
import { resolve, rootNode, valuesOf, type SchemaNode } from '../../core/src/schema/node.ts';
import type { ShapeKind } from '../../core/src/schema/validate.ts';

const folder = fileURLToPath(new URL('../../core/src/schema/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
const schemas = names.map((name): SchemaNode => JSON.parse(readFileSync(folder + name, 'utf8')));

const kinds: readonly ShapeKind[] = [
  'Process',
  'Organization',
  'Evidence',
  'Waivers',
  'Config',
  'Rule',
  'Pack',
  'Ruleset',
  'AuditResult',
];

/** Every map of a schema with the path that leads to it. */
function* maps(value: unknown, path = ''): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, { ...value }];
  for (const [key, child] of Object.entries(value)) yield* maps(child, `${path}/${key}`);
}

/** Every schema that some file's place has, by the place. */
function* places(node: SchemaNode, path: string): Generator<readonly [string, SchemaNode]> {
  yield [path, node];
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    yield* places(resolve(child), `${path}.${key}`);
  }
  const { additionalProperties: entry, items } = node;
  if (typeof entry === 'object') yield* places(resolve(entry), `${path}.<id>`);
  if (items !== undefined) yield* places(resolve(items), `${path}.[]`);
}

const allPlaces = kinds.flatMap((kind) => [...places(rootNode(kind), kind)]);

test('there are fourteen schemas', () => {
  expect(names).toHaveLength(14);
});

test('the schemas compile in strict mode', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  ajv.addVocabulary([
    'x-description-zh',
    'x-values',
    'x-open',
    'x-refers',
    'x-key-refers',
    'x-keys',
  ]);
  for (const [, map] of schemas.flatMap((schema) => [...maps(schema)])) {
    if (typeof map['format'] === 'string') ajv.addFormat(map['format'], true);
  }
  for (const schema of schemas) ajv.addSchema(schema);
  for (const name of names) expect(ajv.getSchema(name), name).toBeTypeOf('function');
});

describe.each(names.map((name, index) => [name, schemas[index]] as const))('%s', (_, schema) => {
  const fields = [...maps(schema)].flatMap(([path, map]) => {
    const properties = map['properties'];
    // Branches repeat a field without describing it again.
    if (/\/(?:if|then)\b/.test(path) || typeof properties !== 'object' || properties === null)
      return [];
    return Object.entries(properties).map(([key, field]) => [`${path}/${key}`, field] as const);
  });

  test('describes every field in both languages', () => {
    const silent = fields.filter(
      ([, field]) =>
        !(
          endsAsSentence(field['description'], '.') &&
          endsAsSentence(field['x-description-zh'], '。')
        ),
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('gives every listed word a meaning in both languages', () => {
    const wordless = [...maps(schema)].filter(([path, map]) => {
      if (path.includes('/if/') || !Array.isArray(map['enum'])) return false;
      const { enum: listed, 'x-values': meanings = {} }: SchemaNode = map;
      const isComplete = Object.values(meanings).every(({ en, zh }) => en !== '' && zh !== '');
      return Object.keys(meanings).join() !== listed?.join() || !isComplete;
    });
    expect(wordless.map(([path]) => path)).toEqual([]);
  });

  test('refers without adding shapes of its own, so that a place has one node', () => {
    const mixed = [...maps(schema)].filter(
      ([, map]) =>
        '$ref' in map && ('properties' in map || 'items' in map || 'additionalProperties' in map),
    );
    expect(mixed.map(([path]) => path)).toEqual([]);
  });
});

function endsAsSentence(text: unknown, end: string): boolean {
  return typeof text === 'string' && text.endsWith(end);
}

test('every place that takes no listed words has a message that says what it takes', () => {
  expect(allPlaces.length).toBeGreaterThan(2000);
  for (const [path, node] of allPlaces) {
    const isListed = valuesOf(node) !== undefined && node['x-open'] !== true;
    if (isListed && (node.format === undefined || node.format === 'openWord')) continue;
    expect(messageIds, path).toContain(expectationOf(node));
  }
});

test('every map of a process or organisation refuses unknown keys and lets x- keys be', () => {
  const kindsOfPeople: readonly ShapeKind[] = [
    'Process',
    'Organization',
    'Evidence',
    'Waivers',
    'Config',
  ];
  const open = kindsOfPeople
    .flatMap((kind) => [...places(rootNode(kind), kind)])
    .filter(([, node]) => node.properties !== undefined && !('zh' in node.properties))
    .filter(
      ([, node]) => node.additionalProperties !== false || node.patternProperties?.['^x-'] !== true,
    );
  expect(open.map(([path]) => path)).toEqual([]);
});

test('no key and no word is one that a YAML 1.1 parser reads as a boolean or null', () => {
  const booleans = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
  const keys = allPlaces
    .filter(([path]) => /^(?:Process|Organization|Evidence|Waivers)\b/.test(path))
    .flatMap(([path, node]) => [
      ...Object.keys(node.properties ?? {}).map((key) => `${path}.${key}`),
      ...(valuesOf(node) ?? []).map((word) => `${path}=${word}`),
    ]);
  expect(keys.filter((key) => booleans.test(key.split(/[.=]/).at(-1) ?? ''))).toEqual([]);
});

test('the checks beyond patterns are those that the build knows', () => {
  const script = readFileSync(
    new URL('../../core/scripts/build-schemas.js', import.meta.url),
    'utf8',
  );
  const [, listed = ''] = /checkedFormats = new Set\(\[([^\]]*)\]/.exec(script) ?? [];
  const inScript = [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(inScript).toEqual(Object.keys(formats).toSorted());
});

test('no message repeats the words of the validator', () => {
  const phrases =
    /\b(?:must (?:NOT|have|match|equal|pass)|should (?:NOT|have|match|be)|additional propert|instancePath)/;
  for (const id of messageIds.filter((each) => each.startsWith('schema.'))) {
    expect(translate('en', id, { count: 2 }), id).not.toMatch(phrases);
    expect(translate('zh', id), id).toMatch(/[。？]$/);
    expect(translate('en', id, { count: 2 }), id).toMatch(/[.?]$/);
  }
});

test('the compiled validators load without require', () => {
  const text = readFileSync(`${folder}generated/validators.js`, 'utf8');
  // The name of a module survives in a string that nothing runs.
  expect(/[^'"]\brequire\(/.test(text)).toBe(false);
  expect(/export\s*\{/.test(text)).toBe(true);
});
