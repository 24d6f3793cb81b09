import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditResult } from '../../core/src/audit/audit-result.ts';
import { flowaudit, type Ended } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess } from './texts.ts';

interface Checked extends Ended {
  readonly result: AuditResult;
}

async function check(folder: string, ...args: readonly string[]): Promise<Checked> {
  const ended = await flowaudit(['check', '--format', 'json', ...args], { cwd: folder });
  return { ...ended, result: JSON.parse(ended.stdout) as AuditResult }; // its schema has its own test
}

/** What became of one file and, with it, of the run. */
function fateOf({ exitCode, stderr, result }: Checked, name: string): object {
  const [file] = result.files.filter(({ path: each }) => each === name);
  const { verdict } = result;
  return { status: file?.status, reason: file?.reason, exitCode, stderr, verdict };
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Could not be checked: one clear line, exit code 2, no stack trace and no pass. */
function failedBecause(reason: string): object {
  const line = expect.stringMatching(new RegExp(`^[^\\n]*${literal(reason)}[^\\n]*$`));
  return { status: 'failed', reason: line, exitCode: 2, stderr: '', verdict: 'undecided' };
}

/** Ten names for ten of the value before: more values than anybody writes. */
const bomb = `${goodProcess}x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
${Array.from({ length: 7 }, (_, index) => {
  const before = `*a${String(index)}`;
  const names = Array.from({ length: 10 }, () => before).join(', ');
  return `x-${String(index + 1)}: &a${String(index + 1)} [${names}]\n`;
}).join('')}`;

const utf16 = new Uint8Array(Buffer.from(`\ufeff${goodProcess}`, 'utf16le'));

/** With the name 客户投诉处理 as Windows saves it in China; Node itself only reads GB18030. */
const gb18030 = ((): Buffer => {
  const [before = '', after = ''] = goodProcess.split('Refund');
  const name = [0xbf, 0xcd, 0xbb, 0xa7, 0xcd, 0xb6, 0xcb, 0xdf, 0xb4, 0xa6, 0xc0, 0xed];
  return Buffer.concat([Buffer.from(before), Buffer.from(name), Buffer.from(after)]);
})();

const headerReason = 'must begin with “apiVersion: flowaudit/v1” and “kind:” with one of Process';

const badFiles: readonly (readonly [string, string | Uint8Array, string])[] = [
  [
    'binary',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff),
    'no text file but binary data',
  ],
  ['in UTF-16, low byte first', utf16, 'is saved as UTF-16 LE, not UTF-8'],
  ['in UTF-16, high byte first', new Uint8Array(Buffer.from(utf16).swap16()), 'saved as UTF-16 BE'],
  ['in GB18030', gb18030, 'GB18030'],
  [
    'in an encoding nobody knows',
    Buffer.from(`${goodProcess}# caf\xe9\n`, 'latin1'),
    'not saved as UTF-8',
  ],
  ['empty', '', 'This file is empty'],
  ['only white space', '\ufeff \n\n', 'This file is empty'],
  ['only comments', '# apiVersion: flowaudit/v1\n# kind: Process\n', 'This file is empty'],
  ['only a text', 'apiVersion flowaudit/v1\n', 'holds text but no “key: value” lines'],
  ['only a list', '- flowaudit/v1\n- Process\n', headerReason],
  ['without our header', 'id: refund\nname: Refund\n', headerReason],
  ['without a kind', goodProcess.replace('kind: Process\n', ''), headerReason],
  ['of a kind that does not exist', goodProcess.replace('Process', 'Proces'), headerReason],
  [
    'of another version',
    goodProcess.replace('v1', 'v2'),
    '“flowaudit/v2” is a version of the format',
  ],
  [
    'in two parts, one without header',
    `${goodProcess}---\nkind: Process\n`,
    'Part 2 does not begin',
  ],
  [
    'over 10 MB',
    `${goodProcess}#${'x'.repeat(10 * 1024 * 1024)}\n`,
    'has 10.1 MB; files of up to 10 MB',
  ],
  ['an alias bomb', bomb, 'stand for more than 100000 values'],
  [
    'nested over 100 levels',
    `${goodProcess}x-deep: ${'['.repeat(100)}${']'.repeat(100)}\n`,
    'more than 100 levels',
  ],
];

