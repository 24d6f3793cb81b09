import type { Law } from './law.ts';

/**
 * A law read from sorted values, each equally likely, with linear interpolation between them (the
 * quantiles of type 7 of R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365).
 */
export function empiricalLaw(sorted: readonly number[], mean: number, variance: number): Law {
  const last = sorted.length - 1;
  const [min = 0, max = 0] = [sorted[0], sorted[last]];
  return {
    mean,
    variance,
    min,
    max,
    cdf(x) {
      if (x < min) return 0;
      if (x >= max) return 1;
      let [low, high] = [0, last];
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) <= x) low = middle;
        else high = middle;
      }
      const [left = 0, right = 0] = [sorted[low], sorted[high]];
      return (low + (right > left ? (x - left) / (right - left) : 0)) / last;
    },
    quantile: (p) => sortedQuantile(sorted, p),
  };
}

/** Quantile of sorted values by linear interpolation (type 7); 0 for no values at all. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const place = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const at = Math.floor(place);
  const [left = 0, right = left] = [sorted[at], sorted[at + 1]];
  return left + (right - left) * (place - at);
}
