import type { Band, Item, Link } from './band.ts';

const sweeps = 12;

/**
 * Orders the items of each layer so that few links cross: each item goes to the mean place of its
 * neighbours in the layer before, down and up in turn; the best order of all is kept.
 */
export function orderLayers(band: Band): Band {
  let layers = band.layers;
  let best = { layers, crossings: countCrossings(layers, band.gaps) };
  for (let sweep = 0; sweep < sweeps && best.crossings > 0; sweep++) {
    layers = sweep % 2 === 0 ? sweepDown(layers, band.gaps) : sweepUp(layers, band.gaps);
    const crossings = countCrossings(layers, band.gaps);
    if (crossings < best.crossings) best = { layers, crossings };
  }
  return { ...band, layers: best.layers };
}

type Layers = Band['layers'];

function sweepDown(layers: Layers, gaps: Band['gaps']): Layers {
  const done: (readonly Item[])[] = [];
  for (const [index, row] of layers.entries()) {
    const above = done[index - 1];
    done.push(above === undefined ? row : sorted(row, above, gaps[index - 1] ?? [], 'lower'));
  }
  return done;
}

function sweepUp(layers: Layers, gaps: Band['gaps']): Layers {
  const done: (readonly Item[])[] = [];
  for (const [index, row] of [...layers.entries()].toReversed()) {
    const below = done[0];
    done.unshift(below === undefined ? row : sorted(row, below, gaps[index] ?? [], 'upper'));
  }
  return done;
}

/** The row by the mean place of its neighbours; an item without any stays about where it is. */
function sorted(
  row: readonly Item[],
  fixed: readonly Item[],
  links: readonly Link[],
  side: 'upper' | 'lower',
): readonly Item[] {
  const places = new Map(fixed.map((item, index) => [item, (index + 0.5) / fixed.length]));
  const sums = new Map(row.map((item) => [item, { sum: 0, count: 0 }]));
  for (const link of links) {
    const sum = sums.get(link[side]);
    if (sum === undefined) continue;
    // A lane at the right side of a node pulls a little to the right.
    const shift = (side === 'lower' ? link.upperShift : link.lowerShift) > 0 ? 0.01 : 0;
    sum.sum += (places.get(side === 'lower' ? link.upper : link.lower) ?? 0) + shift;
    sum.count++;
  }
  const means = row.map((item, index) => {
    const { sum, count } = sums.get(item) ?? { sum: 0, count: 0 };
    return { item, mean: count === 0 ? (index + 0.5) / row.length : sum / count };
  });
  return means.toSorted((left, right) => left.mean - right.mean).map(({ item }) => item);
}

function countCrossings(layers: Layers, gaps: Band['gaps']): number {
  return gaps.reduce((total, links, gap) => {
    const upper = new Map(layers[gap]?.map((item, index) => [item, index]));
    const lower = new Map(layers[gap + 1]?.map((item, index) => [item, index]));
    const ends = links.map((link) => ({
      top: (upper.get(link.upper) ?? 0) + (link.upperShift > 0 ? 0.5 : 0),
      bottom: (lower.get(link.lower) ?? 0) + (link.lowerShift > 0 ? 0.5 : 0),
    }));
    return total + crossingsOf(ends);
  }, 0);
}

function crossingsOf(ends: readonly { readonly top: number; readonly bottom: number }[]): number {
  let count = 0;
  for (const [index, one] of ends.entries()) {
    for (const other of ends.slice(index + 1)) {
      if ((one.top - other.top) * (one.bottom - other.bottom) < 0) count++;
    }
  }
  return count;
}
