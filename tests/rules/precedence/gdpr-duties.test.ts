import { expect, test } from 'vitest';
import { parse } from '../../../core/src/document/parse.ts';
import { check } from '../../../core/src/engine/check.ts';
import { buildModel } from '../../../core/src/model/build.ts';
import { resourcesOf } from '../../../core/src/model/resource.ts';
import { library } from '../library.ts';

/** The rules on roles, processors, records, officers, security, breaches and assessments, and their neighbours. */
const topics =
  /^gdpr\/(?:role|joint|eu-rep|processor|sub-processor|staff|ropa|dpo|by-design|security|breach|dpia|prior|minimisation)/;

const header = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
`;
const end = `start: end
steps: { end: { name: End, type: end } }
`;

/** What those rules together find wrong, as `<rule> at <place>`. */
async function findingsIn(text: string): Promise<readonly string[]> {
  const [process] = resourcesOf(parse('example.process.yaml', header + text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.file.faults).toEqual([]);
  expect(process.faults).toEqual([]);
  const rules = [...library.rules.values()].filter(({ id }) => topics.test(id));
  expect(rules.length).toBeGreaterThan(20);
  const { results } = await check(buildModel({ process }), rules, library, '2026-11-21');
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    expect(checked.result.error).toBe(undefined);
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [`${finding.rule} at ${finding.place}`] : [],
    );
  });
}

/** An organisation that is in order; `more` adds to it. */
function organization(more = ''): string {
  return `organization:
  name: Example
  role: controller
  establishments: [DE]
  markets: [DE]
  publicBody: false
  records: { processing: true }
${more}`;
}

test('a processor without a contract is one finding, not also vendors of it and breaches that it may hide', async () => {
  const text = `${organization()}recipients:
  cloud: { role: processor, country: DE, contract: none, subProcessors: [host] }
  host: { role: sub_processor, country: DE, approval: none }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/processor-contract at example/recipients/cloud/contract',
  ]);
});

test('a processor in name only is told to declare its role, not to sign a contract as a processor', async () => {
  const text = `${organization()}recipients:
  analyst: { role: processor, country: DE, ownPurposes: [market research], contract: none, dueDiligence: none, subProcessors: [host] }
  host: { role: sub_processor, country: DE }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/role-undeclared at example/recipients/analyst/role',
  ]);
});

test('an authority that is never told is one finding, not also what the notice lacks', async () => {
  const text = `${organization(`  breach: { eu: { clockStart: awareness, regulator: none, register: true, individuals: { when: high_risk } } }
`)}purposes: { handle: { category: claims.dispute, basis: { eu: 6.1.b } } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/breach-notify-72h at example/organization/breach/eu/regulator',
  ]);
});

test('no assessment at all is one finding, not one for each purpose', async () => {
  const text = `${organization('  assessments: { dpia: none }\n')}purposes:
  lend: { category: credit.assessment, basis: { eu: 6.1.b } }
  watch: { category: hr.monitoring, basis: { eu: 6.1.f } }
start: a
steps:
  a: { name: Lend, type: automated, purpose: lend, automated: { effect: significant }, next: b }
  b: { name: Watch, type: automated, purpose: watch, automated: { effect: significant }, end: true }
`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/dpia-required at example/organization/assessments/dpia',
  ]);
});

test('a system without any protection is one finding, not also one that is open by default', async () => {
  const text = `${organization('  security: { encryption: none, deidentification: false, accessControl: { leastPrivilege: true } }\n')}systems: { notes: { name: Notes, accessControl: false } }
data: { contact: { category: contact.phone, subject: customer, system: notes } }
${end}`;
  expect(await findingsIn(text)).toEqual(['gdpr/security at example/systems/notes/security']);
});

test('staff without access control are one finding, and no gap in the security of special data as well', async () => {
  const text = `${organization(`  security: { instructions: true, confidentiality: true, accessControl: none, encryption: { atRest: true }, backup: { every: 1d }, testing: { every: 6mo } }
  training: { privacy: { every: 12mo } }
`)}data: { injury: { category: health, subject: patient } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/staff-instructions at example/organization/security',
  ]);
});

test('data that nobody needs are one finding, not also the access of a role to them', async () => {
  const text = `${organization()}roles:
  agent: { name: Agent }
  clerk: { name: Clerk, access: { level: read, data: [income] } }
data: { income: { category: financial.income, subject: customer } }
purposes: { handle: { category: claims.dispute, basis: { eu: 6.1.b } } }
start: a
steps: { a: { name: Ask, type: task, role: agent, purpose: handle, collects: [income], end: true } }
`;
  expect(await findingsIn(text)).toEqual(['gdpr/minimisation at example/data/income/category']);
});

test('a controller from abroad that tells one authority owes a representative and the other authorities', async () => {
  const text = `organization:
  name: Example
  role: controller
  establishments: [CN]
  markets: [DE, FR]
  records: { processing: true }
  representatives: { eu: none }
  breach: { eu: { clockStart: awareness, register: true, individuals: { when: high_risk }, regulator: { within: 72h, authority: CNIL, reasonsIfLate: true } } }
purposes: { handle: { category: claims.dispute, basis: { eu: 6.1.b } } }
${end}`;
  expect(await findingsIn(text)).toEqual([
    'gdpr/breach-authority-selection at example/organization/breach/eu/regulator/authority',
    'gdpr/eu-representative at example/organization/representatives/eu',
  ]);
});
