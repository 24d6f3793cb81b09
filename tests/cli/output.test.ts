import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flowaudit } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess } from './texts.ts';

const files = { 'refund.process.yaml': goodProcess, 'flowaudit.yaml': config };
const inputText = 'refund.process.yaml is one of the checked files and is not overwritten.';
const foreignText =
  'notes.txt exists and is no output of flowaudit. Choose another name, or replace it with --force.';

describe('--output refuses what would lose something, with exit code 2 and one line', () => {
  test.each([
    ['a folder', ['--output', '.'], '. is a folder; name a file to write.'],
    ['a checked file', ['--output', 'refund.process.yaml'], inputText],
    [
      'a checked file under another name',
      ['--output', './sub/../refund.process.yaml'],
      './sub/../',
    ],
    [
      'a checked file, even with --force',
      ['--force', '--output', 'refund.process.yaml'],
      inputText,
    ],
    [
      'the configuration',
      ['--force', '--config', 'own.yaml', '--output', 'own.yaml'],
      'own.yaml is one',
    ],
    ['a foreign file', ['--output', 'notes.txt'], foreignText],
    ['a foreign file for JSON', ['--format', 'json', '--output', 'notes.txt'], foreignText],
    [
      'a name below a folder that is not there',
      ['--output', 'no/result.txt'],
      'no/result.txt cannot be written (ENOENT).',
    ],
    [
      'a name below a file',
      ['--output', 'notes.txt/result'],
      'notes.txt/result cannot be written (ENOTDIR).',
    ],
  ])('%s', async (_, args, sentence) => {
    const all = { ...files, 'notes.txt': 'my notes\n', 'own.yaml': config };
    const cwd = scratch(all);
    const { exitCode, stdout, stderr } = await flowaudit(['check', '.', ...args], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^flowaudit: [^\n]+\n$/);
    expect(stderr).toContain(sentence);
    expect(readdirSync(cwd).toSorted()).toEqual(Object.keys(all).toSorted());
    for (const [name, text] of Object.entries(all)) {
      expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(text);
    }
  });

  test('a checked file behind a link, even with --force', async () => {
    const cwd = scratch(files);
    symlinkSync('refund.process.yaml', path.join(cwd, 'result.txt'));
    const { exitCode } = await flowaudit(['check', '--force', '--output', 'result.txt'], { cwd });
    expect(exitCode).toBe(2);
    expect(readFileSync(path.join(cwd, 'refund.process.yaml'), 'utf8')).toBe(goodProcess);
  });

  test('for a report as for a check, in Chinese', async () => {
    const cwd = scratch({ ...files, 'report.pdf': 'not made by us\n' });
    const args = ['report', '--output', 'report.pdf', '--locale', 'zh'];
    const { exitCode, stderr } = await flowaudit(args, { cwd });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'flowaudit：report.pdf 已存在，且不是 flowaudit 生成的文件。请换个名称，或用 --force 替换。\n',
    });
  });
});

describe('--output writes', () => {
  test('exactly what would be printed, and says so on stderr', async () => {
    const cwd = scratch({ ...files, 'refund.process.yaml': faultyProcess });
    const [printed, written] = await Promise.all([
      flowaudit(['check', '--format', 'json'], { cwd }),
      flowaudit(['check', '--format', 'json', '--output', 'result.json'], { cwd }),
    ]);
    expect(readFileSync(path.join(cwd, 'result.json'), 'utf8')).toBe(printed.stdout);
    expect(written).toEqual({ exitCode: 1, stdout: '', stderr: 'Wrote result.json.\n' });
  });

  test.each(['text', 'json'])(
    '%s again over its own result, and over an empty file',
    async (format) => {
      const cwd = scratch({ ...files, 'result.txt': '' });
      const run = (): Promise<unknown> =>
        flowaudit(['check', '--format', format, '--output', 'result.txt'], { cwd });
      const success = { exitCode: 0, stdout: '', stderr: 'Wrote result.txt.\n' };
      expect(await run()).toEqual(success);
      expect(await run()).toEqual(success);
      expect(readdirSync(cwd).toSorted()).toEqual([
        'flowaudit.yaml',
        'refund.process.yaml',
        'result.txt',
      ]);
    },
  );

  test('over a foreign file with --force', async () => {
    const cwd = scratch({ ...files, 'notes.txt': 'my notes\n' });
    const { exitCode } = await flowaudit(['check', '--force', '--output', 'notes.txt'], { cwd });
    expect(exitCode).toBe(0);
    expect(readFileSync(path.join(cwd, 'notes.txt'), 'utf8')).toMatch(/^FlowAudit \d/);
  });

  test('through a link, which stays a link', async () => {
    const cwd = scratch({ ...files, 'results/latest.txt': '' });
    symlinkSync('results/latest.txt', path.join(cwd, 'result.txt'));
    await flowaudit(['check', '--output', 'result.txt'], { cwd });
    expect(readFileSync(path.join(cwd, 'results/latest.txt'), 'utf8')).toMatch(/^FlowAudit \d/);
    expect(readFileSync(path.join(cwd, 'result.txt'), 'utf8')).toMatch(/^FlowAudit \d/);
  });

  // As root, replacing the device by a file would take it from everybody.
  test('into a device, which stays a device', async () => {
    const cwd = scratch(files);
    const { exitCode } = await flowaudit(['check', '--output', '/dev/null'], { cwd });
    expect(exitCode).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a report beside the files that were checked, under its own name', async () => {
    const cwd = scratch(files);
    const { exitCode, stdout, stderr } = await flowaudit(['report'], { cwd });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'Wrote flowaudit-report.pdf.\n',
    });
    const report = path.join(cwd, 'flowaudit-report.pdf');
    expect(readFileSync(report).subarray(0, 5).toString()).toBe('%PDF-');
    writeFileSync(path.join(cwd, 'refund.process.yaml'), faultyProcess);
    expect((await flowaudit(['report'], { cwd })).exitCode).toBe(1);
  });
});
