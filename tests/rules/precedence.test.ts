import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { check } from '../../core/src/engine/check.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';
import { library } from './library.ts';

const folders = new Set(['pipl', 'gdpr']);

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;

const china = `organization: { role: controller, establishments: [CN], markets: [CN], persons: { total: 380000 } }
`;

/** What all law rules together find wrong, as `<rule> at <place>`. */
async function findingsIn(text: string): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = [...library.rules.values()].filter(({ id }) => folders.has(id.split('/')[0] ?? ''));
  const { results } = await check(buildModel({ process }), rules, library, '2026-11-21');
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
  '[controller_name, controller_contact, purposes, methods, categories, retention, end_of_retention, rights, legal_bases, complaint_authority, statutory_need]';

test('legitimate interests in China are one finding, not also a missing basis', async () => {
  const text = `${china}purposes:
  watch: { category: security, basis: { cn: legitimate_interests }, ${kept} }
  score: { category: security, basis: { eu: 6.1.f }, ${kept} }
  answer: { category: claims.dispute, ${kept} }
start: end
steps: { end: { name: End, type: end } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/legal-basis-missing at example/purposes/answer/basis',
    'pipl/no-legitimate-interests-basis at example/purposes/watch/basis/cn',
    'pipl/no-legitimate-interests-basis at example/purposes/score/basis/cn',
  ]);
});

test('a missing notice is one finding, although the consent cannot be informed either', async () => {
  const text = `${china}data: { voice: { category: voice.recording, subject: customer } }
purposes:
  improve: { category: quality.assurance, basis: { cn: consent }, consent: improving, ${kept} }
consents: { improving: { form: tick, onRefusal: serve_without_data, withdrawal: { channels: [app], effort: same, then: delete } } }
start: ask
steps:
  ask: { name: Ask consent, type: task, asks: [improving], next: record }
  record: { name: Record call, type: task, purpose: improve, collects: [voice], reads: [voice], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/notice-before-processing at example/steps/record/collects/voice',
  ]);
});

test('a vendor that trains with the data owes no contract of entrusting, but people must know it', async () => {
  const text = `${china}data: { text: { category: comm.content, subject: customer } }
recipients: { model: { role: processor, training: true, contract: none } }
purposes: { answer: { category: service.communication, basis: { cn: contract }, ${kept} } }
start: answer
steps:
  answer: { name: Answer, type: task, purpose: answer, shares: [{ data: [text], with: model }], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/third-party-provision-notice at example/steps/answer/shares/model/with',
  ]);
});

test('a vendor without a contract is one finding, not also its missing terms and sub-processors', async () => {
  const text = `${china}recipients:
  hotline: { role: processor, contract: none, subProcessors: [night], supervision: { every: 12mo } }
  night: { role: sub_processor }
start: end
steps: { end: { name: End, type: end } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/entrusted-contract at example/recipients/hotline/contract',
  ]);
});

test('each regime speaks for itself: a basis for one is none for the other', async () => {
  const text = `organization: { role: controller, establishments: [CN, DE], markets: [], persons: { total: 380000 }, breach: { eu: { clockStart: awareness, regulator: { within: 72h, reasonsIfLate: true } } } }
data: { contact: { category: contact.phone, subject: customer } }
notices: { rules: { timing: before_collection, items: ${items}, publicUrl: "https://example.com/privacy" } }
purposes:
  handle: { category: claims.dispute, basis: { cn: contract }, notice: rules, ${kept} }
  reply: { category: service.communication, basis: { eu: 6.1.b }, notice: rules, ${kept} }
start: take
steps:
  take: { name: Take, type: task, purpose: handle, collects: [contact], next: reply }
  reply: { name: Reply, type: task, purpose: reply, reads: [contact], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/legal-basis-missing at example/purposes/handle/basis/eu',
    'pipl/legal-basis-missing at example/purposes/reply/basis/cn',
  ]);
});
