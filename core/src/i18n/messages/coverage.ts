import type { Message } from '../text.ts';

/** What is said about how much of a law the rules look at. */
export const coverageMessages = {
  'coverage.status.automated': { en: 'automated', zh: '自动检查' },
  'coverage.status.partial': { en: 'partial', zh: '部分检查' },
  'coverage.status.manual': { en: 'manual', zh: '人工核查' },
  'coverage.status.not_assessed': { en: 'not assessed', zh: '不检查' },
  'coverage.meaning.automated': {
    en: 'Rules check all of the article that a process definition can show.',
    zh: '该条中流程定义能够反映的内容，规则全部检查。',
  },
  'coverage.meaning.partial': {
    en: 'Rules check a part of the article; a person must check the rest.',
    zh: '规则只检查该条的一部分，其余须由人工核查。',
  },
  'coverage.meaning.manual': {
    en: 'No rule looks at the article; a person must.',
    zh: '没有规则检查该条，须由人工核查。',
  },
  'coverage.meaning.not_assessed': {
    en: 'Nothing is checked, for the reason given.',
    zh: '不作检查，原因见说明。',
  },
  'coverage.overview': { en: 'Coverage of laws', zh: '法律覆盖情况' },
  'coverage.intro': {
    en: 'Each article of a law once, and how it is looked at. What is checked is the declared process, not what is done in practice: no status says that the law is kept.',
    zh: '每条只列一次，写明如何检查。检查的是申报的流程，不是实际操作；任何一种状态都不表示已经符合法律。',
  },
  'coverage.total': {
    en: 'The law has {count} articles: {automated} automated, {partial} partial, {manual} manual, {open} not assessed.',
    zh: '全法共 {count} 条：自动检查 {automated} 条，部分检查 {partial} 条，人工核查 {manual} 条，不检查 {open} 条。',
  },
  'coverage.uncounted': {
    en: 'The number of articles is not known for certain. Rules cite {count}: {automated} automated, {partial} partial, {manual} manual, {open} not assessed.',
    zh: '总条数不能确定。规则引用 {count} 条：自动检查 {automated} 条，部分检查 {partial} 条，人工核查 {manual} 条，不检查 {open} 条。',
  },
  'coverage.column.law': { en: 'Law', zh: '法律' },
  'coverage.column.articles': { en: 'Articles', zh: '条' },
  'coverage.column.all': { en: 'All', zh: '总数' },
  'coverage.column.status': { en: 'How', zh: '检查方式' },
  'coverage.column.rules': { en: 'Rules', zh: '规则' },
  'coverage.column.who': { en: 'Who must look', zh: '由谁核查' },
  'coverage.column.text': {
    en: 'What is left, or why not',
    zh: '还须核查的内容，或者不检查的原因',
  },
  'coverage.column.source': { en: 'Source', zh: '来源' },
  'coverage.column.cited': { en: 'Cited', zh: '引用的内容' },
  'coverage.column.count': { en: 'Number', zh: '条数' },
  'coverage.column.meaning': { en: 'Meaning', zh: '含义' },
  'coverage.unknown': { en: 'not known', zh: '不能确定' },
  'coverage.besides': {
    en: 'Also cited, and counted for no article: {texts}.',
    zh: '另外引用、不计入各条的内容：{texts}。',
  },
  'coverage.others': { en: 'Decisions, standards and guidance', zh: '决定、标准和指引' },
  'coverage.others.intro': {
    en: 'Rules cite these too. Their parts are not counted.',
    zh: '规则也引用下列文件，其条款不作计数。',
  },
  'coverage.unverified': {
    en: '* Not checked against the primary text.',
    zh: '* 未经原文核对。',
  },
  'coverage.report': {
    en: 'This section lists the laws that a rule of this audit asked about, counted by the rules that were in use.',
    zh: '本节列出本次审计的规则所涉及的法律，按本次采用的规则统计。',
  },
  'coverage.nobody': { en: '–', zh: '–' },
  'coverage.generated': {
    en: 'Made from `rules/coverage` and the references of the rules by `npm run docs`.',
    zh: '由 `npm run docs` 根据 `rules/coverage` 和规则的引用生成。',
  },
} satisfies Record<string, Message>;
