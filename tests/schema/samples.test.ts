import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { knownKind, validateShape } from '../../core/src/schema/validate.ts';

const folder = fileURLToPath(
  new URL('../../samples/complaint-handling/declared/', import.meta.url),
);
const names = readdirSync(folder).filter(
  (name) => name.endsWith('.yaml') && name !== 'expected.yaml',
);

test('the declared sample has a file of every kind', () => {
  const kinds = names.map((name) => knownKind(read(name)));
  expect(new Set(kinds)).toEqual(
    new Set(['Config', 'Evidence', 'Organization', 'Process', 'Waivers']),
  );
});

test.each(names)('%s has the shape of its kind', (name) => {
  const value = read(name);
  const kind = knownKind(value);
  if (kind === undefined) throw new Error(`${name} has no header of ours`);
  expect(validateShape(kind, value)).toEqual([]);
});

function read(name: string): unknown {
  return parse(name, readFileSync(folder + name, 'utf8')).documents[0]?.value;
}
