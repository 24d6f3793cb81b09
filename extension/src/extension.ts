import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { LiveDiagnostics } from './diagnostics.ts';
import { Engine } from './engine.ts';
import { registerNumbers } from './numbers.ts';
import { registerProviders } from './providers.ts';
import { createStatus } from './status.ts';

/** Wires the parts; nothing is loaded into the engine before a document of ours is open. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('FlowAudit', { log: true });
  const engine = new Engine(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.mjs').fsPath);
  const live = new LiveDiagnostics(engine, log);
  context.subscriptions.push(
    log,
    { dispose: () => engine.stop('the extension ends') },
    vscode.workspace.onDidOpenTextDocument(claimByHeader),
    live,
    registerNumbers(live, engine),
    createStatus(),
    registerProviders(engine),
    registerCommands(engine, log),
  );
  vscode.workspace.textDocuments.forEach(claimByHeader);
}

/** A YAML file of another name that carries our header becomes ours, whatever its name. */
function claimByHeader(document: vscode.TextDocument): void {
  if (document.languageId !== 'yaml' || document.uri.scheme !== 'file') return;
  const beginning = document.getText(new vscode.Range(0, 0, 200, 0));
  if (!/^apiVersion:[ \t]*["']?flowaudit\//m.test(beginning)) return;
  void vscode.languages.setTextDocumentLanguage(document, 'flowaudit');
}
