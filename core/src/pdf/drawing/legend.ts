import { sheet } from '../layout/page-flow.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { ink, type } from '../layout/palette.ts';
import { drawArrow } from './arrow-shape.ts';
import type { FlowDrawing, StepType } from './flow-drawing.ts';
import { listed } from './flow-words.ts';
import type { Say } from './flow-words.ts';
import { drawShape } from './step-shape.ts';

interface Sign {
  readonly words: string;
  readonly draw: (x: number, y: number) => void;
}

const sign = { width: 24, height: 12, gap: 5, after: 16, pitch: 19 } as const;

const order: readonly StepType[] = [
  'task',
  'approval',
  'automated',
  'choice',
  'parallel',
  'join',
  'wait',
  'subprocess',
  'end',
];

export function legendHeight(flow: PageFlow, drawing: FlowDrawing, say: Say): number {
  return rowsOf(flow, signsOf(flow, drawing, say)).length * sign.pitch + 12;
}

/** What the forms and lines of this drawing mean; those that it does not use are left out. */
export function layLegend(flow: PageFlow, drawing: FlowDrawing, say: Say): void {
  const { document, typesetter } = flow;
  const signs = signsOf(flow, drawing, say);
  const rows = rowsOf(flow, signs);
  const top = flow.y;
  const figure = document.struct('Figure', {
    alt: say('report.drawing.legend', {
      signs: listed(
        signs.map(({ words }) => words),
        say,
      ),
    }),
    bbox: [sheet.left, top, sheet.right, top + rows.length * sign.pitch],
    placement: 'Block',
  });
  flow.root.add(figure);
  figure.add(() => {
    document.save();
    for (const [index, row] of rows.entries()) {
      for (const { x, words, draw } of row) {
        const y = top + index * sign.pitch;
        draw(x + sign.width / 2, y + sign.pitch / 2);
        const style = { ...type.drawing, color: ink.soft };
        typesetter.draw(words, style, x + sign.width + sign.gap, y + 3.5);
      }
    }
    document.restore();
  });
  figure.end();
  flow.y += rows.length * sign.pitch + 12;
}

function signsOf({ document }: PageFlow, { steps, edges }: FlowDrawing, say: Say): readonly Sign[] {
  const used = new Set(steps.map((step) => step.type));
  const kinds = new Set(edges.map(({ kind }) => kind));
  const line = (words: string, critical: boolean, dashed: boolean): Sign => ({
    words,
    draw: (x, y) => {
      const half = sign.width / 2;
      const points = [
        { x: x - half, y },
        { x: x + half, y },
      ];
      drawArrow(document, points, { critical, dashed });
    },
  });
  const dashed = kinds.has('failure') || kinds.has('timeout') || kinds.has('handoff');
  return [
    ...order
      .filter((stepType) => used.has(stepType))
      .map((stepType) => shapeSign(document, stepType, say)),
    ...(edges.some(({ critical }) => critical)
      ? [line(say('report.drawing.critical'), true, false)]
      : []),
    ...(dashed ? [line(say('report.drawing.dashed'), false, true)] : []),
  ];
}

function shapeSign(document: PageFlow['document'], stepType: StepType, say: Say): Sign {
  const isBar = stepType === 'parallel' || stepType === 'join';
  const height = isBar ? 5 : sign.height;
  return {
    words: say(`report.drawing.${stepType}`),
    draw: (x, y) => {
      const { width } = sign;
      drawShape(document, stepType, { x, y, width, height, slope: width / 2 }, false);
    },
  };
}

type PlacedSign = Sign & { readonly x: number };

/** The signs in rows, each as wide as its words. */
function rowsOf(
  { typesetter }: PageFlow,
  signs: readonly Sign[],
): readonly (readonly PlacedSign[])[] {
  const rows: PlacedSign[][] = [];
  let x: number = sheet.right;
  for (const one of signs) {
    const width = sign.width + sign.gap + typesetter.widthOf(one.words, type.drawing);
    if (x + width > sheet.right || rows.length === 0) {
      rows.push([]);
      x = sheet.left;
    }
    rows.at(-1)?.push({ ...one, x });
    x += width + sign.after;
  }
  return rows;
}
