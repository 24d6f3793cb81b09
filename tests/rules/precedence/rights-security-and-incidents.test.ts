import { expect, test } from 'vitest';
import { parse } from '../../../core/src/document/parse.ts';
import { check } from '../../../core/src/engine/check.ts';
import { buildModel } from '../../../core/src/model/build.ts';
import { resourcesOf } from '../../../core/src/model/resource.ts';
import { library } from '../library.ts';

/** The Chinese rules on rights, security, audits and incidents, and those they share subjects with. */
const topics =
  /^(?:pipl\/(?:rights|identity|deletion|correction|security|access|incident|pip|offshore|compliance|breach|retention|consent-withdrawal|sensitive-necessity|entrusted-contract)|ndr\/(?:portability|account|ten|important|complaint)|cnaudit|dsl\/data|csl|mlps|gbt|cnsmall|cninc|cn\/|cncons\/complaint|cnminor\/(?:breach|rights)|xcheck\/(?:deletion|rights))/;

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;

const scope =
  'role: controller, establishments: [CN], markets: [CN], publicBody: false, ciio: false';
const end = 'start: end\nsteps: { end: { name: End, type: end } }\n';
const purpose =
  'purposes: { handle: { category: claims.dispute, basis: { cn: legal_duty }, retention: { keep: 1y, then: return } } }\n';
const ask = `start: ask
steps: { ask: { name: Ask for phone, type: task, purpose: handle, collects: [contact], end: true } }
`;

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

test('no handling of requests at all is one finding, not also every right that is missing', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, accounts: true, rights: { cn: {} } }
data: { contact: { category: contact.phone, subject: customer } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, retention: { keep: 1y, then: delete } } }
${ask}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/rights-mechanism at example/organization/rights/cn',
  ]);
});

test('data that cannot be moved and accounts that cannot be closed are not also gaps in coverage', async () => {
  const covered =
    '[access_copy, correct, supplement, erase, restrict_refuse, explain_rules, deceased_relatives]';
  const text = `organization: { ${scope}, persons: { total: 380000 }, accounts: true, rights: { cn: { channels: [app], owner: desk, covered: ${covered}, accountCancellation: none } } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, retention: { keep: 1y, then: delete } } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'ndr/account-cancellation at example/organization/rights/cn/accountCancellation',
    'ndr/portability-path at example/organization/rights/cn/covered',
  ]);
});

test('a purpose without an end action is a gap in its retention only', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, retention: { keep: 1y, then: none } } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/retention-minimal at example/purposes/handle/retention',
  ]);
});

test('a consent whose withdrawal changes nothing is one finding, not also data that stay', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, retention: { deletionJob: { every: 1d, triggers: [period_over] } } }
data: { voice: { category: voice.recording, subject: customer } }
consents: { improving: { form: tick, withdrawal: { channels: [app], effort: same, then: none } } }
purposes: { improve: { category: quality.assurance, basis: { cn: consent }, consent: improving, retention: { keep: 1y, then: delete } } }
start: record
steps: { record: { name: Record call, type: task, purpose: improve, reads: [voice], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/consent-withdrawal at example/consents/improving/withdrawal',
  ]);
});

test('where nothing deletes, it is one finding and not one for every store as well', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, retention: { deletionJob: none } }
systems: { crm: { name: CRM, country: SG, encryption: { atRest: true } }, lake: { name: Lake, country: SG, encryption: { atRest: true } } }
data: { contact: { category: contact.phone, subject: customer, system: [crm, lake], grade: L2 } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, retention: { keep: 1y, then: delete } } }
start: read
steps: { read: { name: Read phone, type: task, purpose: handle, collects: [contact], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'pipl/deletion-on-trigger at example/organization/retention',
  ]);
});

test('where some stores are deleted from, those that are missed are named, not the missing mechanism', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, retention: { deletionJob: { every: 1d, reaches: [crm] } } }
systems: { crm: { name: CRM, country: SG, encryption: { atRest: true } }, lake: { name: Lake, country: SG, encryption: { atRest: true } } }
data: { contact: { category: contact.phone, subject: customer, system: [crm, lake], grade: L2 } }
purposes: { handle: { category: claims.dispute, basis: { cn: contract }, retention: { keep: 1y, then: delete } } }
start: read
steps: { read: { name: Read phone, type: task, purpose: handle, collects: [contact], end: true } }
`;
  expect(await findingsIn(text)).toEqual([
    'xcheck/deletion-reaches-all-stores at example/data/contact',
  ]);
});

test('a store that the search for requests misses is not also one that corrections miss', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, rights: { cn: { covered: [access_copy, correct, supplement, erase, restrict_refuse, explain_rules, deceased_relatives], searches: [crm] } } }
systems: { crm: { name: CRM, country: SG, encryption: { atRest: true } }, lake: { name: Lake, country: SG, encryption: { atRest: true } } }
data: { contact: { category: contact.phone, subject: customer, system: [crm, lake], grade: L2 } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'xcheck/rights-search-covers-all-stores at example/organization/rights/cn/searches',
  ]);
});

test('a bare store of sensitive data is found by the stricter rule only, also at level 3', async () => {
  const security =
    'security: { policies: true, deidentification: false, accessControl: { multiFactor: true }, auditLog: true, integrity: true, backup: { every: 1d }, residualDataClearing: true }';
  const text = (
    category: string,
  ) => `organization: { ${scope}, persons: { total: 380000 }, ${security}, records: { networkLogs: { keep: 6mo } } }
systems: { files: { name: File server, country: CN, encryption: { atRest: false, inTransit: false }, accessControl: false, certifications: [{ mlps: 3, evaluatedOn: 2026-05-20 }] } }
data: { report: { category: ${category}, subject: customer, system: files, grade: L3 } }
${end}`;
  expect(await findingsIn(text('contact.phone'))).toEqual([
    'pipl/security-baseline at example/systems/files/security',
  ]);
  // What level 3 asks beyond the stricter rule is a cause of its own: encryption in transit.
  expect(await findingsIn(text('health'))).toEqual([
    'mlps/level3-controls at example/systems/files/certifications',
    'pipl/sensitive-necessity at example/systems/files',
  ]);
});

