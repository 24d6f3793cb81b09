import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flowaudit, repository, type Ended } from './command.ts';
import { scratch } from './scratch.ts';

const sample = path.join(repository, 'samples/complaint-handling/declared');

/** Two surroundings that have nothing in common but the files. */
const here = { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' };
const there = {
  TZ: 'America/Anchorage',
  LANG: 'zh_CN.UTF-8',
  LC_ALL: 'zh_CN.UTF-8',
  HOME: '/nowhere',
};

/** The sample in a folder of its own, its files written in the order of their names or against it. */
function copyOfSample(parent: string, order: 'forward' | 'backward'): string {
  const cwd = scratch({});
  const names = readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(sample, path.join(entry.parentPath, entry.name)))
    .toSorted();
  for (const name of order === 'forward' ? names : names.toReversed()) {
    const target = path.join(cwd, parent, 'declared', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(sample, name)));
  }
  return path.join(cwd, parent);
}

async function inBothPlaces(
  args: readonly string[],
): Promise<readonly [Ended & { cwd: string }, Ended & { cwd: string }]> {
  const first = copyOfSample('a', 'forward');
  const second = copyOfSample('other parent/深 folder', 'backward');
  const [one, two] = await Promise.all([
    flowaudit(args, { cwd: first, env: here }),
    flowaudit(args, { cwd: second, env: there }),
  ]);
  return [
    { ...one, cwd: first },
    { ...two, cwd: second },
  ];
}

describe.each(['zh', 'en'])(
  'in %s, whatever the time zone, the system language and the folder above,',
  (locale) => {
    const common = ['declared', '--locale', locale, '--as-of', '2026-11-21'];

    test.each(['text', 'json'])(
      '%s has the same bytes, and nothing of the machine',
      async (format) => {
        const [one, two] = await inBothPlaces(['check', ...common, '--format', format]);
        expect(one.stdout).toContain('declared/complaint-handling.process.yaml');
        expect(two.stdout).toBe(one.stdout);
        expect(two.exitCode).toBe(one.exitCode);
        for (const { stdout, cwd } of [one, two]) {
          expect(stdout).not.toContain(cwd);
          expect(stdout).not.toContain(path.dirname(cwd));
          expect(stdout).not.toContain(repository);
        }
      },
    );

    test('the report has the same bytes', async () => {
      const [one, two] = await inBothPlaces(['report', ...common, '--output', 'report.pdf']);
      const [left, right] = [one, two].map(({ cwd }) => readFileSync(path.join(cwd, 'report.pdf')));
      expect(left?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(left?.length).toBeGreaterThan(10_000);
      expect(right?.equals(left ?? Buffer.of())).toBe(true);
    });
  },
);

test('the as-of date is the day in UTC, not in the time zone of the machine', async () => {
  const [one, two] = await inBothPlaces(['check', 'declared', '--format', 'json']);
  const dates = [one, two].map(({ stdout }) => /"asOf": "([^"]+)"/.exec(stdout)?.[1]);
  // The two zones are 23 hours apart; only at midnight in UTC may the runs fall on two days.
  const days = [0, 1].map((day) =>
    new Date(Date.now() - day * 86_400_000).toISOString().slice(0, 10),
  );
  expect(days).toContain(dates[0]);
  expect(dates[1]).toBe(dates[0]);
});
