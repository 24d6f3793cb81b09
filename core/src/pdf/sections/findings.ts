import { layParagraph } from '../layout/lines.ts';
import { type } from '../layout/palette.ts';
import type { ReportContext } from '../report-context.ts';
import { severities } from '../report-context.ts';
import { findingCard } from './finding-card.ts';
import { SourceExcerpts } from './source-excerpt.ts';

/** Every open finding as a card, the severest first. */
export function layFindings(context: ReportContext): void {
  const { flow, headings, open, say } = context;
  headings.section(say('report.findings'));
  if (open.length === 0) {
    layParagraph(flow, say('report.findings.none'), { style: type.body });
    return;
  }
  const intro = [
    say('report.findings.count', { count: open.length }),
    say('report.findings.howToRead'),
  ];
  layParagraph(flow, intro.join(context.locale === 'zh' ? '' : ' '), { style: type.body });
  const excerpts = new SourceExcerpts(context);
  for (const severity of severities) {
    const group = open.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    const name = say(`report.severity.${severity}`);
    const title = say('report.findings.group', { severity: name, count: group.length });
    for (const [index, finding] of group.entries()) {
      const card = findingCard(context, finding, excerpts);
      if (index === 0) headings.subsection(title, { keep: card.keep });
      card.lay();
    }
  }
}
