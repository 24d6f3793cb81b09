import type { StructureElement } from '../file/pdfkit.ts';
import type { ContentsEntry } from './headings.ts';
import { addLink } from './link.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet } from './page-flow.ts';
import type { TextStyle } from './palette.ts';
import { tint, type } from './palette.ts';

/** The place kept for the table of contents until every page number is known. */
export interface ContentsPlace {
  readonly element: StructureElement;
  readonly pageIndex: number;
  readonly top: number;
}

/** Keeps the rest of the page at hand for the table of contents. */
export function reserveContents(flow: PageFlow): ContentsPlace {
  const element = flow.document.struct('TOC');
  flow.root.add(element);
  const place = { element, pageIndex: flow.pageIndex, top: flow.y };
  flow.y = sheet.bottom;
  return place;
}

/** Fills the reserved page; the pages are counted from 1, the cover being the first. */
export function fillContents(
  flow: PageFlow,
  place: ContentsPlace,
  entries: readonly ContentsEntry[],
): void {
  flow.document.switchToPage(place.pageIndex);
  let top = place.top;
  for (const entry of entries) {
    const style = entry.level === 1 ? type.bodyStrong : type.small;
    top += entry.level === 1 ? 9 : 2;
    if (top + style.pitch > sheet.bottom) throw new Error('the table of contents is over a page');
    drawEntry(flow, place.element, entry, style, top);
    top += style.pitch;
  }
  place.element.end();
}

function drawEntry(
  flow: PageFlow,
  parent: StructureElement,
  entry: ContentsEntry,
  style: TextStyle,
  top: number,
): void {
  const { document, typesetter } = flow;
  const item = document.struct('TOCI');
  parent.add(item);
  const reference = document.struct('Reference');
  item.add(reference);
  const x = sheet.left + (entry.level === 1 ? 0 : 22);
  const page = String(entry.pageIndex + 1);
  const pageX = sheet.right - typesetter.widthOf(page, style);
  addLink(document, reference, {
    destination: entry.destination,
    label: entry.text,
    area: [x, top, sheet.right - x, style.pitch],
    draw: () => {
      typesetter.draw(`${entry.text} `, style, x, top);
      typesetter.draw(page, style, pageX, top);
    },
  });
  reference.end();
  item.end();
  drawLeader(
    flow,
    x + typesetter.widthOf(entry.text, style) + 8,
    pageX - 8,
    top + style.pitch * 0.7,
  );
}

function drawLeader(flow: PageFlow, from: number, to: number, y: number): void {
  if (to <= from) return;
  flow.decorate(() => {
    flow.document
      .lineWidth(0.9)
      .lineCap('round')
      .dash(0.01, { space: 4 })
      .moveTo(to, y)
      .lineTo(from, y)
      .stroke(tint.line);
  });
}
