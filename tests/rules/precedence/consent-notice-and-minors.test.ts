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
organization: { role: controller, establishments: [CN], markets: [CN], persons: { total: 380000 }, records: { provisionLog: { keep: 3y } } }
`;

/** Rules that can meet on one subject, and the rules of structure that say the same without the law. */
const asked =
  /^(?:pipl\/(?!pipia|compliance|security|incident|access|rights|deletion|breach)|ndr\/(?:no|provision)|cnminor\/|cnaudit\/minors|structure\/collected)/;

/** What these rules together find wrong, as `<rule> at <place>`. */
async function findingsIn(text: string, profiles: readonly string[] = []) {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = [...library.rules.values()].filter(({ id }) => asked.test(id));
  const { results } = await check(buildModel({ process }), rules, library, '2026-11-21', profiles);
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

/** Duties that a test does not speak of are met, so that only what it breaks is found. */
const kept = 'retention: { keep: 3y, from: case.closed, then: delete }, necessity: It is needed';
const items =
  'items: [controller_name, controller_contact, purposes, methods, categories, retention, end_of_retention, rights]';
const published = 'listFormat: true, publicUrl: "https://example.com/privacy", audience: general';
const given = 'form: popup, withdrawal: { channels: [app], effort: same, then: delete }';
const rules = `notices: { rules: { timing: before_collection, ${items}, ${published} } }\n`;
const sensitiveRules = `notices: { rules: { timing: before_collection, ${items}, ${published}, sensitive: [{ data: health, items: [necessity, impact] }] } }\n`;

test('a purpose without any consent is one finding, not also its separate and its written consents', async () => {
  const text = `${sensitiveRules}data:
  report: { category: health, subject: customer }
  credit: { category: credit.report, subject: customer }
recipients: { insurer: { role: controller, contract: { terms: [purpose] } }, web_site: { role: public } }
purposes: { settle: { category: claims.dispute, basis: { cn: consent }, notice: rules, ${kept} } }
start: read
steps:
  read:
    name: Read report
    type: task
    purpose: settle
    reads: [report, credit]
    shares: [{ data: [report], with: insurer }, { data: [report], with: web_site }]
    end: true
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/consent-quality at example/purposes/settle/form',
    'pipl/third-party-provision-notice at example/steps/read/shares/insurer/with',
  ]);
});

test('sensitive data outside the scope are one finding, that of the separate consent', async () => {
  const text = `${sensitiveRules}data:
  phone: { category: contact.phone, subject: customer }
  report: { category: health, subject: customer }
purposes: { settle: { category: claims.dispute, basis: { cn: consent }, consent: claiming, notice: rules, ${kept} } }
consents: { claiming: { ${given}, separate: true, onRefusal: serve_without_data, scope: { purposes: [settle], data: [phone] } } }
start: read
steps: { read: { name: Read report, type: task, purpose: settle, reads: [phone, report], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/separate-consent-sensitive at example/purposes/settle/consent',
  ]);
});

test('data of children that no guardian agreed to are one finding, not also a missing separate consent', async () => {
  const text = `subjects: { pupil: { type: child } }
notices:
  rules: { timing: before_collection, ${items}, ${published}, sensitive: [{ data: minor, items: [necessity, impact] }] }
  child_rules: { timing: before_collection, audience: children }
data: { name: { category: identity.name, subject: pupil } }
purposes: { teach: { category: education.delivery, basis: { cn: consent }, consent: learning, notice: rules, ${kept} } }
consents: { learning: { ${given}, separate: false, onRefusal: serve_without_data, guardian: none, scope: { purposes: [teach], data: [name] } } }
start: teach
steps: { teach: { name: Teach, type: task, purpose: teach, reads: [name], access: { approval: true, log: true }, end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/guardian-consent-u14 at example/purposes/teach/consent',
  ]);
  expect(await findingsIn(text.replaceAll('type: child', 'ages: { min: 14 }'))).toEqual([]);
});

test('children without a consent at all are one finding', async () => {
  const text = `subjects: { pupil: { type: child } }
notices: { child_rules: { timing: before_collection, audience: children } }
data: { name: { category: identity.name, subject: pupil } }
purposes: { teach: { category: education.delivery, basis: { cn: consent }, ${kept} } }
start: teach
steps: { teach: { name: Teach, type: task, purpose: teach, reads: [name], access: { approval: true, log: true }, end: true } }
`;
  expect(await findingsIn(text)).toEqual(['pipl/consent-quality at example/purposes/teach/form']);
});

test('a recording without any notice is one finding where the voice is collected', async () => {
  const text = `channels: { phone: { kind: voice } }
data: { voice: { category: voice.recording, subject: customer } }
purposes: { prove: { category: records.evidence, basis: { cn: contract }, ${kept} } }
start: talk
steps: { talk: { name: Talk, type: task, purpose: prove, channels: [phone], collects: [voice], recording: true, end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/notice-before-processing at example/steps/talk/collects/voice',
  ]);
  expect(await findingsIn(rules + text)).toEqual([
    'pipl/notice-before-processing at example/steps/talk/collects/voice',
  ]);
  expect(
    await findingsIn(
      (rules + text).replace('{ cn: contract },', '{ cn: contract }, notice: rules,'),
    ),
  ).toEqual(['pipl/call-recording-notice at example/steps/talk/recording']);
});

test('a recording without a period is one finding, that of the retention', async () => {
  const text = `notices: { rules: { timing: before_collection, ${items.replace(']', ', recording]')}, ${published} } }
purposes: { prove: { category: records.evidence, basis: { cn: contract }, notice: rules, necessity: Proof } }
start: talk
steps: { talk: { name: Talk, type: task, purpose: prove, recording: true, end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/retention-minimal at example/purposes/prove/retention',
  ]);
});

