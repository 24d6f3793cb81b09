import { readdirSync, readFileSync } from 'node:fs';
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

test('there are samples', () => {
  expect(folders.length).toBeGreaterThanOrEqual(2);
});

describe.each(folders)('sample %s', (folder) => {
  const expected: Expected = parse(readFileSync(`${root}/${folder}/expected.yaml`, 'utf8'));

  test('gives exactly the findings that were expected by hand', async () => {
    const { result } = await auditOf(folder);
    const open = result.findings.filter(({ suppressed }) => suppressed === undefined);
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

  test.runIf(expected.findings.length === 0)('is clean: verdict pass, exit code 0', async () => {
    const { result, exitCode } = await auditOf(folder);
    expect(result.because).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(exitCode).toBe(0);
  });
});
