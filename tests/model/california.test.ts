import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

/** The views of a process that consists of a fragment and one step. */
function viewsOf(fragment: string) {
  const steps = /^steps:/m.test(fragment)
    ? ''
    : 'start: end\nsteps: { end: { name: End, type: end } }\n';
  const text = `apiVersion: flowaudit/v1\nkind: Process\nid: example\nname: Example\n${fragment}\n${steps}`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  return buildModel({ process }).views;
}

function factOf(fragment: string, collection: string, name: string, entry = 0): unknown {
  const view: unknown = viewsOf(fragment)[collection];
  const subject: unknown = Array.isArray(view) ? view[entry] : view;
  if (typeof subject !== 'object' || subject === null) throw new Error('there is no such entry');
  return Reflect.get(subject, name);
}

const businessIs = (facts: string): unknown =>
  factOf(
    `organization: { establishments: [US-CA], ${facts} }`,
    'organization',
    'californiaBusiness',
  );

const does = (facts: string): unknown => businessIs(`california: { doesBusiness: true, ${facts} }`);

test('one threshold that is reached makes a business', () => {
  expect(does('revenue: 26625001 USD')).toBe(true);
  expect(does('consumersTraded: 100000')).toBe(true);
  expect(does('revenueFromSelling: 50%')).toBe(true);
});

test('all three thresholds must be missed to be none', () => {
  const missed = 'consumersTraded: 99999, revenueFromSelling: 49.99%';
  expect(does(`revenue: 26625000 USD, ${missed}`)).toBe(false);
  expect(does(missed)).toBe(undefined);
  expect(does('revenue: 26625000 USD')).toBe(undefined);
  expect(does(`revenue: 90000000 EUR, ${missed}`)).toBe(undefined);
});

test('who does no business there, or does not work for profit, is none', () => {
  expect(businessIs('california: none')).toBe(false);
  expect(businessIs('california: {}')).toBe(false);
  expect(businessIs('california: { doesBusiness: false, consumersTraded: 100000 }')).toBe(false);
  expect(
    businessIs('publicBody: true, california: { doesBusiness: true, consumersTraded: 100000 }'),
  ).toBe(false);
  expect(businessIs('california: { consumersTraded: 100000 }')).toBe(undefined);
  expect(businessIs('headcount: 3')).toBe(undefined);
});

const business =
  'organization: { establishments: [US-CA], california: { doesBusiness: true, consumersTraded: 100000 } }';

test('the law covers whom nobody declared to be elsewhere', () => {
  const under = (subject: string): unknown =>
    factOf(
      `${business}\nsubjects: { person: ${subject} }\ndata: { mail: { category: contact.email, subject: person } }`,
      'data',
      'underCcpa',
    );
  expect(under('{ type: employee }')).toBe(true);
  expect(under('{ regions: [US] }')).toBe(true);
  expect(under('{ regions: [US-NV, DE] }')).toBe(false);
});

test('data of a bank are taken out, those of its web site are not', () => {
  const of = (category: string, kind: string): unknown =>
    factOf(
      `organization: { establishments: [US-CA], california: { doesBusiness: true, consumersTraded: 100000 }, service: { kinds: [${kind}] } }\ndata: { item: { category: ${category} } }`,
      'data',
      'underCcpa',
    );
  expect(of('financial.account', 'finance')).toBe(false);
  expect(of('contact.email', 'finance')).toBe(true);
  expect(of('financial.account', 'online_shop')).toBe(true);
  expect(of('health', 'health')).toBe(false);
});

test('what people write to the business is not sensitive, a stated reason decides otherwise', () => {
  const of = (item: string): unknown =>
    factOf(`data: { item: ${item} }`, 'data', 'californiaSensitivity');
  expect(of('{ category: comm.content }')).toBe('no');
  expect(of('{ category: gov_id.number }')).toBe('yes');
  expect(of('{ category: financial.card }')).toBe('likely');
  expect(of('{ category: criminal }')).toBe('no');
  expect(of('{ category: financial.card, ccpaSpi: true, reason: stored with its code }')).toBe(
    'yes',
  );
  expect(of('{ category: financial.card, ccpaSpi: true }')).toBe('likely');
});

const soldTo = (recipient: string, purpose = 'marketing.ads'): unknown =>
  factOf(
    `${business}
data: { mail: { category: contact.email } }
purposes: { use: { category: ${purpose} } }
recipients: { other: ${recipient} }
start: give
steps: { give: { name: Give, type: task, purpose: use, shares: [{ data: [mail], with: other }], end: true } }`,
    'recipients',
    'soldTo',
  );

test('a sale is declared, or an advertising vendor lacks the terms of a provider', () => {
  expect(soldTo('{ role: controller, ccpa: { sale: true } }')).toBe(true);
  expect(soldTo('{ role: controller, ccpa: { sale: false, share: false } }')).toBe(false);
  expect(soldTo('{ role: controller }')).toBe(undefined);
  expect(soldTo('{ role: processor }', 'data.sale')).toBe(true);
  expect(soldTo('{ role: processor, contract: none }', 'claims.dispute')).toBe(false);
  expect(soldTo('{ role: processor, contract: none }')).toBe(true);
  expect(soldTo('{ role: processor }')).toBe(undefined);
  expect(soldTo('{ role: processor, contract: { terms: [limited_purposes, no_sale] } }')).toBe(
    true,
  );
  expect(
    soldTo('{ role: processor, contract: { terms: [limited_purposes, no_sale, no_combining] } }'),
  ).toBe(false);
  expect(soldTo('{ role: authority }', 'claims.dispute')).toBe(false);
});

test('under 16 is below the sixteenth birthday, under 13 below the thirteenth', () => {
  const ages = (subject: string): readonly unknown[] => {
    const fragment = `subjects: { person: ${subject} }\ndata: { mail: { category: contact.email, subject: person } }`;
    return ['under16', 'under13', 'under16Known'].map((name) => factOf(fragment, 'data', name));
  };
  expect(ages('{ ages: { min: 16 } }')).toEqual([false, false, undefined]);
  expect(ages('{ ages: { min: 15 } }')).toEqual([true, false, undefined]);
  expect(ages('{ ages: { min: 13, max: 15 } }')).toEqual([true, false, true]);
  expect(ages('{ ages: { min: 12, max: 16 } }')).toEqual([true, true, undefined]);
  expect(ages('{ ages: { min: 12 }, ageGate: none }')).toEqual([true, true, false]);
  expect(ages('{ ages: { min: 12 }, ageGate: { methods: [id_number] } }')).toEqual([
    true,
    true,
    true,
  ]);
  expect(ages('{ type: guardian }')).toEqual([false, false, undefined]);
  expect(ages('{ type: user }')).toEqual([undefined, undefined, undefined]);
});

test('callers are where the persons of the step and its purpose are', () => {
  const callers = (regions: string): unknown =>
    factOf(
      `subjects: { caller: { type: customer${regions} } }
data: { call: { category: voice.recording, subject: caller } }
start: talk
steps: { talk: { name: Talk, type: task, recording: call, end: true } }`,
      'steps',
      'callers',
    );
  expect(callers(', regions: [DE]')).toEqual({ european: true, allParties: true });
  expect(callers(', regions: [FR, CN]')).toEqual({ european: true, allParties: false });
  expect(callers(', regions: [CN]')).toEqual({ european: false, allParties: false });
  expect(callers('')).toEqual({ allParties: false });
});
