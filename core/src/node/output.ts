import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { ConfigError } from '../workspace/config.ts';

/** How each form of our output is known, so that a rerun may replace it and nothing else is lost. */
const ownOutput = {
  pdf: /^%PDF-/,
  json: /"kind": "AuditResult"/,
  text: /^FlowAudit \d/m,
} as const;

export interface WriteOptions {
  /** Absolute. */
  readonly path: string;
  /** The path as its author wrote it, for messages; `path` when absent. */
  readonly name?: string;
  readonly form: keyof typeof ownOutput;
  /** Absolute paths that were read and must not be written. */
  readonly inputs: readonly string[];
  readonly force: boolean;
}

/**
 * Writes a result beside its target and renames it there, so that a crash leaves the old file.
 *
 * @throws ConfigError when the target is a folder, an input, or somebody else's file
 */
export function writeOutput(content: string | Uint8Array, options: WriteOptions): void {
  const { inputs, name = options.path } = options;
  try {
    if (inputs.includes(options.path)) throw new ConfigError('cli.outputInput', { path: name });
    const stats = statSync(options.path, { throwIfNoEntry: false });
    if (stats === undefined) {
      replaceFile(options.path, content);
    } else if (stats.isDirectory()) {
      throw new ConfigError('cli.outputFolder', { path: name });
    } else if (stats.isFile()) {
      // Through links: the file behind one is replaced, and a rename would replace the link.
      const path = realpathSync(options.path);
      refuseLoss(path, stats.size, { ...options, name });
      replaceFile(path, content);
    } else {
      writeFileSync(options.path, content); // a device or a pipe, which holds nothing to lose
    }
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError('cli.outputFailed', { path: name, reason });
  }
}

function replaceFile(path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial-${String(process.pid)}`;
  try {
    writeFileSync(partial, content, { flag: 'wx' });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** @throws ConfigError when the target is an input, or somebody else's file */
function refuseLoss(
  path: string,
  size: number,
  { inputs, name, force, form }: Required<WriteOptions>,
): void {
  if (inputs.some((input) => existsSync(input) && isSameFile(input, path))) {
    throw new ConfigError('cli.outputInput', { path: name });
  }
  if (!force && !isOwnOutput(path, size, form)) {
    throw new ConfigError('cli.outputForeign', { path: name });
  }
}

function isSameFile(input: string, path: string): boolean {
  const [left, right] = [statSync(input), statSync(path)];
  return left.ino === right.ino && left.dev === right.dev;
}

function isOwnOutput(path: string, size: number, form: keyof typeof ownOutput): boolean {
  if (size === 0) return true;
  const file = openSync(path, 'r');
  try {
    // Text ends with the line that tells; the other forms begin with it.
    const length = Math.min(size, 4096);
    const bytes = new Uint8Array(length);
    readSync(file, bytes, 0, length, form === 'text' ? size - length : 0);
    return ownOutput[form].test(new TextDecoder().decode(bytes));
  } finally {
    closeSync(file);
  }
}
