import { textWidth } from '../layout/page-flow.ts';
import { type } from '../layout/palette.ts';
import type { Typesetter } from '../text/typesetter.ts';
import type { DrawnEdge, FlowDrawing } from './flow-drawing.ts';
import type { FlowGraph, PlacedBand, PlacedBox, PlacedFlow } from './placing/graph.ts';
import { layersOf, widestLayer } from './placing/layers.ts';
import { backEdges } from './placing/loops.ts';
import { placeFlow } from './placing/place-flow.ts';
import type { StepBox } from './step-box.ts';
import { stepBox } from './step-box.ts';

/** How a drawing is spread over pages. */
export interface DrawingPlan {
  /** Bands that stand side by side on a page. */
  readonly columns: number;
  readonly columnWidth: number;
  /** The drawing begins on a page of its own. */
  readonly onNewPage: boolean;
  readonly bands: readonly PlacedBand[];
  /** By index of the step: its box with its final number. */
  readonly boxes: readonly StepBox[];
  readonly numbers: readonly number[];
  /** Those that connect two steps of the drawing, as the arrows count them. */
  readonly edges: readonly DrawnEdge[];
  readonly labels: readonly string[];
}

export interface DrawingRoom {
  /** Left on the page at hand. */
  readonly room: number;
  readonly page: number;
}

export const gutter = 26;

interface Layout {
  readonly columns: number;
  readonly boxWidth: number;
  readonly capacity: number;
}

/** A straight line of steps goes on in columns; what has many branches needs the whole width. */
function layoutsFor(widest: number): readonly Layout[] {
  if (widest <= 1) {
    return [
      { columns: 1, boxWidth: 180, capacity: 1 },
      { columns: 2, boxWidth: 150, capacity: 1 },
      { columns: 3, boxWidth: 116, capacity: 1 },
    ];
  }
  if (widest === 2) {
    return [
      { columns: 1, boxWidth: 150, capacity: 2 },
      { columns: 2, boxWidth: 92, capacity: 2 },
    ];
  }
  return [
    { columns: 1, boxWidth: 116, capacity: 3 },
    { columns: 1, boxWidth: 96, capacity: 4 },
  ];
}

/** Less room than this share of a page is not begun with. */
const leastRoom = 0.4;

/** What a page costs against a line that is cut. */
const pageCost = 8;

/** Of the possible ways to lay out a drawing the one with fewest pages and fewest cut lines. */
export function planDrawing(
  drawing: FlowDrawing,
  labelOf: (edge: DrawnEdge) => string,
  typesetter: Typesetter,
  room: DrawingRoom,
): DrawingPlan {
  const indexes = new Map(drawing.steps.map(({ id }, index) => [id, index]));
  const edges = drawing.edges.filter(({ from, to }) => indexes.has(from) && indexes.has(to));
  const labels = edges.map((edge) => typesetter.clean(labelOf(edge)));
  const graphOf = (width: number): FlowGraph => ({
    nodes: drawing.steps.map((step) => {
      const digits = '0'.repeat(String(drawing.steps.length).length);
      const { height } = stepBox(typesetter, step, digits, width);
      return { width, height, isDiamond: step.type === 'choice' };
    }),
    edges: edges.map(({ from, to, kind, critical }, index) => ({
      from: indexes.get(from) ?? 0,
      to: indexes.get(to) ?? 0,
      weight: critical ? 5 : kind === 'next' ? 1 : 0.5,
      labelWidth: typesetter.widthOf(labels[index] ?? '', type.drawing),
    })),
  });
  const best = bestPlacing(graphOf, room);
  const numbers = numbersOf(best.placed, drawing.steps.length);
  const boxes = drawing.steps.map((step, index) =>
    stepBox(typesetter, step, String(numbers[index]), best.boxWidth),
  );
  const { columns, columnWidth, onNewPage, placed } = best;
  return { columns, columnWidth, onNewPage, bands: placed.bands, boxes, numbers, edges, labels };
}

interface Placing extends Layout {
  readonly columnWidth: number;
  readonly onNewPage: boolean;
  readonly placed: PlacedFlow;
  readonly cost: number;
}

function bestPlacing(graphOf: (width: number) => FlowGraph, room: DrawingRoom): Placing {
  const graph = graphOf(100);
  const widest = widestLayer(layersOf(graph, backEdges(graph), 3));
  const starts = room.room >= leastRoom * room.page ? [false, true] : [true];
  const placings = layoutsFor(widest).flatMap((layout) =>
    starts.map((onNewPage) => placing(graphOf(layout.boxWidth), layout, onNewPage, room)),
  );
  return placings.reduce((best, one) => (one.cost < best.cost ? one : best));
}

function placing(
  graph: FlowGraph,
  layout: Layout,
  onNewPage: boolean,
  { room, page }: DrawingRoom,
): Placing {
  const { columns, capacity } = layout;
  const columnWidth = (textWidth - (columns - 1) * gutter) / columns;
  const first = onNewPage ? page : room;
  const placed = placeFlow(graph, {
    width: columnWidth,
    capacity,
    heightOf: (band) => (band < columns ? first : page),
  });
  const pages = Math.ceil(placed.bands.length / columns) + (onNewPage ? 1 : 0);
  const boxes = placed.bands.flatMap((band) => band.boxes);
  const cuts = boxes.reduce((sum, { exits }) => sum + exits.length, 0);
  return { ...layout, columnWidth, onNewPage, placed, cost: pages * pageCost + cuts };
}

/** Numbers in the order in which the eye meets the boxes. */
function numbersOf({ bands }: PlacedFlow, count: number): readonly number[] {
  const numbers = new Array<number>(count).fill(0);
  const order = bands.flatMap(({ boxes }) => boxes.toSorted(byPlace));
  for (const [index, { node }] of order.entries()) numbers[node] = index + 1;
  return numbers;
}

function byPlace(left: PlacedBox, right: PlacedBox): number {
  return left.y - right.y || left.x - right.x;
}
