/**
 * Tests the packaged extension in a real VS Code, once in English and once in Chinese.
 *
 *   node tests/extension/run.js [--vsix <file>] [--suite <folder>] [--workspace <folder>]
 *                               [--locale <en|zh-cn>]...
 */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import {
  findVSCode,
  installExtension,
  packagedExtension,
  repository,
  runSuite,
  temporaryDirectory,
} from './launch.js';

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string' },
    suite: { type: 'string', default: join(repository, 'tests', 'extension', 'suite') },
    workspace: { type: 'string', default: join(repository, 'samples') },
    locale: { type: 'string', multiple: true, default: ['en', 'zh-cn'] },
  },
});

const directory = temporaryDirectory();

try {
  process.exitCode = (await testAllLocales()) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function testAllLocales() {
  const vsix = options.vsix ? resolve(options.vsix) : packagedExtension();
  const suite = await bundleSuite(resolve(options.suite));
  const vscode = await findVSCode();
  const extensionsDir = join(directory, 'extensions');
  mkdirSync(extensionsDir);
  installExtension(vscode, vsix, { extensionsDir, userData: join(directory, 'user-data') });

  const runs = [];
  for (const locale of options.locale) {
    console.log(`\nTests in VS Code, language ${locale}`);
    // Each run edits a copy of its own; the files of the repository stay as they are.
    const workspace = join(directory, `workspace-${locale}`);
    cpSync(resolve(options.workspace), workspace, { recursive: true });
    const run = await runSuite(vscode, { suite, workspace, extensionsDir, locale, directory });
    console.log(`Language ${locale}: ${run.passed} passed, ${run.failed} failed`);
    runs.push(run);
  }
  const passed = sum(runs.map((run) => run.passed));
  const failed = sum(runs.map((run) => run.failed));
  const { version } = runs.find((run) => run.version) ?? { version: '(never started)' };
  console.log(`\nVS Code ${version}: ${passed} passed, ${failed} failed`);
  // A run without tests proves nothing, whatever the other one did.
  return failed === 0 && runs.every((run) => run.passed > 0);
}

function sum(numbers) {
  return numbers.reduce((left, right) => left + right, 0);
}

/** The extension host loads CommonJS, and TypeScript not at all: every *.suite.ts in one file. */
async function bundleSuite(folder) {
  const outfile = join(repository, '.vscode-test', 'suite', 'index.cjs');
  const files = readdirSync(folder).filter((name) => name.endsWith('.suite.ts'));
  const imports = files.map((name) => `import ${JSON.stringify(join(folder, name))};`);
  const runner = join(repository, 'tests', 'extension', 'suite', 'runner.ts');
  await build({
    stdin: {
      contents: [...imports, `export { run } from ${JSON.stringify(runner)};`].join('\n'),
      resolveDir: repository,
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
