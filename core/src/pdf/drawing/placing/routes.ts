import type { Band, Item, Link } from './band.ts';
import type { FlowGraph, GraphNode, PlacedBand, PlacedBox } from './graph.ts';
import { noteLines, space } from './graph.ts';
import { chainArrows, selfArrows } from './lines.ts';
import type { Level } from './lines.ts';
import { portsOf } from './ports.ts';
import type { Tracks } from './tracks.ts';
import { tracksOf } from './tracks.ts';

/** The heights of a layer: notes above the boxes, the boxes, notes below them. */
interface LayerHeights {
  readonly above: number;
  readonly boxes: number;
  readonly below: number;
}

export function heightsOf(row: readonly Item[], nodes: readonly GraphNode[]): LayerHeights {
  const most = (heightOf: (item: Item) => number): number => Math.max(0, ...row.map(heightOf));
  return {
    above: most(({ node, entries }) =>
      Math.max(node === 0 ? space.start : 0, entries.length > 0 ? space.stub + space.line : 0),
    ),
    boxes: most(({ node }) => nodes[node ?? -1]?.height ?? 0),
    below: most(({ exits }) =>
      exits.length === 0 ? 0 : space.stub + noteLines(exits.length) * space.line,
    ),
  };
}

/** Every place in a band whose items have their axes. */
export function routeBand(band: Band, graph: FlowGraph): PlacedBand {
  const { nodes } = graph;
  const ports = portsOf(band, nodes);
  const tracks = band.gaps.map((links) =>
    tracksOf(
      links.map((link) => ({ from: ports.upper.get(link) ?? 0, to: ports.lower.get(link) ?? 0 })),
    ),
  );
  const levels = levelsOf(band, nodes, tracks);
  const boxes = levels.flatMap(({ items, middle }) =>
    items.flatMap((item) => boxOf(item, nodes, middle, band)),
  );
  const routing = { band, graph, ports, tracks, levels };
  const arrows = [...chainArrows(routing), ...selfArrows(routing)];
  return { height: levels.at(-1)?.bottom ?? 0, boxes, arrows };
}

function levelsOf(
  band: Band,
  nodes: readonly GraphNode[],
  tracks: readonly Tracks[],
): readonly Level[] {
  let y = 0;
  return band.layers.map((items, index) => {
    const { above, boxes, below } = heightsOf(items, nodes);
    const top = y;
    const middle = top + above + boxes / 2;
    const bottom = middle + boxes / 2 + below;
    y = bottom + gapHeight(band.gaps[index] ?? [], tracks[index]?.count ?? 0);
    return { items, top, middle, bottom };
  });
}

export function gapHeight(links: readonly Link[], tracks: number): number {
  const below = links.some(({ labelWidth }) => labelWidth > 0)
    ? space.line + space.belowLabel
    : space.belowTracks;
  return space.aboveTracks + Math.max(0, tracks - 1) * space.track + below;
}

function boxOf(
  item: Item,
  nodes: readonly GraphNode[],
  y: number,
  { gaps }: Band,
): readonly PlacedBox[] {
  const node = item.node;
  if (node === undefined) return [];
  const { x, exits, entries } = item;
  // In the middle of the right half, which has no ports then.
  const aside = (nodes[node]?.width ?? 0) / 4 + 4;
  const leaves = gaps.some((links) => links.some((link) => link.upper === item && !link.isBack));
  const arrives = gaps.some((links) => links.some((link) => link.lower === item && !link.isBack));
  const exitX = leaves ? x + aside : x;
  const entryX = arrives || node === 0 ? x + aside : x;
  return [{ node, x, y, exits, entries, exitX, entryX }];
}
