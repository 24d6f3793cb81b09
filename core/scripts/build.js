// Builds `dist`: compiled schemas, compiled TypeScript, the rules and the fonts.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: core, stdio: 'inherit' });
}

function copy(from, to) {
  const target = path.join(core, to);
  rmSync(target, { recursive: true, force: true });
  cpSync(path.join(core, from), target, { recursive: true });
}

run(path.join(core, 'scripts/build-schemas.js'));
run(path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '-b', core);
copy('src/schema/generated', 'dist/schema/generated');
copy('../rules', 'dist/rules');
copy('templates', 'dist/templates');
run(path.join(core, 'scripts/cut-fonts.js'));
