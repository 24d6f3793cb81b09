import { textWidth } from '../layout/page-flow.ts';
import { type } from '../layout/palette.ts';
import type { Typesetter } from '../text/typesetter.ts';
import type { DrawnEdge, FlowDrawing } from './flow-drawing.ts';
import type { FlowGraph, PlacedBand, PlacedBox, PlacedFlow } from './placing/graph.ts';
import { layersOf, widestLayer } from './placing/layers.ts';
import { backEdges } from './placing/loops.ts';
import { layoutFlow } from './placing/layout-flow.ts';
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

/** Heights in which a drawing may stand. */
export interface DrawingRoom {
  /** On the page at hand. */
  readonly left: number;
  /** On a new page, below the head of the drawing. */
  readonly first: number;
  /** On each further page. */
  readonly further: number;
}

export const gutter = 26;

interface Layout {
  readonly columns: number;
  readonly boxWidth: number;
  readonly capacity: number;
}

/** The width of a box in the tightest layout. */
const narrowest = 92;

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
      { columns: 2, boxWidth: narrowest, capacity: 2 },
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

/** A drawing whose arrows lead from step to step, with their labels. */
interface LabelledFlow {
  readonly steps: FlowDrawing['steps'];
  readonly edges: readonly DrawnEdge[];
  readonly labels: readonly string[];
}

/** Of the possible ways to lay out a drawing the one with fewest pages and fewest cut lines. */
export function planDrawing(
  { steps, edges: all }: FlowDrawing,
  labelOf: (edge: DrawnEdge) => string,
  typesetter: Typesetter,
  room: DrawingRoom,
): DrawingPlan {
  const ids = new Set(steps.map(({ id }) => id));
  const edges = all.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const labels = edges.map((edge) => typesetter.clean(labelOf(edge)));
  const flow = { steps, edges, labels };
  const { graph, placed, boxWidth, ...rest } = bestPlacing(flow, typesetter, room);
  const numbers = numbersOf(placed, steps.length);
  const boxes = steps.map((step, index) => ({
    ...stepBox(typesetter, step, String(numbers[index]), boxWidth),
    // As it was placed, though a short number may take one line less.
    ...graph.nodes[index],
  }));
  return { ...rest, bands: placed.bands, boxes, numbers, edges, labels };
}

interface Placing extends Layout {
  readonly columnWidth: number;
  readonly onNewPage: boolean;
  readonly graph: FlowGraph;
  readonly placed: PlacedFlow;
  readonly cost: number;
}

function bestPlacing(flow: LabelledFlow, typesetter: Typesetter, room: DrawingRoom): Placing {
  const starts = room.left >= leastRoom * room.further ? [false, true] : [true];
  const placings = layoutsFor(widthOf(flow, typesetter)).flatMap((layout) => {
    const graph = graphOf(flow, typesetter, layout.boxWidth);
    return starts.map((onNewPage) => placing(graph, layout, onNewPage, room));
  });
  return placings.reduce((best, one) => (one.cost < best.cost ? one : best));
}

/** How many steps stand side by side when nothing forbids it. */
function widthOf(flow: LabelledFlow, typesetter: Typesetter): number {
  const graph = graphOf(flow, typesetter, narrowest);
  return widestLayer(layersOf(graph, backEdges(graph), flow.steps.length));
}

function graphOf(
  { steps, edges, labels }: LabelledFlow,
  typesetter: Typesetter,
  width: number,
): FlowGraph {
  const indexes = new Map(steps.map(({ id }, index) => [id, index]));
  const digits = '0'.repeat(String(steps.length).length);
  return {
    nodes: steps.map((step) => {
      const { height, slope } = stepBox(typesetter, step, digits, width);
      return { width, height, slope };
    }),
    edges: edges.map(({ from, to, kind, critical }, index) => ({
      from: indexes.get(from) ?? 0,
      to: indexes.get(to) ?? 0,
      weight: critical ? 5 : kind === 'next' ? 1 : 0.5,
      labelWidth: typesetter.widthOf(labels[index] ?? '', type.drawing),
    })),
  };
}

function placing(graph: FlowGraph, layout: Layout, onNewPage: boolean, room: DrawingRoom): Placing {
  const { columns, capacity } = layout;
  const columnWidth = (textWidth - (columns - 1) * gutter) / columns;
  const first = onNewPage ? room.first : room.left;
  const placed = layoutFlow(graph, {
    width: columnWidth,
    capacity,
    heightOf: (band) => (band < columns ? first : room.further),
  });
  const pages = Math.ceil(placed.bands.length / columns) + (onNewPage ? 1 : 0);
  const boxes = placed.bands.flatMap((band) => band.boxes);
  const cuts = boxes.reduce((sum, { exits }) => sum + exits.length, 0);
  return { ...layout, columnWidth, onNewPage, graph, placed, cost: pages * pageCost + cuts };
}

/** Numbers in the order in which the eye meets the boxes. */
function numbersOf({ bands }: PlacedFlow, count: number): readonly number[] {
  const numbers = Array.from({ length: count }, () => 0);
  const order = bands.flatMap(({ boxes }) => boxes.toSorted(byPlace));
  for (const [index, { node }] of order.entries()) numbers[node] = index + 1;
  return numbers;
}

function byPlace(left: PlacedBox, right: PlacedBox): number {
  return left.y - right.y || left.x - right.x;
}
