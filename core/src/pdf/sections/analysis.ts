import { textIn } from '../../i18n/text.ts';
import type { AnalysisPage, RoleFigures, TimeFigure } from '../analysis-input.ts';
import { layFlowDrawing } from '../drawing/flow-figure.ts';
import { layParagraph, paragraphPart } from '../layout/lines.ts';
import { layList } from '../layout/list.ts';
import { type } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import type { ReportContext } from '../report-context.ts';
import { layAvailability, layPromises } from './analysis-promises.ts';
import {
  layTopic,
  layTopicTitle,
  topicTitleHeight,
  missingTexts,
  numberCell,
} from './analysis-topic.ts';

/** What each process can keep of its promises, and how it runs; left out when nobody asked. */
export function layAnalyses(context: ReportContext): void {
  const { flow, headings, input, say, locale } = context;
  const { analyses } = input;
  if (analyses === undefined) return;
  headings.section(say('report.analysis'));
  if (analyses.length === 0) {
    layParagraph(flow, say('report.analysis.none'), { style: type.body });
    return;
  }
  layParagraph(flow, say('report.analysis.intro'), { style: type.body, justify: locale === 'zh' });
  for (const page of analyses) {
    headings.subsection(textIn(page.name, locale) ?? page.path, { unlisted: true });
    layHeadlines(context, page);
    layTimes(context, page);
    layRoles(context, page);
    layAvailability(context, page.availability);
    layPromises(context, page.slas);
    layDrawing(context, page);
  }
}

function layHeadlines({ flow, say }: ReportContext, { headlines }: AnalysisPage): void {
  if (headlines.length === 0) {
    layParagraph(flow, say('report.analysis.noHeadlines'), { style: type.body });
    return;
  }
  layList(
    flow,
    headlines.map((text) => ({ text })),
    { style: type.bodyStrong },
  );
}

function layTimes(context: ReportContext, page: AnalysisPage): void {
  const { flow, say } = context;
  const path = page.criticalPath === undefined ? [] : [page.criticalPath];
  layTopic(context, {
    title: 'report.analysis.times',
    none: 'report.analysis.noTimes',
    columns: [
      { title: say('report.analysis.measure'), share: 18, isRowHeader: true },
      { title: say('report.analysis.time'), share: 20, align: 'right' },
      { title: say('report.column.meaning'), share: 62 },
    ],
    rows: [
      ...page.times.map((figure) => [
        strongCell(figure.measure === 'mean' ? say('report.analysis.mean') : figure.measure),
        numberCell(figure.time, say),
        figure.missing === undefined ? meaningOf(figure, say) : missingTexts(figure.missing),
      ]),
      ...path.map(({ steps, time, missing }) => [
        strongCell(say('report.analysis.criticalPath')),
        numberCell(time, say),
        missing === undefined
          ? say('report.analysis.criticalPath.meaning', { steps: steps.join(' → ') })
          : missingTexts(missing),
      ]),
    ],
  });
  for (const note of page.timeNotes ?? []) layParagraph(flow, note, { style: type.small });
}

function meaningOf({ measure }: TimeFigure, say: ReportContext['say']): string {
  switch (measure) {
    case 'mean':
      return say('report.analysis.mean.meaning');
    case 'p50':
      return say('report.analysis.percentile.half');
    default:
      return say('report.analysis.percentile.meaning', { share: measure.slice(1) });
  }
}

function layRoles(context: ReportContext, { roles }: AnalysisPage): void {
  const { flow, say } = context;
  layTopic(context, {
    title: 'report.analysis.roles',
    none: 'report.analysis.noRoles',
    columns: [
      { title: say('report.analysis.role'), share: 21, isRowHeader: true },
      { title: say('report.analysis.visits'), share: 13, align: 'right' },
      { title: say('report.analysis.touch'), share: 16, align: 'right' },
      { title: say('report.analysis.needed'), share: 19, align: 'right' },
      { title: say('report.analysis.available'), share: 19, align: 'right' },
      { title: say('report.analysis.utilisation'), share: 13, align: 'right' },
      { title: say('report.analysis.staff'), share: 13, align: 'right' },
    ],
    rows: roles.map((role) => roleRow(role, say)),
  });
  const sentences = roles.flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence]));
  if (sentences.length === 0) return;
  layList(
    flow,
    sentences.map((text) => ({ text })),
    { style: type.small },
  );
}

function roleRow(role: RoleFigures, say: ReportContext['say']): readonly Cell[] {
  const { name, missing, utilisation } = role;
  return [
    [{ text: name, weight: 'bold' }, ...missingTexts(missing)],
    numberCell(role.visits, say),
    numberCell(role.touch, say),
    numberCell(role.hoursNeeded, say),
    numberCell(role.hoursAvailable, say),
    numberCell(utilisation, say, role.isOverloaded),
    numberCell(role.staffNeeded, say),
  ];
}

function layDrawing({ flow, say }: ReportContext, { drawing }: AnalysisPage): void {
  const title = say('report.analysis.drawing');
  if (drawing === undefined || drawing.steps.length === 0) {
    layTopicTitle(flow, title);
    layParagraph(flow, say('report.analysis.noDrawing'), { style: type.body });
    return;
  }
  const intro = paragraphPart(flow, say('report.drawing.intro'), { style: type.small });
  layFlowDrawing({ flow, say }, drawing, {
    height: topicTitleHeight + intro.height + 6,
    lay: () => {
      layTopicTitle(flow, title);
      intro.lay();
      flow.y += 6;
    },
  });
}
