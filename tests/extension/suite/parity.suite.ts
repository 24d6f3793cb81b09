import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  inChinese,
  open,
  pointerOf,
  ruleOf,
  runNode,
  until,
  workspacePath,
} from './editor.ts';
import { test } from './runner.ts';

interface Finding {
  rule: string;
  path: string;
  pointer: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
  suppressed?: unknown;
}

interface Result {
  files: { path: string; status: string; kind?: string }[];
  findings: Finding[];
}

/** What one command line run over all samples says. */
function fromCommandLine(): Result {
  const locale = inChinese ? 'zh' : 'en';
  return JSON.parse(
    runNode('core/bin/flowaudit.js', 'check', '.', '--format', 'json', '--locale', locale),
  );
}

function expected({ rule, pointer, range: { start, end } }: Finding): string {
  return [rule, pointer, start.line, start.column, end.line, end.column].join(' ');
}

function found(diagnostic: vscode.Diagnostic): string {
  const { start, end } = diagnostic.range;
  const numbers = [start.line, start.character, end.line, end.character].map((each) => each + 1);
  return [ruleOf(diagnostic), pointerOf(diagnostic), ...numbers].join(' ');
}

test('the editor shows for every sample what the command line prints', async () => {
  const { files, findings } = fromCommandLine();
  const checked = files.filter(
    ({ status, path }) => status === 'checked' && !path.startsWith('scratch'),
  );
  assert.ok(checked.length > 3, 'there are samples');
  assert.ok(findings.length > 5, 'there are findings');
  for (const { path } of checked) {
    const uri = vscode.Uri.file(workspacePath(path));
    const wanted = findings
      .filter((finding) => finding.path === path && finding.suppressed === undefined)
      .map(expected)
      .toSorted();
    await open(uri);
    const now = (): string[] => vscode.languages.getDiagnostics(uri).map(found).toSorted();
    const same = (): boolean => JSON.stringify(now()) === JSON.stringify(wanted);
    try {
      await until(same, path);
    } catch {
      assert.deepEqual(now(), wanted, path);
    }
    await closeAll();
  }
}, 120_000);
