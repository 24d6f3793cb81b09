import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launcher, runNode } from './command.ts';
import { scratch } from './scratch.ts';
import { config, goodProcess } from './texts.ts';

test('the launcher without a build says what to do', async () => {
  const cwd = scratch({ 'package.json': '{ "type": "module" }' });
  mkdirSync(path.join(cwd, 'bin'));
  copyFileSync(launcher, path.join(cwd, 'bin/flowaudit.js'));
  expect(await runNode(['bin/flowaudit.js', 'check'], { cwd })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'flowaudit: not built yet; run "npm run build" first.\n',
  });
});

test('a fault of our own is exit code 3, with the text that we need and nothing decided', async () => {
  const cwd = scratch({ 'refund.process.yaml': goodProcess, 'flowaudit.yaml': config });
  const broken = 'data:text/javascript,JSON.stringify = () => { throw new Error("out of order"); }';
  const args = ['--import', broken, launcher, 'check', '--format', 'json', '--locale', 'zh'];
  const { exitCode, stdout, stderr } = await runNode(args, { cwd });
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
  const [first, second, third] = stderr.split('\n');
  expect(first).toBe('flowaudit 自身发生故障，未得出任何结论。请反馈以下内容：');
  expect(second).toBe('Error: out of order');
  expect(third).toMatch(/^ {4}at /);
});
