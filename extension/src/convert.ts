import * as vscode from 'vscode';
import type { AuditResult, FindingRecord, Locale } from 'flowaudit';

/** The only place where our positions, paths and severities become those of VS Code. */

export const ruleScheme = 'flowaudit-rule';

/** The display language as one of ours. */
export function displayLocale(): Locale {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** VS Code counts lines and characters from zero, we count from one. */
export function toRange({ start, end }: FindingRecord['range']): vscode.Range {
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

/** A path of a result, which is relative to the audit's working directory. */
export function toUri(workingDirectory: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(workingDirectory), path);
}

/** An absolute path with `/` between folders, as the engine uses it. */
export function toPath(uri: vscode.Uri): string {
  return uri.fsPath.replaceAll('\\', '/');
}

/** The virtual page of a rule; the fragment tells which place of the file a finding is about. */
export function ruleUri(rule: string, pointer = ''): vscode.Uri {
  return vscode.Uri.from({ scheme: ruleScheme, path: `/${rule}.md`, fragment: pointer });
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** A diagnostic that still knows its finding. */
export class FindingDiagnostic extends vscode.Diagnostic {
  readonly finding: FindingRecord;

  constructor(finding: FindingRecord, workingDirectory: string) {
    super(toRange(finding.range), finding.message, severities[finding.severity]);
    this.finding = finding;
    this.source = 'flowaudit';
    this.code = { value: finding.rule, target: ruleUri(finding.rule, finding.pointer) };
    this.relatedInformation = finding.related.map(
      ({ path, range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(toUri(workingDirectory, path), toRange(range)),
          message,
        ),
    );
  }
}

/** What stands in the editor for one file of a result. */
export function diagnosticsFor(
  result: AuditResult,
  path: string,
  workingDirectory: string,
): readonly vscode.Diagnostic[] {
  const file = result.files.find((each) => each.path === path);
  if (file?.status === 'failed') return [wholeFile(file.reason ?? '')];
  return result.findings
    .filter((finding) => finding.path === path && finding.suppressed === undefined)
    .map((finding) => new FindingDiagnostic(finding, workingDirectory));
}

/** A mistake of the file as a whole has no words of its own; its first line stands for it. */
export function wholeFile(message: string): vscode.Diagnostic {
  const firstLine = new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER);
  const diagnostic = new vscode.Diagnostic(firstLine, message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'flowaudit';
  return diagnostic;
}
