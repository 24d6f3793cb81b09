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

const exports = [...library.rules.keys()].filter((id) => id.startsWith('cnxb/'));

/** What the exports' own rules and some neighbours find wrong, as `<rule> at <place>`. */
async function findingsOf(neighbours: readonly string[], text: string): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const names = [...exports, ...neighbours];
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

/** A Chinese company that shares `item` with a vendor in the US; people are told of it. */
function sharing(
  facts: string,
  item: string,
  share: string,
  recipient = 'role: processor',
): string {
  return `organization: { role: controller, establishments: [CN], markets: [CN]${facts} }
data: { item: { ${item} } }
recipients: { vendor: { ${recipient}, country: US } }
notices: { rules: { transfers: [{ recipient: vendor, items: [name, contact, purpose, method, categories, rights, necessity, impact] }] } }
purposes: { order: { category: order.fulfilment, basis: { cn: contract } } }
start: a
steps: { a: { name: Share, type: task, purpose: order, shares: [{ data: [item], with: vendor${share} }], end: true } }
`;
}

const phone = 'category: contact.phone, subject: customer';
const health = 'category: health, subject: customer';
const few = ', ciio: false, exports: { general: 5, sensitive: 5 }';
const many = ', ciio: false, exports: { general: 1000000, sensitive: 10000 }';
const nothing = ', mechanism: none, exemption: none';
const at = 'example/steps/a/shares/vendor';

test('an export without any route is one finding, by the route it needs', async () => {
  expect(await findingsOf([], sharing(', ciio: false', phone, nothing))).toEqual([
    `cnxb/mechanism-required at ${at}/with`,
  ]);
  expect(await findingsOf([], sharing(few, health, nothing))).toEqual([
    `cnxb/scc-or-cert-required at ${at}/with`,
  ]);
  expect(await findingsOf([], sharing(many, health, nothing))).toEqual([
    `cnxb/security-assessment-required at ${at}/with`,
  ]);
});

test('an exemption that does not hold is one finding, not also a missing route or duty', async () => {
  expect(await findingsOf([], sharing(many, phone, ', exemption: under_100k'))).toEqual([
    `cnxb/exemption-valid at ${at}/exemption`,
  ]);
});

test('important data are a matter of their own law, whatever else is in them', async () => {
  const item = `${health}, importantData: notified`;
  const rules = ['dsl/important-data-export'];
  expect(await findingsOf(rules, sharing(many, item, nothing))).toEqual([
    `dsl/important-data-export at ${at}/with`,
  ]);
  expect(await findingsOf(rules, sharing(many, item, ', exemption: contract'))).toEqual([
    `dsl/important-data-export at ${at}/with`,
  ]);
});

test('a foreign court is a matter of Art. 41, not also of a route', async () => {
  const text = sharing(many, `${health}, system: crm`, nothing, 'role: authority, approval: none');
  expect(
    await findingsOf(
      ['pipl/foreign-judicial-request', 'pipl/export-notice'],
      `${text}systems: { crm: { country: CN } }\n`,
    ),
  ).toEqual([`pipl/foreign-judicial-request at ${at}/with`]);
});

test('shares that only reach a limit together are one finding', async () => {
  const text = sharing(
    ', ciio: false',
    phone,
    ', exemption: under_100k, personsYtd: { general: 50000 } }, { data: [item], with: vendor, exemption: under_100k, personsYtd: { general: 50000 }',
  );
  const duties = ', assessments: { pipia: { e: { covers: { triggers: [export] } } } }';
  expect(await findingsOf([], text.replace(', ciio: false', `, ciio: false${duties}`))).toEqual([
    `cnxb/no-volume-splitting at ${at}/with`,
  ]);
});

const notices = ['pipl/export-notice', 'pipl/third-party-provision-notice'];

test('an export of which nobody is told is one finding, with a route or exempt', async () => {
  const silent = (share: string): string =>
    sharing('', phone, share, 'role: controller').replace(/^notices.*\n/m, '');
  expect(await findingsOf(notices, silent(', mechanism: cn.assessment'))).toEqual([
    `pipl/export-notice at ${at}/with`,
  ]);
  expect(await findingsOf(notices, silent(', exemption: contract'))).toEqual([
    `cnxb/exempt-still-owes-duties at ${at}/with`,
  ]);
});

