import { describe, expect, test } from 'vitest';
import type { FileSystem } from '../../core/src/workspace/file-system.ts';
import { runAudit, type Run } from '../../core/src/workspace/run.ts';
import { auditFiles, libraryOf, memory, processText, root, type Files } from './memory.ts';

const library = libraryOf([]);

/** Audits on a file system that differs from one in memory at some points. */
function auditOn(files: Files, changes: Partial<FileSystem>): Promise<Run> {
  return runAudit({
    fileSystem: { ...memory(files), ...changes },
    library,
    workingDirectory: root,
    targets: [root],
    today: '2026-11-21',
    toolVersion: '0.0.0',
  });
}

const statuses = ({ result }: Run): readonly (readonly [string, string])[] =>
  result.files.map(({ path, status }) => [path, status]);

const denied = (path: string): never => {
  throw Object.assign(new Error(`no access to ${path}`), { code: 'EACCES' });
};

describe('a walk', () => {
  test('gives the same whatever order a folder lists its names in', async () => {
    const files = {
      [`${root}/b.process.yaml`]: processText('', 'b'),
      [`${root}/a/z.process.yaml`]: processText('', 'z'),
      [`${root}/a.process.yaml`]: processText('', 'a'),
    };
    const backwards = memory(files);
    const [one, two] = await Promise.all([
      auditFiles(files, library),
      auditOn(files, { list: (folder) => backwards.list(folder).toReversed() }),
    ]);
    expect(two.result).toEqual(one.result);
    expect(statuses(one).map(([path]) => path)).toEqual([
      'a.process.yaml',
      'a/z.process.yaml',
      'b.process.yaml',
    ]);
  });

  test('skips node_modules and dot folders, and says how many', async () => {
    const run = await auditFiles(
      {
        [`${root}/a.process.yaml`]: processText(),
        [`${root}/node_modules/x/x.process.yaml`]: 'id: x\n',
        [`${root}/sub/node_modules/x.process.yaml`]: 'id: x\n',
        [`${root}/.cache/x.process.yaml`]: 'id: x\n',
      },
      library,
    );
    expect(statuses(run)).toEqual([['a.process.yaml', 'checked']]);
    expect(run.gathered.skippedFolders).toBe(3);
  });

  test('does not follow links that leave its folder', async () => {
    const files = {
      [`${root}/a.process.yaml`]: processText(),
      [`${root}/link/x.process.yaml`]: 'id: x\n',
    };
    const run = await auditOn(files, {
      realPath: (path) => (path.startsWith(`${root}/link`) ? '/elsewhere' : path),
    });
    expect(statuses(run)).toEqual([['a.process.yaml', 'checked']]);
    expect(run.gathered.skippedFolders).toBe(1);
  });

  test('of a folder that cannot be listed is a failure, and no crash', async () => {
    const files = {
      [`${root}/a.process.yaml`]: processText(),
      [`${root}/private/x.process.yaml`]: 'id: x\n',
    };
    const memorized = memory(files);
    const run = await auditOn(files, {
      list: (folder) => (folder === `${root}/private` ? denied(folder) : memorized.list(folder)),
    });
    expect(run.result.files).toMatchObject([
      { path: 'a.process.yaml', status: 'checked' },
      {
        path: 'private',
        status: 'failed',
        reason: 'The file cannot be read (EACCES). Check its access rights.',
      },
    ]);
    expect(run.exitCode).toBe(2);
  });

  test('meets a file that cannot be read: a failure with an empty hash', async () => {
    const files = { [`${root}/a.process.yaml`]: processText() };
    const run = await auditOn(files, { read: denied });
    expect(run.result.files).toEqual([
      {
        path: 'a.process.yaml',
        sha256: '',
        status: 'failed',
        reason: 'The file cannot be read (EACCES). Check its access rights.',
      },
    ]);
    expect(run.exitCode).toBe(2);
  });

  test('may leave out what cannot be read', async () => {
    const config = 'apiVersion: flowaudit/v1\nkind: Config\nexclude: [old/**]\n';
    const files = {
      [`${root}/flowaudit.yaml`]: config,
      [`${root}/a.process.yaml`]: processText(),
      [`${root}/old/x.process.yaml`]: 'id: x\n',
    };
    const memorized = memory(files);
    const read = (path: string): Uint8Array =>
      path.endsWith('x.process.yaml') ? denied(path) : memorized.read(path);
    const run = await auditOn(files, { read });
    expect(run.result.files.at(-1)).toEqual({
      path: 'old/x.process.yaml',
      sha256: '',
      status: 'skipped',
      reason: 'Left out by include or exclude in flowaudit.yaml.',
    });
    expect(run.exitCode).toBe(0);
  });

  test('with a flowaudit.yaml that cannot be read stops, and says so', async () => {
    const files = { [`${root}/flowaudit.yaml`]: 'x', [`${root}/a.process.yaml`]: processText() };
    await expect(auditOn(files, { read: denied })).rejects.toThrow(
      'flowaudit.yaml cannot be read. Check its access rights.',
    );
  });
});

