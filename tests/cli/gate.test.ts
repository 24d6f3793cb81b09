import { describe, expect, test } from 'vitest';
import type { AuditResult } from '../../core/src/audit/audit-result.ts';
import { flowaudit } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess, undecidedProcess } from './texts.ts';

/** The exit code and the verdict of a check. */
async function check(
  process: string,
  settings: string,
  args: readonly string[] = [],
): Promise<readonly [exitCode: number, verdict: string, because: readonly string[]]> {
  const cwd = scratch({ 'refund.process.yaml': process, 'flowaudit.yaml': settings });
  const ended = await flowaudit(['check', '--format', 'json', ...args], { cwd });
  const result = JSON.parse(ended.stdout) as AuditResult; // its schema has its own test
  return [ended.exitCode, result.verdict, result.because.map(({ reason }) => reason)];
}

const rules = (severity: string): string => `apiVersion: flowaudit/v1
kind: Config
rulesets: []
rules: { structure/every-reference-resolves: ${severity}, sla/escalates-before-breach: ${severity} }
`;

test('nothing open gives 0 and pass', async () => {
  expect(await check(goodProcess, config)).toEqual([0, 'pass', []]);
});

describe('a finding closes the gate from the severity of --fail-on upwards', () => {
  test.each([
    ['error', [], 1],
    ['warning', [], 0],
    ['info', [], 0],
    ['error', ['--fail-on', 'error'], 1],
    ['error', ['--fail-on', 'warning'], 1],
    ['warning', ['--fail-on', 'error'], 0],
    ['warning', ['--fail-on', 'warning'], 1],
    ['info', ['--fail-on', 'warning'], 0],
    ['info', ['--fail-on', 'info'], 1],
    ['error', ['--fail-on', 'never'], 0],
  ])('%s %j gives %i, and the verdict stays fail', async (severity, args, exitCode) => {
    expect(await check(faultyProcess, rules(severity), args)).toEqual([
      exitCode,
      'fail',
      ['openFail'],
    ]);
  });

  test('failOn of flowaudit.yaml does the same, and --fail-on overrules it', async () => {
    const strict = `${rules('info')}gate: { failOn: info }\n`;
    expect(await check(faultyProcess, strict)).toEqual([1, 'fail', ['openFail']]);
    expect(await check(faultyProcess, strict, ['--fail-on', 'error'])).toEqual([
      0,
      'fail',
      ['openFail'],
    ]);
  });
});

test('what the format refuses is an error, and what could be read is judged all the same', async () => {
  const misspelt = `${faultyProcess}ownr: nobody\n`;
  const cwd = scratch({ 'refund.process.yaml': misspelt, 'flowaudit.yaml': rules('info') });
  const { exitCode, stdout } = await flowaudit(['check'], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /^refund\.process\.yaml:7:48: info: .*\[structure\/every-reference-resolves\]$/m,
  );
  expect(stdout).toMatch(
    /^refund\.process\.yaml:8:1: error: “ownr” .*\[format\/fields-match-the-format\]$/m,
  );
});

describe('undecided', () => {
  test.each([
    ['closes the gate at the severity of failOn', rules('error'), [], 1],
    ['below it leaves the gate open', rules('warning'), [], 0],
    ['below it closes the gate with --fail-on', rules('warning'), ['--fail-on', 'warning'], 1],
    ['may be allowed', `${rules('error')}gate: { undecided: allow }\n`, [], 0],
    ['never closes it with --fail-on never', rules('error'), ['--fail-on', 'never'], 0],
  ])('%s; the verdict stays undecided', async (_, settings, args, exitCode) => {
    const expected = [exitCode, 'undecided', ['undecided']];
    expect(await check(undecidedProcess, settings, args)).toEqual(expected);
  });

  test('allowed leaves a failure what it is', async () => {
    const settings = `${rules('error')}gate: { undecided: allow }\n`;
    expect(await check(faultyProcess, settings)).toEqual([1, 'fail', ['openFail']]);
  });
});

describe('an undeclared scope fact', () => {
  const purposes = `${goodProcess}data: { phone: { category: contact.phone, subject: customer } }
purposes:
  answer: { category: claims.dispute, basis: { cn: contract } }
`;
  const settings = `apiVersion: flowaudit/v1
kind: Config
rulesets: []
rules: { pipl/legal-basis-missing: error }
`;

  test('closes the gate, however mild the finding about it', async () => {
    expect(await check(purposes, settings)).toEqual([1, 'undecided', ['undeclaredFact']]);
  });

  test('leaves it open where undecided is allowed, and nowhere passes', async () => {
    const allowing = `${settings}gate: { undecided: allow }\n`;
    expect(await check(purposes, allowing)).toEqual([0, 'undecided', ['undeclaredFact']]);
  });
});

test('a file that cannot be checked is above every gate', async () => {
  const cwd = scratch({ 'a.process.yaml': 'id: a\n', 'refund.process.yaml': goodProcess });
  const { exitCode } = await flowaudit(['check', '--fail-on', 'never'], { cwd });
  expect(exitCode).toBe(2);
});
