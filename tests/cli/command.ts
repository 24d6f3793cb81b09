import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of the command left behind. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const launcher = fileURLToPath(new URL('../../core/bin/flowaudit.js', import.meta.url));
const built = fileURLToPath(new URL('../../core/dist/cli/main.js', import.meta.url));

/** Runs the built command as a user does: in a process of its own, without a terminal. */
export function flowaudit(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  return runNode([launcher, ...args], options);
}

/** Runs Node with nothing in its environment that changes what a program prints. */
export function runNode(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  if (!existsSync(built)) {
    throw new Error(`${built} is missing; run “npm run build --workspace core” first`);
  }
  const environment = { PATH: process.env['PATH'] ?? '', ...env };
  return new Promise((resolve, reject) => {
    const options = { cwd, env: environment, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (child.exitCode === null) reject(error ?? new Error('the command was ended by a signal'));
      else resolve({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

/** The root of the repository, in which `samples` stands. */
export const repository = path.dirname(path.dirname(path.dirname(launcher)));
