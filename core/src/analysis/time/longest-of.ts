import { fixedLaw, practicalMax, type Law } from './distribution/law.ts';
import { quadrature } from './gauss.ts';

const infinity = Number.POSITIVE_INFINITY;

/** Shares at which the quadrature of a branch is divided; many in the upper tail. */
const shares = Array.from({ length: 32 }, (_, at) => at / 32).concat(
  [0.99, 0.995, 0.999],
  [1 - 1e-4, 1 - 1e-5, 1 - 1e-6, 1 - 1e-7, 1 - 1e-8, 1 - 1e-9],
);

/**
 * The law of the longest of several independent durations, F(t) = Π F_k(t): what a join waits for.
 *
 * With lo = the largest of the minima, E[max] = lo + ∫ (1 − F) dt and
 * E[max²] = lo² + ∫ 2t(1 − F) dt from lo on, by Gauss-Legendre quadrature between the quantiles of the branches. When one branch
 * is never shorter than another ever is, the other drops out and nothing is integrated.
 * Source: David, Nagaraja, Order Statistics, 3rd ed., 2.1 and 3.1.
 */
export function longestOf(laws: readonly Law[]): Law {
  const lo = Math.max(0, ...laws.map(({ min }) => min));
  const candidates = laws.filter(({ max }) => max > lo);
  const [only, ...others] = candidates;
  if (only === undefined) return fixedLaw(lo);
  if (others.length === 0 && only.min >= lo) return only;
  const cdf = (x: number): number =>
    x < lo ? 0 : candidates.reduce((product, law) => product * law.cdf(x), 1);
  const top = Math.max(...candidates.map(practicalMax));
  const borders = [
    ...new Set([
      lo,
      ...candidates
        .flatMap((law) => shares.map((p) => law.quantile(p)))
        .filter((x) => x > lo && x < top),
      top,
    ]),
  ].toSorted((a, b) => a - b);
  let [mean, square] = [lo, lo * lo];
  quadrature(borders, (x, weight) => {
    const longer = weight * (1 - cdf(x));
    mean += longer;
    square += 2 * x * longer;
  });
  return {
    mean,
    variance: Math.max(0, square - mean * mean),
    min: lo,
    max: Math.max(lo, ...laws.map(({ max }) => max)),
    cdf,
    quantile: (p) => quantileOf(cdf, p, lo, top),
  };
}

/** Solves cdf(x) = p by halving; the lowest such x at a jump. */
function quantileOf(cdf: (x: number) => number, p: number, lo: number, top: number): number {
  if (p <= cdf(lo)) return lo;
  if (p > cdf(top)) return p >= 1 ? (cdf(top) >= 1 ? top : infinity) : top;
  let [low, high] = [lo, top];
  for (let step = 0; step < 100 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
