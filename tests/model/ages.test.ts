import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

/** What the model tells of the ages of one subject and of the data item about it. */
function agesOf(
  subject: string,
  { item = 'category: contact.phone', audience = 'general' } = {},
): { readonly subject: unknown; readonly item: unknown } {
  const text = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
organization: { service: { audience: ${audience} } }
subjects: { caller: ${subject} }
data: { contact: { ${item}, subject: caller } }
start: call
steps: { call: { name: Call customer, type: task, collects: [contact], end: true } }
`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const { subjects, data } = buildModel({ process }).views;
  return { subject: bandsOf(subjects), item: bandsOf(data) };
}

function bandsOf(view: unknown): unknown {
  const entry: unknown = Array.isArray(view) ? view[0] : undefined;
  if (typeof entry !== 'object' || entry === null) return entry;
  const found = ['under14', 'minor'].map((name) => [name, Reflect.get(entry, name)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

const both = (bands: object) => ({ subject: bands, item: bands });

test('13 is under 14 and 14 is not; 17 is a minor and 18 is not', () => {
  expect(agesOf('{ ages: { min: 13 } }')).toEqual(both({ under14: true, minor: true }));
  expect(agesOf('{ ages: { min: 14 } }')).toEqual(both({ under14: false, minor: true }));
  expect(agesOf('{ ages: { min: 17 } }')).toEqual(both({ under14: false, minor: true }));
  expect(agesOf('{ ages: { min: 18 } }')).toEqual(both({ under14: false, minor: false }));
});

test('an oldest age alone tells only who is certainly below', () => {
  expect(agesOf('{ ages: { max: 13 } }')).toEqual(both({ under14: true, minor: true }));
  expect(agesOf('{ ages: { max: 14 } }')).toEqual(both({ minor: true }));
  expect(agesOf('{ ages: { max: 17 } }')).toEqual(both({ minor: true }));
  expect(agesOf('{ ages: { max: 18 } }')).toEqual(both({}));
});

test('undeclared ages tell nothing', () => {
  expect(agesOf('{ type: customer }')).toEqual(both({}));
  expect(agesOf('{ type: third_party_mentioned }')).toEqual(both({}));
  expect(agesOf('{ ageGate: true }')).toEqual(both({}));
});

test('the gate tells the youngest where the ages do not', () => {
  expect(agesOf('{ ageGate: { minimum: 18 } }')).toEqual(both({ under14: false, minor: false }));
  expect(agesOf('{ ageGate: { minimum: 14 } }')).toEqual(both({ under14: false, minor: true }));
  expect(agesOf('{ ages: { min: 12 }, ageGate: { minimum: 18 } }')).toEqual(
    both({ under14: true, minor: true }),
  );
});

test('some types tell an age', () => {
  expect(agesOf('{ type: child }')).toEqual(both({ under14: true, minor: true }));
  expect(agesOf('{ type: guardian }')).toEqual(both({ under14: false, minor: false }));
  expect(agesOf('{ type: employee_agent }')).toEqual(both({ under14: false }));
  expect(agesOf('{ type: child, ages: { min: 14 } }')).toEqual(
    both({ under14: false, minor: true }),
  );
});

test('a service for children has children where it declares no ages', () => {
  expect(agesOf('{ type: user }', { audience: 'children' })).toEqual(
    both({ under14: true, minor: true }),
  );
  expect(agesOf('{ type: user }', { audience: 'minors' })).toEqual(both({ minor: true }));
  expect(agesOf('{ type: user }', { audience: 'adults' })).toEqual(
    both({ under14: false, minor: false }),
  );
  expect(agesOf('{ type: guardian }', { audience: 'children' })).toEqual(
    both({ under14: false, minor: false }),
  );
});

test('an item about children by its category has them, whoever its subject is', () => {
  const item = 'category: minor.any_under14';
  expect(agesOf('{ type: guardian }', { item }).item).toEqual({ under14: true, minor: true });
});

test('data about no person are about no child', () => {
  const item = 'category: none';
  expect(agesOf('{ type: child }', { item }).item).toEqual({ under14: false, minor: false });
});
