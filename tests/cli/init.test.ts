import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flowaudit } from './command.ts';
import { scratch } from './scratch.ts';

describe('init', () => {
  test.each([
    ['en', 'returns', 'Verdict: pass.'],
    ['zh', '客户投诉', '结论：通过。'],
  ])('writes files in %s that pass a check as they are', async (locale, name, verdict) => {
    const cwd = scratch({});
    const written = await flowaudit(['init', name, '--locale', locale], { cwd });
    expect(written.exitCode).toBe(0);
    expect(written.stdout).toBe('');
    expect(readdirSync(path.join(cwd, name)).toSorted()).toEqual(
      ['flowaudit.yaml', 'organization.yaml', `${name}.process.yaml`].toSorted(),
    );
    const { exitCode, stdout } = await flowaudit(['check', name, '--locale', locale], { cwd });
    expect(stdout).toContain(verdict);
    expect(exitCode).toBe(0);
  });

  test('overwrites nothing: one file that is there stops it before it writes any', async () => {
    const cwd = scratch({ 'organization.yaml': 'mine: true\n' });
    const { exitCode, stdout, stderr } = await flowaudit(['init'], { cwd });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'flowaudit: organization.yaml exists already; nothing was written.\n',
    });
    expect(readdirSync(cwd)).toEqual(['organization.yaml']);
    expect(readFileSync(path.join(cwd, 'organization.yaml'), 'utf8')).toBe('mine: true\n');
  });
});
