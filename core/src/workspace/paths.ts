/** The folder of a path; a root (`/`, `C:`) is its own folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return path;
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name below a folder. */
export function join(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** What a relative path means as seen from a folder; the inverse of `relativeTo`. */
export function resolve(folder: string, relative: string): string {
  let reached = folder;
  for (const part of relative.split('/')) {
    if (part === '..') reached = folderOf(reached);
    else if (part !== '' && part !== '.') reached = join(reached, part);
  }
  return reached;
}

/** A folder and those above it, nearest first. */
export function foldersAbove(folder: string): readonly string[] {
  const folders = [folder];
  for (let above = folderOf(folder); above !== folders.at(-1); above = folderOf(above)) {
    folders.push(above);
  }
  return folders;
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** A path as seen from a folder, going up by `..` where it must. */
export function relativeTo(folder: string, path: string): string {
  if (path === folder) return '.';
  const up: string[] = [];
  for (const above of foldersAbove(folder)) {
    if (isWithin(path, above)) {
      const rest = path.slice(above === '/' ? 1 : above.length + 1);
      return [...up, ...(rest === '' ? [] : [rest])].join('/');
    }
    up.push('..');
  }
  return path;
}
