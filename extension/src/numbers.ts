import * as vscode from 'vscode';
import { say } from 'flowaudit/language';
import { displayLocale, toPath, toRange } from './convert.ts';
import { auditRequest, isOurs, type LiveDiagnostics } from './diagnostics.ts';
import type { Engine } from './engine.ts';

const selector: vscode.DocumentSelector = { language: 'flowaudit', scheme: 'file' };
/** The virtual page of all numbers of a file; its path is the file's. */
const scheme = 'flowaudit-numbers';

/** The computed numbers beside the text: short ones behind the lines, sentences above, all on a page. */
export function registerNumbers(live: LiveDiagnostics, engine: Engine): vscode.Disposable {
  const onDidChange = live.onDidChange;
  return vscode.Disposable.from(
    vscode.languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: onDidChange,
      provideInlayHints: (document, range) => hintsIn(live, document, range),
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: onDidChange,
      provideCodeLenses: (document) => lensesOf(live, document),
    }),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hoverAt(live, document, position),
    }),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) =>
        engine.ask({
          kind: 'numbers',
          audit: auditRequest([toPath(vscode.Uri.file(uri.path.replace(/\.md$/, '')))]),
        }),
    }),
    vscode.commands.registerCommand('flowaudit.showNumbers', (source?: vscode.Uri) =>
      showNumbers(source),
    ),
  );
}

function hintsIn(
  live: LiveDiagnostics,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.InlayHint[] {
  const hints = live.annotationsOf(document.uri)?.hints ?? [];
  return hints
    .filter(({ line }) => line - 1 >= range.start.line && line - 1 <= range.end.line)
    .filter(({ line }) => line <= document.lineCount)
    .map(({ line, text, tooltip }) => {
      const hint = new vscode.InlayHint(document.lineAt(line - 1).range.end, text);
      hint.paddingLeft = true;
      hint.tooltip = tooltip;
      return hint;
    });
}

function lensesOf(live: LiveDiagnostics, { uri }: vscode.TextDocument): vscode.CodeLens[] {
  const lenses = live.annotationsOf(uri)?.lenses ?? [];
  const tooltip = say(displayLocale(), 'editor.analysis.open');
  return lenses.map(
    ({ range, text }) =>
      new vscode.CodeLens(toRange(range), {
        title: text,
        tooltip,
        command: 'flowaudit.showNumbers',
        arguments: [uri],
      }),
  );
}

function hoverAt(
  live: LiveDiagnostics,
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const found = live
    .annotationsOf(uri)
    ?.hovers.find(({ range }) => toRange(range).contains(position));
  return found && new vscode.Hover(new vscode.MarkdownString(found.text), toRange(found.range));
}

async function showNumbers(source = vscode.window.activeTextEditor?.document.uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === source?.toString(),
  );
  if (source === undefined || document === undefined || !isOurs(document)) {
    const nothing = say(displayLocale(), 'editor.analysis.nothing');
    void vscode.window.showInformationMessage(nothing);
    return;
  }
  const page = vscode.Uri.from({ scheme, path: `${source.path}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
