import * as vscode from 'vscode';
import { say } from 'flowaudit/language';
import { displayLocale } from './convert.ts';

/** Says at the left of the status bar how the file in front stands; a click opens its findings. */
export function createStatus(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('flowaudit', vscode.StatusBarAlignment.Left);
  item.name = 'FlowAudit';
  item.command = 'workbench.actions.view.problems';
  const update = (): void => show(item);
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.workspace.onDidOpenTextDocument(update), // a language that was changed arrives this way
  );
}

function show(item: vscode.StatusBarItem): void {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'flowaudit') {
    item.hide();
    return;
  }
  const locale = displayLocale();
  const findings = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'flowaudit');
  const count = findings.length;
  const words = say(locale, count === 0 ? 'editor.status.none' : 'editor.status.some', { count });
  item.text = `${count === 0 ? '$(pass)' : '$(search)'} FlowAudit: ${words}`;
  item.tooltip = say(locale, 'editor.status.open');
  item.accessibilityInformation = { label: `FlowAudit: ${words}` };
  item.show();
}
