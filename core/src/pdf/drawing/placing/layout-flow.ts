import type { Band, Layering } from './band.ts';
import { bandOf, edgeTooMany } from './band.ts';
import { placeItems } from './coordinates.ts';
import { orderLayers } from './crossings.ts';
import type { FlowGraph, Frame, PlacedBand, PlacedFlow } from './graph.ts';
import { layersOf } from './layers.ts';
import { backEdges } from './loops.ts';
import { gapHeight, heightsOf, routeBand } from './routes.ts';

/**
 * Places a flow in layers from top to bottom, after Sugiyama: loops are opened, nodes go to layers
 * by the longest path, layers are ordered by barycentres, and places follow by weighted medians.
 *
 * No layer is wider than the frame: what would make it so goes on in the next layer, and an edge
 * for which there is no lane is listed at its two boxes instead. A flow that is higher than the
 * frame is cut into bands where few edges are cut.
 */
export function layoutFlow(graph: FlowGraph, frame: Frame): PlacedFlow {
  const back = backEdges(graph);
  const layers = layersOf(graph, back, frame.capacity);
  const layering = { graph, layers, back, detached: new Set<number>() };
  const count = Math.max(-1, ...layers) + 1;
  const bands: PlacedBand[] = [];
  for (let first = 0; first < count;) {
    const height = frame.heightOf(bands.length);
    const { band, last } = bestBand(layering, { first, count, height, width: frame.width });
    bands.push(band);
    first = last + 1;
  }
  return { bands };
}

function placeBand(layering: Layering, first: number, last: number, width: number): PlacedBand {
  const detached = new Set(layering.detached);
  let band = bandOf({ ...layering, detached }, first, last);
  for (
    let edge = edgeTooMany(band, layering, width);
    edge !== undefined;
    edge = edgeTooMany(band, layering, width)
  ) {
    detached.add(edge);
    band = bandOf({ ...layering, detached }, first, last);
  }
  const ordered = orderLayers(band);
  placeItems(ordered, width);
  return routeBand(ordered, layering.graph);
}

/** How many cut edges weigh as much as a band that is left empty. */
const emptyBand = 8;

/** A band with the layer with which it ends. */
interface EndedBand {
  readonly band: PlacedBand;
  readonly last: number;
}

/** The band that begins with a layer and fits: few edges cut after it and little left empty. */
function bestBand(
  layering: Layering,
  room: {
    readonly first: number;
    readonly count: number;
    readonly height: number;
    readonly width: number;
  },
): EndedBand {
  const { first, count, height, width } = room;
  const ends: { readonly last: number; readonly cost: number }[] = [];
  for (let last = first; last < count; last++) {
    const used = leastHeight(bandOf(layering, first, last), layering);
    if (used > height && last > first) break;
    const cut = last === count - 1 ? -Infinity : cutAfter(layering, last);
    ends.push({ last, cost: cut + emptyBand * (1 - used / height) });
  }
  for (const { last } of ends.toSorted((one, other) => one.cost - other.cost)) {
    const band = placeBand(layering, first, last, width);
    // A single layer is taken even if it is higher than the page.
    if (band.height <= height || ends.length === 1) return { band, last };
  }
  return { band: placeBand(layering, first, first, width), last: first };
}

/** The height of a band whose links are all straight. */
function leastHeight({ layers, gaps }: Band, { graph }: Layering): number {
  return layers.reduce((sum, row, index) => {
    const { above, boxes, below } = heightsOf(row, graph.nodes);
    return sum + above + boxes + below + (index === 0 ? 0 : gapHeight(gaps[index - 1] ?? [], 0));
  }, 0);
}

/** How many edges lead over the end of a layer. */
function cutAfter({ graph, layers }: Layering, last: number): number {
  return graph.edges.filter(({ from, to }) => {
    const [one, other] = [layers[from] ?? 0, layers[to] ?? 0];
    return Math.min(one, other) <= last && Math.max(one, other) > last;
  }).length;
}
