import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cases } from './cases.ts';
import { runExample } from './example.ts';
import { library } from './library.ts';

/** The names of all fields that a process or an organisation can have. */
const fields = new Set(
  ['process', 'organization', 'shared'].flatMap((name) => {
    const file = new URL(`../../core/src/schema/${name}.schema.json`, import.meta.url);
    return fieldsIn(JSON.parse(readFileSync(file, 'utf8')));
  }),
);

function fieldsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && schema.properties instanceof Object
      ? Object.keys(schema.properties)
      : [];
  return [...own, ...Object.values(schema).flatMap((part) => fieldsIn(part))];
}

const examples = [...library.rules.values()]
  .filter(({ id }) => /^(?:pipl|gdpr)\//.test(id))
  .flatMap((rule) => [
    ...rule.examples.map((text, index) => ({
      name: `${rule.id} example ${String(index + 1)}`,
      rule,
      text,
    })),
    ...cases
      .filter((each) => each.rule === rule.id)
      .map(({ name, text }) => ({ name: `${rule.id} ${name}`, rule, text })),
  ])
  .filter(({ text }) => text.includes('# undecided'));

test('there is something undecided to look at', () => {
  expect(examples.length).toBeGreaterThan(30);
});

test.each(examples)('$name asks for facts that the format has', async ({ rule, text }) => {
  const { findings } = await runExample(rule, text, library);
  const missing = findings
    .filter(({ outcome }) => outcome === 'undecided')
    .flatMap(({ data }) =>
      (typeof data['missing'] === 'string' ? data['missing'] : '').split(', '),
    );
  expect(missing.length).toBeGreaterThan(0);
  for (const path of missing) {
    const names = path.replace(/^\$(?:organization|process)\./, '').split('.');
    expect(fields, path).toContain(names[0]);
    expect(fields, path).toContain(names.at(-1));
  }
});
