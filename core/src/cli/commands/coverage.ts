import type { Locale } from '../../i18n/text.ts';
import { translate } from '../../i18n/translate.ts';
import {
  besidesSentence,
  countSentence,
  coverageOverview,
  coveragePage,
  coverageStatuses,
  namesOf,
} from '../../language/index.ts';
import { lawNamed, lawsOf } from '../../ruleset/coverage.ts';
import {
  coverageOf,
  otherSources,
  type CoverageRow,
  type CoverageTable,
} from '../../ruleset/coverage-table.ts';
import { ConfigError } from '../../workspace/config.ts';
import type { CoverageOptions } from '../program.ts';
import type { CommandContext } from './check.ts';

/** `flowaudit coverage`: which articles of a law rules look at, and who must look at the others. */
export function coverageCommand({ terminal, installation }: CommandContext) {
  return ({ law: name, locale = 'en', format }: CoverageOptions): void => {
    const library = installation.library();
    if (name === undefined) {
      const tables = lawsOf(library).map((law) => coverageOf(library, law));
      const others = otherSources(library);
      const outputs = {
        json: () => json({ laws: tables, others }),
        markdown: () => coverageOverview(tables, others, locale),
        text: () => overviewText(tables, locale),
      };
      terminal.out(outputs[format]());
      return;
    }
    const law = lawNamed(library, name);
    if (law === undefined) {
      throw new ConfigError('cli.noSuchLaw', {
        name,
        known: lawsOf(library)
          .map(({ id }) => id)
          .join(', '),
      });
    }
    const table = coverageOf(library, law);
    const outputs = {
      json: () => json(table),
      markdown: () => coveragePage(table, locale),
      text: () => lawText(table, locale),
    };
    terminal.out(outputs[format]());
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function overviewText(tables: readonly CoverageTable[], locale: Locale): string {
  const width = Math.max(...tables.map(({ law }) => law.length));
  const lines = tables.map(
    (table) =>
      `${table.law.padEnd(width)}  ${table.title[locale]}\n    ${countSentence(table, locale)}`,
  );
  return `${[...lines, '', translate(locale, 'coverage.intro')].join('\n')}\n`;
}

function lawText(table: CoverageTable, locale: Locale): string {
  const width = Math.max(
    ...coverageStatuses.map((status) => widthOf(translate(locale, `coverage.status.${status}`))),
  );
  const marked = table.rows.some(({ rules }) => rules.some(({ unverified }) => unverified));
  const lines = [
    table.title[locale],
    ...(table.note === undefined ? [] : [table.note[locale]]),
    countSentence(table, locale),
    '',
    ...table.rows.flatMap((row) => rowLines(row, width, locale)),
    '',
    ...besidesSentence(table, locale),
    translate(locale, 'coverage.intro'),
    ...(marked ? [translate(locale, 'coverage.unverified')] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const articleWidth = 10;

function rowLines(row: CoverageRow, width: number, locale: Locale): readonly string[] {
  const { articles, status, rules, who, text } = row;
  const word = translate(locale, `coverage.status.${status}`);
  const gap = ' '.repeat(width - widthOf(word));
  const ids = rules.map(({ id, unverified }) => (unverified ? `${id}*` : id)).join(', ');
  const needsPeople = who.length > 0;
  const remark = text?.[locale];
  const person = `${translate(locale, 'coverage.column.who')}: ${namesOf(who, locale)}`;
  const indent = ' '.repeat(articleWidth + width + 4);
  return [
    `${articles.padEnd(articleWidth)}  ${word}${gap}  ${ids === '' ? (remark ?? '') : ids}`,
    ...(ids !== '' && remark !== undefined ? [`${indent}${remark}`] : []),
    ...(needsPeople ? [`${indent}${locale === 'zh' ? person.replace(': ', '：') : person}`] : []),
  ];
}

/** Columns on a terminal: a Chinese character takes two. */
function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
