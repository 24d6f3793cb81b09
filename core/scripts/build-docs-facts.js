// Writes docs/facts.md and docs/zh/facts.md: the facts that law rules read, where each stands, what
// happens when nobody declares it, and which rules read it; made from the schemas and the rules. With
// --check nothing is written, and a page that differs is an error.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import jsonata from 'jsonata';
import { Installation } from '../dist/node/index.js';
import { derivedFacts } from '../dist/ruleset/derived-facts.js';
import { cell, code, isText, text } from './docs-format/cells.js';
import { resolve, schemas } from './docs-format/schemas.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const library = new Installation(new URL('../dist/', import.meta.url)).library();

const words = {
  en: {
    title: 'The facts that rules of law read',
    intro:
      'What law asks of a process is decided on declared facts. A fact that nobody declares is neither yes nor no: “asked for” means that the rules which need it stay undecided and say so, a fact of the organisation being asked for once for all of them; “not asked for” means that the rules judge on what is declared, what is missing being the fault or of no weight. The rules named read the fact themselves; those that read it by way of another stand in the last table.',
    files: { process: 'In the process file', organization: 'In the organisation file' },
    columns: ['Fact', 'Meaning', 'When undeclared', 'Rules'],
    asked: 'asked for',
    absent: 'not asked for',
    packs: (ids) => `asked for before the rules of ${ids} apply`,
    derived: 'Facts that are worked out',
    derivedIntro:
      'These are not written by anybody. They follow from the fields named; where one of those is missing, the rule on the fact says which it needs.',
    derivedColumns: ['Fact', 'Read from', 'Rules'],
    generated: 'Made from the schemas and the rules by `npm run docs`.',
  },
  zh: {
    title: '法律规则所用的事实',
    intro:
      '法律要求是否满足，按申报的事实判定。没有申报的事实既不是“是”也不是“否”：“请补充”表示需要它的规则不作结论并予以提示，组织层面的事实只统一提示一次；“不追问”表示规则按已申报的内容判断，没有该项或者就是问题所在，或者不影响结论。表中列出直接读取该事实的规则；经由推导事实间接读取的，见最后一张表。',
    files: { process: '流程文件', organization: '组织文件' },
    columns: ['事实', '含义', '未申报时', '规则'],
    asked: '请补充',
    absent: '不追问',
    packs: (ids) => `判断规则包 ${ids} 是否适用时先请补充`,
    derived: '推导得出的事实',
    derivedIntro:
      '这些事实无须填写，由所列字段推导得出；缺少其中某项时，相应规则会说明需要补充什么。',
    derivedColumns: ['事实', '来源字段', '规则'],
    generated: '本页由 `npm run docs` 根据格式定义和规则生成。',
  },
};

/** What one rule of law mentions itself, and the facts it asks for when they are missing. */
const readers = [...library.rules.values()]
  .filter(({ id, logic }) => logic !== undefined && library.packs.has(id.split('/')[0]))
  .map(({ id, logic }) => {
    const expressions = [logic.applies, logic.holds, ...logic.lower.map(({ when }) => when)];
    const needs = logic.needs.flatMap((need) => need.split(' | ')).map(withoutDollar);
    const fields = new Set(needs.flatMap((need) => need.split('.')));
    for (const { text: expression } of expressions)
      collectFields(jsonata(expression).ast(), fields);
    const roots = new Set(
      expressions.flatMap(({ names, variables }) => [...names, ...variables]).concat([...fields]),
    );
    // An expression may answer with the path of the fact that would tell.
    const answers = [...logic.holds.names].map(withoutDollar).filter((name) => /^\w+\./.test(name));
    return { id, roots, fields, asked: [...needs, ...answers] };
  })
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

function withoutDollar(need) {
  return need.replace(/^\$/, '');
}

/** The fields an expression reads; a quoted word is a value and no field. */
function collectFields(node, fields) {
  if (Array.isArray(node)) for (const child of node) collectFields(child, fields);
  else if (typeof node === 'object' && node !== null) {
    if (node.type === 'name') fields.add(node.value);
    for (const child of Object.values(node)) collectFields(child, fields);
  }
}

/** Whether a path asked for is this one, or lies below it. */
function asksFor(asked, full) {
  return asked.some((fact) => {
    const keys = fact.split('.');
    return keys.some((_, index) => {
      const part = keys.slice(0, index + 1).join('.');
      return part === full || (index > 0 && full.endsWith(`.${part}`));
    });
  });
}

const packNeeds = new Map();
for (const pack of new Set(library.packs.values())) {
  for (const need of pack.appliesWhen?.needs ?? []) {
    const fact = need.replace('$organization.', '');
    packNeeds.set(fact, [...(packNeeds.get(fact) ?? []), pack.id]);
  }
}

