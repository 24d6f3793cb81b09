import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { disk } from '../core/src/node/disk.ts';
import { runAudit, type Run } from '../core/src/workspace/run.ts';
import { library } from './rules/library.ts';

const root = fileURLToPath(new URL('../samples', import.meta.url));

const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('expected.yaml'))
  .map((name) => name.replaceAll('\\', '/').replace(/\/expected\.yaml$/, ''));

interface Expected {
  readonly findings: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly pointer: string;
  }[];
}

function auditOf(folder: string): Promise<Run> {
  return runAudit({
    fileSystem: disk,
    library,
    workingDirectory: root,
    targets: [`${root}/${folder}`],
    today: '2026-11-21',
    toolVersion: '0.0.0',
  });
}

/** The findings that nobody accepted. */
function openIn({ result }: Run): Run['result']['findings'] {
  return result.findings.filter(({ suppressed }) => suppressed === undefined);
}

/** `<path>:<line> <rule> <outcome>` of each line that ends with `# expect <rule>` or `# expect <rule> undecided`. */
function marksIn(folder: string): readonly string[] {
  const files = readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' });
  const yaml = files
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'));
  return yaml.flatMap((name) => {
    const lines = readFileSync(`${root}/${folder}/${name}`, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      const marks = [...line.matchAll(/# expect (\S+)( undecided)?(?=\s*(?:#|$))/g)];
      return marks.map(
        ([, rule = '', undecided]) =>
          `${folder}/${name}:${String(index + 1)} ${rule} ${undecided === undefined ? 'fail' : 'undecided'}`,
      );
    });
  });
}

function packOf(rule: string): string {
  return rule.slice(0, rule.indexOf('/'));
}

test('there are samples', () => {
  expect(folders.length).toBeGreaterThanOrEqual(4);
});

test('every process comes clean and with faults', () => {
  for (const folder of folders.filter((name) => name.endsWith('/clean'))) {
    const beside = folders.filter((name) => name !== folder && dirname(name) === dirname(folder));
    expect(beside, folder).not.toEqual([]);
  }
});

describe.each(folders)('sample %s', (folder) => {
  const expected: Expected = parse(readFileSync(`${root}/${folder}/expected.yaml`, 'utf8'));
  const marks = marksIn(folder);

  test('gives exactly the findings that were expected by hand', async () => {
    const open = openIn(await auditOf(folder));
    const key = (each: Expected['findings'][number]): string =>
      [each.rule, each.outcome, each.pointer].join(' ');
    expect(open.map(key).toSorted()).toEqual(expected.findings.map(key).toSorted());
  });

  test('has its range on words that the message names', async () => {
    const { result, input } = await auditOf(folder);
    for (const { path, range, message } of result.findings) {
      const source = input.files.find((file) => file.path === path)?.source;
      if (source === undefined) throw new Error(`${path} was not checked`);
      const { lines, text } = source;
      const words = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
      expect(message).toContain(words.replace(/^(["'])(.*)\1$/s, '$2'));
    }
  });

  test.runIf(marks.length > 0)('is found faulty on exactly the marked lines', async () => {
    const found = openIn(await auditOf(folder)).map(
      ({ path, range, rule, outcome }) => `${path}:${String(range.start.line)} ${rule} ${outcome}`,
    );
    expect(found.toSorted()).toEqual(marks.toSorted());
  });

  test.runIf(folder.endsWith('/faulty'))('has ten faults or more from five packs or more', () => {
    const rules = expected.findings.map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThanOrEqual(10);
    expect(new Set(rules.map(packOf)).size).toBeGreaterThanOrEqual(5);
    expect(marks.length).toBe(rules.length);
  });

  test.runIf(expected.findings.length === 0)('is clean: verdict pass, exit code 0', async () => {
    const { result, exitCode } = await auditOf(folder);
    expect(result.because).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(exitCode).toBe(0);
  });
});
