/**
 * Tests the runner and the test host themselves, with a stand-in for the extension:
 *
 *   node --test tests/extension/self-test.js
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { createVSIX } from '@vscode/vsce';

import { repository } from './launch.js';

const fixture = join(repository, 'tests', 'extension', 'fixture');
const directory = mkdtempSync(join(tmpdir(), 'flowaudit-self-test-'));
after(() => rmSync(directory, { recursive: true, force: true }));

const vsix = join(directory, 'fixture.vsix');
await createVSIX({
  cwd: join(fixture, 'extension'),
  packagePath: vsix,
  dependencies: false,
  skipLicense: true,
});

function run(suite, ...locales) {
  const args = [
    join(repository, 'tests', 'extension', 'run.js'),
    `--vsix=${vsix}`,
    `--suite=${join(fixture, suite)}`,
    `--workspace=${join(fixture, 'workspace')}`,
    ...locales.map((locale) => `--locale=${locale}`),
  ];
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const lastLine = result.stdout.trimEnd().split('\n').at(-1);
  return { code: result.status, lastLine, output: result.stdout + result.stderr };
}

test('a suite that passes in both languages ends with 0', () => {
  const { code, lastLine, output } = run('passing', 'en', 'zh-cn');
  assert.equal(code, 0, output);
  assert.match(lastLine, /^VS Code \d+\.\d+\.\d+: 12 passed, 0 failed$/);
});

test('a failed test and a test that never ends fail the run', () => {
  const { code, lastLine, output } = run('failing', 'en');
  assert.equal(code, 1, output);
  assert.match(lastLine, /^VS Code \d+\.\d+\.\d+: 1 passed, 2 failed$/);
});

test('a suite without tests fails the run', () => {
  const { code, lastLine, output } = run('empty', 'en');
  assert.equal(code, 1, output);
  assert.match(lastLine, /: 0 passed, 1 failed$/);
});

test('an extension host that ends by itself, even with 0, fails the run', () => {
  const { code, lastLine, output } = run('quitting', 'en');
  assert.equal(code, 1, output);
  assert.match(lastLine, /: 0 passed, 1 failed$/);
});
