import type { ReportContext } from '../report-context.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import type { TextStyle } from '../layout/palette.ts';
import { ink, type } from '../layout/palette.ts';
import { drawArrow, lookOf } from './arrow-shape.ts';
import type { PlacedBox } from './placing/graph.ts';
import { halfHeightAt, noteLines, space } from './placing/graph.ts';
import type { DrawingPlan } from './plan.ts';

const style: TextStyle = { ...type.drawing, color: ink.soft };
const startRadius = 4.5;

/** The dot at which every case starts, above the first box. */
export function drawStart({ document }: PageFlow, plan: DrawingPlan, placed: PlacedBox): void {
  const { x, y, entries, node } = placed;
  const box = plan.boxes[node];
  if (box === undefined) return;
  const at = entries.length > 0 ? x - box.width / 4 : x;
  const end = y - halfHeightAt(box, at - x);
  const top = y - box.height / 2 - space.start;
  const critical = box.step.critical;
  document.circle(at, top + startRadius, startRadius).fill(ink.strong);
  const line = [
    { x: at, y: top + 2 * startRadius },
    { x: at, y: end },
  ];
  drawArrow(document, line, { critical, dashed: false });
}

/** Short arrows with the number of the step at the other end, where no line leads there. */
export function drawNotes(
  { flow, say }: Pick<ReportContext, 'flow' | 'say'>,
  plan: DrawingPlan,
  placed: PlacedBox,
): void {
  const { x, y, node, exits, entries, exitX, entryX } = placed;
  const shape = plan.boxes[node];
  if (shape === undefined) return;
  const numberOf = new Map(
    plan.boxes.map(({ step }, index) => [step.id, plan.numbers[index] ?? 0]),
  );
  if (entries.length > 0) {
    const end = y - halfHeightAt(shape, entryX - x);
    const start = y - shape.height / 2 - space.stub;
    stub(flow, plan, entries, [entryX, start, end]);
    const width = entryX === x ? shape.width : shape.width / 2;
    const from = entries.map((edge) => numberOf.get(plan.edges[edge]?.from ?? '') ?? 0);
    const text = fitting(flow, entryTexts(from, say), width);
    center(flow, text, entryX, start - space.line);
  }
  if (exits.length > 0) {
    const start = y + halfHeightAt(shape, exitX - x);
    const end = y + shape.height / 2 + space.stub;
    stub(flow, plan, exits, [exitX, start, end]);
    const width = exitX === x ? shape.width : shape.width / 2 + space.betweenBoxes;
    const shown = exits.slice(0, noteLines(exits.length));
    for (const [index, edge] of shown.entries()) {
      const isLast = index === shown.length - 1 && exits.length > shown.length;
      const texts = exitTexts(plan, edge, numberOf, isLast ? exits.length - index - 1 : 0);
      center(flow, fitting(flow, texts, width), exitX, end + index * space.line);
    }
  }
}

function stub(
  { document }: PageFlow,
  plan: DrawingPlan,
  edges: readonly number[],
  [x, from, to]: readonly [number, number, number],
): void {
  const drawn = edges.flatMap((edge) => plan.edges[edge] ?? []);
  const looks = drawn.map((edge) => lookOf(edge));
  drawArrow(
    document,
    [
      { x, y: from },
      { x, y: to },
    ],
    {
      critical: looks.some(({ critical }) => critical),
      dashed: looks.every(({ dashed }) => dashed),
    },
  );
}

/** What may stand above a box, the fullest first: the numbers of the steps that lead here. */
function entryTexts(from: readonly number[], say: ReportContext['say']): readonly string[] {
  const numbers = [...new Set(from)].toSorted((left, right) => left - right);
  return numbers.map((_, index) => {
    const shown = numbers.slice(0, numbers.length - index).join(', ');
    return say('report.drawing.from', { numbers: index === 0 ? shown : `${shown}…` });
  });
}

/** What may stand below a box, the fullest first; the drawing's spoken text has all of it. */
function exitTexts(
  plan: DrawingPlan,
  index: number,
  numberOf: ReadonlyMap<string, number>,
  more: number,
): readonly string[] {
  const edge = plan.edges[index];
  const number = numberOf.get(edge?.to ?? '') ?? 0;
  const label = plan.labels[index] ?? '';
  const target = `${label} → ${number}`.trim();
  if (more > 0) return [`${target} … +${more}`, `→ ${number} … +${more}`];
  const name = plan.boxes.find(({ step }) => step.id === edge?.to)?.step.name ?? '';
  return [`${target} ${name}`, target, `→ ${number}`];
}

/** The first text that is not too wide, else the last. */
function fitting({ typesetter }: PageFlow, texts: readonly string[], width: number): string {
  const clean = texts.map((text) => typesetter.clean(text).replaceAll('\n', ' '));
  return clean.find((text) => typesetter.widthOf(text, style) <= width) ?? clean.at(-1) ?? '';
}

function center({ typesetter }: PageFlow, text: string, x: number, top: number): void {
  typesetter.draw(text, style, x - typesetter.widthOf(text, style) / 2, top);
}
