import type { SourceStatus, VerifySource } from '../model/evidence.ts';
import type { FileSystem } from './file-system.ts';
import { foldersAbove, folderOf, join, resolve } from './paths.ts';

/**
 * The paths of files that belong to the files of a folder: those whose name fits, in the folder
 * itself, its `evidence` folder, and the folders above it up to `top`; nearest first.
 */
export function companionsOf(
  fileSystem: FileSystem,
  folder: string,
  top: string,
  name: RegExp,
): readonly string[] {
  const above = foldersAbove(folder);
  const end = above.indexOf(top);
  return above
    .slice(0, end === -1 ? 1 : end + 1)
    .flatMap((each) =>
      [each, join(each, 'evidence')].flatMap((place) => namesIn(fileSystem, place, name)),
    );
}

function namesIn(fileSystem: FileSystem, folder: string, name: RegExp): readonly string[] {
  if (fileSystem.kindOf(folder) !== 'folder') return [];
  try {
    const names = [...fileSystem.list(folder)].toSorted();
    return names.filter((each) => name.test(each)).map((each) => join(folder, each));
  } catch {
    return []; // the walk, or whoever named the folder, reports that it cannot be read
  }
}

/** Checks the files that an evidence file names, whose paths are relative to it. */
export function verifierFor(fileSystem: FileSystem, evidencePath: string): VerifySource {
  const folder = folderOf(evidencePath);
  return (file, sha256): SourceStatus => {
    const path = resolve(folder, file.replaceAll('\\', '/'));
    if (fileSystem.kindOf(path) !== 'file') return 'missing';
    if (sha256 === undefined || !/^[0-9a-fA-F]{64}$/.test(sha256)) return 'unhashed';
    return fileSystem.hash(path) === sha256.toLowerCase() ? 'verified' : 'changed';
  };
}
