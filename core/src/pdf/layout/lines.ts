import type { StructureElement, StructureType } from '../file/pdfkit.ts';
import type { PageFlow } from './page-flow.ts';
import type { Part } from './part.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { TextStyle } from './palette.ts';

/** Lines of one height that belong to one element of the structure. */
export interface LineStack {
  readonly count: number;
  readonly pitch: number;
  readonly draw: (index: number, top: number) => void;
  /** Draws behind the lines that one page takes. */
  readonly drawBehind?: (first: number, count: number, top: number) => void;
}

/** Puts lines down and breaks pages between them; one line alone is never left behind. */
export function layLines(flow: PageFlow, element: StructureElement, stack: LineStack): void {
  let done = 0;
  while (done < stack.count) {
    const left = stack.count - done;
    const take = linesThatFit(flow.room, stack.pitch, left);
    if (take === 0 && !flow.isPageStart) {
      flow.newPage();
      continue;
    }
    const first = done;
    const count = Math.max(1, take);
    const top = flow.y;
    if (stack.drawBehind !== undefined) {
      flow.decorate(() => stack.drawBehind?.(first, count, top));
    }
    element.add(() => {
      for (let line = 0; line < count; line++) stack.draw(first + line, top + line * stack.pitch);
    });
    flow.y += count * stack.pitch;
    done += count;
  }
}

/** How many of `left` lines to take; 0 when a new page serves better. */
function linesThatFit(room: number, pitch: number, left: number): number {
  const fitting = Math.floor((room + 0.01) / pitch);
  if (fitting >= left) return left;
  const take = left - fitting === 1 ? fitting - 1 : fitting;
  return take < 2 ? 0 : take;
}

export interface ParagraphOptions {
  readonly style: TextStyle;
  readonly type?: StructureType;
  readonly parent?: StructureElement;
  readonly x?: number;
  readonly width?: number;
  /** Stretches full lines to the right edge, as Chinese prose is set. */
  readonly justify?: boolean;
}

/** One block of text at the flow's place. */
export function layParagraph(flow: PageFlow, text: string, options: ParagraphOptions): void {
  paragraphPart(flow, text, options).lay();
}

export function paragraphPart(flow: PageFlow, text: string, options: ParagraphOptions): Part {
  const lines = flow.typesetter.wrap(text, options.style, options.width ?? textWidth);
  return {
    height: lines.length * options.style.pitch,
    lay: () => layWrapped(flow, lines, options),
  };
}

function layWrapped(flow: PageFlow, lines: readonly string[], options: ParagraphOptions): void {
  const { style, x = sheet.left, width = textWidth } = options;
  const element = flow.document.struct(options.type ?? 'P');
  (options.parent ?? flow.root).add(element);
  layLines(flow, element, {
    count: lines.length,
    pitch: style.pitch,
    draw: (index, top) => {
      const stretch = options.justify === true && index < lines.length - 1 ? width : undefined;
      flow.typesetter.draw(lines[index] ?? '', style, x, top, stretch);
    },
  });
  element.end();
}
