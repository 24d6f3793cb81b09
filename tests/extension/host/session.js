import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findChromium } from './chromium.js';
import { hostDirectory, installHost } from './install.js';
import { startServer } from './server.js';
import { writeUserData } from './user-data.js';

/**
 * What the workbench itself prints in every run: how it connects, and errors about what the host
 * leaves out on purpose (native modules, which need a compiler; the marketplace).
 */
const knownNoise = new RegExp(
  [
    '^Resolv(ing|ed) connection token',
    '^Creating a socket',
    '^\\[(reconnection-grace-time|AgentHost:remote|AccountPolicyGate|Service Worker)\\]',
    '^(Updating|Ignoring fetching) additional builtin extensions',
    '^No search provider registered for scheme: vscode-remote',
    '^Error: Could not locate the bindings file',
    '^Cannot find module .*watchdog',
    'workbench/workbench\\.js:',
  ].join('|'),
);

/**
 * Opens a workspace in a VS Code server and shows it in a headless Chromium: the real workbench
 * and the real extension host, without the desktop build. Everything it writes, except the
 * workspace and `extensionsDir`, is in a temporary folder that `close()` removes.
 *
 * `testsPath` is a CommonJS module; its `run()` is called inside the extension host, and `exit`
 * then gives 0, or 1 if `run()` failed. `exit` rejects when the server or the browser dies.
 * `page` is a Playwright page, `base` the address of the server.
 */
export async function openSession(options) {
  await installHost();
  const directory = mkdtempSync(join(tmpdir(), 'flowaudit-vscode-'));
  const { locale = 'en', env = {}, extensionsDir, workspaceTrust = false } = options;
  const { settings, translations } = options;
  writeUserData(join(directory, 'data'), { locale, settings, translations });
  const token = crypto.randomUUID();
  const server = startServer({ directory, extensionsDir, token, locale, env, workspaceTrust });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    // A browser trusts localhost as it trusts https, which webviews need; the bare address it does
    // not trust in all respects. The server listens on this machine only, either way.
    const host = `localhost:${await server.port}`;
    browser = await launchBrowser(directory);
    const { viewport = { width: 1280, height: 800 } } = options;
    const page = await browser.newPage({ viewport, locale });
    const { exit } = await watchSuite({ page, browser, server });
    await page.goto(`http://${host}/?${query(options, host, token)}`, { timeout: 60_000 });
    return { page, base: `http://${host}`, close, exit };
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${server.log.join('\n')}`, { cause: error });
  }
}

function launchBrowser(directory) {
  const { chromium } = createRequire(join(hostDirectory, 'package.json'))('playwright-core');
  const { executablePath, env } = findChromium(hostDirectory, directory);
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Only our own page is shown, and the sandbox needs rights that a container or root has not.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * The workbench calls these two functions of its window when it runs tests: one for each line the
 * extension host prints, one at the end. They must be there before the page loads.
 */
async function watchSuite({ page, browser, server }) {
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (knownNoise.test(String(args[0]))) return;
    console[type === 'error' || type === 'warn' ? 'error' : 'log'](...args);
  });
  let finish;
  const finished = new Promise((resolve, reject) => {
    finish = resolve;
    page.once('crash', () => reject(new Error('The page of the browser crashed.')));
    browser.once('disconnected', () => reject(new Error('The browser stopped.')));
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(code));
  const exit = Promise.race([finished, server.ended]);
  // A caller that runs no tests never looks at it.
  exit.catch(() => {});
  return { exit };
}

/** The payload is how the web workbench is told what the desktop one gets on its command line. */
function query({ workspace, extensionDevelopmentPaths = [], testsPath, openFile }, host, token) {
  const remote = (path) => `vscode-remote://${host}${encodeURI(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...extensionDevelopmentPaths.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
    ...(openFile ? [['openFile', remote(openFile)]] : []),
  ];
  return new URLSearchParams({ tkn: token, folder: workspace, payload: JSON.stringify(payload) });
}
