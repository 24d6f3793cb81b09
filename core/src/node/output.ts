import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ConfigError } from '../workspace/config.ts';

/** How each form of our output is known, so that a rerun may replace it and nothing else is lost. */
const ownOutput = {
  pdf: /^%PDF-/,
  json: /"kind": "AuditResult"/,
  text: /^FlowAudit \d/m,
} as const;

export interface WriteOptions {
  readonly path: string;
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
  const { path, inputs } = options;
  if (inputs.includes(path)) throw new ConfigError('cli.outputInput', { path });
  const partial = `${path}.partial-${String(process.pid)}`;
  try {
    if (existsSync(path)) {
      if (statSync(path).isDirectory()) throw new ConfigError('cli.outputFolder', { path });
      if (!options.force && !isOwnOutput(path, options.form)) {
        throw new ConfigError('cli.outputForeign', { path });
      }
    }
    writeFileSync(partial, content, { flag: 'wx' });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof ConfigError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError('cli.outputFailed', { path, reason });
  }
}

function isOwnOutput(path: string, form: keyof typeof ownOutput): boolean {
  const { size } = statSync(path);
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