describe('include and exclude', () => {
  const files = {
    [`${root}/sales/a.process.yaml`]: processText('', 'a'),
    [`${root}/service/b.process.yaml`]: processText('', 'b'),
    [`${root}/service/old/c.process.yaml`]: processText('', 'c'),
  };
  const checked = async (lines: string, targets = [root]): Promise<readonly string[]> => {
    const config = `apiVersion: flowaudit/v1\nkind: Config\n${lines}`;
    const run = await auditFiles({ ...files, [`${root}/flowaudit.yaml`]: config }, library, {
      targets,
    });
    return statuses(run).flatMap(([path, status]) => (status === 'checked' ? [path] : []));
  };

  test('choose what a walk checks; the configuration itself is always checked', async () => {
    expect(await checked('include: [service/**]\nexclude: ["**/old/**"]\n')).toEqual([
      'flowaudit.yaml',
      'service/b.process.yaml',
    ]);
  });

  test('are read from the folder of flowaudit.yaml, whatever folder was named', async () => {
    const lines = 'include: [service/**]\nexclude: ["**/old/**"]\n';
    expect(await checked(lines, [`${root}/service`])).toEqual(['service/b.process.yaml']);
  });

  test('with a pattern that matches nothing stop the run, which would check less than was meant', async () => {
    await expect(checked('include: [servce/**]\n')).rejects.toThrow(
      'flowaudit.yaml: include “servce/**” matches no file.',
    );
  });

  test('are no matter for a file that is named', async () => {
    expect(await checked('include: [sales/**]\n', [`${root}/service/b.process.yaml`])).toEqual([
      'service/b.process.yaml',
    ]);
  });
});

test('each file is judged by the flowaudit.yaml above it', async () => {
  const config = (severity: string): string =>
    `apiVersion: flowaudit/v1\nkind: Config\nrules: { test/steps: ${severity} }\n`;
  const rules = libraryOf([{ id: 'test/steps', applies: 'steps', holds: 'false' }]);
  const { result } = await auditFiles(
    {
      [`${root}/a/flowaudit.yaml`]: config('warning'),
      [`${root}/a/x.process.yaml`]: processText('', 'x'),
      [`${root}/b/flowaudit.yaml`]: config('off'),
      [`${root}/b/y.process.yaml`]: processText('', 'y'),
      [`${root}/z.process.yaml`]: processText('', 'z'),
    },
    rules,
  );
  expect(result.findings.map(({ path, severity }) => [path, severity])).toEqual([
    ['a/x.process.yaml', 'warning'],
    ['z.process.yaml', 'error'],
  ]);
  // The rule counts at the gravest severity that it has anywhere.
  expect(result.rules.find(({ id }) => id === 'test/steps')).toMatchObject({
    severity: 'error',
    fail: 2,
  });
});
