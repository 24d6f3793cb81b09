// Bundles the extension: a small CommonJS entry for VS Code, and the engine as a worker whose PDF
// part is a chunk of its own. Rules and fonts are files beside them.
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const extension = fileURLToPath(new URL('..', import.meta.url));
const core = path.join(extension, '../core');
const dist = path.join(extension, 'dist');
const require = createRequire(import.meta.url);

rmSync(dist, { recursive: true, force: true });
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  conditions: ['development'],
  logLevel: 'warning',
};
await build({
  ...shared,
  entryPoints: [path.join(extension, 'src/extension.ts')],
  outfile: path.join(dist, 'extension.cjs'),
  format: 'cjs',
  external: ['vscode'],
});
await build({
  ...shared,
  entryPoints: [path.join(extension, 'src/worker.ts')],
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  // CommonJS parts of the PDF writer call `require`, which modules do not have.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
cpSync(path.join(core, 'dist/rules'), path.join(dist, 'rules'), { recursive: true });
cpSync(path.join(core, 'dist/fonts'), path.join(dist, 'fonts'), { recursive: true });
// PDF/A needs the colour profile that the PDF library reads from beside its own file.
const pdfkitData = path.join(path.dirname(require.resolve('pdfkit')), 'data');
cpSync(
  path.join(pdfkitData, 'sRGB_IEC61966_2_1.icc'),
  path.join(dist, 'data/sRGB_IEC61966_2_1.icc'),
);
