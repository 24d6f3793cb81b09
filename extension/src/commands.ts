import * as vscode from 'vscode';
import { say } from 'flowaudit/language';
import { displayLocale, toPath } from './convert.ts';
import { auditRequest, isOurs } from './diagnostics.ts';
import type { Engine } from './engine.ts';

/** Commands of the palette. */
export function registerCommands(engine: Engine, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand(
    'flowaudit.exportReport',
    (source?: vscode.Uri, target?: vscode.Uri) => exportReport(engine, log, source, target),
  );
}

/**
 * Writes the report about a file, with progress, and offers to open it.
 *
 * @param source the file; without it the one in the active editor
 * @param target where to; without it the author is asked
 */
async function exportReport(
  engine: Engine,
  log: vscode.LogOutputChannel,
  source = vscode.window.activeTextEditor?.document.uri,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const locale = displayLocale();
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === source?.toString(),
  );
  if (source === undefined || (document !== undefined && !isOurs(document))) {
    void vscode.window.showInformationMessage(say(locale, 'editor.export.nothing'));
    return undefined;
  }
  if (!(await savedOrSaveNow(document))) return undefined;
  const output = target ?? (await askForTarget(source));
  if (output === undefined) return undefined;
  try {
    await write(engine, toPath(source), toPath(output));
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    log.error(String(error));
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    void vscode.window.showErrorMessage(say(locale, 'editor.export.failed', { reason }));
    return undefined;
  }
  void offerToOpen(output);
  return output;
}

/** A report names the SHA-256 of files, so it is about what is on disk. */
async function savedOrSaveNow(document: vscode.TextDocument | undefined): Promise<boolean> {
  if (document === undefined || !document.isDirty) return true;
  const locale = displayLocale();
  const save = say(locale, 'editor.export.saveAndExport');
  const path = vscode.workspace.asRelativePath(document.uri);
  const question = say(locale, 'editor.export.unsaved', { path });
  const choice = await vscode.window.showWarningMessage(question, { modal: true }, save);
  return choice === save && (await document.save());
}

function askForTarget(source: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const locale = displayLocale();
  const name = source.path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  return vscode.window.showSaveDialog({
    title: say(locale, 'editor.export.save'),
    defaultUri: vscode.Uri.joinPath(source, '..', `${name}.audit.pdf`),
    filters: { [say(locale, 'editor.export.filter')]: ['pdf'] },
  });
}

async function write(engine: Engine, source: string, output: string): Promise<void> {
  const audit = auditRequest([source]);
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: say(audit.locale, 'editor.export.title'),
      cancellable: true,
    },
    async (_, token) => {
      const cancelled = token.onCancellationRequested(() => engine.stop('cancelled'));
      try {
        await engine.ask({ kind: 'report', audit, output });
      } catch (error) {
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        throw error;
      } finally {
        cancelled.dispose();
      }
    },
  );
}

async function offerToOpen(report: vscode.Uri): Promise<void> {
  const locale = displayLocale();
  const path = vscode.workspace.asRelativePath(report);
  const open = say(locale, 'editor.export.open');
  const done = say(locale, 'editor.export.done', { path });
  if ((await vscode.window.showInformationMessage(done, open)) === open) {
    await vscode.env.openExternal(report);
  }
}
