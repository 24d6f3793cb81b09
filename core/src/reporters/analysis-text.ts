import type { AnalysisResult } from '../audit/analysis-result.ts';
import { translate } from '../i18n/translate.ts';
import { tablesOf, whatIfTables, type AnalysisTable } from './analysis-tables.ts';
import { displayWidth, padded } from './display-width.ts';
import type { Paint } from './text.ts';

/** The analysis for a terminal: the sentences first, the numbers behind them below. */
export function renderAnalysisText(result: AnalysisResult, paint: Paint): string {
  const { locale, asOf } = result;
  const year = asOf.slice(0, 4);
  const blocks = result.processes.flatMap((process) => {
    const tables = tablesOf(process, locale);
    return [
      [
        paint('bold', `${process.name}  ${process.path}`),
        paint('dim', translate(locale, 'analysis.asOf', { date: asOf, year })),
      ].join('\n'),
      ...(process.headlines.length === 0
        ? []
        : [process.headlines.map((line) => `  ! ${line}`).join('\n')]),
      ...(tables.length === 0
        ? [translate(locale, 'analysis.none')]
        : tables.map((table) => tableText(table, paint))),
    ];
  });
  const compared = whatIfTables(result).map((table) => tableText(table, paint));
  return `${[...blocks, ...compared].join('\n\n')}\n`;
}

function tableText({ title, header, rows, notes = [] }: AnalysisTable, paint: Paint): string {
  const all = header === undefined ? rows : [header, ...rows];
  const columns = Math.max(0, ...all.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...all.map((row) => displayWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    `  ${row
      .map((cell, column) => (column === row.length - 1 ? cell : padded(cell, widths[column] ?? 0)))
      .join('  ')}`.trimEnd();
  return [
    paint('bold', title),
    ...(header === undefined ? [] : [paint('dim', line(header))]),
    ...rows.map(line),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
