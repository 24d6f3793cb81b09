import type { FlowGraph, GraphEdge } from './graph.ts';
import { space } from './graph.ts';

/** A stretch of layers as a graph of its own, in which every link joins neighbouring layers. */
export interface Band {
  readonly layers: readonly (readonly Item[])[];
  /** The links between each layer and the next. */
  readonly gaps: readonly (readonly Link[])[];
}

/** What takes room in a layer: a node with the lanes beside it, or the lane of a passing edge. */
export interface Item {
  /** Absent for a lane. */
  readonly node?: number;
  /** The edge of a lane. */
  readonly edge?: number;
  /** How far it reaches from its axis. */
  readonly left: number;
  right: number;
  /** The axis: of a node the middle of its box. */
  x: number;
  /** Lanes at the right side of a node, the nearest first: ends of back edges. */
  readonly lanes: Lane[];
  /** Edges of the node that are drawn as notes. */
  readonly exits: number[];
  readonly entries: number[];
}

export interface Lane {
  readonly edge: number;
  /** From the axis of the node to the lane. */
  readonly shift: number;
  /** Where the edge goes on from this node; `loop` comes back at once. */
  readonly goes: 'up' | 'down' | 'loop';
}

/** The part of an edge between two neighbouring layers. */
export interface Link {
  readonly edge: number;
  readonly upper: Item;
  readonly lower: Item;
  /** A back edge hangs at lanes of its two nodes: how far they are from the axes. */
  readonly upperShift: number;
  readonly lowerShift: number;
  readonly weight: number;
  readonly isBack: boolean;
  /** Of the label, when it stands here: below the edge's source, of a back edge above it. */
  readonly labelWidth: number;
}

/** The layers of a flow and which of its edges have no line. */
export interface Layering {
  readonly graph: FlowGraph;
  /** By node. */
  readonly layers: readonly number[];
  readonly back: ReadonlySet<number>;
  readonly detached: ReadonlySet<number>;
}

/** The band of the layers from `first` to `last`. */
export function bandOf(layering: Layering, first: number, last: number): Band {
  const { graph, layers } = layering;
  const rows = Array.from({ length: last - first + 1 }, (): Item[] => []);
  const items = new Map<number, Item>();
  for (const [node, { width }] of graph.nodes.entries()) {
    const layer = layers[node] ?? -1;
    if (layer < first || layer > last) continue;
    const half = width / 2;
    const item = { node, left: half, right: half, x: 0, lanes: [], exits: [], entries: [] };
    items.set(node, item);
    rows[layer - first]?.push(item);
  }
  const gaps = rows.slice(1).map((): Link[] => []);
  for (const [index, edge] of shortestFirst(layering)) {
    const [from, to] = [items.get(edge.from), items.get(edge.to)];
    if (from === undefined || to === undefined || layering.detached.has(index)) {
      from?.exits.push(index);
      to?.entries.push(index);
    } else if (from === to) {
      addLane(from, index, 'loop', edge.labelWidth);
    } else {
      addChain({ layering, first, rows, gaps }, { index, edge, from, to });
    }
  }
  return { layers: rows, gaps };
}

/** In this order the lanes of short loops come to lie within those of long ones. */
function shortestFirst({ graph, layers }: Layering): readonly (readonly [number, GraphEdge])[] {
  const span = ({ from, to }: GraphEdge): number =>
    Math.abs((layers[from] ?? 0) - (layers[to] ?? 0));
  return [...graph.edges.entries()].toSorted(([, one], [, other]) => span(one) - span(other));
}

function addLane(item: Item, edge: number, goes: Lane['goes'], labelWidth: number): number {
  const shift = item.right + space.lane;
  item.lanes.push({ edge, shift, goes });
  item.right = shift + (labelWidth > 0 ? labelWidth + 4 : 0);
  return shift;
}

interface Place {
  readonly layering: Layering;
  readonly first: number;
  readonly rows: readonly Item[][];
  readonly gaps: readonly Link[][];
}

interface Ends {
  readonly index: number;
  readonly edge: GraphEdge;
  readonly from: Item;
  readonly to: Item;
}

/** Adds an edge as links from layer to layer, with a lane of its own in each layer between. */
function addChain({ layering, first, rows, gaps }: Place, { index, edge, from, to }: Ends): void {
  const isBack = layering.back.has(index);
  const [top, bottom] = isBack ? [to, from] : [from, to];
  const layerOf = (item: Item): number => (layering.layers[item.node ?? 0] ?? 0) - first;
  const [start, end] = [layerOf(top), layerOf(bottom)];
  const upperLane = isBack ? addLane(top, index, 'down', 0) : 0;
  const lowerLane = isBack ? addLane(bottom, index, 'up', edge.labelWidth) : 0;
  let upper = top;
  for (let gap = start; gap < end; gap++) {
    const labelWidth = gap === (isBack ? end - 1 : start) ? edge.labelWidth : 0;
    const lower = gap + 1 === end ? bottom : laneItem(index, labelWidth);
    if (lower !== bottom) rows[gap + 1]?.push(lower);
    gaps[gap]?.push({
      edge: index,
      upper,
      lower,
      upperShift: upper === top ? upperLane : 0,
      lowerShift: lower === bottom ? lowerLane : 0,
      weight: edge.weight * straightness(upper, lower),
      isBack,
      labelWidth,
    });
    upper = lower;
  }
}

function laneItem(edge: number, labelWidth: number): Item {
  const right = labelWidth > 0 ? labelWidth + 4 : 0;
  return { edge, left: 0, right, x: 0, lanes: [], exits: [], entries: [] };
}

/** A bend in the middle of a long edge is worse than one at its end. */
function straightness(upper: Item, lower: Item): number {
  return 2 ** [upper, lower].filter(({ node }) => node === undefined).length;
}

/** What must stay free between two neighbours of a layer. */
export function gapBetween(left: Item, right: Item): number {
  const areNodes = left.node !== undefined && right.node !== undefined;
  return areNodes ? space.betweenBoxes : space.besideLane;
}

function widthOf(row: readonly Item[]): number {
  return row.reduce((sum, item, index) => {
    const next = row[index + 1];
    return sum + item.left + item.right + (next === undefined ? 0 : gapBetween(item, next));
  }, 0);
}

/**
 * The lightest, and of these the longest, edge with a lane where there are too many: in a layer that
 * is too wide, or at the side of one node. Nothing when all is well.
 */
export function edgeTooMany(band: Band, layering: Layering, width: number): number | undefined {
  const crowded = band.layers.flat().find(({ lanes }) => lanes.length > space.mostLanes);
  const wide = band.layers.find((items) => widthOf(items) > width + 0.01);
  const lanes = (crowded === undefined ? (wide ?? []) : [crowded]).flatMap((item) => [
    ...(item.edge === undefined ? [] : [item.edge]),
    ...item.lanes.map(({ edge }) => edge),
  ]);
  const { graph, layers } = layering;
  const rank = (index: number): number => {
    const edge = graph.edges[index];
    if (edge === undefined) return 0;
    const span = Math.abs((layers[edge.from] ?? 0) - (layers[edge.to] ?? 0));
    return edge.weight - span / 1e6;
  };
  return lanes.toSorted((left, right) => rank(left) - rank(right) || left - right)[0];
}
