import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { flowaudit, launcher } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess } from './texts.ts';

const files = { 'refund.process.yaml': faultyProcess, 'flowaudit.yaml': config };
const shell = promisify(execFile);
const escape = '\u001b[';

test('data goes to stdout and all else to stderr', async () => {
  const cwd = scratch({
    ...files,
    'node_modules/x/x.process.yaml': 'id: x\n',
    '.hidden/y.yaml': 'a: 1\n',
  });
  const [text, json, report] = await Promise.all([
    flowaudit(['check'], { cwd }),
    flowaudit(['check', '--format', 'json'], { cwd }),
    flowaudit(['report', '--output', 'report.pdf'], { cwd }),
  ]);
  const note =
    '2 folders or links were not entered (node_modules, dot folders, links that lead outside).\n';
  expect(text.stdout).toMatch(/^refund\.process\.yaml:7:48: error: /);
  expect(text.stderr).toBe(note);
  expect(JSON.parse(json.stdout)).toHaveProperty('kind', 'AuditResult');
  expect(json.stderr).toBe(note);
  expect(report.stdout).toBe('');
  expect(report.stderr).toBe(`${note}Wrote report.pdf.\n`);
});

test('a link that leaves the folder is not followed, and one is said in Chinese', async () => {
  const cwd = scratch(files);
  writeFileSync(path.join(cwd, '../outside.process.yaml'), 'id: x\n');
  mkdirSync(path.join(cwd, 'inside'));
  symlinkSync('../../outside.process.yaml', path.join(cwd, 'inside/link.process.yaml'));
  const { stdout, stderr } = await flowaudit(['check', '--locale', 'zh'], { cwd });
  expect(stderr).toBe(
    '有 1 个文件夹或链接未进入（node_modules、以点开头的文件夹、指向外部的链接）。\n',
  );
  expect(stdout).not.toContain('link.process.yaml');
});

test('a link back up is walked once and does not go round for ever', async () => {
  const cwd = scratch({ ...files, 'sub/good.process.yaml': goodProcess });
  symlinkSync('..', path.join(cwd, 'sub/up'));
  const { exitCode, stdout } = await flowaudit(['check'], { cwd });
  expect(stdout).toContain('Files: 3 checked, 0 skipped, 0 failed.');
  expect(exitCode).toBe(1);
});

describe('colour', () => {
  test('is not there without a terminal, even where a program is told to force it', async () => {
    const env = { FORCE_COLOR: '1', TERM: 'xterm-256color' };
    const { stdout } = await flowaudit(['check'], { cwd: scratch(files), env });
    expect(stdout).toContain('error');
    expect(stdout).not.toContain(escape);
  });

  /** Runs the command on a terminal that `script` makes. */
  async function onTerminal(env: Readonly<Record<string, string>>): Promise<string> {
    const command = `"${process.execPath}" "${launcher}" check || true`;
    const { stdout } = await shell('script', ['-qec', command, '/dev/null'], {
      cwd: scratch(files),
      env: { PATH: process.env['PATH'], TERM: 'xterm-256color', ...env },
    });
    expect(stdout).toContain('refund.process.yaml');
    return stdout;
  }

  const hasScript = process.platform === 'linux' && existsSync('/usr/bin/script');
  test.runIf(hasScript)('is there on a terminal, and not with NO_COLOR', async () => {
    expect(await onTerminal({})).toContain(`${escape}31m`);
    expect(await onTerminal({ NO_COLOR: '1' })).not.toContain(escape);
  });
});

describe('a reader that stops reading is no error', () => {
  /** More output than a pipe holds, so that the command still writes when its reader has gone. */
  const steps = Array.from(
    { length: 1500 },
    (_, index) => `  s${String(index)}: { type: end, role: nobody }\n`,
  );
  const large = `${faultyProcess}${steps.join('')}`;

  test.each([
    'check',
    'check --format json',
    'rules list',
    'explain structure/every-reference-resolves',
  ])('%s | head -c 10', async (args) => {
    const cwd = scratch({ ...files, 'large.process.yaml': large });
    const command = `"${process.execPath}" "${launcher}" ${args} | head -c 10; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await shell('bash', ['-c', command], { cwd });
    expect(stderr).toBe('');
    expect(stdout).toHaveLength('1234567890'.length + '1\n'.length);
    expect(stdout.endsWith(args.startsWith('check') ? '1\n' : '0\n')).toBe(true);
  });
});
