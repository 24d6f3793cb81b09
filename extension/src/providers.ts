import * as vscode from 'vscode';
import { say, suppressionEdit } from 'flowaudit/language';
import { displayLocale, FindingDiagnostic, ruleScheme } from './convert.ts';
import type { Engine } from './engine.ts';

const selector: vscode.DocumentSelector = { language: 'flowaudit', scheme: 'file' };

/** Hover, quick fixes and rule pages. */
export function registerProviders(engine: Engine): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(selector, { provideHover: hoverWith(engine) }),
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, {
      provideTextDocumentContent: (uri) => rulePage(engine, uri),
    }),
  );
}

function findingsIn(uri: vscode.Uri): readonly FindingDiagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((each) => each instanceof FindingDiagnostic);
}

function hoverWith(engine: Engine): vscode.HoverProvider['provideHover'] {
  return async (document, position) => {
    const here = findingsIn(document.uri).filter(({ range }) => range.contains(position));
    const texts: vscode.MarkdownString[] = [];
    // Several findings of one rule stand at one place; its explanation is shown once.
    for (const rule of new Set(here.map(({ finding }) => finding.rule))) {
      const text = await engine.ask({ kind: 'hover', rule, locale: displayLocale() });
      if (text !== undefined) texts.push(new vscode.MarkdownString(text));
    }
    return texts.length === 0 ? undefined : new vscode.Hover(texts, here[0]?.range);
  };
}

function provideCodeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction[] {
  return findingsIn(document.uri)
    .filter((diagnostic) => diagnostic.range.intersection(range) !== undefined)
    .map((diagnostic) => suppressAction(document, diagnostic));
}

function suppressAction(
  document: vscode.TextDocument,
  diagnostic: FindingDiagnostic,
): vscode.CodeAction {
  const locale = displayLocale();
  const { finding } = diagnostic;
  const title = say(locale, 'editor.suppress.title', { rule: finding.rule });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const line = document.lineAt(diagnostic.range.start.line);
  const edit = suppressionEdit(finding, line.text, locale);
  const snippet = new vscode.SnippetString()
    .appendText(edit.before)
    .appendPlaceholder(edit.reason)
    .appendText(edit.after);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [vscode.SnippetTextEdit.insert(line.range.start, snippet)]);
  return action;
}

async function rulePage(engine: Engine, uri: vscode.Uri): Promise<string> {
  const rule = uri.path.replace(/^\//, '').replace(/\.md$/, '');
  const locale = displayLocale();
  const page = await engine.ask({ kind: 'page', rule, locale });
  return page ?? say(locale, 'editor.unknownRule', { rule });
}
