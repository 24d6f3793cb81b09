import type { StructureElement } from '../file/pdfkit.ts';
import { layLines } from './lines.ts';
import { addLink } from './link.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { TextStyle } from './palette.ts';
import { ink, type } from './palette.ts';

export interface ListItem {
  readonly text: string;
  /** Leads to a place in the document. */
  readonly destination?: string;
}

export interface ListOptions {
  readonly style?: TextStyle;
  readonly numbered?: boolean;
}

const indent = 18;
const gap = 3;

export function layList(
  flow: PageFlow,
  items: readonly ListItem[],
  options: ListOptions = {},
): void {
  const list = flow.document.struct('L');
  flow.root.add(list);
  for (const [index, item] of items.entries()) {
    layItem(flow, list, item, options.numbered === true ? `${index + 1}.` : '·', options);
    flow.y += gap;
  }
  list.end();
}

/** Height of an item with its gap, to see beforehand how many fit. */
export function itemHeight(flow: PageFlow, text: string, style: TextStyle = type.body): number {
  return flow.typesetter.wrap(text, style, textWidth - indent).length * style.pitch + gap;
}

function layItem(
  flow: PageFlow,
  list: StructureElement,
  item: ListItem,
  label: string,
  { style = type.body }: ListOptions,
): void {
  const { document, typesetter } = flow;
  const lines = typesetter.wrap(item.text, style, textWidth - indent);
  flow.need(Math.min(lines.length, 2) * style.pitch);
  const element = document.struct('LI');
  list.add(element);
  const marker = document.struct('Lbl');
  element.add(marker);
  marker.add(() => {
    typesetter.draw(label, { ...style, weight: 'bold', color: ink.accent }, sheet.left + 3, flow.y);
  });
  marker.end();
  const body = document.struct('LBody');
  element.add(body);
  if (item.destination === undefined) {
    const draw = (index: number, top: number): void =>
      typesetter.draw(lines[index] ?? '', style, sheet.left + indent, top);
    layLines(flow, body, { count: lines.length, pitch: style.pitch, draw });
  } else {
    layLink(flow, body, lines, item.destination, style);
  }
  body.end();
  element.end();
}

/** A linked item stays on one page, because a link's area does. */
function layLink(
  flow: PageFlow,
  parent: StructureElement,
  lines: readonly string[],
  destination: string,
  style: TextStyle,
): void {
  const top = flow.y;
  const height = lines.length * style.pitch;
  addLink(flow.document, parent, {
    destination,
    label: lines.join(''),
    area: [sheet.left + indent, top, textWidth - indent, height],
    draw: () => {
      for (const [index, line] of lines.entries()) {
        flow.typesetter.draw(line, style, sheet.left + indent, top + index * style.pitch);
      }
    },
  });
  flow.y += height;
}
