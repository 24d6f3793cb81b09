import { availabilityText } from '../../i18n/number-text.ts';
import type { AvailabilityFigures, SlaFigures } from '../analysis-input.ts';
import { ink, verdictColor } from '../layout/palette.ts';
import type { Cell } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import type { ReportContext } from '../report-context.ts';
import { layTopic, missingTexts, unknownCell } from './analysis-topic.ts';

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
    rows: figures.map(({ name, promised, reached, sentence, missing }) => [
      strongCell(name),
      promised === undefined ? unknownCell(say) : availabilityText(promised),
      reachedCell(promised, reached, say),
      [...(sentence === undefined ? [] : [{ text: sentence }]), ...missingTexts(missing)],
    ]),
  });
}

/** The column beside it says which promise the number falls short of. */
function reachedCell(
  promised: number | undefined,
  reached: number | undefined,
  say: ReportContext['say'],
): Cell {
  if (reached === undefined) return unknownCell(say);
  const text = availabilityText(reached);
  const fallsShort = promised !== undefined && reached < promised - 1e-12;
  return fallsShort ? strongCell(text, verdictColor.fail) : text;
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
      { title: say('report.analysis.sla'), share: 21, isRowHeader: true },
      { title: say('report.analysis.promise'), share: 17 },
      { title: say('report.column.verdict'), share: 15 },
      { title: say('report.analysis.ground'), share: 18 },
      { title: say('report.column.because'), share: 34 },
    ],
    rows: slas.map((sla) => [
      strongCell(sla.name),
      sla.promise,
      strongCell(say(`report.analysis.${sla.verdict}`), colors[sla.verdict]),
      groundCell(sla, say),
      sla.sentence,
    ]),
  });
}

function groundCell({ rung, weakest }: SlaFigures, say: ReportContext['say']): Cell {
  const method = { text: say(`report.analysis.rung.${rung}`) };
  if (weakest === undefined) return [method];
  const source = say(`report.analysis.${weakest.source}`);
  const text =
    weakest.input === undefined
      ? say('report.analysis.weakest', { source })
      : say('report.analysis.weakestNamed', { source, input: weakest.input });
  return [method, { text, color: ink.soft }];
}
