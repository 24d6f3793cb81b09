import type { Chain } from './chain.ts';
import { practicalMax, type Law } from './distribution/law.ts';
import { lawsOn, type LawsOf, type Moments } from './moments.ts';

const cells = 512;

/** Probability mass at the multiples of a step width, from a first cell on. */
interface Masses {
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * The law of the time until an acyclic chain ends, by convolution on 512 cells up to the longest
 * time: a law's mass between two half cells stands at the cell, a fixed time is split between its
 * two neighbours. Mean and variance are the exact ones given; only the shape is discretised.
 */
export function latticeLaw(
  chain: Chain,
  order: readonly number[],
  lawsOf: LawsOf,
  exact: Moments,
  bounds: { readonly min: number; readonly max: number; readonly practicalMax: number },
): Law {
  const width = bounds.practicalMax / (cells - 1);
  let cumulated: Float64Array | undefined;
  // Where one branch is always the longest nobody asks for a shape.
  const shape = (): Float64Array => (cumulated ??= cumulate(total(chain, order, lawsOf, width)));
  return { ...exact, min: bounds.min, max: bounds.max, ...readingOf(shape, width, bounds) };
}

/** The masses of the time until the end, over all ways. */
function total(
  chain: Chain,
  order: readonly number[],
  lawsOf: LawsOf,
  width: number,
): Float64Array {
  const arrived = new Map<number, Float64Array>([[0, unitAtZero()]]);
  const ended = new Float64Array(cells + 1);
  const after = (masses: Float64Array, laws: readonly Law[]): Float64Array =>
    laws.reduce((sum, law) => convolve(sum, massesOf(law, width)), masses);
  for (const state of order) {
    const own = arrived.get(state);
    if (own === undefined) continue;
    const usual = lawsOf(state);
    const spent = after(own, usual);
    for (const move of chain.moves[state] ?? []) {
      const laws = lawsOn(move, usual);
      const masses = laws === usual ? spent : after(own, laws);
      const target =
        move.to === undefined ? ended : (arrived.get(move.to) ?? new Float64Array(cells + 1));
      if (move.to !== undefined) arrived.set(move.to, target);
      for (let cell = 0; cell <= cells; cell += 1) {
        target[cell] = (target[cell] ?? 0) + move.weight * (masses[cell] ?? 0);
      }
    }
  }
  return ended;
}

function unitAtZero(): Float64Array {
  const masses = new Float64Array(cells + 1);
  masses[0] = 1;
  return masses;
}

function massesOf(law: Law, width: number): Masses {
  if (law.variance === 0) {
    const place = law.mean / width;
    const first = Math.floor(place);
    return { first, values: Float64Array.of(1 - (place - first), place - first) };
  }
  const first = Math.floor(law.min / width);
  const last = Math.min(cells, Math.ceil(practicalMax(law) / width));
  const values = Float64Array.from({ length: last - first + 1 }, (_, at) => {
    const cell = first + at;
    return law.cdf((cell + 0.5) * width) - (at === 0 ? 0 : law.cdf((cell - 0.5) * width));
  });
  return { first, values };
}

/** What falls beyond the last cell is counted in it. Plain loops: this is where the time goes. */
function convolve(masses: Float64Array, { first, values }: Masses): Float64Array {
  const result = new Float64Array(cells + 1);
  for (let cell = 0; cell <= cells; cell += 1) {
    const mass = masses[cell] ?? 0;
    if (mass === 0) continue;
    for (let at = 0; at < values.length; at += 1) {
      const target = Math.min(cells, cell + first + at);
      result[target] = (result[target] ?? 0) + mass * (values[at] ?? 0);
    }
  }
  return result;
}

/** Entry k is the mass below the border (k − ½) · width. */
function cumulate(masses: Float64Array): Float64Array {
  const cumulated = new Float64Array(masses.length + 1);
  for (const [cell, mass] of masses.entries()) cumulated[cell + 1] = (cumulated[cell] ?? 0) + mass;
  return cumulated;
}

function readingOf(
  shape: () => Float64Array,
  width: number,
  { min, max }: { readonly min: number; readonly max: number },
): Pick<Law, 'cdf' | 'quantile'> {
  return {
    cdf(x) {
      if (x < min) return 0;
      const place = x / width + 0.5;
      const at = Math.floor(place);
      if (x >= max || at > cells) return 1;
      const [left = 0, right = 1] = [shape()[at], shape()[at + 1]];
      return Math.min(1, left + (right - left) * (place - at));
    },
    quantile(p) {
      if (p <= 0) return min;
      if (p >= 1) return max;
      const at = Math.max(0, firstAtLeast(shape(), p) - 1);
      const [left = 0, right = 1] = [shape()[at], shape()[at + 1]];
      const place = at + (right > left ? (p - left) / (right - left) : 0);
      return Math.min(max, Math.max(min, (place - 0.5) * width));
    },
  };
}

function firstAtLeast(rising: Float64Array, value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
