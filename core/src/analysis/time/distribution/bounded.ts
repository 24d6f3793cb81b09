import { fixedLaw, invert, type Law } from './law.ts';
import { logGamma, regularisedBeta } from './special.ts';

/**
 * Triangle from `min` over `likely` to `max`: mean (a + m + b)/3, variance
 * (a² + m² + b² − am − ab − mb)/18.
 * Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2, 26.9.
 */
export function triangularLaw(min: number, likely: number, max: number): Law {
  if (min === max) return fixedLaw(min);
  const width = max - min;
  const peak = (likely - min) / width;
  return {
    mean: (min + likely + max) / 3,
    variance:
      (min * min + likely * likely + max * max - min * likely - min * max - likely * max) / 18,
    min,
    max,
    cdf(x) {
      if (x <= min) return 0;
      if (x >= max) return 1;
      return x <= likely
        ? (x - min) ** 2 / (width * (likely - min))
        : 1 - (max - x) ** 2 / (width * (max - likely));
    },
    quantile: (p) =>
      p < peak
        ? min + Math.sqrt(p * width * (likely - min))
        : max - Math.sqrt((1 - p) * width * (max - likely)),
  };
}

/** Equally likely between two bounds: mean (a + b)/2, variance (b − a)²/12. */
export function uniformLaw(min: number, max: number): Law {
  if (min === max) return fixedLaw(min);
  const width = max - min;
  return {
    mean: (min + max) / 2,
    variance: (width * width) / 12,
    min,
    max,
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / width)),
    quantile: (p) => min + p * width,
  };
}

/**
 * The beta distribution behind PERT, α = 1 + 4(m − a)/(b − a), β = 1 + 4(b − m)/(b − a): mean
 * (a + 4m + b)/6, variance (μ − a)(b − μ)/7. The variance ((b − a)/6)² of the PERT tables is an
 * approximation to it and is given by `pertFigures` only.
 * Source: D. Vose, Risk Analysis, 3rd ed., 2008, app. III (PERT distribution).
 */
export function pertLaw(min: number, likely: number, max: number): Law {
  if (min === max) return fixedLaw(min);
  const width = max - min;
  const alpha = 1 + (4 * (likely - min)) / width;
  const beta = 1 + (4 * (max - likely)) / width;
  const mean = (min + 4 * likely + max) / 6;
  const scale = Math.exp(logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta));
  const density = (x: number): number => scale * x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const cdf = (x: number): number => regularisedBeta(alpha, beta, x);
  return {
    mean,
    variance: ((mean - min) * (max - mean)) / 7,
    min,
    max,
    cdf: (x) => cdf((x - min) / width),
    quantile: (p) => (p <= 0 ? min : p >= 1 ? max : min + width * invert(cdf, density, p, 0, 1)),
  };
}
