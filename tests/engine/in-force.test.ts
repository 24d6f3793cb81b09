import { describe, expect, test } from 'vitest';
import { auditFiles, libraryOf, processText, root, type RuleFields } from '../workspace/memory.ts';

const rule = {
  id: 'test/dated',
  applies: 'steps',
  holds: 'false',
  appliesFrom: '2026-01-01',
  until: '2026-06-30',
};

/** What a rule that always fails says on a day: `fail`, or why it is left out. */
async function on(asOf: string, fields: RuleFields = rule): Promise<string | undefined> {
  const files = { [`${root}/refund.process.yaml`]: processText() };
  const { result } = await auditFiles(files, libraryOf([fields]), { asOf });
  const [finding] = result.findings;
  return finding?.outcome ?? result.rules.find(({ id }) => id === rule.id)?.notApplicable;
}

describe('a rule with dates is in force on both of them and between', () => {
  test.each([
    ['2025-12-31', 'Not in force on 2025-12-31; in force from 2026-01-01.'],
    ['2026-01-01', 'fail'],
    ['2026-03-15', 'fail'],
    ['2026-06-30', 'fail'],
    ['2026-07-01', 'No longer in force on 2026-07-01; in force until 2026-06-30.'],
  ])('on %s: %s', async (asOf, said) => {
    expect(await on(asOf)).toBe(said);
  });
});

test('a rule with one date is open to the other side', async () => {
  const undated = { id: rule.id, applies: 'steps', holds: 'false' };
  expect(await on('2999-01-01', { ...undated, appliesFrom: '2026-01-01' })).toBe('fail');
  expect(await on('1999-01-01', { ...undated, until: '2026-06-30' })).toBe('fail');
});

test('the day is that of the request, else of flowaudit.yaml, else today', async () => {
  const header = 'apiVersion: flowaudit/v1\nkind: Config\n';
  const files = { [`${root}/refund.process.yaml`]: processText() };
  const dated = { ...files, [`${root}/flowaudit.yaml`]: `${header}asOf: 2026-02-02\n` };
  const library = libraryOf([rule]);
  const asOfs = await Promise.all([
    auditFiles(dated, library, { asOf: '2026-03-03', today: '2026-04-04' }),
    auditFiles(dated, library, { today: '2026-04-04' }),
    auditFiles(files, library, { today: '2026-04-04' }),
  ]);
  expect(asOfs.map(({ result }) => result.asOf)).toEqual([
    '2026-03-03',
    '2026-02-02',
    '2026-04-04',
  ]);
});

test('projects that state different days cannot be checked together without --as-of', async () => {
  const config = (asOf: string): string =>
    `apiVersion: flowaudit/v1\nkind: Config\nasOf: ${asOf}\n`;
  const files = {
    [`${root}/a/flowaudit.yaml`]: config('2026-01-01'),
    [`${root}/a/refund.process.yaml`]: processText(),
    [`${root}/b/flowaudit.yaml`]: config('2026-01-02'),
    [`${root}/b/refund.process.yaml`]: processText(),
  };
  await expect(auditFiles(files, libraryOf([]))).rejects.toThrow('2026-01-01, 2026-01-02');
  const { result } = await auditFiles(files, libraryOf([]), { asOf: '2026-01-03' });
  expect(result.asOf).toBe('2026-01-03');
});
