import type { FileSystem } from './file-system.ts';
import { isWithin, join, nameOf } from './paths.ts';

/** What a walk through a folder found. */
export interface Walk {
  /** YAML files, by path. */
  readonly files: readonly string[];
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
  const skippedFolders: string[] = [];
  const realRoot = fileSystem.realPath(root);
  const entered = new Set<string>();
  const enter = (folder: string): void => {
    const real = fileSystem.realPath(folder);
    if (entered.has(real)) return; // a link back up would never end
    entered.add(real);
    for (const name of [...fileSystem.list(folder)].toSorted()) {
      const path = join(folder, name);
      const kind = fileSystem.kindOf(path);
      if (kind === 'file' && /\.ya?ml$/.test(name)) {
        if (leaves(path)) skippedFolders.push(path);
        else files.push(path);
      } else if (kind === 'folder') {
        if (name === 'node_modules' || name.startsWith('.') || leaves(path)) skippedFolders.push(path);
        else enter(path);
      }
    }
  };
  const leaves = (path: string): boolean => !isWithin(fileSystem.realPath(path), realRoot);
  enter(root);
  return { files: files.toSorted(), skippedFolders };
}
