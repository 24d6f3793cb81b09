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

/** What the named rules together find wrong, as `<rule> at <place>`; other rules are not asked. */
async function findingsOf(names: readonly string[], text: string): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = names.flatMap((name) => library.rules.get(name) ?? []);
  expect(rules.map(({ id }) => id)).toEqual(names);
  const { results } = await check(buildModel({ process }), rules, library, '2026-11-21');
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

const seat = 'role: controller, establishments: [CN], markets: [CN], persons: { total: 380000 }';
const china = `organization: { ${seat} }\n`;
const end = 'start: over\nsteps: { over: { name: Over, type: end } }\n';

test('an AI step without a way to a person is a fault of structure, not also of the standard', async () => {
  const rules = ['structure/customers-can-reach-a-person', 'cncs/human-handoff'];
  const text = `${china}start: chat
steps: { chat: { name: Chat, type: automated, channels: [app], ai: { kind: generative_chat }, handoff: none, end: true } }
channels: { app: { name: App, kind: app } }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'structure/customers-can-reach-a-person at example/steps/chat',
  ]);
});

test('a chat without any label is one finding, not also the terms and the export', async () => {
  const rules = [
    'cnai/chatbot-explicit-label',
    'cnai/label-terms',
    'cnai/implicit-label-on-export',
  ];
  const text = `${china}start: chat
steps: { chat: { name: Chat, type: automated, ai: { kind: generative_chat, downloadable: true, label: { explicit: none, implicit: true, inTerms: false } }, end: true } }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'cnai/chatbot-explicit-label at example/steps/chat/ai/label/explicit',
  ]);
});

test('no way to complain is one finding: of generation, ranking, personal data, trade in this order', async () => {
  const rules = [
    'cnai/genai-rights',
    'cnai/algorithm-complaint',
    'ndr/complaint-channel',
    'cncons/complaint-mechanism',
  ];
  const shop = `organization: { ${seat}, service: { kinds: [online_shop] }, rights: { cn: { channels: [app] } }, consumer: { complaint: none } }\n`;
  const rank = 'rank: { name: Rank, type: automated, automated: { effect: pricing }, end: true }';
  const chat = 'chat: { name: Chat, type: automated, ai: { kind: generative_chat }, next: rank }';
  const sell = 'purposes: { sell: { category: order.management } }\n';
  const place = 'example/organization/consumer/complaint';
  const both = `${shop}${sell}start: chat\nsteps: { ${chat}, ${rank} }\n`;
  expect(await findingsOf(rules, both)).toEqual([`cnai/genai-rights at ${place}`]);
  expect(await findingsOf(rules, `${shop}${sell}start: rank\nsteps: { ${rank} }\n`)).toEqual([
    `cnai/algorithm-complaint at ${place}`,
  ]);
  expect(await findingsOf(rules, shop + sell + end)).toEqual([`ndr/complaint-channel at ${place}`]);
  expect(await findingsOf(rules, shop + end)).toEqual([`cncons/complaint-mechanism at ${place}`]);
});

test('a hidden algorithm is one finding, not also an unfair decision', async () => {
  const rules = ['cnai/algorithm-notice', 'pipl/adm-fairness'];
  const text = `${china}start: price
steps: { price: { name: Price, type: automated, automated: { effect: pricing, price: { reason: Cost }, transparencyNotice: false, fairnessTest: { every: 6mo } }, end: true } }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'cnai/algorithm-notice at example/steps/price/ai',
  ]);
});

test('training on chats is one finding at the training, not also at the vendor', async () => {
  const rules = ['cnai/training-data-basis', 'cnai/genai-input-protection'];
  const text = `${china}data: { text: { category: comm.content, subject: customer } }
recipients: { vendor: { role: processor, training: true } }
start: chat
steps: { chat: { name: Chat, type: automated, collects: [text], ai: { kind: generative_chat, model: vendor, trainingUse: true }, end: true } }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'cnai/training-data-basis at example/steps/chat/ai/trainingUse',
  ]);
});

test('a bundled consent is found where it is relied on, else as a matter of consumer law', async () => {
  const rules = ['pipl/consent-quality', 'cncons/no-bundled-consent', 'xcheck/basis-conflict'];
  const text = `${china}purposes:
  study: { category: analytics, basis: { cn: consent }, consent: first }
  promote: { category: marketing.direct, basis: { cn: contract }, consent: second }
consents: { first: { form: bundled }, second: { form: bundled } }
${end}`;
  expect(await findingsOf(rules, text)).toEqual([
    'pipl/consent-quality at example/consents/first/form',
    'cncons/no-bundled-consent at example/consents/second/form',
  ]);
});

