import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { AuditResult, FindingRecord, Summary } from '../../core/src/audit/audit-result.ts';
import type { Range } from '../../core/src/source/line-index.ts';
import { validateShape } from '../../core/src/schema/validate.ts';
import { flowaudit, repository } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess, undecidedProcess } from './texts.ts';

/** The schemas as they are published, compiled by the validator's own standard class. */
function publishedSchema(): ValidateFunction {
  const folder = path.join(repository, 'core/dist/schema');
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object); // a schema
  }
  const validate = ajv.getSchema('audit-result.schema.json');
  if (validate === undefined) throw new Error('audit-result.schema.json is not published');
  return validate;
}

/** Runs `check --format json`; the checks of this file say whether the result is one. */
async function check(cwd: string, ...args: readonly string[]): Promise<AuditResult> {
  const { stdout, stderr } = await flowaudit(['check', '--format', 'json', ...args], { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as AuditResult;
}

/** The words between two positions, counted in UTF-16 units, without the code that made them. */
function cut(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n|\r/);
  const found = lines.slice(start.line - 1, end.line);
  found[found.length - 1] = found.at(-1)?.slice(0, end.column - 1) ?? '';
  found[0] = found[0]?.slice(start.column - 1) ?? '';
  return found.join('\n');
}

/** What a pointer leads to, in the file as another parser reads it; nothing where there is no such place. */
function follow(text: string, { document, pointer }: FindingRecord): unknown {
  let value: unknown = parseAllDocuments(text, { merge: true })[document]?.toJS();
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

/** The summary, counted again. */
function recount({ rules, files, findings }: AuditResult): Summary {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const withSeverity = (severity: string): number =>
    open.filter((each) => each.severity === severity).length;
  const withStatus = (status: string): number =>
    files.filter((each) => each.status === status).length;
  return {
    files: {
      checked: withStatus('checked'),
      skipped: withStatus('skipped'),
      failed: withStatus('failed'),
    },
    evaluations: {
      pass: sum(rules.map(({ pass }) => pass)),
      fail: sum(rules.map(({ fail }) => fail)),
      undecided: sum(rules.map(({ undecided }) => undecided)),
      notApplicable: rules.filter(({ notApplicable }) => notApplicable !== undefined).length,
      error: rules.filter(({ error }) => error !== undefined).length,
    },
    findings: {
      error: withSeverity('error'),
      warning: withSeverity('warning'),
      info: withSeverity('info'),
      suppressed: findings.length - open.length,
    },
  };
}

/** Rules that say both that they were asked and that they were not, or fail without a finding. */
function contradictions({ rules, findings }: AuditResult): readonly string[] {
  return rules.flatMap(({ id, pass, fail, undecided, error, notApplicable }) => {
    const wasAsked = pass + fail + undecided > 0 || error !== undefined;
    const hasFailed = findings.some(({ rule, outcome }) => rule === id && outcome === 'fail');
    return wasAsked === (notApplicable === undefined) && hasFailed === fail > 0 ? [] : [id];
  });
}

/** Items that stand behind one they should stand before, compared key by key and by code unit. */
function outOfOrder<Item>(
  items: readonly Item[],
  keys: (item: Item) => readonly (string | number)[],
): readonly Item[] {
  return items.filter((item, index) => {
    const before = items[index - 1];
    if (before === undefined) return false;
    const [left, right] = [keys(before), keys(item)];
    const different = left.findIndex((each, at) => each !== right[at]);
    return different !== -1 && (left[different] ?? 0) > (right[different] ?? 0);
  });
}

const orderOf = ({
  path: name,
  range: { start, end },
  rule,
}: FindingRecord): (string | number)[] => [
  name,
  start.line,
  start.column,
  end.line,
  end.column,
  rule,
];

/** What is said about the text itself, broken or a comment, is at no place of its data. */
const aboutText = /^format\/yaml-is-well-formed$|^suppressions\/directive-/;

/** Findings whose words are not in their message, or not what their pointer leads to. */
function misplaced({ findings }: AuditResult, folder: string): readonly FindingRecord[] {
  const located = findings.filter(({ rule }) => !aboutText.test(rule));
  return located.filter((finding) => {
    const text = readFileSync(path.join(folder, finding.path), 'utf8');
    const words = cut(text, finding.range).replace(/^(["'])(.*)\1$/s, '$2');
    const value = follow(text, finding);
    // A map without a key of its own, such as a list item, is shown by what it calls itself.
    const within = typeof value === 'object' && value !== null ? Object.values(value) : [];
    const key = finding.pointer.split('/').at(-1);
    const isAlias = words.startsWith('*');
    const isAtPointer = isAlias || [value, key, ...within].map(String).includes(words);
    return value === undefined || words === '' || !finding.message.includes(words) || !isAtPointer;
  });
}

function expectToBeConsistent(result: AuditResult, folder: string): void {
  expect(recount(result)).toEqual(result.summary);
  expect(contradictions(result)).toEqual([]);
  expect(outOfOrder(result.rules, ({ id }) => [id])).toEqual([]);
  expect(outOfOrder(result.files, (file) => [file.path])).toEqual([]);
  expect(outOfOrder(result.findings, orderOf)).toEqual([]);
  expect(misplaced(result, folder)).toEqual([]);
}

describe('the result for the samples', () => {
  const sampled = check(repository, 'samples', '--as-of', '2026-11-21');

  test('is an audit result by the published schema and by our own validator', async () => {
    const result = await sampled;
    const validate = publishedSchema();
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    expect(validateShape('AuditResult', result)).toEqual([]);
    expect(result.findings.length).toBeGreaterThan(0);
  });

  test('is refused by the schema without any of its keys', async () => {
    const result = await sampled;
    const validate = publishedSchema();
    for (const key of Object.keys(result)) {
      const rest = Object.fromEntries(Object.entries(result).filter(([each]) => each !== key));
      expect(validate(rest), key).toBe(false);
    }
  });

  test('adds up, is in order, and points at the words that it names', async () => {
    const result = await sampled;
    expect(result.findings.length).toBeGreaterThan(0);
    expectToBeConsistent(result, repository);
  });

  test('names paths below the working directory, by /', async () => {
    const { files } = await sampled;
    for (const file of files) expect(file.path).toMatch(/^samples\/[\w./-]+$/);
    const inside = await check(path.join(repository, 'samples'), '.', '--as-of', '2026-11-21');
    const below = files.map((file) => file.path.replace('samples/', ''));
    expect(inside.files.map((file) => file.path)).toEqual(below);
  });
});

describe('a result with every kind of trouble', () => {
  const settings = `${config}  sla/same-limit-on-synchronous-channels: info\n`;
  const troubled = (): string =>
    scratch({
      'flowaudit.yaml': settings,
      'a.process.yaml': faultyProcess,
      'A.process.yaml': undecidedProcess,
      'b.process.yaml': `${faultyProcess}  # flowaudit-disable-file structure/every-reference-resolves -- known\n`,
      'c.process.yaml': 'id: c\n',
      'd.process.yaml': `${goodProcess}nonsense: 1\nchannels: { x: { name: X, synchronous: false } }\n`,
      'e.yaml': 'title: Notes\n',
      'ü.process.yaml': `${goodProcess}owner: somebody\n`,
    });

  test('adds up, is in order, and points at the words that it names', async () => {
    const folder = troubled();
    const result = await check(folder);
    const validate = publishedSchema();
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    expectToBeConsistent(result, folder);
    expect(result.summary.files).toEqual({ checked: 6, skipped: 1, failed: 1 });
    expect(result.summary.findings).toEqual({ error: 3, warning: 1, info: 1, suppressed: 1 });
    expect(result.files.map((file) => file.path)).toEqual([
      'A.process.yaml',
      'a.process.yaml',
      'b.process.yaml',
      'c.process.yaml',
      'd.process.yaml',
      'e.yaml',
      'flowaudit.yaml',
      'ü.process.yaml',
    ]);
  });
});

describe('a position', () => {
  async function only(text: string): Promise<FindingRecord> {
    const { findings } = await check(
      scratch({ 'refund.process.yaml': text, 'flowaudit.yaml': config }),
    );
    const [finding] = findings;
    expect(findings).toHaveLength(1);
    if (finding === undefined) throw new Error('the line above says that there is one');
    return finding;
  }

  test('counts lines and columns from 1, columns in UTF-16 units, the end exclusive', async () => {
    const line = '  ask: { name: "😀 投诉", type: task, next: nowhere, end: true }';
    const finding = await only(
      goodProcess.replace(/ {2}close.*/, line).replace('start: close', 'start: ask'),
    );
    // The face takes two units, each of the two Han characters one.
    expect(finding).toMatchObject({
      rule: 'structure/every-reference-resolves',
      pointer: '/steps/ask/next',
      range: { start: { line: 7, column: 43 }, end: { line: 7, column: 50 } },
      data: { stated: 'nowhere', collection: 'steps' },
    });
  });

  test('is the same with Windows line ends, and behind a byte order mark', async () => {
    const { range } = await only(`\ufeff${faultyProcess.replaceAll('\n', '\r\n')}`);
    expect(range).toEqual({ start: { line: 7, column: 48 }, end: { line: 7, column: 54 } });
  });

  test('of a missing key is that of the key that should hold it', async () => {
    const finding = await only(undecidedProcess);
    expect(finding).toMatchObject({
      rule: 'sla/escalates-before-breach',
      outcome: 'undecided',
      pointer: '/slas/answer',
      range: { start: { line: 9, column: 3 }, end: { line: 9, column: 9 } },
    });
  });

  test('of a field that the format demands is that of the key that should hold it', async () => {
    const finding = await only(goodProcess.replace('type: task, ', ''));
    expect(finding).toMatchObject({
      rule: 'format/fields-match-the-format',
      pointer: '/steps/close',
      range: { start: { line: 7, column: 3 }, end: { line: 7, column: 8 } },
    });
  });

  test('in a stream is in its file; document and pointer are in its document', async () => {
    const second = faultyProcess.replace('id: refund', 'id: second');
    const finding = await only(`# two in one\n${goodProcess}---\n${second}`);
    expect(finding).toMatchObject({
      rule: 'structure/every-reference-resolves',
      document: 1,
      pointer: '/steps/close/role',
      range: { start: { line: 16, column: 48 }, end: { line: 16, column: 54 } },
    });
  });
});
