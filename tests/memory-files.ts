import { createHash } from 'node:crypto';
import type { FileSystem } from '../core/src/workspace/file-system.ts';
import { runAudit, type Run, type RunRequest } from '../core/src/workspace/run.ts';
import { library } from './rules/library.ts';

/** Files that exist only in memory, by path below `/project`. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  const below = (folder: string): string[] =>
    [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
  const read = (path: string): Uint8Array => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`${path} does not exist`);
    return new TextEncoder().encode(text);
  };
  return {
    kindOf: (path) => (texts.has(path) ? 'file' : below(path).length > 0 ? 'folder' : 'missing'),
    list: (folder) => [
      ...new Set(below(folder).map((path) => path.slice(folder.length + 1).split('/')[0] ?? '')),
    ],
    read,
    hash: (path) => createHash('sha256').update(read(path)).digest('hex'),
    realPath: (path) => path,
  };
}

/** Audits the whole project, or what `more` names instead. */
export function auditFiles(
  files: Readonly<Record<string, string>>,
  more: Partial<RunRequest> = {},
): Promise<Run> {
  return runAudit({
    fileSystem: memoryFiles(files),
    library,
    workingDirectory: '/project',
    targets: ['/project'],
    today: '2026-11-21',
    toolVersion: '0.0.0',
    ...more,
  });
}
