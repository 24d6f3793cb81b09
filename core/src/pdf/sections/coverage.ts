import { textIn } from '../../i18n/text.ts';
import type { LawCoveragePage } from '../coverage-input.ts';
import { layParagraph } from '../layout/lines.ts';
import { type } from '../layout/palette.ts';
import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';

/** Of each law that was asked about: every article once, and who must look where no rule does. */
export function layCoverage(context: ReportContext): void {
  const { flow, headings, input, say, locale } = context;
  if (input.coverage === undefined) return;
  headings.section(say('coverage.overview'));
  for (const text of [say('coverage.intro'), say('coverage.report')]) {
    layParagraph(flow, text, { style: type.body, justify: locale === 'zh' });
  }
  for (const page of input.coverage) layLaw(context, page);
}

function layLaw({ flow, headings, say, locale }: ReportContext, page: LawCoveragePage): void {
  const { title, note, articles, counts, groups } = page;
  const { automated, partial, manual, not_assessed: open } = counts;
  const count = articles ?? automated + partial + manual + open;
  headings.subsection(textIn(title, locale) ?? '', { unlisted: true });
  const total = articles === undefined ? 'coverage.uncounted' : 'coverage.total';
  layParagraph(flow, say(total, { count, automated, partial, manual, open }), {
    style: type.body,
  });
  const remark = textIn(note, locale);
  if (remark !== undefined) layParagraph(flow, remark, { style: type.small });
  flow.y += 4;
  layTable(flow, {
    columns: [
      { title: say('coverage.column.status'), share: 18, isRowHeader: true },
      { title: say('coverage.column.articles'), share: 46 },
      { title: say('coverage.column.who'), share: 36 },
    ],
    rows: groups.map((group) => [
      strongCell(say(`coverage.status.${group.status}`)),
      group.articles,
      group.who.length === 0
        ? say('coverage.nobody')
        : group.who.map((each) => textIn(each, locale) ?? '').join(locale === 'zh' ? '、' : ', '),
    ]),
  });
}
