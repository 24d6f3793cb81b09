// Writes the reference of the file format from the schemas: `docs/format` in English and
// `docs/format/zh` in Chinese. With `--check` it writes nothing and fails if a page is out of date.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const schemaFolder = new URL('../src/schema/', import.meta.url);
const docs = fileURLToPath(new URL('../../docs/format/', import.meta.url));

/** One page per kind of file that people write. */
const pages = ['process', 'organization', 'evidence', 'waivers', 'config'];

const words = {
  en: {
    field: 'Field', type: 'Value', required: 'Required', allowed: 'Words', meaning: 'Meaning', yes: 'yes',
    word: 'Word', fields: 'Fields', or: ' or ', list: (item) => `list of ${item}`, map: 'fields below',
    byId: 'entries by id', idOf: (collection) => `id in \`${collection}\``, oneOf: 'word', own: 'own words begin with `x-`',
    open: 'other words are judged by rules', sharedIn: 'the fields are those of the process file:', anyText: 'text',
    number: 'number', integer: 'whole number', boolean: '`true` or `false`', none: '`none`', words: 'Words', values: 'Values',
    valuesIntro: 'How the values of fields are written.', wordsIntro: 'The words that fields take, and what they mean.',
    generated: 'Made from the schemas by `npm run docs`.', extra: 'A field of your own begins with `x-`; any other unknown field is an error.',
    kinds: {
      id: 'id', length: 'duration', percent: 'percentage', change: 'change in percent', money: 'amount', moneyRate: 'amount per time',
      rate: 'number per time', date: 'date', timezone: 'time zone', country: 'country', language: 'language', currency: 'currency',
      quantity: 'number with or without unit', amount: 'number or amount', window: 'hours', days: 'weekdays', clockTime: 'time of day',
      event: 'event', moment: 'event or own word', keep: 'duration or `permanent`', rePrompt: 'duration or word', legalLimit: 'duration or word',
      percentOrLength: 'percentage or duration', url: 'web address', formula: 'formula', check: 'rule, document or sign-off', statistic: 'statistic',
      ruleId: 'rule id', kebab: 'name', holidays: 'country, dates or `none`', path: 'path',
    },
  },
  zh: {
    field: '字段', type: '取值', required: '必填', allowed: '可用的词', meaning: '含义', yes: '是',
    word: '词', fields: '字段', or: '或', list: (item) => `${item}的列表`, map: '下级字段',
    byId: '以标识为键的条目', idOf: (collection) => `\`${collection}\` 中的标识`, oneOf: '词', own: '自定义的词以 `x-` 开头',
    open: '其他取值由规则判断', sharedIn: '字段与流程文件相同：', anyText: '文字',
    number: '数字', integer: '整数', boolean: '`true` 或 `false`', none: '`none`', words: '词表', values: '取值写法',
    valuesIntro: '各类取值的写法。', wordsIntro: '字段可用的词及其含义。',
    generated: '本页由 `npm run docs` 根据格式定义生成。', extra: '自定义字段以 `x-` 开头，其他未知字段均为错误。',
    kinds: {
      id: '标识', length: '时长', percent: '百分比', change: '百分比变化', money: '金额', moneyRate: '单位时间金额',
      rate: '单位时间数量', date: '日期', timezone: '时区', country: '国家或地区', language: '语言', currency: '币种',
      quantity: '数字，可带单位', amount: '数字或金额', window: '时段', days: '星期', clockTime: '时刻',
      event: '事件', moment: '事件或自定义词', keep: '时长或 `permanent`', rePrompt: '时长或词', legalLimit: '时长或词',
      percentOrLength: '百分比或时长', url: '网址', formula: '算法', check: '规则、文件或签字', statistic: '统计量',
      ruleId: '规则编号', kebab: '名称', holidays: '国家、日期或 `none`', path: '路径',
    },
  },
};

