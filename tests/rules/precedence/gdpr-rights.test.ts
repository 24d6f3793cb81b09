import { expect, test } from 'vitest';
import { parse } from '../../../core/src/document/parse.ts';
import { check } from '../../../core/src/engine/check.ts';
import { buildModel } from '../../../core/src/model/build.ts';
import { resourcesOf } from '../../../core/src/model/resource.ts';
import { library } from '../library.ts';

/** The rules on lawfulness, consent, special data, transparency and rights. */
const topics =
  /^gdpr\/(?:legal-basis|legitimate|contract-necessity|consent|child|special|criminal|purpose|minimisation|accuracy|retention|notice|rights|identity|access|rectification|erasure|restriction|notify|portability|object|adm)/;

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;

/** An organisation that handles requests as it must; `rights` replaces what stands under `eu`. */
function organization(rights: string, rest = ''): string {
  return `organization:
  role: controller
  establishments: [DE]
  markets: [DE]
  accounts: true
${rest}  rights:
    eu: ${rights}
`;
}

const everything = `{ covered: [access_copy, correct, erase, restrict_refuse, portability, object, object_dm], searches: [], verify: { methods: [otp], when: always }, respond: { from: request.received, within: 1mo }, refusal: { reasons: true, remedies: [regulator, court] }, fee: none, propagateToRecipients: true, objectPresentedSeparately: true }`;
const items =
  '[controller_name, controller_contact, purposes, legal_bases, retention, rights, complaint_authority, statutory_need, withdrawal, automated_decisions]';
const kept = 'retention: { keep: 3y, from: case.closed, then: delete }';

/** What those rules together find wrong, as `<rule> at <place>`. */
async function findingsIn(text: string): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = [...library.rules.values()].filter(({ id }) => topics.test(id));
  expect(rules.length).toBeGreaterThan(30);
  const { results } = await check(buildModel({ process }), rules, library, '2026-11-21');
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

test('special data without explicit consent are one finding, not also a consent that is missing', async () => {
  const text = `${organization(everything)}data: { injury: { category: health, subject: customer } }
notices: { rules: { timing: at_collection, items: ${items} } }
purposes:
  settle: { category: claims.dispute, basis: { eu: 6.1.a, eu9: 9.2.a }, notice: rules, ${kept} }
  study: { category: analytics, basis: { eu: 6.1.a, eu9: 9.2.a }, consent: preset, notice: rules, ${kept} }
consents: { preset: { form: pretick, record: true, onRefusal: alternative, withdrawal: { channels: [app], effort: same, then: stop } } }
start: ask
steps:
  ask: { name: Ask, type: task, collects: [{ item: injury, purpose: settle }, { item: injury, purpose: study }], next: use }
  use: { name: Use, type: task, reads: [{ item: injury, purpose: settle }, { item: injury, purpose: study }], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/special-category-condition at example/purposes/settle/basis/eu9',
    'gdpr/special-category-condition at example/purposes/study/basis/eu9',
  ]);
});

test('a missing notice is one finding, although it cannot tell of withdrawal, machines or new purposes either', async () => {
  const text = `${organization(everything)}data: { income: { category: financial.income, subject: customer } }
purposes:
  lend: { category: credit.assessment, basis: { eu: 6.1.a }, consent: asked, ${kept} }
consents: { asked: { form: tick, record: true, onRefusal: alternative, withdrawal: { channels: [app], effort: same, then: stop } } }
start: ask
steps:
  ask: { name: Ask, type: task, purpose: lend, collects: [income], next: decide }
  decide: { name: Decide, type: automated, purpose: lend, reads: [income], automated: { effect: legal, solely: true, basis22: explicit_consent, humanReview: true, expressView: true, contest: true }, end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/notice-direct at example/steps/ask/collects/income',
  ]);
});

test('requests that nobody handles are one finding, not one for each right', async () => {
  const text = `${organization('{}')}purposes:
  promote: { category: marketing.direct, basis: { eu: 6.1.a }, consent: asked, ${kept} }
  protect: { category: analytics, basis: { eu: 6.1.e }, ${kept} }
consents: { asked: { form: tick, record: true, onRefusal: alternative, withdrawal: { channels: [app], effort: same, then: stop } } }
start: end
steps: { end: { name: End, type: end } }
`;
  expect(await findingsIn(text)).toEqual(['gdpr/access at example/organization/rights/eu']);
});

test('a decision on health data that nothing allows is a missing exception, not also a wrong one', async () => {
  const text = `${organization(everything)}data: { injury: { category: health, subject: customer } }
notices: { rules: { timing: at_collection, items: ${items} } }
purposes: { insure: { category: order.management, basis: { eu: 6.1.b }, notice: rules, ${kept} } }
start: ask
steps:
  ask: { name: Ask, type: task, purpose: insure, collects: [injury], next: decide }
  decide: { name: Decide, type: automated, purpose: insure, reads: [injury], automated: { effect: legal, solely: true, inputs: [injury], basis22: contract_necessary, humanReview: true, expressView: true, contest: true }, end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/special-category-condition at example/purposes/insure/basis/eu9',
  ]);
});

test('a forbidden decision is one finding, not also the safeguards that it lacks', async () => {
  const text = `${organization(everything)}data: { income: { category: financial.income, subject: customer } }
notices: { rules: { timing: at_collection, items: ${items} } }
purposes: { lend: { category: credit.assessment, basis: { eu: 6.1.b }, notice: rules, ${kept} } }
start: ask
steps:
  ask: { name: Ask, type: task, purpose: lend, collects: [income], next: decide }
  decide: { name: Decide, type: automated, purpose: lend, reads: [income], automated: { effect: legal, solely: true, basis22: none, humanReview: none, expressView: false, contest: false }, end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/adm-prohibited-unless at example/steps/decide/automated',
  ]);
});

test('what a notice for both kinds of collection lacks is said once; Art. 14 adds only its own points', async () => {
  const text = `${organization(everything)}data:
  phone: { category: contact.phone, subject: customer }
  credit: { category: credit.report, subject: customer, source: third_party }
notices: { rules: { timing: at_collection, items: [controller_name, controller_contact, purposes, legal_bases, retention, complaint_authority, statutory_need] } }
purposes: { lend: { category: credit.assessment, basis: { eu: 6.1.b }, notice: rules, ${kept} } }
start: ask
steps:
  ask: { name: Ask, type: task, purpose: lend, collects: [phone], next: use }
  use: { name: Use, type: task, purpose: lend, reads: [phone, credit], end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/notice-direct at example/notices/rules/items',
    'gdpr/notice-indirect at example/notices/rules/items',
  ]);
});

test('data that nobody can correct are one finding, not also copies that would go apart', async () => {
  const rights = everything
    .replace('correct, ', '')
    .replace('searches: []', 'searches: [crm, archive]');
  const text = `${organization(rights)}systems: { crm: { name: CRM }, archive: { name: Archive } }
data: { phone: { category: contact.phone, subject: customer, system: [crm, archive] } }
start: end
steps: { end: { name: End, type: end } }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/rectification at example/organization/rights/eu/covered',
  ]);
});
