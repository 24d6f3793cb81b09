// Writes rules/README.md and the pages docs/rules/<id>.md and docs/rules/zh/<id>.md from the rule
// files. With --check nothing is written, and a page that differs is an error.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePage } from '../dist/language/index.js';
import { Installation } from '../dist/node/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const library = new Installation(new URL('../dist/', import.meta.url)).library();
const rules = [...library.rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const pages = new Map([[path.join(root, 'rules/README.md'), overview()]]);
for (const rule of rules) {
  pages.set(path.join(root, 'docs/rules', `${rule.id}.md`), rulePage(rule, 'en'));
  pages.set(path.join(root, 'docs/rules/zh', `${rule.id}.md`), rulePage(rule, 'zh'));
}

function overview() {
  const rows = rules.map(({ id, severity, title, references, serves }) => {
    const articles = references.map(({ law, article }) => `${law} ${article}`).join('; ');
    const basis = articles === '' ? serves.map((row) => `R${row}`).join(', ') : articles;
    return `| [${id}](../docs/rules/${id}.md) | ${severity} | ${title.en} | [${title.zh}](../docs/rules/zh/${id}.md) | ${basis} |`;
  });
  return `# Rules

Made from the rule files by \`npm run docs\`. R-numbers are rows of the requirements list that a rule serves.

| id | severity | holds when | 规则 | basis |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

let stale = 0;
for (const [file, text] of pages) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale += 1;
  if (check) {
    console.error(`${path.relative(root, file)} is out of date; run npm run docs.`);
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
const folder = path.join(root, 'docs/rules');
for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true }) : []) {
  const file = path.join(folder, name);
  if (!file.endsWith('.md') || pages.has(file)) continue;
  stale += 1;
  if (check) console.error(`${path.relative(root, file)} belongs to no rule; run npm run docs.`);
  else rmSync(file);
}
if (check && stale > 0) process.exitCode = 1;

// What else is made from the rules: which articles they cover, and which facts they read.
await import('./build-docs-coverage.js');
await import('./build-docs-facts.js');
