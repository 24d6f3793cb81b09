import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileSystem } from '../workspace/file-system.ts';

/** The files of this machine. */
export const disk: FileSystem = {
  kindOf(name) {
    const stats = statSync(name, { throwIfNoEntry: false, bigint: false });
    if (stats === undefined) return 'missing';
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'missing';
  },
  list: (folder) => readdirSync(folder),
  read: (name) => readFileSync(name),
  realPath: (name) => toSlashes(realpathSync(name)),
};

/** An absolute path with `/` between folders, as the audit uses it. */
export function absolute(name: string): string {
  const resolved = toSlashes(path.resolve(name));
  return resolved.length > 1 ? resolved.replace(/\/$/, '') : resolved;
}

function toSlashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}
