import { describe, expect, test } from 'vitest';
import type { CoverageTable } from '../../core/src/ruleset/coverage-table.ts';
import { flowaudit, repository } from './command.ts';

const run = (...args: readonly string[]) => flowaudit(['coverage', ...args], { cwd: repository });

async function tableOf(law: string): Promise<CoverageTable> {
  const { stdout, stderr, exitCode } = await run('--law', law, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as CoverageTable; // our own output
}

describe('flowaudit coverage', () => {
  test.each([
    ['pipl', 74],
    ['gdpr', 99],
  ])('of %s adds up to its %i articles', async (law, articles) => {
    const { counts, rows } = await tableOf(law);
    const sum = Object.values(counts).reduce((total, each) => total + each, 0);
    expect(sum).toBe(articles);
    expect(rows.reduce((total, { count }) => total + count, 0)).toBe(articles);
  });

  test('takes the name that rules use', async () => {
    expect((await tableOf('PIPL')).law).toBe('pipl');
  });

  test('says in Chinese how an article is looked at, by which rules and by whom', async () => {
    const { stdout, exitCode } = await run('--law', 'pipl', '--locale', 'zh');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('全法共 74 条：');
    expect(stdout).toMatch(/^15 +自动检查 +pipl\/consent-withdrawal/m);
    expect(stdout).toMatch(/^8 +人工核查 +个人信息是否准确、完整/m);
    expect(stdout).toContain('由谁核查：个人信息保护负责人或者数据保护官、客户服务部门');
  });

  test('says so where the number of articles is not known', async () => {
    const { stdout } = await run('--law', 'csl', '--locale', 'en');
    expect(stdout).toContain('The number of articles is not known for certain.');
  });

  test('marks rules that were not checked against the primary text', async () => {
    const { stdout } = await run('--law', 'pipl');
    expect(stdout).toContain('pipl/hr-basis-preconditions*');
    expect(stdout).toContain('* Not checked against the primary text.');
  });

  test('without a law gives an overview of all', async () => {
    const { stdout } = await run('--format', 'json');
    const { laws, others } = JSON.parse(stdout) as {
      laws: readonly CoverageTable[];
      others: readonly { name: string }[];
    }; // our own output
    expect(laws.map(({ law }) => law)).toEqual(expect.arrayContaining(['pipl', 'gdpr', 'ccpa']));
    expect(others.map(({ name }) => name)).toContain('GB/T 47746-2026');
    const text = await run('--locale', 'zh');
    expect(text.stdout).toContain('中华人民共和国个人信息保护法');
    expect(text.stdout).toContain('任何一种状态都不表示已经符合法律');
  });

  test.each(['text', 'markdown'])('never calls anything compliant, as %s', async (format) => {
    for (const args of [['--law', 'pipl'], ['--law', 'gdpr'], []]) {
      const { stdout } = await run(...args, '--format', format);
      expect(stdout).not.toMatch(/\bcompliant\b|\{\w+\}|undefined/i);
    }
  });

  test('prints Markdown tables of one width', async () => {
    const { stdout } = await run('--law', 'gdpr', '--format', 'markdown');
    const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(40);
    const widths = new Set(rows.map((row) => row.split('|').length));
    expect(widths).toEqual(new Set([5, 7]));
  });

  test('names the laws there are when asked for another', async () => {
    const { stderr, exitCode } = await run('--law', 'hipaa');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no law “hipaa”');
    expect(stderr).toContain('pipl');
  });
});