test('a push that nobody can stop is found once, at the automated decision', async () => {
  const rules = ['pipl/adm-marketing-optout', 'cncons/marketing-consent', 'cnai/algorithm-tags'];
  const text = `organization: { ${seat}, platform: platform }
channels: { app: { name: App, kind: app } }
data: { tags: { category: profile.tags, subject: customer } }
start: push
steps:
  push: { name: Push, type: automated, channels: [app], automated: { effect: marketing, inputs: [tags], optOut: false, nonPersonalOption: false, tagsControl: false }, marketing: { optIn: true, optOut: none }, end: true }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'pipl/adm-marketing-optout at example/steps/push/automated',
  ]);
});

const branches = `data: { contact: { category: contact.phone, subject: customer } }
notices: { rules: { items: [purposes] } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, notice: rules } }
start: greet
steps:
  greet: { name: Greet, type: choice, next: [{ to: tell, when: app }, { to: phone, when: phone }, { to: desk, when: desk }] }
  tell: { name: Tell, type: task, shows: [rules], next: fill }
  fill: { name: Fill in, type: task, purpose: handle, collects: [contact], end: true }
  phone: { name: Phone, type: task, purpose: handle, collects: [contact], end: true }
  desk: { name: Desk, type: task, purpose: handle, collects: [contact], end: true }
`;

test('the first collection past the notice is a matter of PIPL, every other branch a cross-check', async () => {
  const rules = ['pipl/notice-before-processing', 'xcheck/notice-dominates-collection'];
  const found = await findingsOf(rules, china + branches);
  expect(found.filter((each) => each.includes('/steps/'))).toEqual([
    'pipl/notice-before-processing at example/steps/phone/collects/contact',
    'xcheck/notice-dominates-collection at example/steps/desk/collects/contact',
  ]);
});

test('a recording without its notice is found once: at what it collects, else at the recording', async () => {
  const rules = [
    'pipl/notice-before-processing',
    'pipl/call-recording-notice',
    'xcheck/notice-dominates-collection',
  ];
  const told =
    '[controller_name, controller_contact, purposes, methods, categories, retention, end_of_retention, rights, recording]';
  const text = (
    recording: string,
  ): string => `${china}channels: { call: { name: Call, kind: voice } }
data: { voice: { category: voice.recording, subject: customer } }
notices: { rules: { items: ${told} } }
purposes: { prove: { category: records.evidence, basis: { cn: contract }, notice: rules } }
start: talk
steps:
  talk: { name: Talk, type: task, channels: [call], purpose: prove, ${recording}, next: tell }
  tell: { name: Tell, type: task, shows: [rules], end: true }
`;
  expect(await findingsOf(rules, text('recording: voice, collects: [voice]'))).toEqual([
    'pipl/notice-before-processing at example/steps/talk/collects/voice',
  ]);
  expect(await findingsOf(rules, text('recording: true'))).toEqual([
    'pipl/call-recording-notice at example/steps/talk/recording',
  ]);
});

const question = `data: { voice: { category: voice.recording, subject: customer } }
purposes: { improve: { category: quality.assurance, basis: { cn: consent }, consent: recording } }
consents: { recording: { form: oral_recorded } }
start: ask
steps:
`;

test('who refuses and is processed all the same is one finding at the branch', async () => {
  const rules = [
    'pipl/no-service-denial',
    'xcheck/consent-dominates-processing',
    'xcheck/refusal-path-still-processes',
  ];
  const text = `${china}${question}  ask: { name: Ask, type: choice, asks: [recording], next: [{ to: record, consent: granted }, { to: serve, consent: refused }] }
  serve: { name: Serve, type: task, next: record }
  record: { name: Record, type: task, purpose: improve, collects: [voice], end: true }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'xcheck/refusal-path-still-processes at example/steps/ask/next/serve/to',
  ]);
});

test('who refuses and is sent away is a matter of PIPL alone', async () => {
  const rules = ['pipl/no-service-denial', 'xcheck/refusal-path-still-processes'];
  const text = `${china}${question}  ask: { name: Ask, type: choice, asks: [recording], next: [{ to: record, consent: granted }, { to: over, consent: refused }] }
  record: { name: Record, type: task, purpose: improve, collects: [voice], end: true }
  over: { name: Over, type: end }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'pipl/no-service-denial at example/consents/recording/onRefusal',
  ]);
});

test('where nothing deletes, that is the finding; where something does, what it misses', async () => {
  const rules = ['pipl/deletion-on-trigger', 'xcheck/deletion-reaches-all-stores'];
  const body = `systems: { crm: { name: CRM }, log: { name: Log } }
data: { text: { category: comm.content, subject: customer, system: [crm, log] } }
purposes: { handle: { category: claims.dispute, retention: { keep: 1y, then: delete } } }
start: take
steps: { take: { name: Take, type: task, purpose: handle, collects: [text], end: true } }
`;
  const none = `organization: { ${seat}, retention: { deletionJob: none } }\n`;
  const some = `organization: { ${seat}, retention: { deletionJob: { every: 1d, reaches: [crm] } } }\n`;
  expect(await findingsOf(rules, none + body)).toEqual([
    'pipl/deletion-on-trigger at example/organization/retention',
  ]);
  expect(await findingsOf(rules, some + body)).toEqual([
    'xcheck/deletion-reaches-all-stores at example/data/text',
  ]);
});

test('a limit that is too long itself is found at the duty, not also as a sum', async () => {
  const rules = ['gdpr/breach-notify-72h', 'xcheck/sla-sum-exceeds-legal-max'];
  const text = `organization: { role: controller, establishments: [DE], markets: [DE], breach: { eu: { clockStart: awareness, awareness: incident.discovered, regulator: { step: tell, within: 5d, reasonsIfLate: true } } } }
purposes: { incidents: { category: incident.response } }
start: tell
steps: { tell: { name: Tell, type: task, sla: { within: 5d }, end: true } }
`;
  const found = await findingsOf(rules, text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('gdpr/breach-notify-72h');
});

test('a share with another controller that no notice names is found once', async () => {
  const rules = ['pipl/third-party-provision-notice', 'xcheck/recipient-not-in-notice'];
  const text = `${china}data: { contact: { category: contact.phone, subject: customer } }
recipients: { insurer: { role: controller, country: CN } }
notices: { rules: { items: [purposes] } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, notice: rules } }
start: send
steps: { send: { name: Send, type: task, purpose: handle, shares: [{ data: [contact], with: insurer }], end: true } }
`;
  expect(await findingsOf(rules, text)).toEqual([
    'pipl/third-party-provision-notice at example/steps/send/shares/insurer/with',
  ]);
});
