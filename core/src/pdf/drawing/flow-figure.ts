import type { ReportContext } from '../report-context.ts';
import { sheet } from '../layout/page-flow.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import { ink, type } from '../layout/palette.ts';
import type { Part } from '../layout/part.ts';
import { drawArrow, lookOf } from './arrow-shape.ts';
import { drawNotes, drawStart } from './box-notes.ts';
import type { FlowDrawing } from './flow-drawing.ts';
import { labelOf, stepsInWords } from './flow-words.ts';
import { layLegend, legendHeight } from './legend.ts';
import type { PlacedBand } from './placing/graph.ts';
import type { DrawingPlan } from './plan.ts';
import { gutter, planDrawing } from './plan.ts';
import { drawShape } from './step-shape.ts';

type Place = Pick<ReportContext, 'flow' | 'say'>;

/** Draws a process with its legend under a head, over as many pages as it takes. */
export function layFlowDrawing({ flow, say }: Place, drawing: FlowDrawing, head: Part): void {
  if (drawing.steps.length === 0) return;
  const above = head.height + legendHeight(flow, drawing, say);
  const further = sheet.bottom - sheet.top;
  const plan = planDrawing(drawing, (edge) => labelOf(edge, say), flow.typesetter, {
    left: flow.room - above,
    first: further - above,
    further,
  });
  if (plan.onNewPage) flow.need(sheet.bottom);
  head.lay();
  layLegend(flow, drawing, say);
  for (let first = 0; first < plan.bands.length; first += plan.columns) {
    if (first > 0) flow.newPage();
    layPage({ flow, say }, plan, plan.bands.slice(first, first + plan.columns));
  }
  flow.y += 10;
}

/** The bands of one page, side by side, as one figure. */
function layPage({ flow, say }: Place, plan: DrawingPlan, bands: readonly PlacedBand[]): void {
  const { document } = flow;
  const top = flow.y;
  const bottom = top + Math.max(...bands.map(({ height }) => height));
  const nodes = bands
    .flatMap(({ boxes }) => boxes.map(({ node }) => node))
    .toSorted((left, right) => (plan.numbers[left] ?? 0) - (plan.numbers[right] ?? 0));
  const figure = document.struct('Figure', {
    alt: flow.typesetter.clean(stepsInWords(plan, nodes, say)),
    bbox: [sheet.left, top, sheet.right, bottom],
    placement: 'Block',
  });
  flow.root.add(figure);
  figure.add(() => {
    document.save();
    for (const [column, band] of bands.entries()) {
      const left = sheet.left + column * (plan.columnWidth + gutter);
      document.save();
      document.translate(left, top);
      drawBand({ flow, say }, plan, band);
      document.restore();
    }
    document.restore();
  });
  figure.end();
  flow.y = bottom;
}

function drawBand({ flow, say }: Place, plan: DrawingPlan, band: PlacedBand): void {
  drawArrows(flow, plan, band);
  for (const placed of band.boxes) {
    if (placed.node === 0) drawStart(flow, plan, placed);
    drawNotes({ flow, say }, plan, placed);
    drawBox(flow, plan, placed);
  }
}

/** The critical path lies over the other lines, and the labels over all of them. */
function drawArrows({ document, typesetter }: PageFlow, plan: DrawingPlan, band: PlacedBand): void {
  const looks = band.arrows.map(({ edge, points, label }) => ({
    points,
    label,
    text: plan.labels[edge] ?? '',
    look: lookOf(plan.edges[edge] ?? { critical: false, kind: 'next' }),
  }));
  for (const critical of [false, true]) {
    for (const { points, look } of looks) {
      if (look.critical === critical) drawArrow(document, points, look);
    }
  }
  for (const { label, text, look } of looks) {
    if (label === undefined) continue;
    const weight = look.critical ? ('bold' as const) : ('regular' as const);
    const style = { ...type.drawing, weight, color: ink.strong };
    document.rect(label.x - 1, label.y + 1, typesetter.widthOf(text, style) + 2, 10);
    document.fill('#ffffff');
    typesetter.draw(text, style, label.x, label.y);
  }
}

function drawBox(
  { document, typesetter }: PageFlow,
  { boxes }: DrawingPlan,
  { node, x, y }: PlacedBand['boxes'][number],
): void {
  const box = boxes[node];
  if (box === undefined) return;
  const { step, width, height, slope, lines } = box;
  drawShape(document, step.type, { x, y, width, height, slope }, step.critical);
  const top = y - (lines.length * type.drawing.pitch) / 2;
  for (const [index, { text, style }] of lines.entries()) {
    const shown = text.trimEnd();
    const left = x - typesetter.widthOf(shown, style) / 2;
    typesetter.draw(shown, style, left, top + index * style.pitch);
  }
}
