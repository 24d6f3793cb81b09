// Writes docs/coverage and docs/coverage/zh: which articles of each law rules look at, made from
// rules/coverage and the references of the rules. With --check nothing is written, and a page that
// differs is an error.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  coverageOf,
  coverageOverview,
  coveragePage,
  lawsOf,
  otherSources,
} from '../dist/language/index.js';
import { Installation } from '../dist/node/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const library = new Installation(new URL('../dist/', import.meta.url)).library();
const tables = lawsOf(library).map((law) => coverageOf(library, law));

const pages = new Map();
for (const locale of ['en', 'zh']) {
  const folder = path.join(root, 'docs/coverage', locale === 'en' ? '' : locale);
  const links = {
    rule: (id) => (locale === 'en' ? `../rules/${id}.md` : `../../rules/zh/${id}.md`),
    law: (id) => `${id}.md`,
  };
  pages.set(
    path.join(folder, 'README.md'),
    coverageOverview(tables, otherSources(library), locale, links),
  );
  for (const table of tables) {
    pages.set(path.join(folder, `${table.law}.md`), coveragePage(table, locale, links));
  }
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
const folder = path.join(root, 'docs/coverage');
for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true }) : []) {
  const file = path.join(folder, name);
  if (!file.endsWith('.md') || pages.has(file)) continue;
  stale += 1;
  if (check) console.error(`${path.relative(root, file)} belongs to no law; run npm run docs.`);
  else rmSync(file);
}
if (check && stale > 0) process.exitCode = 1;
