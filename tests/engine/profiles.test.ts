import { expect, test } from 'vitest';
import { auditFiles, libraryOf, processText, root } from '../workspace/memory.ts';

const header = 'apiVersion: flowaudit/v1\nkind: Config\n';

/** A rule that only speaks where the profile is on. */
const strict = {
  id: 'test/strict',
  applies: 'steps["strict_separate_consent" in $profiles]',
  holds: 'false',
};

/** What the rule says of two projects with one process each, by the folder of the project. */
async function spoken(configs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(configs).flatMap(([folder, config]) => [
    [`${root}/${folder}/flowaudit.yaml`, header + config],
    [`${root}/${folder}/refund.process.yaml`, processText()],
  ]);
  const { result } = await auditFiles(Object.fromEntries(files), libraryOf([strict]), {});
  return result.findings.map(({ path }) => path);
}

test('rules read the profiles that flowaudit.yaml switches on, each project its own', async () => {
  expect(await spoken({ a: 'profiles: [strict_separate_consent]\n', b: '' })).toEqual([
    'a/refund.process.yaml',
  ]);
  expect(await spoken({ a: '', b: 'profiles: []\n' })).toEqual([]);
  expect(
    await spoken({
      a: 'profiles: [enforce_recommended_standards]\n',
      b: 'profiles: [enforce_recommended_standards, strict_separate_consent]\n',
    }),
  ).toEqual(['b/refund.process.yaml']);
});

test('an unknown profile is refused with the one that was meant', async () => {
  await expect(spoken({ a: 'profiles: [strict_seperate_consent]\n' })).rejects.toThrow(
    'strict_separate_consent',
  );
});

/** The severities of three rules that always fail, by rule. */
async function severitiesWith(config: string): Promise<Readonly<Record<string, string>>> {
  const rule = { applies: 'steps', holds: 'false' } as const;
  const standard = [{ law: 'GB/T 47746-2026', article: '5' }];
  const rules = [
    { ...rule, id: 'test/standard', severity: 'info', references: standard },
    { ...rule, id: 'test/law', severity: 'info', references: [{ law: 'PIPL', article: '73' }] },
    { ...rule, id: 'test/strict', severity: 'error', references: standard },
  ] as const;
  const files = {
    [`${root}/flowaudit.yaml`]: header + config,
    [`${root}/refund.process.yaml`]: processText(),
  };
  const { result } = await auditFiles(files, libraryOf(rules), {});
  return Object.fromEntries(result.findings.map(({ rule: id, severity }) => [id, severity]));
}

test('recommended standards are warned of where the profile says so, and nothing else changes', async () => {
  expect(await severitiesWith('')).toEqual({
    'test/standard': 'info',
    'test/law': 'info',
    'test/strict': 'error',
  });
  expect(await severitiesWith('profiles: [enforce_recommended_standards]\n')).toEqual({
    'test/standard': 'warning',
    'test/law': 'info',
    'test/strict': 'error',
  });
});

test('a severity that flowaudit.yaml sets for a rule wins over the profile', async () => {
  const config = 'profiles: [enforce_recommended_standards]\nrules: { test/standard: info }\n';
  expect((await severitiesWith(config))['test/standard']).toBe('info');
});
