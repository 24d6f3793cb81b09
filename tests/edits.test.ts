import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError } from '../core/src/workspace/config.ts';
import { auditFiles } from './memory-files.ts';

const folder = new URL('../samples/complaint-handling/declared/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const processName = 'complaint-handling.process.yaml';
const process = read(processName);
const organization = read('organization.yaml');

const inserted = fc.constantFrom(
  '',
  ' ',
  '\n',
  ':',
  '：',
  '，',
  '"',
  '{',
  '[',
  '- ',
  '# ',
  '\t',
  '&a ',
  '*a',
  '甲',
  '😀',
  '\u0000',
);

test('no edit at any place crashes the audit or yields a position outside the text', async () => {
  const edits = fc.record({
    at: fc.nat({ max: process.length }),
    removed: fc.nat({ max: 40 }),
    text: inserted,
  });
  await fc.assert(
    fc.asyncProperty(edits, async ({ at, removed, text }) => {
      const edited = process.slice(0, at) + text + process.slice(at + removed);
      const files = { [processName]: edited, 'organization.yaml': organization };
      const { result, input } = await auditFiles(files);
      for (const { path, range } of result.findings) {
        const source = input.files.find((file) => file.path === path)?.source;
        if (source === undefined) throw new Error(`${path} has findings but was not checked`);
        const start = source.lines.offsetAt(range.start);
        const end = source.lines.offsetAt(range.end);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(source.text.length);
        expect(source.lines.positionAt(start)).toEqual(range.start);
      }
      expect(result.rules.filter(({ error }) => error !== undefined)).toEqual([]);
    }),
    { numRuns: 60, seed: 20_261_121 },
  );
}, 120_000);

test('an edited configuration either works or is refused at its place', async () => {
  const config = read('flowaudit.yaml');
  const edits = fc.record({
    at: fc.nat({ max: config.length }),
    removed: fc.nat({ max: 12 }),
    text: inserted,
  });
  await fc.assert(
    fc.asyncProperty(edits, async ({ at, removed, text }) => {
      const edited = config.slice(0, at) + text + config.slice(at + removed);
      const files = { [processName]: process, 'flowaudit.yaml': edited };
      const outcome: unknown = await auditFiles(files).catch((error: unknown) => error);
      const refused = outcome instanceof ConfigError;
      expect(refused || !(outcome instanceof Error)).toBe(true);
    }),
    { numRuns: 60, seed: 20_261_121 },
  );
}, 120_000);
