import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import { tint, type } from './palette.ts';

/** What stands at the top and bottom of every page but the cover. */
export interface Furniture {
  readonly top: readonly [left: string, right: string];
  readonly bottomLeft: string;
  readonly pageNumber: (page: number, pages: number) => string;
}

const style = type.note;
const topEdge = 36;
const bottomEdge = sheet.height - 44;

/** Draws the running lines when all pages are laid out; they are no part of the content. */
export function drawFurniture(flow: PageFlow, furniture: Furniture): void {
  const pages = flow.document.bufferedPageRange().count;
  for (let index = 1; index < pages; index++) {
    flow.document.switchToPage(index);
    const number = furniture.pageNumber(index + 1, pages);
    drawRunningLine(flow, 'Top', furniture.top, topEdge);
    drawRunningLine(flow, 'Bottom', [furniture.bottomLeft, number], bottomEdge);
  }
}

function drawRunningLine(
  flow: PageFlow,
  edge: 'Top' | 'Bottom',
  [left, right]: readonly [string, string],
  top: number,
): void {
  const { document, typesetter } = flow;
  const rule = edge === 'Top' ? top + style.pitch + 5 : top - 6;
  flow.decorate(
    () => {
      document.rect(sheet.left, rule, textWidth, 0.6).fill(tint.rule);
      typesetter.draw(left, style, sheet.left, top);
      typesetter.draw(right, style, sheet.right - typesetter.widthOf(right, style), top);
    },
    { type: 'Pagination', attached: [edge] },
  );
}
