import type { FileSystem } from './file-system.ts';
import { isWithin, join, nameOf } from './paths.ts';

/** What a walk through a folder found. */
export interface Walk {
  /** YAML files, by path, and what has the name of one of ours and is no file. */
  readonly files: readonly string[];
  /** Folders whose names could not be read, and why. */
  readonly unreadableFolders: ReadonlyMap<string, unknown>;
  /** Folders that were not entered: `node_modules`, dot folders, links that leave the root. */
  readonly skippedFolders: readonly string[];
}

/** Whether a file's name is one of ours, so that it must be readable and carry our header. */
export function hasOurName(path: string): boolean {
  const name = nameOf(path);
  return (
    /\.(?:process|evidence)\.ya?ml$/.test(name) ||
    /^(?:organization|waivers|flowaudit)\.ya?ml$/.test(name)
  );
}

/** Finds the YAML files below a folder, in code-unit order, each file once. */
export function walk(fileSystem: FileSystem, root: string): Walk {
  const files: string[] = [];
  const unreadableFolders = new Map<string, unknown>();
  const skippedFolders: string[] = [];
  const realRoot = fileSystem.realPath(root);
  const entered = new Set<string>();
  const namesIn = (folder: string): readonly string[] => {
    try {
      return [...fileSystem.list(folder)].toSorted();
    } catch (error) {
      unreadableFolders.set(folder, error);
      return [];
    }
  };
  const enter = (folder: string): void => {
    const real = fileSystem.realPath(folder);
    if (entered.has(real)) return; // a link back up would never end
    entered.add(real);
    for (const name of namesIn(folder)) {
      const path = join(folder, name);
      const kind = fileSystem.kindOf(path);
      if (kind === 'file' && /\.ya?ml$/.test(name)) {
        if (leaves(fileSystem, path, realRoot)) skippedFolders.push(path);
        else files.push(path);
      } else if (kind === 'folder') {
        const isHidden = name === 'node_modules' || name.startsWith('.');
        if (isHidden || leaves(fileSystem, path, realRoot)) skippedFolders.push(path);
        else enter(path);
      } else if (kind === 'missing' && hasOurName(path) && !name.startsWith('.')) {
        files.push(path); // a link to nothing; those of editors (`.#name`) are theirs
      }
    }
  };
  enter(root);
  return { files: files.toSorted(), unreadableFolders, skippedFolders };
}

/** Whether a path is a link to somewhere outside a folder; a link to nowhere is not. */
function leaves(fileSystem: FileSystem, path: string, realRoot: string): boolean {
  let real: string;
  try {
    real = fileSystem.realPath(path);
  } catch {
    return false; // Reading it tells what is wrong.
  }
  return !isWithin(real, realRoot);
}