const schemas = await readSchemas();
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
  for (const [name, text] of expected) {
    await mkdir(dirname(join(docs, name)), { recursive: true });
    await writeFile(join(docs, name), text);
  }
}

async function check() {
  const present = await readdir(docs, { recursive: true }).catch(() => []);
  const pagesPresent = present.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.md'));
  const stale = new Set(pagesPresent.filter((name) => !expected.has(name)));
  for (const [name, text] of expected) {
    if ((await readFile(join(docs, name), 'utf8').catch(() => '')) !== text) stale.add(name);
  }
  if (stale.size === 0) return;
  process.stderr.write(`out of date, run npm run docs: ${[...stale].join(' ')}\n`);
  process.exitCode = 1;
}

async function readSchemas() {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.schema.json'));
  const entries = names.map(async (name) => [
    name.replace('.schema.json', ''),
    JSON.parse(await readFile(new URL(name, schemaFolder), 'utf8')),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

/** What a node refers to, with the file that the references inside it are relative to. */
function resolve(node, file) {
  if (node.$ref === undefined) return { node, file };
  const [path, name] = node.$ref.split('#/$defs/');
  const target = path === '' ? file : path.replace('.schema.json', '');
  const { $ref, ...own } = node;
  const found = resolve(schemas[target].$defs[name], target);
  return { node: { ...found.node, ...own }, file: found.file, name: found.name ?? `${target}.${name}` };
}

function kindPage(name, locale) {
  const say = words[locale];
  const { node, file } = resolve({ ...schemas[name], required: schemas[name].required }, name);
  const lines = [`# ${schemas[name].title} (\`${capital(name)}\`)`, '', text(schemas[name], locale), '', `${say.extra} ${say.generated}`, ''];
  const sections = [];
  lines.push(...table(node, file, '', locale, sections, name), '');
  for (const section of sections) {
    lines.push(`## \`${section.path}\``, '', text(section.node, locale), '');
    lines.push(...table(section.node, section.file, '', locale), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/**
 * The rows of a map's fields. Fields of the root that have fields themselves get a section of their
 * own; below that, everything is one table with dotted paths.
 */
function table(node, file, prefix, locale, sections, page) {
  const say = words[locale];
  const head = prefix === '' ? [`| ${[say.field, say.type, say.required, say.allowed, say.meaning].join(' | ')} |`, '| --- | --- | --- | --- | --- |'] : [];
  const rows = Object.entries(node.properties ?? {}).flatMap(([key, raw]) => {
    const child = resolve(raw, file);
    const path = `${prefix}${key}`;
    const required = node.required?.includes(key) ? say.yes : '';
    const isShared = page === 'organization' && child.name?.startsWith('shared.');
    const meaning = isShared ? `${text(child.node, locale)} ${say.sharedIn} [process](process.md)` : text(child.node, locale);
    const row = `| \`${path}\` | ${typeOf(child.node, child.file, locale)} | ${required} | ${wordsOf(child, locale)} | ${cell(meaning)} |`;
    if (isShared || (page === 'process' && key === 'organization')) return [row];
    const inner = innerMap(child);
    if (inner === undefined) return [row];
    if (sections === undefined) return [row, ...table(inner.node, inner.file, `${path}${inner.suffix}.`, locale)];
    sections.push({ path: `${path}${inner.suffix}`, node: inner.node, file: inner.file });
    return [row];
  });
  return [...head, ...rows];
}

/** The map whose fields a place leads to: its own, or those of its entries. */
function innerMap({ node, file, name }) {
  const isValue = name?.startsWith('values.') && !['values.clock', 'values.spread'].includes(name);
  if (isValue || name?.startsWith('vocabulary.')) return undefined;
  if (node.properties !== undefined) return { node, file, suffix: '' };
  if (typeof node.additionalProperties === 'object') {
    const inner = innerMap(resolve(node.additionalProperties, file));
    return inner === undefined ? undefined : { ...inner, suffix: `.<id>${inner.suffix}` };
  }
  if (node.items === undefined) return undefined;
  const inner = innerMap(resolve(node.items, file));
  return inner === undefined ? undefined : { ...inner, suffix: `[]${inner.suffix}` };
}

function typeOf(node, file, locale) {
  const say = words[locale];
  const types = [node.type].flat().filter((type) => type !== undefined);
  const names = types.map((type) => {
    if (type === 'array') return node.items === undefined ? say.list('…') : say.list(typeOf(inherit(node), file, locale));
    if (type === 'object') return typeof node.additionalProperties === 'object' ? say.byId : say.map;
    if (type === 'string') return stringType(node, say);
    return say[type];
  });
  const unique = [...new Set(names)];
  // What has a name as a whole, such as a quantity, needs no list of its parts.
  return node.format === 'quantity' || node.format === 'amount' ? say.kinds[node.format] : unique.join(say.or);

  function inherit({ items, 'x-refers': refers }) {
    const item = resolve(items, file).node;
    return refers === undefined ? item : { 'x-refers': refers, ...item };
  }
}

function stringType(node, say) {
  if (node.format === 'none') return say.none;
  if (node.enum !== undefined || node.const !== undefined || node['x-open'] || node.format === 'openWord') return say.oneOf;
  if (node.then !== undefined) return say.oneOf;
  if (node['x-refers'] !== undefined) return say.idOf(node['x-refers']);
  return node.format === undefined ? say.anyText : say.kinds[node.format];
}

function wordsOf({ node, file, name }, locale) {
  const say = words[locale];
  if (node.const !== undefined) return `\`${node.const}\``;
  const source = node.then === undefined ? { node, name } : resolve(node.then, file);
  const item = node.items === undefined || node.then !== undefined ? source : resolve(node.items, file);
  if (!item.name?.startsWith('vocabulary.')) return '';
  const vocabulary = item.name.slice('vocabulary.'.length).replace(/OrList$/, '');
  const values = Object.keys(item.node['x-values'] ?? {});
  const shown = values.length <= 8 ? values.map(code).join(' ') : `${values.slice(0, 4).map(code).join(' ')} …`;
  const note = item.node['x-open'] ? ` (${say.open})` : item.node.format === 'openWord' ? ` (${say.own})` : '';
  return cell(`[${shown}](vocabulary.md#${vocabulary.toLowerCase()})${note}`);
}

function vocabularyPage(locale) {
  const say = words[locale];
  const lines = [`# ${say.values}`, '', `${say.valuesIntro} ${say.generated}`, '', `| ${say.type} | ${say.meaning} |`, '| --- | --- |'];
  const values = Object.values(schemas.values.$defs).filter((node) => say.kinds[node.format] !== undefined);
  const seen = new Set();
  for (const node of values) {
    if (seen.has(node.format)) continue;
    seen.add(node.format);
    lines.push(`| ${say.kinds[node.format]} | ${cell(text(node, locale))} |`);
  }
  lines.push('', `# ${say.words}`, '', say.wordsIntro);
  for (const [name, node] of Object.entries(schemas.vocabulary.$defs)) {
    if (node['x-values'] === undefined) continue;
    lines.push('', `## ${name}`, '', text(node, locale), '', `| ${say.word} | ${say.meaning} |`, '| --- | --- |');
    for (const [word, meaning] of Object.entries(node['x-values'])) {
      lines.push(`| ${cell(code(word))} | ${cell(meaning[locale])} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function text(node, locale) {
  return (locale === 'en' ? node.description : node['x-description-zh']) ?? '';
}

function code(word) {
  return `\`${word}\``;
}

/** Text that stays within its cell: angle brackets would be tags, bars would end it. */
function cell(content) {
  return content.replaceAll('|', '\\|').replace(/<(\/?[\w\p{L} ]+)>/gu, '&lt;$1&gt;');
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}
