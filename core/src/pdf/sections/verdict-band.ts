import { layParagraph } from '../layout/lines.ts';
import { sheet, textWidth } from '../layout/page-flow.ts';
import { ink, type, verdictColor } from '../layout/palette.ts';
import { drawVerdictIcon } from '../layout/verdict-icon.ts';
import type { ReportContext } from '../report-context.ts';

const padding = 16;
const iconSize = 40;

/** The verdict as a word, with its meaning, on a band of its colour. */
export function layVerdictBand({ flow, result, say }: ReportContext): void {
  const meaning = say(`report.verdict.${result.verdict}.meaning`);
  const x = sheet.left + padding + iconSize + 16;
  const width = sheet.right - padding - x;
  const meaningStyle = { ...type.body, color: ink.onDark };
  const meaningLines = flow.typesetter.wrap(meaning, meaningStyle, width).length;
  const height = type.verdict.pitch + meaningLines * meaningStyle.pitch + 2 * padding;
  flow.need(height);
  const top = flow.y;
  flow.decorate(() => {
    flow.document
      .roundedRect(sheet.left, top, textWidth, height, 6)
      .fill(verdictColor[result.verdict]);
    drawVerdictIcon(
      flow.document,
      result.verdict,
      sheet.left + padding,
      top + (height - iconSize) / 2,
      iconSize,
    );
  });
  flow.y += padding;
  layParagraph(flow, say(`report.verdict.${result.verdict}`), { style: type.verdict, x, width });
  layParagraph(flow, meaning, { style: meaningStyle, x, width });
  flow.y = top + height;
}
