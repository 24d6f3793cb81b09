import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** The workspace of this run, a copy that tests may change. */
export function workspacePath(...names: string[]): string {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('the suite needs an open folder');
  return join(folder.uri.fsPath, ...names);
}

/** A file of this run's own folder, written anew. */
export function writeScratch(name: string, text: string): vscode.Uri {
  const folder = workspacePath('scratch');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  writeFileSync(file, text);
  return vscode.Uri.file(file);
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Replaces the first occurrence of a text in a document. */
export async function replace(
  document: vscode.TextDocument,
  before: string,
  after: string,
): Promise<void> {
  const start = document.getText().indexOf(before);
  if (start === -1) throw new Error(`“${before}” is not in ${document.uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + before.length),
  );
  edit.replace(document.uri, range, after);
  await vscode.workspace.applyEdit(edit);
}

/** Our diagnostics of a file, as `<rule>@<line>`. */
export function shown(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'flowaudit')
    .map((diagnostic) => `${ruleOf(diagnostic)}@${String(diagnostic.range.start.line + 1)}`)
    .toSorted();
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The place in the file that a diagnostic is about, which its link carries. */
export function pointerOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? code.target.fragment : '';
}

/** Waits until something is true of what the editor shows. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await pause(25);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Closes every editor; VS Code tells extensions of the closed documents some time later. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Runs a script of the repository in a process of its own, as a user at a terminal would. */
export function runNode(script: string, ...args: string[]): string {
  const node = process.env['FLOWAUDIT_TEST_NODE'] ?? 'node';
  const repository = process.env['FLOWAUDIT_TEST_REPOSITORY'] ?? '';
  const result = spawnSync(node, [join(repository, script), ...args], {
    cwd: workspacePath(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0 && result.stdout === '') throw new Error(result.stderr);
  return result.stdout;
}

export const inChinese = process.env['FLOWAUDIT_TEST_LOCALE'] === 'zh-cn';
