import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  closeAll,
  inChinese,
  open,
  pause,
  shown,
  until,
  workspacePath,
  writeScratch,
} from './editor.ts';
import { test } from './runner.ts';

const process = `apiVersion: flowaudit/v1
kind: Process
id: watched
name: Watched process
owner: lead
roles:
  lead: { name: Lead, headcount: 1 }
start: receive
steps:
  receive:
    name: { zh: 受理, en: Approval }
    type: task
    role: lead
    end: true
`;
const named = 'style/verb-object-names@11';

test('a change of flowaudit.yaml on disk re-checks open files within a second', async () => {
  const uri = writeScratch('watched.process.yaml', process);
  const config = workspacePath('scratch', 'flowaudit.yaml');
  rmSync(config, { force: true });
  await open(uri);
  await until(() => shown(uri).includes(named), 'the finding');
  const started = performance.now();
  const off = 'apiVersion: flowaudit/v1\nkind: Config\nrules: { style/verb-object-names: off }\n';
  writeFileSync(config, off);
  await until(() => !shown(uri).includes(named), 'the rule is off');
  assert.ok(performance.now() - started < 2000, 'within a second of the editor noticing');
  writeFileSync(config, off.replace('off', 'warning'));
  await until(() => shown(uri).includes(named), 'the rule is on again');
  await closeAll();
  rmSync(config);
});

test('a mistake in flowaudit.yaml is shown where it stands', async () => {
  const text = 'apiVersion: flowaudit/v1\nkind: Config\nrules: { style/verb-object-nmaes: off }\n';
  const config = writeScratch('flowaudit.yaml', text);
  await open(config);
  const found = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(config);
  await until(() => found().length > 0, 'the mistake');
  assert.equal(found()[0]?.range.start.line, 2);
  assert.match(found()[0]?.message ?? '', /style\/verb-object-names/);
  await closeAll();
  rmSync(config.fsPath);
});

test('with checks on save only, typing changes nothing and saving does', async () => {
  const settings = vscode.workspace.getConfiguration('flowaudit');
  await settings.update('check', 'onSave', vscode.ConfigurationTarget.Workspace);
  const uri = writeScratch('on-save.process.yaml', process);
  const document = await open(uri);
  await until(() => shown(uri).includes(named), 'the finding');
  const edit = new vscode.WorkspaceEdit();
  const start = document.getText().indexOf('Approval');
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 8));
  edit.replace(uri, range, 'Approve request');
  await vscode.workspace.applyEdit(edit);
  await pause(700);
  assert.ok(shown(uri).includes(named), 'still shown');
  await document.save();
  await until(() => !shown(uri).includes(named), 'gone after saving');
  await settings.update('check', undefined, vscode.ConfigurationTarget.Workspace);
  await closeAll();
});

test('settings, commands and trust are described in the language of the editor', () => {
  const extension = vscode.extensions.getExtension('flowaudit.flowaudit');
  const manifest: unknown = extension?.packageJSON;
  const text = JSON.stringify(manifest);
  assert.match(text, inChinese ? /导出审计报告/ : /Export Audit Report/);
  assert.match(text, inChinese ? /在受限模式下/ : /In Restricted Mode/);
  assert.doesNotMatch(text, /"%\w/);
});
