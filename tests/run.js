// `npm test`: every runner in turn, one total at the end. A runner that reports nothing has failed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'flowaudit-test-'));

/** Runs a script with its output shown, and gives its exit code and what it printed. */
function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (bytes) => {
      process.stdout.write(bytes);
      printed += String(bytes);
    });
    child.on('close', (code) => resolve({ code, printed }));
  });
}

async function unit() {
  const output = path.join(folder, 'unit.json');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const { code } = await run([vitest, 'run', ...reporters]);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(output, 'utf8'),
  );
  const failed = code === 0 ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

async function editor() {
  const { code, printed } = await run([path.join(root, 'tests/extension/run.js')]);
  const [, passed = 0, failed = 0] =
    /^VS Code \S+: (\d+) passed, (\d+) failed$/m.exec(printed) ?? [];
  const ok = code === 0 && Number(passed) > 0;
  return { passed: Number(passed), failed: ok ? 0 : Math.max(Number(failed), 1), skipped: 0 };
}

const totals = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const runner of [unit, editor]) {
    const counts = await runner();
    for (const key of Object.keys(totals)) totals[key] += counts[key];
  }
} catch (error) {
  console.error(error);
  totals.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (totals.skipped > 0) {
  console.log(
    `${totals.skipped} skipped: public test suites that were not given (FLOWAUDIT_FIXTURES), or a tool this machine lacks.`,
  );
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
