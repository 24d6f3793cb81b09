import { expect, test } from 'vitest';
import { ConfigError } from '../core/src/workspace/config.ts';
import { auditFiles } from './memory-files.ts';

const process = `apiVersion: flowaudit/v1
kind: Process
id: small
version: "1.0"
name: Small process
owner: lead
roles:
  lead: { name: Lead, headcount: 1 }
start: receive
steps:
  receive:
    name: { zh: 受理, en: Reception }
    type: task
    role: lead
    sla: { within: 1h }
    end: true
`;

const rule = 'style/verb-object-names';

function waivers(entry: string): string {
  return `apiVersion: flowaudit/v1
kind: Waivers
waivers:
  - rule: ${rule}
    at: small/steps/receive
${entry}`;
}

const dated = waivers(`    reason: { zh: 沿用旧名, en: name kept from before }
    owner: lead
    approver: lead
    until: 2027-03-31
    timezone: Asia/Shanghai
`);

async function outcome(
  asOf: string,
  waiverFile: string,
): Promise<{ named: string | undefined; about: readonly string[] }> {
  const files = { 'small.process.yaml': process, 'waivers.yaml': waiverFile };
  const { result } = await auditFiles(files, { asOf });
  const named = result.findings.find((finding) => finding.rule === rule);
  if (named === undefined) throw new Error('the finding is always there');
  return {
    named: named.suppressed?.until,
    about: result.findings
      .filter((finding) => finding.rule.startsWith('suppressions/'))
      .map((finding) => `${finding.rule} ${finding.path} ${finding.pointer}`),
  };
}

const expired = ['suppressions/waiver-is-in-force waivers.yaml /waivers/0/until'];

test.each([
  ['2027-03-30', '2027-03-31', []],
  ['2027-03-31', '2027-03-31', []],
  ['2027-04-01', undefined, expired],
] as const)('on %s a waiver until 2027-03-31 gives %s', async (asOf, named, about) => {
  expect(await outcome(asOf, dated)).toEqual({ named, about });
});

test('a waived finding stays in the result with its reason, and the verdict may pass', async () => {
  const { result, exitCode } = await auditFiles({
    'small.process.yaml': process,
    'waivers.yaml': dated,
  });
  const waived = result.findings.find((finding) => finding.rule === rule);
  expect(waived?.suppressed).toEqual({
    by: 'waiver',
    reason: 'name kept from before',
    until: '2027-03-31',
  });
  expect(result.summary.findings.suppressed).toBe(1);
  expect(result.because).toEqual([]);
  expect(exitCode).toBe(0);
});

test('a waiver without a reason accepts nothing and is an error', async () => {
  const { named, about } = await outcome('2026-11-21', waivers('    until: 2027-03-31\n'));
  expect(named).toBe(undefined);
  expect(about).toEqual(['suppressions/waiver-gives-a-reason waivers.yaml /waivers/0/at']);
});

test('a reason of blanks is no reason', async () => {
  const blank = waivers('    reason: "  "\n    until: 2027-03-31\n');
  expect((await outcome('2026-11-21', blank)).named).toBe(undefined);
});

test('a waiver that matches no finding is a finding', async () => {
  const elsewhere = dated.replace('small/steps/receive', 'small/steps/receiv');
  expect((await outcome('2026-11-21', elsewhere)).about).toEqual([
    'suppressions/waiver-matches-a-finding waivers.yaml /waivers/0/at',
  ]);
});

test('a waiver covers what is below its place, not what only begins alike', async () => {
  const above = dated.replace('small/steps/receive', 'small/steps');
  expect((await outcome('2026-11-21', above)).named).toBe('2027-03-31');
  const alike = dated.replace('small/steps/receive', 'small/steps/rec');
  expect((await outcome('2026-11-21', alike)).named).toBe(undefined);
});

test('a waiver for a process that is not audited is left alone', async () => {
  const other = dated.replace('small/steps/receive', 'other/steps/receive');
  expect((await outcome('2026-11-21', other)).about).toEqual([]);
});

test('waivers speak for their own folder and below only', async () => {
  const { result } = await auditFiles({
    'a/small.process.yaml': process,
    'a/waivers.yaml': dated,
    'b/small.process.yaml': process,
  });
  const open = result.findings.filter((finding) => finding.suppressed === undefined);
  expect(open.map((finding) => finding.path)).toEqual(['b/small.process.yaml']);
});

test.each([
  [
    'a rule that does not exist',
    dated.replace(rule, 'style/verb-object-nams'),
    /waivers\.yaml:4:11: .*style\/verb-object-names/,
  ],
  ['an entry without an end', waivers('    reason: kept\n'), /waivers\.yaml:4:.*until/],
  ['a syntax fault', `${dated}    owner：lead\n`, /waivers\.yaml:11:10: /],
])('%s stops the run at its place', async (_, file, message) => {
  const run = auditFiles({ 'small.process.yaml': process, 'waivers.yaml': file });
  const error: unknown = await run.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  expect(error instanceof ConfigError && error.sentence('en')).toMatch(message);
});
