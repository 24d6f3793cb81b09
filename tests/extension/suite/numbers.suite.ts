import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, inChinese, open, replace, shown, until, writeScratch } from './editor.ts';
import { test } from './runner.ts';

/** Two steps of 10 and 20 minutes; the promise of 25 minutes is shorter than both together. */
const process = `apiVersion: flowaudit/v1
kind: Process
id: numbered
name: Numbered process
owner: lead
volume: { cases: 100/d }
calendars:
  always: { timezone: Asia/Shanghai, week: { mon-sun: ["00:00-24:00"] } }
roles:
  lead: { name: Lead, headcount: 20, calendar: always, onShift: 2 }
start: receive
steps:
  receive: { name: Receive case, type: task, role: lead, time: { work: 10min }, next: answer }
  answer: { name: Answer case, type: task, role: lead, time: { work: 20min }, end: true }
slas:
  whole: { name: Whole time, metric: resolution, from: case.created, to: case.closed, within: 25min, attainment: 95% }
`;

async function lensesOf(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

async function hintsOf(uri: vscode.Uri): Promise<readonly string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    new vscode.Range(0, 0, 40, 0),
  );
  return hints.map(({ label, position }) => `${String(position.line + 1)} ${textOf(label)}`);
}

function textOf(label: vscode.InlayHint['label']): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

async function eventually(
  find: () => Promise<readonly string[]>,
  matches: (found: readonly string[]) => boolean,
): Promise<readonly string[]> {
  let found: readonly string[] = [];
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    found = await find();
    if (matches(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${found.join(' | ')}`);
}

test('the verdict on a promise stands above it, and changes with the text', async () => {
  // People enough, so that no queue decides.
  const uri = writeScratch('staffed.process.yaml', process.replace('onShift: 2', 'onShift: 6'));
  const document = await open(uri);
  const broken = inChinese ? /任何案件都做不到 25min/ : /25min cannot be kept by any case/;
  await eventually(
    () => lensesOf(uri),
    (found) => found.some((title) => broken.test(title)),
  );
  await replace(document, 'within: 25min', 'within: 30min');
  const kept = inChinese ? /最长的路径也不超过 30 分钟/ : /longest way takes 30 min at most/;
  await eventually(
    () => lensesOf(uri),
    (found) => found.some((title) => kept.test(title)),
  );
  await closeAll();
});

test('steps and roles carry their numbers behind the line', async () => {
  const uri = writeScratch('numbered.process.yaml', process);
  await open(uri);
  const hints = await eventually(
    () => hintsOf(uri),
    (found) => found.length >= 3,
  );
  assert.ok(hints.some((hint) => hint.startsWith(inChinese ? '13 ≈ 10 分钟' : '13 ≈ 10 min')));
  assert.ok(hints.some((hint) => hint.startsWith(inChinese ? '14 ≈ 20 分钟' : '14 ≈ 20 min')));
  // 100 · 30 min = 50 h a day; two seats give 48 h: 104.2 %
  assert.ok(
    hints.some((hint) => hint.startsWith('10 ') && hint.includes('104.2%')),
    hints.join(),
  );
  await closeAll();
});

test('hovering a step tells its numbers', async () => {
  const uri = writeScratch('numbered.process.yaml', process);
  const document = await open(uri);
  await eventually(
    () => hintsOf(uri),
    (found) => found.length >= 3,
  );
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    document.positionAt(document.getText().indexOf('answer: {') + 2),
  );
  const text = hovers
    .flatMap(({ contents }) => contents)
    .map((each) => (typeof each === 'string' ? each : each.value))
    .join('\n');
  assert.match(text, inChinese ? /平均用时 20 分钟/ : /mean time 20 min/);
  await closeAll();
});

test('what takes a simulation follows what does not, and both stay', async () => {
  const simulated = process
    .replace('work: 20min', 'work: { min: 10min, likely: 20min, max: 60min }')
    .replace('within: 25min', 'within: 40min');
  const uri = writeScratch('simulated.process.yaml', simulated);
  const document = await open(uri);
  // P(T2 <= 30 min) of a triangle 10, 20, 60 is 55 %, 95 % are promised.
  const late = 'time/enough-cases-keep-the-limit@16';
  await until(() => shown(uri).includes(late), 'the simulated finding');
  assert.ok(shown(uri).some((each) => each.startsWith('capacity/staff-can-do-the-work@10')));
  await replace(document, 'within: 40min', 'within: 70min');
  await until(() => !shown(uri).some((each) => each.startsWith('time/')), 'it is kept now');
  await closeAll();
});

test('all numbers open as a page', async () => {
  const uri = writeScratch('numbered.process.yaml', process);
  await open(uri);
  const page = vscode.Uri.from({ scheme: 'flowaudit-numbers', path: `${uri.path}.md` });
  const text = (await vscode.workspace.openTextDocument(page)).getText();
  assert.match(text, inChinese ? /每天需要 50 小时，排班只有 48 小时/ : /needs 50 h a day/);
  await closeAll();
});
