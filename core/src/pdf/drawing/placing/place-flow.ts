import type { Band, Layering } from './band.ts';
import { bandOf, edgeTooMany } from './band.ts';
import { placeItems } from './coordinates.ts';
import { orderLayers } from './crossings.ts';
import type { FlowGraph, Frame, PlacedBand, PlacedFlow } from './graph.ts';
import { space } from './graph.ts';
import { layersOf } from './layers.ts';
import { backEdges } from './loops.ts';
import { heightsOf, routeBand } from './routes.ts';

/**
 * Places a flow in layers from top to bottom, after Sugiyama: loops are opened, nodes go to layers
 * by the longest path, layers are ordered by barycentres, and places follow by weighted medians.
 *
 * No layer is wider than the frame: what would make it so goes on in the next layer, and an edge
 * for which there is no lane is listed at its two boxes instead. A flow that is higher than the
 * frame is cut into bands where few edges are cut.
 */
export function placeFlow(graph: FlowGraph, frame: Frame): PlacedFlow {
  const back = backEdges(graph);
  const layers = layersOf(graph, back, frame.capacity);
  const layering = { graph, layers, back, detached: new Set<number>() };
  const count = Math.max(-1, ...layers) + 1;
  const bands: PlacedBand[] = [];
  for (let first = 0; first < count;) {
    const height = frame.heightOf(bands.length);
    let last = lastLayer(layering, first, count, height);
    let band = placeBand(layering, first, last, frame.width);
    while (band.height > height && last > first) {
      last--;
      band = placeBand(layering, first, last, frame.width);
    }
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

/** What a gap between two layers takes as a rule; the places tell in the end. */
const usualGap = 34;

/** A band ends early to cut fewer edges, but not before this share of its height is used. */
const leastUse = 0.7;

/** The layer with which a band ends: of those that fit, the one after which fewest edges are cut. */
function lastLayer(layering: Layering, first: number, count: number, height: number): number {
  let best = { last: first, cut: Infinity };
  for (let last = first; last < count; last++) {
    const used = estimatedHeight(bandOf(layering, first, last), layering);
    if (used > height) break;
    const cut = last === count - 1 ? -1 : cutAfter(layering, last);
    if (used < leastUse * height || cut <= best.cut) best = { last, cut };
  }
  return best.last;
}

function estimatedHeight({ layers }: Band, { graph }: Layering): number {
  return layers.reduce((sum, row, index) => {
    const { above, boxes, below } = heightsOf(row, graph.nodes);
    return sum + above + boxes + below + (index === 0 ? 0 : usualGap);
  }, 0);
}

/** How many edges lead over the end of a layer. */
function cutAfter({ graph, layers }: Layering, last: number): number {
  return graph.edges.filter(({ from, to }) => {
    const [one, other] = [layers[from] ?? 0, layers[to] ?? 0];
    return Math.min(one, other) <= last && Math.max(one, other) > last;
  }).length;
}
