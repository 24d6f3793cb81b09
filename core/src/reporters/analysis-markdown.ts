import type { AnalysisResult } from '../audit/analysis-result.ts';
import { translate } from '../i18n/translate.ts';
import { tablesOf, whatIfTables, type AnalysisTable } from './analysis-tables.ts';

/** The analysis as Markdown, for a wiki or a merge request. */
export function renderAnalysisMarkdown(result: AnalysisResult): string {
  const { locale, asOf } = result;
  const year = asOf.slice(0, 4);
  const blocks = result.processes.flatMap((process) => {
    const tables = tablesOf(process, locale);
    return [
      `# ${escaped(process.name)}`,
      `\`${process.path}\` · ${translate(locale, 'analysis.asOf', { date: asOf, year })}`,
      ...(process.headlines.length === 0
        ? []
        : [process.headlines.map((line) => `- **${escaped(line)}**`).join('\n')]),
      ...(tables.length === 0 ? [translate(locale, 'analysis.none')] : tables.map(tableMarkdown)),
    ];
  });
  return `${[...blocks, ...whatIfTables(result).map(tableMarkdown)].join('\n\n')}\n`;
}

function tableMarkdown({ title, header, rows, notes = [] }: AnalysisTable): string {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const head = header ?? Array.from({ length: columns }, () => '');
  const line = (row: readonly string[]): string => `| ${row.map(escaped).join(' | ')} |`;
  const table =
    rows.length === 0
      ? []
      : [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
  return [`## ${escaped(title)}`, table.join('\n'), ...notes.map((note) => `- ${escaped(note)}`)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A name may hold what Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}
