/** A flow to be placed: sizes and connections without words. Lengths are in points. */
export interface FlowGraph {
  /** In reading order; the first is where a case starts. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly width: number;
  readonly height: number;
  /** How far the two pointed sides reach inwards: 0 for a box, half the width for a diamond. */
  readonly slope: number;
}

export interface GraphEdge {
  /** Index of a node. */
  readonly from: number;
  readonly to: number;
  /** How much a straight line matters: more for the critical path. */
  readonly weight: number;
  /** 0 without a label. */
  readonly labelWidth: number;
}

/** The room for one stretch of layers, and how many nodes may stand side by side. */
export interface Frame {
  readonly width: number;
  /** Height of the n-th band. */
  readonly heightOf: (band: number) => number;
  readonly capacity: number;
}

/**
 * Where everything goes. A flow that is too long for one page is cut between layers into bands;
 * positions count from the top left corner of their band.
 */
export interface PlacedFlow {
  readonly bands: readonly PlacedBand[];
}

export interface PlacedBand {
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

export interface PlacedBox {
  readonly node: number;
  /** Of the middle of the box. */
  readonly x: number;
  readonly y: number;
  /** Edges without a line: they lead to a node of another band, or no lane was left for them. */
  readonly exits: readonly number[];
  readonly entries: readonly number[];
  /** Where the short arrows of `exits` and `entries` stand. */
  readonly exitX: number;
  readonly entryX: number;
}

export interface PlacedArrow {
  readonly edge: number;
  /** From the boundary of one box to that of the other; every stretch is upright or level. */
  readonly points: readonly Point[];
  /** Left end of the label's line box, when there is a label. */
  readonly label?: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distances of the drawing, in points. */
export const space = {
  betweenBoxes: 16,
  besideLane: 8,
  lane: 10,
  /** That come to the side of one node. */
  mostLanes: 3,
  /** Above and below the level stretches between two layers. */
  aboveTracks: 8,
  track: 7,
  belowTracks: 12,
  belowLabel: 7,
  /** Line height of labels and of the notes at boxes. */
  line: 12,
  /** The short arrow between a box and its note. */
  stub: 13,
  /** What the mark of the start takes above the first box. */
  start: 22,
  mostNotes: 5,
} as const;

/** How many lines the note on some edges takes: one each, the last for all that are too many. */
export function noteLines(edges: number): number {
  return Math.min(edges, space.mostNotes);
}

/** From the middle to the boundary above or below, at a distance to the side. */
export function halfHeightAt({ width, height, slope }: GraphNode, aside: number): number {
  const toTip = width / 2 - Math.abs(aside);
  return toTip >= slope ? height / 2 : (height / 2) * (toTip / slope);
}

/** From the middle to the boundary at the side, at a distance up or down. */
export function halfWidthAt({ width, height, slope }: GraphNode, aside: number): number {
  return width / 2 - slope * (Math.abs(aside) / (height / 2));
}
