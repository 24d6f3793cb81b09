import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';

import { runNpm } from './host/npm.js';
import { writeUserData } from './host/user-data.js';

const here = dirname(fileURLToPath(import.meta.url));
export const repository = join(here, '..', '..');
const host = join(here, 'host', 'host.js');

/**
 * The desktop version: the oldest that the manifest of the extension promises to work with. The
 * test host has a recent one, so the two together cover the range. `host` asks for the test host
 * where a desktop could be had, too.
 */
const desktopVersion = process.env.FLOWAUDIT_VSCODE_VERSION ?? '1.91.1';

/**
 * Finds a VS Code to test in: the desktop build where it can be downloaded and shown, else the
 * test host. `commandLine` is the command that installs extensions.
 */
export async function findVSCode() {
  if (desktopVersion === 'host') return testHost('FLOWAUDIT_VSCODE_VERSION says so');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return testHost('there is no display');
  }
  try {
    const executable = await downloadAndUnzipVSCode({
      version: desktopVersion,
      cachePath: join(repository, '.vscode-test'),
    });
    const commandLine = resolveCliArgsFromVSCodeExecutablePath(executable, {
      // The profile is named in every call, here and below.
      reuseMachineInstall: true,
    });
    return { executable, commandLine, environment: {} };
  } catch (error) {
    return testHost(`it cannot be downloaded (${error.message ?? error})`);
  }
}

function testHost(reason) {
  console.log(`Not testing in the desktop VS Code: ${reason}. Using the test host.`);
  // The host script starts with `env node`, which must find the Node that runs us.
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  return { executable: host, commandLine: [process.execPath, host], environment: { PATH } };
}

/** A temporary folder of this process, removed when it ends. */
export function temporaryDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'flowaudit-test-'));
  process.once('exit', () => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  // Without a listener a signal ends the process at once and leaves the folder behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  return directory;
}

/** The VSIX of this version of the extension, built and packaged first if absent or out of date. */
export function packagedExtension() {
  const extension = join(repository, 'extension');
  const { version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const file = join(extension, `flowaudit-${version}.vsix`);
  const own = readdirSync(extension).filter((name) => !/^(dist|node_modules|.*\.vsix)$/.test(name));
  const sources = [
    ...own.map((name) => join(extension, name)),
    join(repository, 'core', 'src'),
    join(repository, 'rules'),
  ];
  if (!existsSync(file) || statSync(file).mtimeMs < Math.max(...sources.map(lastChange))) {
    console.log('Packaging the extension ...');
    for (const args of [['build'], ['package', '--workspace', 'extension']]) {
      const { code, output } = runNpm(['run', ...args], { cwd: repository });
      if (code !== 0) throw new Error(`${file} was not made:\n${output}`);
    }
  }
  return file;
}

function lastChange(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/** Installs a VSIX into an extensions folder, as a user would. */
export function installExtension({ commandLine }, vsix, { extensionsDir, userData }) {
  const [command, ...before] = commandLine;
  const args = ['--install-extension', vsix, '--extensions-dir', extensionsDir, '--force'];
  const { status, error } = spawnSync(
    command,
    [...before, ...args, '--user-data-dir', userData],
    // The command of the desktop build is a batch file on Windows; only a shell starts those.
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw error ?? new Error(`${vsix} could not be installed.`);
}

/**
 * Runs a bundled suite once; gives its counts and the version of VS Code. A run that reports
 * nothing, or ends badly although every test passed, counts as one failure. `directory` is a
 * temporary folder of the caller.
 */
export async function runSuite(vscode, { suite, workspace, extensionsDir, locale, directory }) {
  const userData = join(directory, `user-data-${locale}`);
  const resultsFile = join(directory, `results-${locale}.json`);
  writeUserData(userData, { locale });
  let ended = true;
  try {
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: join(here, 'driver'),
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        `--locale=${locale}`,
        `--extensions-dir=${extensionsDir}`,
        `--user-data-dir=${userData}`,
      ],
      extensionTestsEnv: {
        ...vscode.environment,
        FLOWAUDIT_TEST_RESULTS: resultsFile,
        FLOWAUDIT_TEST_LOCALE: locale,
        // For a test that compares the editor with the command line of the same checkout; inside
        // the desktop build `process.execPath` is not a Node.
        FLOWAUDIT_TEST_NODE: process.execPath,
        FLOWAUDIT_TEST_REPOSITORY: repository,
      },
    });
  } catch (error) {
    ended = false;
    console.error(error.message);
  }
  // An extension host that quits with 0 in the middle of a test reports nothing.
  const reported = existsSync(resultsFile);
  const results = reported ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
  const { passed = 0, failed = 0, vscode: version } = results;
  return { passed, failed: failed || (ended && reported ? 0 : 1), version };
}
