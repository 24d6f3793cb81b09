import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

const systems =
  'systems: { crm: { name: CRM }, lake: { name: Lake }, tapes: { name: Tapes, kind: backup } }';

/** Where the item `contact` is kept and which of these places a deletion reaches, by their ids. */
function deletionOf(lines: string): unknown {
  const text = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
${systems}
${lines}
`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const { data } = buildModel({ process }).views;
  const item: unknown = Array.isArray(data) ? data[0] : undefined;
  const deletion: unknown = Reflect.get(Object(item), 'deletion');
  if (deletion === undefined) return undefined;
  return JSON.parse(
    JSON.stringify(deletion, (_, value: unknown) => Reflect.get(Object(value), 'id') ?? value),
  );
}

const contact =
  'data: { contact: { category: contact.phone, subject: customer, system: [crm, lake, tapes] } }';
const end = 'start: end\nsteps: { end: { name: End, type: end } }';

test('what nobody deletes stays in every store, and the job that could delete is asked for', () => {
  expect(deletionOf(`${contact}\n${end}`)).toEqual({
    stores: ['crm', 'lake', 'tapes'],
    recipients: [],
    reached: [],
    missed: ['crm', 'lake', 'tapes'],
    open: '$organization.retention.deletionJob',
    held: false,
  });
});

test('the job reaches the systems it names, and backups go when they expire', () => {
  const organization =
    'organization: { retention: { deletionJob: { every: 1d, reaches: [crm] }, backups: { expire: 90d } } }';
  expect(deletionOf(`${organization}\n${contact}\n${end}`)).toEqual({
    stores: ['crm', 'lake', 'tapes'],
    recipients: [],
    reached: ['crm', 'tapes'],
    missed: ['lake'],
    held: false,
  });
});

test('backups that never expire stay', () => {
  const organization = 'organization: { retention: { deletionJob: none, backups: none } }';
  expect(deletionOf(`${organization}\n${contact}\n${end}`)).toMatchObject({
    reached: [],
    missed: ['crm', 'lake', 'tapes'],
  });
});

test('a job of which nobody says what it reaches leaves that open', () => {
  const organization = 'organization: { retention: { deletionJob: { every: 1d } } }';
  expect(deletionOf(`${organization}\n${contact}\n${end}`)).toMatchObject({
    open: '$organization.retention.deletionJob.reaches',
  });
});

test('a step deletes in the system of its entry, else in its own systems, else everywhere', () => {
  const deleting = (step: string) =>
    deletionOf(
      `${contact}\nstart: erase\nsteps: { erase: { name: Erase, type: task, ${step}, end: true } }`,
    );
  expect(deleting('deletes: [{ item: contact, system: lake }], systems: [crm]')).toMatchObject({
    reached: ['lake'],
    missed: ['crm', 'tapes'],
  });
  expect(deleting('deletes: [contact], systems: [crm]')).toMatchObject({
    reached: ['crm'],
    missed: ['lake', 'tapes'],
  });
  expect(deleting('deletes: [contact]')).toMatchObject({
    reached: ['crm', 'lake', 'tapes'],
    missed: [],
  });
});

test('an entry that names a system makes it a store, beside where the item lives', () => {
  const copied = `data: { contact: { category: contact.phone, subject: customer, system: crm } }
start: copy
steps: { copy: { name: Copy, type: task, systems: [crm], writes: [{ item: contact, system: lake }], end: true } }`;
  expect(deletionOf(copied)).toMatchObject({ stores: ['crm', 'lake'] });
});

test('a recipient who gets a copy keeps it, one who only looks at it does not', () => {
  const shared = `${contact}
recipients: { bank: { role: controller }, hotline: { role: processor } }
start: pass
steps:
  pass:
    name: Pass on
    type: task
    shares: [{ data: [contact], with: bank }, { data: [contact], with: hotline, mode: remote_access }]
    end: true`;
  expect(deletionOf(shared)).toMatchObject({ recipients: ['bank'] });
});

test('a law that is named for the purpose or the item holds it', () => {
  const held = (purpose: string, item = '') =>
    deletionOf(`data: { contact: { category: contact.phone, subject: customer, system: crm${item} } }
purposes: { prove: { category: records.evidence, retention: { keep: 3y, then: delete, ${purpose} } } }
start: read
steps: { read: { name: Read, type: task, purpose: prove, reads: [contact], end: true } }`);
  expect(held('legalHold: { law: E-commerce Law Art. 31 }')).toMatchObject({ held: true });
  expect(held('legalHold: none')).toMatchObject({ held: false });
  const own = ', retention: { keep: 1y, then: delete }';
  expect(held('legalHold: { law: E-commerce Law Art. 31 }', own)).toMatchObject({ held: false });
});

test('what is about nobody has no deletion to speak of', () => {
  const stock = 'data: { stock: { category: none, subject: none, system: crm } }';
  expect(deletionOf(`${stock}\n${end}`)).toBe(undefined);
});