/** The names under which the entries of a collection reach a rule. */
const aliases = {
  steps: ['steps', 'step', 'dataUses', 'shares', 'transfers', 'edges'],
  purposes: ['purposes', 'purpose', 'dataUses', 'shares', 'transfers'],
  recipients: ['recipients', 'recipient', 'shares', 'transfers'],
  systems: ['systems', 'system', 'transfers'],
  data: ['data', 'items', 'item', 'dataUses', 'transfers'],
  subjects: ['subjects', 'subject', 'dataUses', 'shares'],
  consents: ['consents', 'consent', 'consentsGiven', 'whenRefused'],
  notices: ['notices', 'notice', 'chineseNotice', 'europeanNotice'],
};

/** Every place of a file's schema: its path, and its keys without the ids between them. */
function placesOf(name) {
  const places = [];
  const walk = ({ node, file }, prefix, keys, seen) => {
    for (const [key, raw] of Object.entries(node.properties ?? {})) {
      const child = resolve(raw, file);
      if (name === 'organization' && child.name?.startsWith('shared.')) continue;
      if (name === 'process' && key === 'organization') continue;
      visit(child, `${prefix}${key}`, [...keys, key], seen);
    }
  };
  const visit = (child, place, keys, seen) => {
    if (child.name !== undefined && seen.includes(child.name)) return;
    places.push({ place, keys, node: child.node });
    if (isText(child.node) || child.node.format === 'event') return;
    const inner = child.name === undefined ? seen : [...seen, child.name];
    enter(child, place, keys, inner);
  };
  const enter = ({ node, file }, place, keys, seen) => {
    walk({ node, file }, `${place}.`, keys, seen);
    for (const [entry, suffix] of [
      [node.additionalProperties, '.<id>'],
      [node.items, '[]'],
    ]) {
      if (typeof entry !== 'object') continue;
      const child = resolve(entry, file);
      if (isText(child.node) || child.node.format === 'event') continue;
      if (child.name !== undefined && seen.includes(child.name)) continue;
      const inner = child.name === undefined ? seen : [...seen, child.name];
      enter(child, `${place}${suffix}`, keys, inner);
    }
  };
  walk(resolve(schemas[name], name), '', [], []);
  return places;
}

function factRows(name, locale) {
  const say = words[locale];
  return placesOf(name).flatMap(({ place, keys, node }) => {
    const [collection, ...inner] = keys;
    const roots =
      name === 'organization' ? ['organization'] : (aliases[collection] ?? [collection]);
    const named = name === 'organization' ? keys : inner;
    // What a thing is called decides nothing.
    if (named.length === 0 || named.at(-1) === 'name') return [];
    const rules = readers.filter(
      (rule) =>
        roots.some((each) => rule.roots.has(each)) && named.every((key) => rule.fields.has(key)),
    );
    const packs = name === 'organization' ? (packNeeds.get(keys.join('.')) ?? []) : [];
    if (rules.length === 0 && packs.length === 0) return [];
    const full = (name === 'organization' ? ['organization', ...keys] : inner).join('.');
    const isAsked = rules.some(({ asked }) => asksFor(asked, full));
    const when = [
      ...(packs.length === 0 ? [] : [say.packs(packs.map(code).join(', '))]),
      ...(isAsked ? [say.asked] : packs.length === 0 ? [say.absent] : []),
    ];
    return [
      [
        code(place),
        cell(text(node, locale)),
        when.join(locale === 'zh' ? '；' : '; '),
        links(rules, locale),
      ],
    ];
  });
}

function links(rules, locale) {
  const folder = locale === 'en' ? 'rules' : '../rules/zh';
  return rules.map(({ id }) => `[${id}](${folder}/${id}.md)`).join(', ');
}

function derivedRows(locale) {
  return [...derivedFacts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([fact, sources]) => {
      // The numbers of KPIs share their names with other things, and no rule of law asks for them.
      if (sources.includes('formula')) return [];
      const rules = readers.filter(({ fields }) => fields.has(fact));
      if (rules.length === 0) return [];
      return [[code(fact), [...new Set(sources)].map(code).join(' '), links(rules, locale)]];
    });
}

function page(locale) {
  const say = words[locale];
  const parts = [`# ${say.title}`, say.intro];
  for (const name of ['process', 'organization']) {
    parts.push(`## ${say.files[name]}`, table(say.columns, factRows(name, locale)));
  }
  parts.push(`## ${say.derived}`, say.derivedIntro, table(say.derivedColumns, derivedRows(locale)));
  return `${[...parts, say.generated].join('\n\n')}\n`;
}

function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

for (const [file, content] of [
  ['docs/facts.md', page('en')],
  ['docs/zh/facts.md', page('zh')],
]) {
  const target = path.join(root, file);
  if (existsSync(target) && readFileSync(target, 'utf8') === content) continue;
  if (check) {
    console.error(`${file} is out of date; run npm run docs.`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