test('a recording that is used to train staff is one finding, that of the purpose', async () => {
  const text = `notices: { rules: { timing: before_collection, purposes: [service.communication], ${items.replace(']', ', recording]')}, ${published} } }
data: { voice: { category: voice.recording, subject: customer } }
purposes:
  answer: { category: service.communication, basis: { cn: contract }, notice: rules, ${kept} }
  train: { category: ai.training, basis: { cn: legal_duty }, ${kept} }
start: talk
steps:
  talk: { name: Talk, type: task, purpose: answer, collects: [voice], recording: true, next: train }
  train: { name: Train, type: task, purpose: train, reads: [voice], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/purpose-limitation at example/steps/train/reads/voice',
  ]);
});

test('personal data that nothing uses are a fault of the law, other data one of structure', async () => {
  const text = `${rules}data:
  birthday: { category: identity.dob_age, subject: customer }
  model: { category: none }
purposes: { sell: { category: order.management, basis: { cn: contract }, notice: rules, ${kept} } }
start: take
steps: { take: { name: Take order, type: task, purpose: sell, collects: [birthday, model], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/data-minimisation at example/data/birthday',
    'structure/collected-data-is-used at example/data/model',
  ]);
});

test('sensitive data without a reason are one finding, not also a contract that does not need them', async () => {
  const text = `${sensitiveRules}data: { report: { category: health, subject: customer } }
purposes: { settle: { category: claims.dispute, basis: { cn: contract }, notice: rules, retention: { keep: 3y, from: case.closed, then: delete } } }
start: read
steps: { read: { name: Read report, type: task, purpose: settle, collects: [report], reads: [report], end: true } }
`;
  expect(await findingsIn(text)).toEqual(['pipl/sensitive-necessity at example/purposes/settle']);
});

test('a notice that comes too late is one finding, not also its missing words on sensitive data', async () => {
  const text = `notices: { rules: { timing: after_collection, ${items}, ${published} } }
data: { report: { category: health, subject: customer } }
purposes: { settle: { category: claims.dispute, basis: { cn: contract }, notice: rules, ${kept} } }
start: read
steps: { read: { name: Read report, type: task, purpose: settle, collects: [report], reads: [report], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/notice-before-processing at example/steps/read/collects/report',
  ]);
});

test('an entrusted party without a contract is one finding; the strict reading asks nothing of it', async () => {
  const text = `${rules}data: { phone: { category: contact.phone, subject: customer } }
recipients: { hotline: { role: processor, contract: none, supervision: { every: 12mo } } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, notice: rules, ${kept} } }
start: call
steps: { call: { name: Call, type: task, purpose: handle, reads: [phone], shares: [{ data: [phone], with: hotline }], end: true } }
`;
  const found = ['pipl/entrusted-contract at example/recipients/hotline/contract'];
  expect(await findingsIn(text)).toEqual(found);
  expect(await findingsIn(text, ['strict_separate_consent'])).toEqual(found);
});

test('a recipient without a contract, without a notice and without a consent has three faults', async () => {
  const text = `${rules}data: { phone: { category: contact.phone, subject: customer } }
recipients: { partner: { role: controller, contract: none } }
purposes: { promote: { category: marketing.direct, basis: { cn: consent }, consent: news, notice: rules, ${kept} } }
consents: { news: { ${given}, separate: false, onRefusal: serve_without_data, scope: { purposes: [promote], data: [phone] } } }
start: send
steps: { send: { name: Send, type: task, purpose: promote, reads: [phone], shares: [{ data: [phone], with: partner }], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'ndr/provision-contract-and-record at example/recipients/partner/contract',
    'pipl/separate-consent-third-party at example/steps/send/shares/partner/with',
    'pipl/third-party-provision-notice at example/steps/send/shares/partner/with',
  ]);
});

test('the profile strict_separate_consent adds warnings and nothing else', async () => {
  const text = `${sensitiveRules}data: { report: { category: health, subject: customer } }
recipients: { insurer: { role: controller, contract: { terms: [purpose] } } }
purposes: { settle: { category: claims.dispute, basis: { cn: contract }, notice: rules, ${kept} } }
start: read
steps: { read: { name: Read report, type: task, purpose: settle, reads: [report], shares: [{ data: [report], with: insurer }], end: true } }
`;
  const lax = await findingsIn(text);
  const strict = await findingsIn(text, ['strict_separate_consent']);
  expect(strict.filter((finding) => !lax.includes(finding))).toEqual([
    'pipl/separate-consent-sensitive at example/purposes/settle/consent',
    'pipl/separate-consent-third-party at example/steps/read/shares/insurer/with',
  ]);
  expect(lax.filter((finding) => !strict.includes(finding))).toEqual([]);
});