describe('a file with one of our names', () => {
  test.each(badFiles)('that is %s fails, and the run with it', async (_, content, reason) => {
    const folder = scratch({ 'refund.process.yaml': content, 'flowaudit.yaml': config });
    expect(fateOf(await check(folder), 'refund.process.yaml')).toEqual(failedBecause(reason));
  });

  test('that cannot be checked is one line of the text output, which names it first', async () => {
    const files = badFiles.map(([, content], index) => [`${String(index)}.process.yaml`, content]);
    const folder = scratch({ ...Object.fromEntries(files), 'flowaudit.yaml': config });
    const { exitCode, stdout, stderr } = await flowaudit(['check'], { cwd: folder });
    const lines = stdout.split('\n').slice(0, badFiles.length + 1);
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(line).toMatch(/^\d+\.process\.yaml: not checked: \S.*\.$/);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
  });

  test('that is a link in a circle fails: no access rights let anybody read it', async () => {
    const folder = scratch({});
    symlinkSync('refund.process.yaml', path.join(folder, 'refund.process.yaml'));
    expect(fateOf(await check(folder), 'refund.process.yaml')).toEqual(
      failedBecause('cannot be read (ELOOP)'),
    );
  });

  test('that is a link to nothing fails', async () => {
    const folder = scratch({});
    symlinkSync('moved-away.yaml', path.join(folder, 'refund.process.yaml'));
    expect(fateOf(await check(folder), 'refund.process.yaml')).toEqual(
      failedBecause('does not exist'),
    );
  });

  test('exactly at a limit is checked: 10 MB, 100 levels', async () => {
    const size = 10 * 1024 * 1024 - goodProcess.length - 2;
    const deep = `x-deep: ${'['.repeat(99)}${']'.repeat(99)}\n`;
    const folder = scratch({
      'large.process.yaml': `${goodProcess}#${'x'.repeat(size)}\n`,
      'deep.process.yaml': goodProcess + deep,
      'flowaudit.yaml': config,
    });
    const { exitCode, result } = await check(folder);
    expect(result.files.map(({ status }) => status)).toEqual(['checked', 'checked', 'checked']);
    expect(exitCode).toBe(0);
  });
});

describe('a named file', () => {
  test('that does not exist fails', async () => {
    const folder = scratch({});
    expect(fateOf(await check(folder, 'nowhere.yaml'), 'nowhere.yaml')).toEqual(
      failedBecause('The file does not exist.'),
    );
  });

  test('of any name fails without our header', async () => {
    const folder = scratch({ 'notes.yaml': 'title: Notes\n' });
    expect(fateOf(await check(folder, 'notes.yaml'), 'notes.yaml')).toEqual(
      failedBecause(headerReason),
    );
  });

  test('is checked also where a walk leaves it out', async () => {
    const excluding = `${config}exclude: [archive/**]\n`;
    const folder = scratch({
      'flowaudit.yaml': excluding,
      'refund.process.yaml': goodProcess,
      'archive/old.process.yaml': faultyProcess,
    });
    const { exitCode, result } = await check(folder, '.', 'archive/old.process.yaml');
    const [old] = result.files;
    expect(old).toMatchObject({ path: 'archive/old.process.yaml', status: 'checked' });
    expect(exitCode).toBe(1);
  });
});

