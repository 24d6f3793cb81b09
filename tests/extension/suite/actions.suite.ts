import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  closeAll,
  inChinese,
  open,
  pause,
  runNode,
  shown,
  until,
  workspacePath,
} from './editor.ts';
import { test } from './runner.ts';

function sample(): vscode.Uri {
  return vscode.Uri.file(
    workspacePath('complaint-handling', 'declared', 'complaint-handling.process.yaml'),
  );
}

async function openSample(): Promise<vscode.TextDocument> {
  const document = await open(sample());
  await until(() => shown(sample()).length > 0, 'diagnostics of the sample');
  return document;
}

function diagnosticOf(rule: string): vscode.Diagnostic {
  const found = vscode.languages
    .getDiagnostics(sample())
    .find(({ code }) => typeof code === 'object' && code.value === rule);
  assert.ok(found, `${rule} is shown`);
  return found;
}

/** The quick fix for a rule; VS Code may still be asking for the actions of an earlier check. */
async function quickFixAt(
  range: vscode.Range,
  rule: string,
): Promise<vscode.CodeAction & { readonly edit: vscode.WorkspaceEdit }> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      sample(),
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title.includes(rule));
    if (action?.edit !== undefined) return Object.assign(action, { edit: action.edit });
    await pause(250);
  }
  throw new Error(`${rule} has no quick fix`);
}

test('the quick fix removes its finding and leaves none new', async () => {
  const document = await openSample();
  const before = vscode.languages.getDiagnostics(sample()).map(({ message }) => message);
  const target = diagnosticOf('consistency/accuracy-meets-acceptance');
  const action = await quickFixAt(target.range, 'consistency/accuracy-meets-acceptance');
  assert.match(action.title, inChinese ? /接受/ : /Accept/);
  await vscode.workspace.applyEdit(action.edit);
  assert.match(
    document.getText(),
    /# flowaudit-disable-next-line consistency\/accuracy-meets-acceptance -- \S/,
  );
  const left = (): string[] =>
    vscode.languages.getDiagnostics(sample()).map(({ message }) => message);
  await until(() => !left().includes(target.message), 'the finding is gone');
  const others = before.filter((message) => message !== target.message);
  assert.deepEqual(left().toSorted(), others.toSorted());
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await closeAll();
});

test('hovering a finding tells why, how to fix it and under which article', async () => {
  await openSample();
  const target = diagnosticOf('consistency/accuracy-meets-acceptance');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    sample(),
    target.range.start,
  );
  const text = hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
  assert.match(text, inChinese ? /验收要求/ : /acceptance/);
  assert.match(text, inChinese ? /怎样整改/ : /How to fix it/);
  await closeAll();
});

test('the code of a finding opens the page of its rule', async () => {
  await openSample();
  const { code } = diagnosticOf('consistency/accuracy-meets-acceptance');
  assert.ok(typeof code === 'object');
  const page = await vscode.workspace.openTextDocument(code.target);
  assert.match(page.getText(), /^# /);
  assert.match(page.getText(), /`consistency\/accuracy-meets-acceptance`/);
  assert.match(page.getText(), inChinese ? /为什么/ : /Why/);
  await closeAll();
});

test('the exported report is a PDF that holds the name of the process in Chinese', async () => {
  await openSample();
  const output = vscode.Uri.file(workspacePath('scratch-report.pdf'));
  rmSync(output.fsPath, { force: true });
  const written = await vscode.commands.executeCommand('flowaudit.exportReport', sample(), output);
  assert.ok(written, 'the command says what it wrote');
  assert.ok(existsSync(output.fsPath));
  assert.equal(readFileSync(output.fsPath).subarray(0, 5).toString('latin1'), '%PDF-');
  const text = runNode('tests/pdf/print-text.js', output.fsPath);
  assert.ok(text.includes('客户投诉处理'), 'the Chinese name, in either edition');
  await closeAll();
}, 60_000);
