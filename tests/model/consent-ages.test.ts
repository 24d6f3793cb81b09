import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

/** What the model tells of a group of persons and the age of consent. */
function consentOf(subject: string): { readonly age: unknown; readonly below: unknown } {
  const text = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
subjects: { caller: ${subject} }
start: end
steps: { end: { name: End, type: end } }
`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const { subjects } = buildModel({ process }).views;
  const entry: unknown = Array.isArray(subjects) ? subjects[0] : undefined;
  if (typeof entry !== 'object' || entry === null) throw new Error('there is a subject');
  return { age: Reflect.get(entry, 'consentAge'), below: Reflect.get(entry, 'belowConsentAge') };
}

const ageIn = (region: string): unknown => consentOf(`{ regions: [${region}] }`).age;

test('every state of the EEA has its age of consent', () => {
  for (const code of 'BE EE FI IS LV MT NO PT SE'.split(' ')) expect(ageIn(code)).toBe(13);
  for (const code of 'AT BG CY ES IT LT'.split(' ')) expect(ageIn(code)).toBe(14);
  for (const code of 'CZ DK FR GR SI'.split(' ')) expect(ageIn(code)).toBe(15);
  for (const code of 'DE HR HU IE LI LU NL PL RO SK'.split(' ')) expect(ageIn(code)).toBe(16);
});

test('the Union as such has the age of the regulation, a part of a state that of the state', () => {
  expect(ageIn('EU')).toBe(16);
  expect(ageIn('EEA')).toBe(16);
  expect(ageIn('ES-CT')).toBe(14);
});

test('outside the EEA there is none; of several the highest counts', () => {
  expect(ageIn('CN')).toBe(undefined);
  expect(ageIn('US-CA')).toBe(undefined);
  expect(ageIn('SE, FR, CN')).toBe(15);
});

test('the youngest declared age is compared, else the gate, else the oldest', () => {
  expect(consentOf('{ ages: { min: 14 }, regions: [AT] }').below).toBe(false);
  expect(consentOf('{ ages: { min: 13 }, regions: [AT] }').below).toBe(true);
  expect(consentOf('{ ageGate: { minimum: 14 }, regions: [AT] }').below).toBe(false);
  expect(consentOf('{ ageGate: { minimum: 13 }, regions: [AT] }').below).toBe(true);
  expect(consentOf('{ ages: { max: 13 }, regions: [AT] }').below).toBe(true);
  expect(consentOf('{ ages: { max: 14 }, regions: [AT] }').below).toBe(undefined);
});

test('without a region only ages that all states agree on tell something', () => {
  expect(consentOf('{ ages: { min: 12 } }').below).toBe(true);
  expect(consentOf('{ ages: { min: 13 } }').below).toBe(undefined);
  expect(consentOf('{ ages: { min: 15 } }').below).toBe(undefined);
  expect(consentOf('{ ages: { min: 16 } }').below).toBe(false);
});

test('without ages a child is a child, staff and adults are none, of customers nobody can tell', () => {
  expect(consentOf('{ type: child, regions: [DE] }').below).toBe(true);
  expect(consentOf('{ type: employee, regions: [DE] }').below).toBe(false);
  expect(consentOf('{ type: elderly, regions: [DE] }').below).toBe(false);
  expect(consentOf('{ type: customer, regions: [DE] }').below).toBe(undefined);
});