test('no incident plan is one finding, not also notices, clocks, reports and the police', async () => {
  const text = `organization: { ${scope}, persons: { total: 2000000 }, breach: { cn: {} }, officers: { pipo: { name: Li Na, contactPublished: true, filedOn: 2025-08-20 } } }
subjects: { pupil: { type: child, ages: { min: 8, max: 12 } } }
data: { contact: { category: contact.phone, subject: pupil, grade: L3 } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual(['pipl/incident-plan at example/organization/breach/cn']);
});

test('an authority that nobody tells is one finding, not also an exception that is too wide', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, breach: { cn: { regulator: none, individuals: { when: high_risk } } } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/breach-immediate at example/organization/breach/cn',
  ]);
});

test('a start that waits for confirmation is one finding, whatever the graded clocks say', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, breach: { cn: { clockStart: confirmation, regulator: { within: immediately }, tiers: [{ level: larger, within: 4h }] } } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/breach-immediate at example/organization/breach/cn',
  ]);
});

test('hours that are too many for a grave incident are a matter of the graded clocks only', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, breach: { cn: { clockStart: discovery, regulator: { within: 72h }, tiers: [{ level: larger, within: 72h }] } } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual(['cninc/tiered-clock at example/organization/breach/cn']);
});

test('no final report beside graded clocks in time is found by its own rule only', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, breach: { cn: { clockStart: discovery, regulator: { within: immediately }, tiers: [{ level: larger, within: 4h }], finalReport: none } } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual([
    'cninc/final-report-30d at example/organization/breach/cn/finalReport',
  ]);
});

test('a vendor without a contract is one finding, not also one without a time to tell us', async () => {
  const text = `organization: { ${scope}, persons: { total: 2000000 }, officers: { pipo: { name: Li Na, contactPublished: true, filedOn: 2025-08-20 } } }
recipients: { hotline: { role: processor, contract: none } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/entrusted-contract at example/recipients/hotline/contract',
  ]);
});

test('no audit is found by the rule on minors where minors are among the persons', async () => {
  const text = (age: number) => `organization: { ${scope}, persons: { total: 380000 }, audit: none }
subjects: { caller: { type: customer, ages: { min: ${String(age)} } } }
data: { contact: { category: contact.phone, subject: caller, grade: L3 } }
${purpose}${end}`;
  expect(await findingsIn(text(18))).toEqual([
    'pipl/compliance-audit at example/organization/audit',
  ]);
  expect(await findingsIn(text(17))).toEqual([
    'cnaudit/minors-annual at example/organization/audit',
  ]);
});

test('no audit is one finding, not also a missing answer to one that is ordered', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000, sensitive: 200000 }, audit: none }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual(['pipl/compliance-audit at example/organization/audit']);
});

test('at exactly ten million the duties of important data begin and the two-year audit does not', async () => {
  const text = (
    total: number,
  ) => `organization: { ${scope}, persons: { total: ${String(total)} }, audit: { every: 36mo, last: 2026-05-20 }, officers: { pipo: { name: Li Na, contactPublished: true, filedOn: 2025-08-20 }, dataSecurityHead: none, dataSecurityBody: none } }
${purpose}${end}`;
  expect(await findingsIn(text(9_999_999))).toEqual([]);
  expect(await findingsIn(text(10_000_000))).toEqual([
    'ndr/ten-million-duties at example/organization/officers',
  ]);
  expect(await findingsIn(text(10_000_001))).toEqual([
    'ndr/ten-million-duties at example/organization/officers',
    'pipl/compliance-audit at example/organization/audit',
  ]);
});

test('no way to complain is one finding, not also a complaint that nobody closes', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, service: { kinds: [online_shop] }, consumer: { complaint: none } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual([
    'ndr/complaint-channel at example/organization/consumer/complaint',
  ]);
});

test('data without grades are one finding, not also a gap in basic security', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, security: { policies: true, classification: false, encryption: { atRest: true } } }
data: { contact: { category: contact.phone, subject: customer } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'dsl/data-classification at example/organization/security/classification',
  ]);
});

test('a refusal to a minor without reasons is one finding where it comes in writing', async () => {
  const text = `organization: { ${scope}, persons: { total: 380000 }, rights: { cn: { channels: [app], owner: desk, refusal: { reasons: false, form: written } } } }
subjects: { pupil: { type: child, ages: { min: 8, max: 12 } } }
data: { contact: { category: contact.phone, subject: pupil, grade: L3 } }
${purpose}${end}`;
  expect(await findingsIn(text)).toEqual([
    'pipl/rights-refusal-reasons at example/organization/rights/cn/refusal',
  ]);
});

test('a controller from abroad whose site can merely be reached owes no representative', async () => {
  const text = (
    market: string,
  ) => `organization: { role: controller, establishments: [SG], markets: [${market}], reach: { site: "https://example.com", visitors: [{ region: CN, perYear: 9000 }] }, representatives: { cn: none }, persons: { total: 380000 } }
${purpose}${end}`;
  expect(await findingsIn(text('SG'))).toEqual([]);
  expect(await findingsIn(text('CN'))).toEqual([
    'pipl/offshore-representative at example/organization/representatives/cn',
  ]);
});
