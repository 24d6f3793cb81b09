import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const core = fileURLToPath(new URL('../core/', import.meta.url));

test.each(['build-docs-format.js', 'build-docs-rules.js'])('%s has nothing to change', (script) => {
  const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}`, '--check'], {
    cwd: core,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
