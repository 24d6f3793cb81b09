import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnalysisResult } from '../../core/src/audit/analysis-result.ts';
import { validateShape } from '../../core/src/schema/validate.ts';
import { flowaudit, repository } from './command.ts';
import { scratch } from './scratch.ts';

const sample = path.join(repository, 'samples/complaint-handling/declared');

async function analyse(...args: readonly string[]): Promise<AnalysisResult> {
  const { stdout, stderr, exitCode } = await flowaudit(
    ['analyze', sample, '--format', 'json', ...args],
    { cwd: repository },
  );
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as AnalysisResult;
}

describe('flowaudit analyze', () => {
  test('prints a result that its published schema describes, the same every time', async () => {
    const [one, other] = await Promise.all([analyse(), analyse()]);
    expect(validateShape('AnalysisResult', one)).toEqual([]);
    expect(one).toEqual(other);
  });

  test('says the numbers of the complaint process', async () => {
    const [process] = (await analyse()).processes;
    expect((process?.time.meanUncappedSeconds ?? 0) / 60).toBeCloseTo(67.7, 2);
    const frontline = process?.roles.find(({ id }) => id === 'frontline');
    expect(Math.round(frontline?.needHoursPerDay ?? 0)).toBe(352);
    expect(frontline?.offeredHoursPerDay).toBe(336);
    expect(frontline?.verdict).toBe('tooFew');
    const visits = new Map(process?.steps.map(({ id, visitsUncapped }) => [id, visitsUncapped]));
    expect(visits.get('auto_reply')).toBeCloseTo(0.55, 9);
    expect(visits.get('handle')).toBeCloseTo(0.571, 3);
    const availability = process?.slas.find(({ id }) => id === 'availability');
    expect(availability).toMatchObject({ verdict: 'broken', rung: 'systems' });
  });

  test('speaks sentences an owner can repeat, in both languages', async () => {
    const zh = await flowaudit(['analyze', sample, '--locale', 'zh'], { cwd: repository });
    expect(zh.stdout).toContain(
      '“一线客服”每天需要 352 小时，排班只有 336 小时：即使不休息也做不完。',
    );
    expect(zh.stdout).toContain('67.70 分钟');
    const en = await flowaudit(['analyze', sample, '--locale', 'en'], { cwd: repository });
    expect(en.stdout).toContain('needs 352 h a day, and its seats give 336 h');
    expect(en.stdout).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  test('prints Markdown tables of one width', async () => {
    const { stdout } = await flowaudit(
      ['analyze', sample, '--format', 'markdown', '--locale', 'en'],
      { cwd: repository },
    );
    const rows = stdout.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(30);
    const cells = (row: string): number => row.replaceAll(String.raw`\|`, '').split('|').length;
    const heads = rows.flatMap((row, at) => {
      const next = rows[at + 1];
      return next?.startsWith('|---') === true ? [[cells(row), cells(next)] as const] : [];
    });
    expect(heads.length).toBeGreaterThan(4);
    expect(heads.filter(([head, line]) => head !== line)).toEqual([]);
  });

  test('what if: both columns, and what flips', async () => {
    const { whatIf, processes } = await analyse('--what-if', 'roles.frontline.onShift=18');
    expect(whatIf?.changes).toEqual([{ path: 'roles.frontline.onShift', from: '14', to: '18' }]);
    const of = (all: AnalysisResult['processes']): unknown =>
      all[0]?.roles.find(({ id }) => id === 'frontline');
    expect(of(processes)).toMatchObject({ verdict: 'tooFew', offeredHoursPerDay: 336 });
    // 352 h of 18 · 24 h
    expect(of(whatIf?.processes ?? [])).toMatchObject({
      verdict: 'enough',
      offeredHoursPerDay: 432,
    });
    expect(
      whatIf?.flips.map(({ of: kind, id, before, after }) => [kind, id, before, after]),
    ).toEqual([['role', 'frontline', 'tooFew', 'enough']]);
  });

  test('what if with several changes, and with the pointer of a finding', async () => {
    const { whatIf } = await analyse(
      '--what-if',
      '/slas/availability/target=99.9%',
      '--what-if',
      'steps.handle.time.wait=1min',
    );
    expect(whatIf?.flips.map(({ id, after }) => [id, after])).toEqual([['availability', 'met']]);
    expect(whatIf?.changes).toHaveLength(2);
  });

  test('leaves the files as they are', async () => {
    const file = path.join(sample, 'complaint-handling.process.yaml');
    const before = readFileSync(file, 'utf8');
    await analyse('--what-if', 'roles.frontline.onShift=18');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test.each([
    ['roles.frontlin.onShift=18', 'roles.frontline.onShift'],
    ['roles.frontline=18', 'No file has'],
    ['nothing', 'is no change'],
    ['roles.frontline.onShift=many', 'cannot stand'],
    ['volume.cases=12', 'cannot stand'],
  ])('refuses “%s” with exit 2', async (change, words) => {
    const { exitCode, stderr, stdout } = await flowaudit(['analyze', sample, '--what-if', change], {
      cwd: repository,
    });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  test('refuses a file that it could read in part only', async () => {
    const folder = scratch({
      'a.process.yaml':
        'apiVersion: flowaudit/v1\nkind: Process\nid: a\nname: A\nowner: o\nstart: s\nsteps:\n  s: { name: S, type: task, tme: 1, end: true }\n',
    });
    const { exitCode, stderr } = await flowaudit(['analyze', '.'], { cwd: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('flowaudit check');
  });

  test('says so where there is nothing to work out', async () => {
    const folder = scratch({
      'a.process.yaml':
        'apiVersion: flowaudit/v1\nkind: Process\nid: a\nname: A\nowner: o\nstart: s\nsteps:\n  s: { name: S, type: task, end: true }\n',
    });
    const { exitCode, stdout } = await flowaudit(['analyze', '.'], { cwd: folder });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing to work out');
  });
});
