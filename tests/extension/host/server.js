import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serverMain, serverNode } from './install.js';
import { withoutNpmVariables } from './npm.js';

/** Lines of output kept for the message when something goes wrong. */
const keptLines = 60;

/** The server says this for each log file: the module that writes them needs a compiler. */
const missingModule = /Error: Could not locate the bindings file[^]*?\n\}\n/g;

const leashedServer = fileURLToPath(new URL('leashed-server.js', import.meta.url));

/**
 * Starts the VS Code server on a free port of this machine only. It leads a process group of its
 * own, so that `stop()` reaches every process it starts.
 *
 * `ended` rejects when the server ends without `stop()`.
 */
export function startServer({ directory, extensionsDir, token, locale, env, workspaceTrust }) {
  const args = [
    '--host=127.0.0.1',
    '--port=0',
    `--connection-token=${token}`,
    ...serverFolders(directory, extensionsDir),
    `--locale=${locale}`,
    '--telemetry-level=off',
    // Without this flag the workbench ignores the path of the tests and nothing ever runs.
    '--enable-smoke-test-driver',
    // The environment is the one given here, not what the login scripts of a shell make of it.
    '--force-disable-user-env',
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
  ];
  const child = spawn(serverNode, [leashedServer, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...serverEnvironment(directory), ...env },
  });
  const log = keepLog(child);
  const exit = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const ended = exit.then((code) => {
    throw new Error(`The VS Code server ended (${code}).`);
  });
  // Only who waits for something to happen wants to hear of it.
  ended.catch(() => {});
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const patience = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
    await exit;
    clearTimeout(patience);
    signalGroup(child, 'SIGKILL');
  };
  return { port: Promise.race([listeningPort(child), ended]), ended, log, stop };
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Installs a VSIX, as `code --install-extension` does. */
export function installVsix(vsix, { directory, extensionsDir }) {
  const args = [...serverFolders(directory, extensionsDir), `--install-extension=${vsix}`];
  const child = spawn(serverNode, [serverMain, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(directory),
  });
  const log = keepLog(child);
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${vsix} could not be installed:\n${log.join('\n')}`)),
    );
  });
}

function serverFolders(directory, extensionsDir) {
  return [
    '--accept-server-license-terms',
    `--server-data-dir=${directory}`,
    `--user-data-dir=${join(directory, 'data')}`,
    ...(extensionsDir ? [`--extensions-dir=${extensionsDir}`] : []),
  ];
}

function serverEnvironment(directory) {
  // A terminal inside VS Code sets variables by which a new server would join the running one.
  const entries = Object.entries(withoutNpmVariables(process.env)).filter(
    ([name]) => !/^(VSCODE|ELECTRON)_/.test(name),
  );
  return {
    ...Object.fromEntries(entries),
    // Sockets, caches and the temporary files of extensions go where `directory` is removed.
    XDG_RUNTIME_DIR: directory,
    XDG_CACHE_HOME: directory,
    TMPDIR: directory,
    // No marketplace: a test must not depend on what it offers today, or on a network.
    EXTENSIONS_GALLERY: '{}',
  };
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('The VS Code server did not start within 60 seconds.'));
    const timer = setTimeout(late, 60_000);
    child.stdout.on('data', (chunk) => {
      const match = /Extension host agent listening on (\d+)/.exec(String(chunk));
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    });
    child.once('exit', () => clearTimeout(timer));
  });
}

function keepLog(child) {
  const lines = [];
  const keep = (chunk) => {
    lines.push(...String(chunk).replace(missingModule, '').trimEnd().split('\n'));
    lines.splice(0, lines.length - keptLines);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => keep(error.message));
  return lines;
}
