import { describe, expect, test } from 'vitest';
import { flowaudit } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess, undecidedProcess } from './texts.ts';

const head = 'apiVersion: flowaudit/v1\nkind: Config\n';

describe('a wrong flowaudit.yaml ends with exit code 2, one line that says where, and no result', () => {
  test.each([
    [
      'a key that does not exist',
      `${config}inclde: [a]\n`,
      '7:1: “inclde” ',
      'Did you mean “include”?',
    ],
    [
      'a rule that does not exist',
      `${head}rules:\n  structure/every-reference-resolved: error\n`,
      '4:3: there is no rule “structure/every-reference-resolved”. ',
      'The nearest is “structure/every-reference-resolves”.',
    ],
    [
      'a folder without rules',
      `${head}rules:\n  nothing/*: off\n`,
      '4:3: there is no rule “nothing/*”.',
      '',
    ],
    [
      'a ruleset that does not exist',
      `${head}rulesets: [recomended]\n`,
      '3:12: there is no ruleset “recomended”. ',
      'The nearest is “recommended”.',
    ],
    ['a ruleset nobody can guess', `${head}rulesets: [q]\n`, '3:12: there is no ruleset “q”.', ''],
    [
      'a severity that does not exist',
      `${head}rules: { a/b: fatal }\n`,
      '3:15: “fatal” ',
      'warning',
    ],
    ['a gate nobody knows', `${head}gate: { failOn: always }\n`, '3:17: “always” ', 'never'],
    ['a language nobody knows', `${head}locale: fr\n`, '3:9: “fr” ', 'zh, en'],
    ['a day that no calendar has', `${head}asOf: 2026-02-30\n`, '3:7: “2026-02-30” ', ''],
    [
      'a syntax error',
      `${head}rulesets: [recommended\nlocale: zh\n`,
      '3:11: The bracket “[” ',
      'never closed',
    ],
    [
      'a key that stands twice',
      `${head}locale: zh\nlocale: en\n`,
      '4:1: The key “locale” ',
      'twice',
    ],
    ['no header', 'rulesets: []\n', '1:1: a configuration begins with ', '“kind: Config”'],
    ['nothing in it', '', '1:1: This file is empty. ', ''],
    [
      'UTF-16',
      new Uint8Array(Buffer.from(`\ufeff${head}`, 'utf16le')),
      '1:1: This file is saved as UTF-16 LE',
      '',
    ],
  ])('%s', async (_, text, beginning, suggestion) => {
    const cwd = scratch({ 'refund.process.yaml': goodProcess, 'flowaudit.yaml': text });
    const { exitCode, stdout, stderr } = await flowaudit(['check'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.startsWith(`flowaudit: flowaudit.yaml:${beginning}`)).toBe(true);
    expect(stderr).toContain(suggestion);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  test('an include that matches nothing', async () => {
    const text = `${config}include: ["**/*.process.yaml", "**/*.proces.yaml"]\n`;
    const cwd = scratch({ 'refund.process.yaml': goodProcess, 'flowaudit.yaml': text });
    const { exitCode, stdout, stderr } = await flowaudit(['check'], { cwd });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'flowaudit: flowaudit.yaml: include “**/*.proces.yaml” matches no file.\n',
    });
  });

  test('in a folder below the one that was named', async () => {
    const cwd = scratch({
      'sales/flowaudit.yaml': `${config}inclde: [a]\n`,
      'sales/refund.process.yaml': goodProcess,
    });
    const { exitCode, stderr } = await flowaudit(['check'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^flowaudit: sales\/flowaudit\.yaml:7:1: /);
  });

  test('in Chinese, where Chinese is asked for', async () => {
    const cwd = scratch({
      'refund.process.yaml': goodProcess,
      'flowaudit.yaml': `${head}rulesets: [q]\n`,
    });
    const { stderr } = await flowaudit(['check', '-l', 'zh'], { cwd });
    expect(stderr).toBe('flowaudit：flowaudit.yaml:3:12: 没有“q”这个规则集。\n');
  });
});

test('a wrong waiver file stops the run too: it might hide a finding, or fail to', async () => {
  const waivers = `apiVersion: flowaudit/v1
kind: Waivers
waivers:
  - { rule: structure/every-reference-resolved, at: refund, reason: known, until: 2026-12-31 }
`;
  const files = { 'refund.process.yaml': goodProcess, 'flowaudit.yaml': config };
  const cwd = scratch({ ...files, 'waivers.yaml': waivers });
  const { exitCode, stdout, stderr } = await flowaudit(['check'], { cwd });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^flowaudit: waivers\.yaml:4:\d+: [^\n]+\n$/);
});

test('--config stands for every flowaudit.yaml, also for a wrong one', async () => {
  const cwd = scratch({
    'sales/flowaudit.yaml': `${head}nonsense: 1\n`,
    'sales/refund.process.yaml': faultyProcess,
    'strict.yaml': config,
  });
  const { exitCode, stdout } = await flowaudit(['check', 'sales', '--config', 'strict.yaml'], {
    cwd,
  });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('[structure/every-reference-resolves]');
});

test('flowaudit.yaml sets severities, switches rules off, and leaves files out', async () => {
  const text = `${head}rulesets: []
rules: { structure/every-reference-resolves: info, sla/escalates-before-breach: warning, "sla/*": off }
exclude: ["archive/**"]
`;
  const cwd = scratch({
    'flowaudit.yaml': text,
    'ask.process.yaml': faultyProcess,
    'answer.process.yaml': undecidedProcess,
    'archive/old.process.yaml': faultyProcess,
  });
  const { exitCode, stdout } = await flowaudit(['check'], { cwd });
  const findings = stdout.split('\n').filter((line) => line.includes('['));
  expect(findings).toEqual([expect.stringMatching(/^ask\.process\.yaml:7:48: info: /)]);
  expect(stdout).toContain('Files: 3 checked, 1 skipped, 0 failed.');
  expect(exitCode).toBe(0);
});
