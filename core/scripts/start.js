// `npm start`: checks the samples and writes a report in each language. The samples have faults on
// purpose, so an open finding is no failure here; anything that could not be checked is.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = path.join(root, 'core/bin/flowaudit.js');

function flowaudit(...args) {
  const { status, error } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(path.join(root, 'reports'), { recursive: true });
flowaudit('check', 'samples', '--fail-on', 'never', '--locale', 'en');
for (const locale of ['zh', 'en']) {
  const output = `reports/complaint-handling.${locale}.pdf`;
  const sample = 'samples/complaint-handling/declared';
  flowaudit(
    'report',
    sample,
    '--pdf',
    '--fail-on',
    'never',
    '--locale',
    locale,
    '--output',
    output,
  );
}
