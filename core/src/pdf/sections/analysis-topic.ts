import type { MessageId } from '../../i18n/translate.ts';
import { layParagraph } from '../layout/lines.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { ink, type, verdictColor } from '../layout/palette.ts';
import type { Cell, CellText, Column } from '../layout/table-cells.ts';
import { strongCell } from '../layout/table-cells.ts';
import { layTable } from '../layout/table.ts';
import type { ReportContext } from '../report-context.ts';

export interface Topic {
  readonly title: MessageId;
  /** Said instead of an empty table. */
  readonly none: MessageId;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One table of the analysis of a process, under a title of its own. */
export function layTopic({ flow, say }: ReportContext, topic: Topic): void {
  layTopicTitle(flow, say(topic.title));
  if (topic.rows.length === 0) layParagraph(flow, say(topic.none), { style: type.body });
  else layTable(flow, topic);
}

/** What must fit below the title of a topic: the titles of a table and its first row. */
const keep = 90;

const gap = { above: 10, below: 4 } as const;

export const topicTitleHeight = gap.above + type.item.pitch + gap.below;

export function layTopicTitle(flow: PageFlow, text: string): void {
  flow.gap(gap.above);
  flow.need(type.item.pitch + keep);
  layParagraph(flow, text, { style: type.item, type: 'H3' });
  flow.y += gap.below;
}

/** A number with its unit, a dash where nobody knows it; red where it is bad news. */
export function numberCell(
  text: string | undefined,
  say: ReportContext['say'],
  isBad = false,
): Cell {
  if (text === undefined) return [{ text: say('report.analysis.notKnown'), color: ink.soft }];
  return isBad ? strongCell(text, verdictColor.fail) : text;
}

/** What an undecided row lacks. */
export function missingTexts(text: string | undefined): readonly CellText[] {
  return text === undefined ? [] : [{ text, color: verdictColor.undecided }];
}
