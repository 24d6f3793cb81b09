import { expect, test } from 'vitest';
import { parse } from '../../../core/src/document/parse.ts';
import { check } from '../../../core/src/engine/check.ts';
import { buildModel } from '../../../core/src/model/build.ts';
import { resourcesOf } from '../../../core/src/model/resource.ts';
import { library } from '../library.ts';

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;

/** What the rules that match find wrong, as `<rule> at <place>`. */
async function findingsIn(text: string, asked: RegExp, asOf = '2026-11-21') {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = [...library.rules.values()].filter(({ id }) => asked.test(id));
  const { results } = await check(buildModel({ process }), rules, library, asOf);
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

const california = (facts: string): string =>
  `organization: { role: controller, establishments: [US-CA], markets: [US-CA], california: { doesBusiness: true, consumersTraded: 100000 }, ${facts} }\n`;

test('an advertising vendor without the terms of a provider is one finding, that of the opt-out', async () => {
  const text = `organization: { role: controller, establishments: [US-CA], markets: [US-CA], california: { doesBusiness: true, consumersTraded: 100000, honoursOptOutSignals: false }, rights: { us_ca: { optOut: none } } }
data: { contact: { category: contact.email, subject: customer } }
purposes: { ads: { category: marketing.ads } }
recipients: { network: { name: Network, role: processor, contract: none } }
start: show
steps: { show: { name: Show ads, type: task, purpose: ads, shares: [{ data: [contact], with: network }], end: true } }
`;
  expect(await findingsIn(text, /^ccpa\/(?:vendor|opt-out)/)).toEqual([
    'ccpa/opt-out-sale-share at example/organization/rights/us_ca/optOut',
  ]);
});

test('a purpose without any period is one finding, not also its notice', async () => {
  const text = `${california('rights: { us_ca: { retaliation: false } }')}data: { contact: { category: contact.email, subject: customer } }
notices: { rules: { timing: at_collection, items: [categories, purposes, sold_or_shared] } }
purposes: { handle: { category: claims.dispute, notice: rules } }
start: ask
steps: { ask: { name: Ask, type: task, purpose: handle, collects: [contact], end: true } }
`;
  expect(await findingsIn(text, /^ccpa\/(?:notice|retention)/)).toEqual([
    'ccpa/retention-disclosure at example/purposes/handle/retention',
  ]);
});

test('a new use that a purpose collects for itself is judged by its notice only', async () => {
  const text = `${california('rights: { us_ca: { retaliation: false } }')}data: { contact: { category: contact.email, subject: customer } }
purposes: { handle: { category: claims.dispute }, promote: { category: marketing.direct } }
start: ask
steps: { ask: { name: Ask, type: task, purpose: handle, collects: [contact, { item: contact, purpose: promote }], end: true } }
`;
  expect(await findingsIn(text, /^ccpa\/(?:notice|purpose)/)).toEqual([
    'ccpa/notice-at-collection at example/steps/ask/collects/contact',
    'ccpa/notice-at-collection at example/steps/ask/collects/contact#2/item',
  ]);
});

test('nothing is asked of who is no business, and undeclared facts are asked once', async () => {
  const text = `organization: { role: controller, establishments: [US-CA], markets: [US-CA], rights: { us_ca: { respond: { within: 90d } } } }
data: { contact: { category: contact.email, subject: customer } }
purposes: { handle: { category: claims.dispute } }
start: ask
steps: { ask: { name: Ask, type: task, purpose: handle, collects: [contact], end: true } }
`;
  expect(await findingsIn(text, /^ccpa\//)).toEqual([]);
});

test('decisions of weight are judged from 2027-01-01, not a day before', async () => {
  const text = `${california('rights: { us_ca: { retaliation: false } }')}start: lend
data: { contact: { category: contact.email, subject: customer } }
steps: { lend: { name: Lend, type: automated, automated: { effect: significant, domain: credit, solely: true, transparencyNotice: false, optOut: false, contest: false, explanation: false }, end: true } }
`;
  expect(await findingsIn(text, /^ccpa\/admt/, '2026-12-31')).toEqual([]);
  expect(await findingsIn(text, /^ccpa\/admt/, '2027-01-01')).toEqual([
    'ccpa/admt-significant-decisions at example/steps/lend/automated',
  ]);
});

const china = (assessments: string): string =>
  `organization: { role: controller, establishments: [CN], markets: [CN], persons: { total: 380000 }, assessments: { pipia: ${assessments} } }\n`;

const faces = `data: { face: { category: biometric.face, subject: customer } }
purposes: { enter: { category: identity.verification, basis: { cn: consent }, consent: policy } }
consents: { policy: { form: tick, separate: false, onRefusal: alternative } }
recipients: { partner: { name: Partner, role: controller } }
start: look
steps: { look: { name: Look, type: task, purpose: enter, collects: [face], shares: [{ data: [face], with: partner, network: internet }], end: true } }
`;
const onFaces = /^(?:cnface\/|pipl\/(?:separate-consent|pipia-required))/;

test('faces without their own consent are judged as faces, not as sensitive data or a third party', async () => {
  const covered = '{ all: { covers: { data: [biometric.face] }, beforeStart: true } }';
  expect(await findingsIn(china(covered) + faces, onFaces)).toEqual([
    'cnface/consent at example/purposes/enter/consent',
    'cnface/local-storage at example/steps/look/shares/partner/with',
  ]);
});

test('before the measures on faces the general rules speak of them', async () => {
  const covered = '{ all: { covers: { data: [biometric.face] }, beforeStart: true } }';
  expect(await findingsIn(china(covered) + faces, onFaces, '2025-05-31')).toEqual([
    'pipl/separate-consent-sensitive at example/purposes/enter/consent',
    'pipl/separate-consent-third-party at example/steps/look/shares/partner/with',
  ]);
});

test('an assessment that leaves out the faces is one finding, that of the faces', async () => {
  const other =
    '{ other: { covers: { data: [health], triggers: [sensitive, provision] }, beforeStart: true } }';
  const found = await findingsIn(china(other) + faces, /^(?:cnface\/pipia|pipl\/pipia-required)/);
  expect(found).toEqual(['cnface/pipia-3y at example/purposes/enter/category']);
});

test('no assessment at all is one finding, that of the organisation', async () => {
  const found = await findingsIn(china('none') + faces, /^(?:cnface\/pipia|pipl\/pipia-required)/);
  expect(found).toEqual(['pipl/pipia-required at example/organization/assessments/pipia']);
});

test('staff who are watched without a notice are one finding', async () => {
  const text = `organization: { role: controller, establishments: [DE], markets: [DE], assessments: { dpia: { screens: { covers: { purposes: [hr.monitoring] }, beforeStart: true } } } }
subjects: { agent: { type: employee_agent } }
data: { screen: { category: employee, subject: agent, source: observed } }
purposes: { watch: { category: hr.monitoring, basis: { eu: 6.1.f } } }
start: watch
steps: { watch: { name: Watch, type: task, purpose: watch, collects: [screen], end: true } }
`;
  const found = await findingsIn(text, /^gdpr\/(?:employee|notice-direct|dpia-required)/);
  expect(found).toEqual(['gdpr/notice-direct at example/steps/watch/collects/screen']);
});

test('marketing that cannot be stopped is the fault of the right to object, not of the consent', async () => {
  const text = `organization: { role: controller, establishments: [DE], markets: [DE], rights: { eu: { covered: [object_dm] } } }
channels: { mail: { kind: email } }
consents: { news: { form: tick } }
purposes: { news: { category: marketing.direct, basis: { eu: 6.1.a }, consent: news } }
start: send
steps: { send: { name: Send, type: automated, purpose: news, channels: [mail], marketing: { optIn: news, senderIdentified: true, optOut: none }, end: true } }
`;
  const found = await findingsIn(text, /^(?:eprivacy\/direct|gdpr\/object-direct)/);
  expect(found).toEqual(['gdpr/object-direct-marketing at example/purposes/news/category']);
});

test('a recording without any notice is one finding, that of the information of Article 13', async () => {
  const text = `organization: { role: controller, establishments: [DE], markets: [DE] }
subjects: { caller: { type: customer, regions: [FR] } }
channels: { phone: { kind: voice } }
data: { call: { category: voice.recording, subject: caller, source: observed } }
purposes: { improve: { category: quality.assurance, basis: { eu: 6.1.f } } }
start: talk
steps: { talk: { name: Talk, type: task, purpose: improve, channels: [phone], recording: call, writes: [call], end: true } }
`;
  const found = await findingsIn(text, /^(?:eprivacy\/call|gdpr\/notice-direct)/);
  expect(found).toEqual(['gdpr/notice-direct at example/steps/talk/writes/call']);
});
