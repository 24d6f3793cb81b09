/**
 * The files an audit may read. The caller supplies it: the command line from disk, the editor from
 * disk with unsaved buffers on top, a test from memory.
 *
 * Paths are absolute with `/` between folders.
 */
export interface FileSystem {
  /**
   * Links are followed; a path that is neither file nor folder (a socket) counts as missing, and
   * one that is there but cannot be looked at as a file, which `read` then refuses.
   */
  kindOf(path: string): 'file' | 'folder' | 'missing';
  /** The names in a folder, in any order. @throws Error when it cannot be read */
  list(folder: string): readonly string[];
  /** @throws Error when it cannot be read */
  read(path: string): Uint8Array;
  /** Hex SHA-256 of a file's bytes. @throws Error when it cannot be read */
  hash(path: string): string;
  /** The path with all links resolved. @throws Error when it does not exist */
  realPath(path: string): string;
}
