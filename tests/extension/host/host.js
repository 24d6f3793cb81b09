#!/usr/bin/env node
/**
 * Stands in for the VS Code executable where the desktop build cannot be had or shown: takes the
 * arguments that `runTests` of @vscode/test-electron passes, and exits with the code of the suite.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { installHost } from './install.js';
import { installVsix } from './server.js';
import { openSession } from './session.js';

/** Seconds for a whole suite; a page that never starts it would otherwise wait for ever. */
const limit = Number(process.env.FLOWAUDIT_HOST_TIMEOUT ?? 300);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // The desktop build has many more options than matter here.
  strict: false,
  options: {
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentPath: { type: 'string', multiple: true },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    'user-data-dir': { type: 'string' },
    locale: { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
  },
});

let session;
let ending;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => end(code));
}
try {
  await installExtensions(values['install-extension'] ?? []);
  await end(values.extensionTestsPath ? await runSuite() : 0);
} catch (error) {
  if (!ending) console.error(`Test host: ${error.message}`);
  await end(1);
}

async function installExtensions(files) {
  if (files.length === 0) return;
  await installHost();
  const directory = mkdtempSync(join(tmpdir(), 'flowaudit-vscode-'));
  try {
    for (const file of files) {
      await installVsix(resolve(file), { directory, extensionsDir: values['extensions-dir'] });
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function runSuite() {
  // Installing has its own pace; the time limit is for the suite.
  await installHost();
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(lateMessage())), limit * 1000);
  });
  session = openSession({
    workspace: resolve(positionals[0] ?? '.'),
    extensionDevelopmentPaths: values.extensionDevelopmentPath,
    extensionsDir: values['extensions-dir'],
    testsPath: values.extensionTestsPath,
    locale: values.locale,
    workspaceTrust: !values['disable-workspace-trust'],
  });
  const finished = session.then(({ exit }) => exit);
  try {
    return await Promise.race([finished, late]);
  } finally {
    clearTimeout(timer);
  }
}

function lateMessage() {
  return (
    `the suite did not end within ${limit} seconds. Is a test waiting for something that never ` +
    'happens? Set FLOWAUDIT_HOST_TIMEOUT to allow more seconds.'
  );
}

/** The first reason to end decides the exit code: closing the session makes the suite fail, too. */
function end(code) {
  ending ??= (async () => {
    await session?.then(({ close }) => close()).catch(() => {});
    process.exit(code);
  })();
  return ending;
}
