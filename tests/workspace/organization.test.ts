import { describe, expect, test } from 'vitest';
import type { RunRequest } from '../../core/src/workspace/run.ts';
import { auditFiles, libraryOf, organizationText, processText, type Files } from './memory.ts';

/** Fails at every process and says in its place which organisation the process found. */
const library = libraryOf([
  {
    id: 'test/found',
    applies: 'process',
    holds: '$organization.id = "none"',
    needs: [],
    related: '[$organization]',
  },
]);

const process = '/top/repository/area/team/refund.process.yaml';

/** Where the organisation of the process was found; nothing when it was not. */
async function lookup(
  files: Files,
  request: Partial<RunRequest> = {},
): Promise<string | undefined> {
  const { result } = await auditFiles({ [process]: processText(), ...files }, library, {
    workingDirectory: '/top',
    targets: ['/top/repository/area'],
    ...request,
  });
  const finding = result.findings.find(
    ({ rule, path }) => rule === 'test/found' && path.endsWith('refund.process.yaml'),
  );
  return finding?.related[0]?.path;
}

const git = { '/top/repository/.git/HEAD': 'x' };
const organization = organizationText();
const config = 'apiVersion: flowaudit/v1\nkind: Config\n';

describe('a process finds its organisation', () => {
  test('in its own folder', async () => {
    const files = { '/top/repository/area/team/organization.yaml': organization, ...git };
    expect(await lookup(files)).toBe('repository/area/team/organization.yaml');
  });

  test('in a folder above, the nearest first', async () => {
    const files = {
      '/top/repository/area/organization.yaml': organization,
      '/top/repository/organization.yaml': organization,
      ...git,
    };
    expect(await lookup(files)).toBe('repository/area/organization.yaml');
  });

  test('above the folder that was named, up to the root of the repository', async () => {
    expect(await lookup({ '/top/repository/organization.yaml': organization, ...git })).toBe(
      'repository/organization.yaml',
    );
  });

  test('not above the root of the repository', async () => {
    expect(await lookup({ '/top/organization.yaml': organization, ...git })).toBe(undefined);
  });

  test('in the folder of flowaudit.yaml, and not above it', async () => {
    const configured = { '/top/repository/area/flowaudit.yaml': config, ...git };
    const inside = { ...configured, '/top/repository/area/organization.yaml': organization };
    const above = { ...configured, '/top/repository/organization.yaml': organization };
    expect(await lookup(inside)).toBe('repository/area/organization.yaml');
    expect(await lookup(above)).toBe(undefined);
  });

  test('not above the folder that was named, where there is neither', async () => {
    const inside = { '/top/repository/area/organization.yaml': organization };
    const above = { '/top/repository/organization.yaml': organization };
    expect(await lookup(inside)).toBe('repository/area/organization.yaml');
    expect(await lookup(above)).toBe(undefined);
  });

  test('in its own folder alone, where the file itself was named and there is neither', async () => {
    const targets = [process];
    const beside = { '/top/repository/area/team/organization.yaml': organization };
    const above = { '/top/repository/area/organization.yaml': organization };
    expect(await lookup(beside, { targets })).toBe('repository/area/team/organization.yaml');
    expect(await lookup(above, { targets })).toBe(undefined);
  });

  test('the same one whatever was named: file, folder or repository', async () => {
    const files = { '/top/repository/organization.yaml': organization, ...git };
    const targets = ['/top', '/top/repository', '/top/repository/area', process];
    const found = await Promise.all(targets.map((target) => lookup(files, { targets: [target] })));
    expect(found).toEqual(targets.map(() => 'repository/organization.yaml'));
  });

  test('in its own stream before any other file', async () => {
    const files = {
      [process]: `${processText()}---\n${organization}`,
      '/top/repository/area/team/organization.yaml': organization,
      ...git,
    };
    expect(await lookup(files)).toBe('repository/area/team/refund.process.yaml');
  });

  test('in itself before any other', async () => {
    const library2 = libraryOf([
      { id: 'test/name', applies: 'process', holds: '$organization.role = "processor"' },
    ]);
    const files = {
      [process]: processText('organization: { role: processor }\n'),
      '/top/repository/area/team/organization.yaml': organizationText('role: controller\n'),
      ...git,
    };
    const { result } = await auditFiles(files, library2, {
      workingDirectory: '/top',
      targets: [process],
    });
    expect(result.findings).toEqual([]);
  });

  test('that cannot be read, which fails the run', async () => {
    const files = {
      [process]: processText(),
      '/top/repository/area/organization.yaml': 'id: x\n',
      ...git,
    };
    const request = { workingDirectory: '/top', targets: [process] };
    const { result, exitCode } = await auditFiles(files, library, request);
    expect(result.files.map(({ path, status }) => [path, status])).toEqual([
      ['repository/area/organization.yaml', 'failed'],
      ['repository/area/team/refund.process.yaml', 'checked'],
    ]);
    expect(exitCode).toBe(2);
  });
});

test('an organisation without a process is judged by itself', async () => {
  const own = libraryOf([{ id: 'test/role', applies: 'organization', holds: '$exists(role)' }]);
  const files = { '/top/organization.yaml': organization };
  const { result } = await auditFiles(files, own, { workingDirectory: '/top', targets: ['/top'] });
  expect(result.findings.map(({ path, rule }) => [path, rule])).toEqual([
    ['organization.yaml', 'test/role'],
  ]);
});

test('a shared role of the organisation is declared for its processes', async () => {
  const own = libraryOf([{ id: 'test/resolves', applies: 'references', holds: 'resolves' }]);
  const audit = (lines: string) =>
    auditFiles(
      {
        '/top/organization.yaml': organizationText(lines),
        '/top/refund.process.yaml': processText('owner: lead\n'),
      },
      own,
      { workingDirectory: '/top', targets: ['/top'] },
    );
  const [without, withRole] = await Promise.all([
    audit(''),
    audit('roles: { lead: { name: Lead } }\n'),
  ]);
  expect(without.result.findings.map(({ pointer }) => pointer)).toEqual(['/owner']);
  expect(withRole.result.findings).toEqual([]);
});