test('a consent that covers no export is one finding, not also one for the other controller', async () => {
  const text = sharing('', phone, ', mechanism: cn.assessment', 'role: controller').replace(
    'basis: { cn: contract }',
    'basis: { cn: consent }, consent: terms',
  );
  expect(
    await findingsOf(
      ['pipl/export-separate-consent', 'pipl/separate-consent-third-party'],
      `${text}consents: { terms: { separate: false } }\n`,
    ),
  ).toEqual([`pipl/export-separate-consent at ${at}/with`]);
});

test('a recipient that nothing binds is one finding', async () => {
  const rules = [
    'pipl/export-recipient-supervision',
    'pipl/entrusted-contract',
    'pipl/entrusted-supervision',
    'ndr/provision-contract-and-record',
  ];
  const none = 'contract: none, supervision: none, dueDiligence: none';
  const log = ', records: { provisionLog: { keep: 3y } }';
  const to = (recipient: string): string =>
    sharing(log, phone, ', mechanism: none, exemption: legal_duty', recipient).replace(
      'records:',
      'assessments: { pipia: { e: { covers: { triggers: [export] } } } }, records:',
    );
  const [only, ...others] = await findingsOf(rules, to(`role: controller, ${none}`));
  expect(only).toMatch(/^ndr\/provision-contract-and-record at example\/recipients\/vendor/);
  expect(others).toEqual([]);
  expect(await findingsOf(rules, to(`role: joint, ${none}`))).toEqual([
    `pipl/export-recipient-supervision at ${at}/with`,
  ]);
});

/** A step that uses a system abroad. */
function storing(facts: string): string {
  return `organization: { role: controller, establishments: [CN], markets: [CN]${facts} }
data: { item: { ${phone}, system: crm } }
systems: { crm: { country: SG } }
start: a
steps: { a: { name: Take, type: task, systems: [crm], collects: [item], end: true } }
`;
}

test('a store abroad is an undeclared export, or a breach of localisation, not both', async () => {
  expect(await findingsOf(['pipl/localisation'], storing(', ciio: false'))).toEqual([
    'cnxb/export-undeclared at example/steps/a/systems/crm',
  ]);
  expect(await findingsOf(['pipl/localisation'], storing(', ciio: true'))).toEqual([
    'pipl/localisation at example/steps/a/systems/crm',
  ]);
});

test('a place that nobody declared is found once', async () => {
  const text = storing(', ciio: false').replace('country: SG', 'name: CRM');
  expect(await findingsOf(['xcheck/undeclared-location'], text)).toEqual([
    'xcheck/undeclared-location at example/systems/crm',
  ]);
});

const chapterV = [...library.rules.keys()].filter((id) => id.startsWith('gdpr/transfer-'));

/** A German company that shares a phone number with somebody in India; people are told of it. */
function european(share: string, recipient = 'role: processor'): string {
  return `organization: { role: controller, establishments: [DE], markets: [DE] }
data: { item: { ${phone} } }
recipients: { vendor: { ${recipient}, country: IN } }
notices: { rules: { transfers: [{ recipient: vendor, items: [safeguard, copy_of_safeguard] }] } }
start: a
steps: { a: { name: Share, type: task, shares: [{ data: [item], with: vendor${share} }], end: true } }
`;
}

test('each fault of a transfer out of the EEA is one finding', async () => {
  const rules = [...chapterV, 'gdpr/foreign-authority-order'];
  const found = (share: string, recipient?: string): Promise<readonly string[]> =>
    findingsOf(rules, european(share, recipient));
  expect(await found(', mechanism: none, derogation: none')).toEqual([
    `gdpr/transfer-gate at ${at}/with`,
  ]);
  expect(await found(', mechanism: none, derogation: b, occasional: false')).toEqual([
    `gdpr/transfer-derogation at ${at}/derogation`,
  ]);
  expect(await found(', mechanism: eu.scc, module: 2, tia: none')).toEqual([
    `gdpr/transfer-scc-tia at ${at}/mechanism`,
  ]);
  expect(await found(', mechanism: eu.dpf')).toEqual([`gdpr/transfer-dpf at ${at}/mechanism`]);
  expect(await found(', derogation: none', 'role: authority, approval: none')).toEqual([
    `gdpr/foreign-authority-order at ${at}/with`,
  ]);
});
