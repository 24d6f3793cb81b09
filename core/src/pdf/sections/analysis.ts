import { percentText, secondsPer, significantText, unitFor } from '../../i18n/number-text.ts';
import type { TimeUnit } from '../../i18n/number-text.ts';
import { textIn } from '../../i18n/text.ts';
import type { AnalysisPage, RoleFigures, TimeFigure } from '../analysis-input.ts';
import { layFlowDrawing } from '../drawing/flow-figure.ts';
import { layParagraph, paragraphPart } from '../layout/lines.ts';
import { layList } from '../layout/list.ts';
import { type, verdictColor } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import type { ReportContext } from '../report-context.ts';
import { layAvailability, layPromises } from './analysis-promises.ts';
import {
  layTopic,
  layTopicTitle,
  topicTitleHeight,
  missingTexts,
  unknownCell,
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

function layTimes(context: ReportContext, { times, criticalPath }: AnalysisPage): void {
  const { say } = context;
  const path = criticalPath === undefined ? [] : [criticalPath];
  const unit = unitFor([...times, ...path].flatMap(({ seconds }) => seconds ?? []));
  const timeCell = ({ seconds }: { readonly seconds?: number }): Cell =>
    seconds === undefined ? unknownCell(say) : timeText(seconds, unit, say);
  layTopic(context, {
    title: 'report.analysis.times',
    none: 'report.analysis.noTimes',
    columns: [
      { title: say('report.analysis.measure'), share: 18, isRowHeader: true },
      { title: say('report.analysis.time'), share: 20, align: 'right' },
      { title: say('report.column.meaning'), share: 62 },
    ],
    rows: [
      ...times.map((figure) => [
        strongCell(figure.measure === 'mean' ? say('report.analysis.mean') : figure.measure),
        timeCell(figure),
        figure.missing === undefined ? meaningOf(figure, say) : missingTexts(figure.missing),
      ]),
      ...path.map((one) => [
        strongCell(say('report.analysis.criticalPath')),
        timeCell(one),
        one.missing === undefined
          ? say('report.analysis.criticalPath.meaning', { steps: one.steps.join(' → ') })
          : missingTexts(one.missing),
      ]),
    ],
  });
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
  const { say } = context;
  const unit = unitFor(roles.flatMap(({ touchSeconds }) => touchSeconds ?? []));
  layTopic(context, {
    title: 'report.analysis.roles',
    none: 'report.analysis.noRoles',
    columns: [
      { title: say('report.analysis.role'), share: 25, isRowHeader: true },
      { title: say('report.analysis.visits'), share: 12, align: 'right' },
      { title: say('report.analysis.touch'), share: 16, align: 'right' },
      { title: say('report.analysis.needed'), share: 16, align: 'right' },
      { title: say('report.analysis.available'), share: 16, align: 'right' },
      { title: say('report.analysis.utilisation'), share: 14, align: 'right' },
      { title: say('report.analysis.staff'), share: 13, align: 'right' },
    ],
    rows: roles.map((role) => roleRow(role, unit, say)),
  });
}

function roleRow(role: RoleFigures, unit: TimeUnit, say: ReportContext['say']): readonly Cell[] {
  const cell = (value: number | undefined, textOf: (value: number) => string): Cell =>
    value === undefined ? unknownCell(say) : textOf(value);
  const hours = (value: number): string => say('report.unit.h', { number: significantText(value) });
  const { utilisation } = role;
  const overloaded = utilisation !== undefined && utilisation > 1;
  const load = cell(utilisation, percentText);
  return [
    [{ text: role.name, weight: 'bold' }, ...missingTexts(role.missing)],
    cell(role.visits, (value) => significantText(value)),
    cell(role.touchSeconds, (value) => timeText(value, unit, say)),
    cell(role.neededHoursPerDay, hours),
    cell(role.availableHoursPerDay, hours),
    overloaded && typeof load === 'string' ? strongCell(load, verdictColor.fail) : load,
    cell(role.staffNeeded, String),
  ];
}

function timeText(seconds: number, unit: TimeUnit, say: ReportContext['say']): string {
  return say(`report.unit.${unit}`, { number: significantText(seconds / secondsPer[unit]) });
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
