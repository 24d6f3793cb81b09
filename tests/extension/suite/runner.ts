import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

interface Test {
  name: string;
  body: () => Promise<void> | void;
  /** In milliseconds. */
  limit: number;
}

const tests: Test[] = [];

/** Adds a test to the suite; it fails when `body` throws, rejects or takes longer than `limit`. */
export function test(name: string, body: Test['body'], limit = 20_000): void {
  tests.push({ name, body, limit });
}

/** VS Code calls this inside the extension host; rejecting is how a suite fails there. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const { name, body, limit } of tests) {
    const started = performance.now();
    try {
      await Promise.race([body(), late(limit)]);
      console.log(`  ✓ ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  const results = { passed: tests.length - failed, failed, vscode: vscode.version };
  const file = process.env['FLOWAUDIT_TEST_RESULTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (tests.length === 0) throw new Error('The suite has no tests.');
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed.`);
}

function late(limit: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${limit} ms`)), limit).unref();
  });
}
