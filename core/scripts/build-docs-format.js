// Writes the reference of the file format from the schemas: `docs/format` in English and
// `docs/format/zh` in Chinese. With `--check` it writes nothing and fails if a page is out of date.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchor, cell, code, isText, text, typeOf, wordsOf } from './docs-format/cells.js';
import { resolve, schemas } from './docs-format/schemas.js';
import { words } from './docs-format/words.js';

const docs = fileURLToPath(new URL('../../docs/format/', import.meta.url));

/** One page per kind of file that people write. */
const pages = ['process', 'organization', 'evidence', 'waivers', 'config'];

const expected = new Map(
  ['en', 'zh'].flatMap((locale) => {
    const folder = locale === 'en' ? '' : 'zh/';
    return [
      ...pages.map((name) => [`${folder}${name}.md`, kindPage(name, locale)]),
      [`${folder}vocabulary.md`, vocabularyPage(locale)],
    ];
  }),
);
if (process.argv.includes('--check')) await check();
else await write();

async function write() {
  await rm(docs, { recursive: true, force: true });
  for (const [name, content] of expected) {
    await mkdir(dirname(join(docs, name)), { recursive: true });
    await writeFile(join(docs, name), content);
  }
}

async function check() {
  const files = (await readdir(docs, { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const present = new Set(files.filter((name) => name.endsWith('.md')));
  const stale = new Set([...present, ...expected.keys()]);
  for (const [name, content] of expected) {
    const isSame = present.has(name) && (await readFile(join(docs, name), 'utf8')) === content;
    if (isSame) stale.delete(name);
  }
  if (stale.size === 0) return;
  process.stderr.write(`out of date, run npm run docs: ${[...stale].join(' ')}\n`);
  process.exitCode = 1;
}

function kindPage(name, locale) {
  const say = words[locale];
  const described = new Map();
  const page = { name, locale, described, section: '', sections: [] };
  const lines = [`# ${say.titles[name]}`, '', text(schemas[name], locale), ''];
  lines.push(`${say.extra} ${say.generated}`, '', ...table(resolve(schemas[name], name), page), '');
  for (const { path, ...map } of page.sections) {
    lines.push(`## ${code(path)}`, '', text(map.node, locale), '');
    lines.push(...table(map, { name, locale, described, section: path + '.' }), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/**
 * The table of a map's fields. Fields of the root that have fields themselves get a section of their
 * own; below that, everything is one table with dotted paths. What stands in several places is
 * described at the first.
 */
function table(map, page) {
  const { field, type, required, allowed, meaning } = words[page.locale];
  return [
    `| ${[field, type, required, allowed, meaning].join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...rowsOf(map, '', page),
  ];
}

/** @param prefix the path from the section to the map, with a dot at its end */
function rowsOf({ node, file }, prefix, page) {
  return Object.entries(node.properties ?? {}).flatMap(([key, raw]) => {
    const child = resolve(raw, file);
    const path = `${prefix}${key}`;
    const other = otherPage(child, page, key);
    const inner = other === undefined ? innerMap(child) : undefined;
    const before = inner && page.described.get(inner.name);
    const isRequired = node.required?.includes(key) === true;
    const row = rowOf(child, { path, isRequired, inner, before, other }, page);
    if (inner === undefined || before !== undefined) return [row];
    const place = `${path}${inner.suffix}`;
    if (inner.name !== undefined) page.described.set(inner.name, `${page.section}${place}`);
    if (page.sections === undefined) return [row, ...rowsOf(inner, `${place}.`, page)];
    page.sections.push({ ...inner, path: place });
    return [row];
  });
}

/** The page that has the fields of a place which this page only names. */
function otherPage({ name }, page, key) {
  if (page.name === 'organization' && name?.startsWith('shared.')) return 'process';
  return page.name === 'process' && key === 'organization' ? 'organization' : undefined;
}

function rowOf(child, { path, isRequired, inner, before, other }, { locale, sections }) {
  const say = words[locale];
  const notes = [text(child.node, locale)];
  if (other !== undefined) notes.push(`${say.sharedIn} [${other}](${other}.md).`);
  if (before !== undefined) notes.push(`(${say.fieldsAs(before)})`);
  const hasSection = inner !== undefined && sections !== undefined;
  const cells = [
    hasSection ? `[${code(path)}](#${anchor(path + inner.suffix)})` : code(path),
    typeOf(child, locale),
    isRequired ? say.yes : '',
    wordsOf(child, locale),
    cell(notes.join(' ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The map whose fields a place leads to: its own, or those of its entries. */
function innerMap({ node, file, name }) {
  // An event is described once, with the other kinds of values.
  if (isText(node) || node.format === 'event') return undefined;
  if (node.properties !== undefined) return { node, file, name, suffix: '' };
  if (typeof node.additionalProperties === 'object') {
    const inner = innerMap(resolve(node.additionalProperties, file));
    return inner === undefined ? undefined : { ...inner, suffix: `.<id>${inner.suffix}` };
  }
  if (node.items === undefined) return undefined;
  const inner = innerMap(resolve(node.items, file));
  return inner === undefined ? undefined : { ...inner, suffix: `[]${inner.suffix}` };
}

function vocabularyPage(locale) {
  const say = words[locale];
  const lines = [`# ${say.titles.vocabulary}`, '', say.generated, '', `## ${say.values}`, ''];
  lines.push(`| ${say.type} | ${say.meaning} |`, '| --- | --- |');
  const described = new Set();
  for (const node of Object.values(schemas.values.$defs)) {
    const kind = say.kinds[node.format];
    if (kind === undefined || described.has(kind)) continue;
    described.add(kind);
    lines.push(`| ${kind} | ${cell(text(node, locale))} |`);
  }
  for (const [name, node] of Object.entries(schemas.vocabulary.$defs)) {
    if (node['x-values'] === undefined) continue;
    lines.push('', `## ${name}`, '', text(node, locale), '');
    lines.push(`| ${say.word} | ${say.meaning} |`, '| --- | --- |');
    for (const [word, meaning] of Object.entries(node['x-values'])) {
      lines.push(`| ${cell(code(word))} | ${cell(meaning[locale])} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
