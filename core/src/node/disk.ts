import { createHash } from 'node:crypto';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import type { FileSystem } from '../workspace/file-system.ts';

/** The files of this machine. */
export const disk: FileSystem = {
  kindOf(name) {
    let stats: Stats | undefined;
    try {
      stats = statSync(name, { throwIfNoEntry: false });
    } catch {
      return 'file'; // There is something (a circle of links, say); reading it tells what is wrong.
    }
    if (stats === undefined) return 'missing';
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'missing';
  },
  list: (folder) => readdirSync(folder),
  read: (name) => readFileSync(name),
  hash: hashOf,
  realPath: (name) => toSlashes(realpathSync(name)),
};

/** Hashes by path, with the time and size for which they hold: evidence can be large. */
const hashes = new Map<string, { readonly state: string; readonly sha256: string }>();

function hashOf(name: string): string {
  const { mtimeMs, size } = statSync(name);
  const state = `${String(mtimeMs)} ${String(size)}`;
  const known = hashes.get(name);
  if (known?.state === state) return known.sha256;
  const sha256 = hashFile(name);
  hashes.set(name, { state, sha256 });
  return sha256;
}

function hashFile(name: string): string {
  const hash = createHash('sha256');
  const part = new Uint8Array(1024 * 1024);
  const file = openSync(name, 'r');
  try {
    for (;;) {
      const length = readSync(file, part, 0, part.length, null);
      if (length === 0) return hash.digest('hex');
      hash.update(part.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

/** An absolute path with `/` between folders, as the audit uses it. */
export function absolute(name: string): string {
  const resolved = toSlashes(path.resolve(name));
  return resolved.length > 1 ? resolved.replace(/\/$/, '') : resolved;
}

function toSlashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}