describe('a walked YAML file of another name', () => {
  const others = { 'refund.process.yaml': goodProcess, 'flowaudit.yaml': config };

  test('without our header is skipped, and the run goes on', async () => {
    const folder = scratch({ ...others, 'notes.yaml': 'title: Notes\n', 'broken.yml': 'a: [\n' });
    const { exitCode, result } = await check(folder);
    const reason = 'Not a FlowAudit file: it does not begin with “apiVersion: flowaudit/v1”.';
    expect(result.files.map(({ path: name, status }) => [name, status])).toEqual([
      ['broken.yml', 'skipped'],
      ['flowaudit.yaml', 'checked'],
      ['notes.yaml', 'skipped'],
      ['refund.process.yaml', 'checked'],
    ]);
    expect(result.files.flatMap((file) => file.reason ?? [])).toEqual([reason, reason]);
    expect(result.summary.files).toEqual({ checked: 2, skipped: 2, failed: 0 });
    expect(exitCode).toBe(0);
  });

  test.each([
    ['with our header, of a wrong kind', goodProcess.replace('Process', 'Proces'), headerReason],
    ['with our header, in GB18030', gb18030, 'GB18030'],
    ['with our header, in UTF-16', utf16, 'UTF-16 LE'],
  ])('%s, fails: its author means it to be checked', async (_, content, reason) => {
    const folder = scratch({ ...others, 'complaint.yaml': content });
    expect(fateOf(await check(folder), 'complaint.yaml')).toEqual(failedBecause(reason));
  });

  test('with our header is checked', async () => {
    const folder = scratch({ 'flowaudit.yaml': config, 'complaint.yml': faultyProcess });
    const { result } = await check(folder);
    expect(result.findings.map(({ path: name }) => name)).toEqual(['complaint.yml']);
  });
});

test('what is wrong with one file hides no finding of another; the highest exit code wins', async () => {
  const folder = scratch({
    'a.process.yaml': '',
    'b.process.yaml': faultyProcess,
    'flowaudit.yaml': config,
  });
  const { exitCode, result } = await check(folder);
  const { stdout } = await flowaudit(['check'], { cwd: folder });
  expect(stdout).toContain('a.process.yaml: not checked: This file is empty.');
  expect(stdout).toContain('b.process.yaml:7:48: error: ');
  expect(exitCode).toBe(2);
  expect(result.verdict).toBe('fail');
  expect(result.because.map(({ reason }) => reason)).toEqual(['openFail', 'failedFile']);
});

test('a syntax fault is a finding of a checked file, and other steps are still judged', async () => {
  const folder = scratch({
    'refund.process.yaml': faultyProcess.replace('name: Refund', 'name: "Refund'),
    'flowaudit.yaml': config,
  });
  const { exitCode, result } = await check(folder);
  expect(result.files.map(({ status }) => status)).toEqual(['checked', 'checked']);
  expect(result.findings.map(({ rule }) => rule)).toContain('format/yaml-is-well-formed');
  expect(exitCode).toBe(1);
});

test('what cannot be checked is said in Chinese too', async () => {
  const folder = scratch({ 'refund.process.yaml': 'id: refund\n' });
  const { exitCode, stdout } = await flowaudit(['check', '--locale', 'zh'], { cwd: folder });
  expect(exitCode).toBe(2);
  expect(stdout.split('\n')[0]).toBe(
    'refund.process.yaml: 未检查：文件须以“apiVersion: flowaudit/v1”开头，并写明“kind:”，取值为 Process、Organization、Evidence、Waivers、Config 之一。',
  );
});

describe('nothing to check', () => {
  const sentence =
    'flowaudit: there is nothing to check: no process or organisation file was found.\n';
  test.each([
    ['a folder without files', {}],
    ['a folder with foreign files only', { 'notes.yaml': 'title: Notes\n', 'readme.txt': 'x' }],
    ['a configuration without a process', { 'flowaudit.yaml': config }],
  ])('%s ends with exit code 2 and no result', async (_, files: Record<string, string>) => {
    const folder = scratch(files);
    const { exitCode, stdout, stderr } = await flowaudit(['check', '--format', 'json'], {
      cwd: folder,
    });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: sentence });
  });

  test('also for a report, which is not written', async () => {
    const folder = scratch({});
    const { exitCode, stderr } = await flowaudit(['report', '--locale', 'zh'], { cwd: folder });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'flowaudit：没有可检查的内容：未找到流程文件或组织文件。\n',
    });
  });
});
