import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, inChinese, open, pause, replace, shown, until, writeScratch } from './editor.ts';
import { test } from './runner.ts';

const process = `apiVersion: flowaudit/v1
kind: Process
id: small
version: 1.0.0
name: { zh: 小流程, en: Small process }
owner: lead
roles:
  lead: { name: { zh: 主管, en: Lead }, headcount: 1 }
start: receive
steps:
  receive:
    name: { zh: 受理请求, en: Receive request }
    type: task
    role: nobody
    end: true
`;

const unresolved = 'structure/every-reference-resolves@14';

test('opening a process shows its findings', async () => {
  const uri = writeScratch('open.process.yaml', process);
  await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  assert.deepEqual(shown(uri), [unresolved]);
  const [diagnostic] = vscode.languages.getDiagnostics(uri);
  assert.match(
    diagnostic?.message ?? '',
    inChinese ? /“nobody”未在 roles 下定义/ : /“nobody” is not declared/,
  );
  assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
  await closeAll();
});

test('an edit that repairs the file takes its finding away', async () => {
  const uri = writeScratch('edit.process.yaml', process);
  const document = await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  await replace(document, 'role: nobody', 'role: lead');
  await until(() => shown(uri).length === 0, 'no diagnostics');
  await closeAll();
});

test('of two fast edits only the last one is ever judged', async () => {
  const uri = writeScratch('fast.process.yaml', process);
  const document = await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  const seen = new Set<string>();
  const watch = vscode.languages.onDidChangeDiagnostics(() => {
    for (const { message } of vscode.languages.getDiagnostics(uri)) seen.add(message);
  });
  await replace(document, 'role: nobody', 'role: somebody');
  await replace(document, 'role: somebody', 'role: anybody');
  const showsLast = (): boolean => [...seen].some((message) => message.includes('anybody'));
  await until(showsLast, 'the finding of the second edit');
  await pause(600);
  watch.dispose();
  assert.deepEqual(
    [...seen].filter((message) => message.includes('somebody')),
    [],
  );
  await closeAll();
});

test('an edit while a check runs drops the answer of that check', async () => {
  const uri = writeScratch('stale.process.yaml', process);
  const document = await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  const seen = new Set<string>();
  const watch = vscode.languages.onDidChangeDiagnostics(() => {
    for (const { message } of vscode.languages.getDiagnostics(uri)) seen.add(message);
  });
  await replace(document, 'role: nobody', 'role: first');
  await pause(252); // the debounce is over and the engine has been asked
  await replace(document, 'role: first', 'role: second');
  await until(() => [...seen].some((message) => message.includes('second')), 'the second answer');
  watch.dispose();
  await closeAll();
});

test('closing a file clears its diagnostics', async () => {
  const uri = writeScratch('close.process.yaml', process);
  await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  await closeAll();
  await until(() => shown(uri).length === 0, 'no diagnostics');
});

test('a syntax fault is named by its cause', async () => {
  const uri = writeScratch('syntax.process.yaml', process.replace('owner: lead', 'owner：lead'));
  await open(uri);
  await until(() => shown(uri).some((each) => each.startsWith('format/')), 'the fault');
  assert.ok(shown(uri).includes('format/yaml-is-well-formed@6'), shown(uri).join(' '));
  await closeAll();
});

test('a plain YAML file gets nothing', async () => {
  const uri = writeScratch('plain.yaml', 'owner: nobody\nsteps: { a: { role: b } }\n');
  const document = await open(uri);
  await pause(1000);
  assert.equal(document.languageId, 'yaml');
  assert.deepEqual(shown(uri), []);
  await closeAll();
});

test('a YAML file of another name that carries our header is checked', async () => {
  const uri = writeScratch('renamed.yaml', process);
  await open(uri);
  await until(() => shown(uri).length > 0, 'diagnostics');
  assert.deepEqual(shown(uri), [unresolved]);
  await closeAll();
});

test('an unsaved organisation changes what is said of the process beside it', async () => {
  const folder = 'unsaved';
  const body = process.replace('role: nobody', 'role: helper');
  const uri = writeScratch('unsaved.process.yaml', body);
  const organization = writeScratch(
    'organization.yaml',
    `apiVersion: flowaudit/v1\nkind: Organization\nid: ${folder}\nname: Unsaved\n`,
  );
  const document = await vscode.workspace.openTextDocument(organization);
  await open(uri);
  await until(() => shown(uri).includes(unresolved), 'the unresolved role');
  await replace(
    document,
    'name: Unsaved\n',
    'name: Unsaved\nroles: { helper: { name: Helper } }\n',
  );
  await until(() => !shown(uri).includes(unresolved), 'the role is found');
  await open(organization);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await closeAll();
});
