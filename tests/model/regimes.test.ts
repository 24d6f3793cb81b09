import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

/** The regimes that the model derives for a process with one customer data item; those of the US apart. */
function regimesOf(organization: string, subjects = '', ours: 'others' | 'us' = 'others'): unknown {
  const text = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
organization: ${organization}
${subjects}
data: { contact: { category: contact.phone, subject: customer, system: crm } }
systems: { crm: { name: CRM, country: DE, operator: host } }
recipients: { host: { name: Host, role: processor, country: DE } }
roles: { agent: { name: Agent, country: FR } }
start: call
steps: { call: { name: Call customer, type: task, role: agent, systems: [crm], collects: [contact], end: true } }
`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const regimes: unknown = Reflect.get(buildModel({ process }).views.organization ?? {}, 'regimes');
  if (typeof regimes !== 'object' || regimes === null) return regimes;
  const { us, ...others } = regimes as { us?: unknown }; // the model writes no other kind of value
  return ours === 'us' ? us : others;
}

const inGermany = 'subjects: { customer: { regions: [DE] } }';
const inChina = 'subjects: { customer: { regions: [CN-SH] } }';

test('systems, vendors and agents in the EU bring no European law to a Chinese company', () => {
  expect(regimesOf('{ establishments: [CN], markets: [CN] }')).toEqual({ cn: true, eu: false });
});

test('an establishment decides, wherever the persons are', () => {
  expect(regimesOf('{ establishments: [CN, FR], markets: [] }', inChina)).toEqual({
    cn: true,
    eu: true,
  });
});

test('people who are addressed decide without an establishment', () => {
  expect(regimesOf('{ establishments: [US], markets: [EU, CN] }')).toEqual({ cn: true, eu: true });
});

test('a market counts only for the processes whose persons are there', () => {
  const both = '{ establishments: [US], markets: [EU, CN] }';
  expect(regimesOf(both, inGermany)).toEqual({ cn: false, eu: true });
  expect(regimesOf(both, inChina)).toEqual({ cn: true, eu: false });
});

test('persons somewhere do not make a market of it: a site that can be reached is no targeting', () => {
  expect(
    regimesOf(
      '{ establishments: [CN], markets: [CN], reach: { visitors: [{ region: DE, perYear: 900 }] } }',
      inGermany,
    ),
  ).toEqual({
    cn: true,
    eu: false,
  });
});

test('Hong Kong and Great Britain are outside, Norway is inside', () => {
  expect(regimesOf('{ establishments: [HK], markets: [GB] }')).toEqual({ cn: false, eu: false });
  expect(regimesOf('{ establishments: [HK], markets: [NO] }')).toEqual({ cn: false, eu: true });
});

test('what nobody declared leaves the answer open, unless the rest decides', () => {
  expect(regimesOf('{ establishments: [CN] }')).toEqual({ cn: true });
  expect(regimesOf('{ markets: [DE] }')).toEqual({ eu: true });
  expect(regimesOf('{ establishments: [US] }', inGermany)).toEqual({ cn: false });
  expect(regimesOf('{}')).toEqual({});
});

test('nothing to say is said with an empty list', () => {
  expect(regimesOf('{ establishments: [US], markets: [] }')).toEqual({ cn: false, eu: false });
});

test('American law follows establishment and targeting too, in whichever state', () => {
  expect(regimesOf('{ establishments: [US-CA] }', '', 'us')).toBe(true);
  expect(regimesOf('{ establishments: [CN], markets: [US] }', '', 'us')).toBe(true);
  expect(regimesOf('{ establishments: [CN], markets: [CN] }', '', 'us')).toBe(false);
  expect(regimesOf('{ establishments: [CN] }', '', 'us')).toBeUndefined();
});
