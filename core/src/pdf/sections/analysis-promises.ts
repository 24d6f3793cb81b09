import type { AvailabilityFigures, SlaFigures } from '../analysis-input.ts';
import { ink, verdictColor } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import type { ReportContext } from '../report-context.ts';
import { layTopic, missingTexts, numberCell } from './analysis-topic.ts';

export function layAvailability(
  context: ReportContext,
  figures: readonly AvailabilityFigures[],
): void {
  const { say } = context;
  layTopic(context, {
    title: 'report.analysis.availability',
    none: 'report.analysis.noAvailability',
    columns: [
      { title: say('report.analysis.service'), share: 26, isRowHeader: true },
      { title: say('report.analysis.promised'), share: 15, align: 'right' },
      { title: say('report.analysis.reached'), share: 15, align: 'right' },
      { title: say('report.column.because'), share: 44 },
    ],
    rows: figures.map(({ name, promised, reached, fallsShort, sentence, missing }) => [
      strongCell(name),
      numberCell(promised, say),
      numberCell(reached, say, fallsShort),
      [...(sentence === undefined ? [] : [{ text: sentence }]), ...missingTexts(missing)],
    ]),
  });
}

const colors: Readonly<Record<SlaFigures['verdict'], string>> = {
  met: verdictColor.pass,
  broken: verdictColor.fail,
  undecided: verdictColor.undecided,
};

export function layPromises(context: ReportContext, slas: readonly SlaFigures[]): void {
  const { say } = context;
  layTopic(context, {
    title: 'report.analysis.slas',
    none: 'report.analysis.noSlas',
    columns: [
      { title: say('report.analysis.sla'), share: 19, isRowHeader: true },
      { title: say('report.analysis.promise'), share: 21 },
      { title: say('report.column.verdict'), share: 15 },
      { title: say('report.analysis.ground'), share: 18 },
      { title: say('report.column.because'), share: 34 },
    ],
    rows: slas.map((sla) => [
      strongCell(sla.name),
      sla.promise,
      strongCell(sla.word, colors[sla.verdict]),
      groundCell(sla, say),
      sla.sentence,
    ]),
  });
}

function groundCell({ rung, weakestInput }: SlaFigures, say: ReportContext['say']): Cell {
  const method = numberCell(rung, say);
  if (weakestInput === undefined) return method;
  const text = say('report.analysis.weakest', { source: weakestInput });
  return [...(typeof method === 'string' ? [{ text: method }] : method), { text, color: ink.soft }];
}
