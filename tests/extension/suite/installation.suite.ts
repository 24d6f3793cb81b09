import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { test } from './runner.ts';

test('the extension under test is the installed package and activates', async () => {
  const extension = vscode.extensions.getExtension('flowaudit.flowaudit');
  assert.ok(extension, 'flowaudit.flowaudit is not installed');
  assert.match(extension.extensionPath, /flowaudit\.flowaudit-/);
  await extension.activate();
  assert.equal(extension.isActive, true);
});

test('VS Code runs in the language the suite was started for', () => {
  assert.equal(vscode.env.language, process.env['FLOWAUDIT_TEST_LOCALE']);
});
