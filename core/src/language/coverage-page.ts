import type { Locale } from '../i18n/text.ts';
import { translate, type MessageData, type MessageId } from '../i18n/translate.ts';
import type {
  CitingRule,
  CoverageRow,
  CoverageStatus,
  CoverageTable,
  OtherSource,
} from '../ruleset/coverage-table.ts';

/** How a page of the documentation leads to others; nothing of it on a terminal. */
export interface PageLinks {
  /** Address of the page of a rule. */
  rule(id: string): string;
  /** Address of the page of a law. */
  law(id: string): string;
}

export const coverageStatuses: readonly CoverageStatus[] = [
  'automated',
  'partial',
  'manual',
  'not_assessed',
];

type Say = (id: MessageId, data?: MessageData) => string;

/** The page of one law in Markdown: its articles, each once. */
export function coveragePage(table: CoverageTable, locale: Locale, links?: PageLinks): string {
  const say: Say = (id, data) => translate(locale, id, data);
  const marked = table.rows.some(({ rules }) => rules.some(({ unverified }) => unverified));
  const sections = [
    `# ${table.title[locale]}`,
    ...(table.note === undefined ? [] : [table.note[locale]]),
    say('coverage.intro'),
    countSentence(table, locale),
    markdownTable(
      [say('coverage.column.status'), say('coverage.column.count'), say('coverage.column.meaning')],
      coverageStatuses.map((status) => [
        say(`coverage.status.${status}`),
        String(table.counts[status]),
        say(`coverage.meaning.${status}`),
      ]),
    ),
    ...(table.rows.length === 0 ? [] : [articleTable(table.rows, locale, links)]),
    ...besidesSentence(table, locale),
    ...(marked ? [escape(say('coverage.unverified'))] : []),
    ...(links === undefined ? [] : [say('coverage.generated')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function articleTable(
  rows: readonly CoverageRow[],
  locale: Locale,
  links: PageLinks | undefined,
): string {
  const say: Say = (id, data) => translate(locale, id, data);
  return markdownTable(
    [
      say('coverage.column.articles'),
      say('coverage.column.status'),
      say('coverage.column.rules'),
      say('coverage.column.who'),
      say('coverage.column.text'),
    ],
    rows.map(({ articles, status, rules, who, text }) => [
      articles,
      say(`coverage.status.${status}`),
      ruleList(rules, links),
      namesOf(who, locale),
      text?.[locale] ?? '',
    ]),
  );
}

/** How many articles are looked at in which way, as one sentence. */
export function countSentence(table: CoverageTable, locale: Locale): string {
  const { articles, counts } = table;
  const cited = coverageStatuses.reduce((sum, status) => sum + counts[status], 0);
  const { automated, partial, manual, not_assessed: open } = counts;
  const data = { automated, partial, manual, open, count: articles ?? cited };
  return translate(locale, articles === undefined ? 'coverage.uncounted' : 'coverage.total', data);
}

/** What rules cite of the law in words, as no or one sentence. */
export function besidesSentence(table: CoverageTable, locale: Locale): readonly string[] {
  const { besides } = table;
  const texts = besides.join(locale === 'zh' ? '、' : ', ');
  return besides.length === 0 ? [] : [translate(locale, 'coverage.besides', { texts })];
}

/** People as one text. */
export function namesOf(who: CoverageRow['who'], locale: Locale): string {
  const names = who.map((each) => each[locale]);
  return names.length === 0
    ? translate(locale, 'coverage.nobody')
    : names.join(locale === 'zh' ? '、' : ', ');
}

/** The overview of all laws in Markdown, with the sources that have no articles. */
export function coverageOverview(
  tables: readonly CoverageTable[],
  others: readonly OtherSource[],
  locale: Locale,
  links?: PageLinks,
): string {
  const say: Say = (id, data) => translate(locale, id, data);
  const sections = [
    `# ${say('coverage.overview')}`,
    say('coverage.intro'),
    markdownTable(
      [
        say('coverage.column.law'),
        say('coverage.column.all'),
        ...coverageStatuses.map((status) => say(`coverage.status.${status}`)),
      ],
      tables.map(({ law, title, articles, counts }) => [
        links === undefined ? `${title[locale]} (${law})` : `[${title[locale]}](${links.law(law)})`,
        articles === undefined ? say('coverage.unknown') : String(articles),
        ...coverageStatuses.map((status) => String(counts[status])),
      ]),
    ),
    `## ${say('coverage.others')}`,
    say('coverage.others.intro'),
    markdownTable(
      [say('coverage.column.source'), say('coverage.column.cited'), say('coverage.column.rules')],
      others.map(({ name, citations, rules }) => [
        name,
        citations.join(locale === 'zh' ? '、' : ', '),
        ruleList(rules, links),
      ]),
    ),
    escape(say('coverage.unverified')),
    ...(links === undefined ? [] : [say('coverage.generated')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function ruleList(rules: readonly CitingRule[], links: PageLinks | undefined): string {
  return rules
    .map(({ id, unverified }) => {
      const name = links === undefined ? id : `[${id}](${links.rule(id)})`;
      return unverified ? `${name}\\*` : name;
    })
    .join(', ');
}

/** A star would begin emphasis. */
function escape(text: string): string {
  return text.replaceAll('*', String.raw`\*`);
}

function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
