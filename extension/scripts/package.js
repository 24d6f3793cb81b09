// Packs `flowaudit.vsix` from a staged copy. The npm workspace cannot be called `flowaudit`, because
// the command line has that name, but the extension is: its manifest gets its own name here.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const extension = fileURLToPath(new URL('..', import.meta.url));
const root = path.join(extension, '..');
const stage = path.join(extension, 'stage');

const shipped = [
  'dist',
  'media',
  'syntaxes',
  'language-configuration.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'LICENSE',
];

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage);
for (const name of shipped) {
  cpSync(path.join(extension, name), path.join(stage, name), { recursive: true });
}
cpSync(path.join(root, 'CHANGELOG.md'), path.join(stage, 'CHANGELOG.md'));
const {
  scripts,
  devDependencies,
  private: unpublished,
  ...manifest
} = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
writeFileSync(
  path.join(stage, 'package.json'),
  `${JSON.stringify({ ...manifest, name: 'flowaudit' }, undefined, 2)}\n`,
);
await createVSIX({
  cwd: stage,
  dependencies: false,
  packagePath: path.join(extension, `flowaudit-${manifest.version}.vsix`),
});
rmSync(stage, { recursive: true });
