import { fixedLaw, invert, type Law } from './law.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { logGamma, regularisedGamma } from './special.ts';

const infinity = Number.POSITIVE_INFINITY;

/** Memoryless: F(x) = 1 − e^(−x/μ), variance μ². */
export function exponentialLaw(mean: number): Law {
  return delayedLaw(1, mean);
}

/**
 * Nothing with probability 1 − q, else exponential with the mean given: the waiting time of the
 * M/M/N queue, q being Erlang C. Mean qμ, variance qμ²(2 − q).
 * Source: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed., 2.3.
 */
export function delayedLaw(probability: number, mean: number): Law {
  if (mean === 0 || probability === 0) return fixedLaw(0);
  return {
    mean: probability * mean,
    variance: probability * mean * mean * (2 - probability),
    min: 0,
    max: infinity,
    cdf: (x) => (x < 0 ? 0 : 1 - probability * Math.exp(-x / mean)),
    quantile: (p) => (p <= 1 - probability ? 0 : -mean * Math.log((1 - p) / probability)),
  };
}

/**
 * Normal with the parameters given, cut off at 0. With α = −μ/σ and λ = φ(α)/(1 − Φ(α)) its own
 * mean is μ + σλ and its own variance σ²(1 + αλ − λ²), so they differ from the parameters unless
 * μ is several σ.
 * Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 13.10.1.
 */
export function normalLaw(mean: number, sd: number): Law {
  if (sd === 0) return fixedLaw(mean);
  const cut = -mean / sd;
  const left = normalCdf(-cut);
  const hazard = normalDensity(cut) / left;
  return {
    mean: mean + sd * hazard,
    variance: sd * sd * (1 + cut * hazard - hazard * hazard),
    min: 0,
    max: infinity,
    cdf: (x) => (x <= 0 ? 0 : 1 - normalCdf((mean - x) / sd) / left),
    quantile: (p) => (p <= 0 ? 0 : mean - sd * normalQuantile((1 - p) * left)),
  };
}

/**
 * Lognormal with the mean and standard deviation of the duration itself:
 * σ² = ln(1 + sd²/mean²), μ = ln mean − σ²/2.
 * Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, ch. 14.
 */
export function lognormalLaw(mean: number, sd: number): Law {
  if (sd === 0) return fixedLaw(mean);
  const variance = Math.log1p((sd / mean) ** 2);
  return lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
}

/**
 * Lognormal through its median and its 90 % quantile: μ = ln p50, σ = ln(p90/p50)/1.281552,
 * mean p50·e^(σ²/2).
 */
export function lognormalByQuantiles(p50: number, p90: number): Law {
  if (p50 === p90) return fixedLaw(p50);
  return lognormal(Math.log(p50), Math.log(p90 / p50) / normalQuantile(0.9));
}

function lognormal(mu: number, sigma: number): Law {
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  return {
    mean,
    variance: mean * mean * Math.expm1(sigma * sigma),
    min: 0,
    max: infinity,
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
  };
}

/** Gamma with shape mean²/sd² and scale sd²/mean. */
export function gammaLaw(mean: number, sd: number): Law {
  if (sd === 0) return fixedLaw(mean);
  const shape = (mean / sd) ** 2;
  const scale = (sd * sd) / mean;
  const logScale = logGamma(shape);
  const density = (x: number): number => Math.exp((shape - 1) * Math.log(x) - x - logScale);
  const cdf = (x: number): number => regularisedGamma(shape, x).lower;
  return {
    mean,
    variance: sd * sd,
    min: 0,
    max: infinity,
    cdf: (x) => cdf(x / scale),
    quantile(p) {
      if (p <= 0) return 0;
      if (p >= 1) return infinity;
      let high = shape + 10 * Math.sqrt(shape) + 10;
      while (cdf(high) < p) high *= 2;
      return scale * invert(cdf, density, p, 0, high);
    },
  };
}
