#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A committed launcher: npm links a `bin` only if the file exists when it installs, and `dist`
// does not yet.
const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write('flowaudit: not built yet; run "npm run build" first.\n');
  process.exitCode = 2;
}
