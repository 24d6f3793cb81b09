/** The promise of a part of the way: so long at most for so large a share of the cases. */
export interface PartPromise {
  readonly withinSeconds: number;
  readonly attainment: number;
}

export interface ComposedPromise {
  readonly withinSeconds: number;
  /** Guaranteed however the parts depend on each other: 1 − Σ(1 − a_i). */
  readonly whateverDependence: number;
  /** If the parts were independent: Π a_i. */
  readonly independent: number;
}

/**
 * What promises of parts one after the other guarantee for the whole: five 95 % promises
 * guarantee 75 % (77.4 % if independent).
 * Source: Boole's inequality (G. Boole, The Laws of Thought, 1854, ch. 19); C. E. Bonferroni 1936.
 */
export function composePromises(parts: readonly PartPromise[]): ComposedPromise {
  const missed = parts.reduce((sum, { attainment }) => sum + 1 - attainment, 0);
  return {
    withinSeconds: parts.reduce((sum, part) => sum + part.withinSeconds, 0),
    whateverDependence: Math.max(0, 1 - missed),
    independent: parts.reduce((product, { attainment }) => product * attainment, 1),
  };
}

/** What each of n equal parts must promise for a promise of the whole. */
export function neededPerPart(
  attainment: number,
  parts: number,
): { readonly whateverDependence: number; readonly independent: number } {
  return {
    whateverDependence: 1 - (1 - attainment) / parts,
    independent: attainment ** (1 / parts),
  };
}

/** P(T > t) ≤ E[T]/t for T ≥ 0 (Markov's inequality): an upper bound on the share that is late. */
export function markovBound(mean: number, limit: number): number {
  return limit <= 0 ? 1 : Math.min(1, mean / limit);
}

/**
 * Bounds on P(T ≤ t) from mean and variance: with a = t − μ > 0 at least a²/(σ² + a²), with a < 0
 * at most σ²/(σ² + a²).
 * Source: F. P. Cantelli, Atti del Congresso Internazionale dei Matematici 6 (1928) 47–59.
 */
export function cantelliBounds(
  mean: number,
  variance: number,
  limit: number,
): { readonly atLeast: number; readonly atMost: number } {
  const distance = limit - mean;
  const far = distance * distance;
  if (distance > 0) return { atLeast: far / (variance + far), atMost: 1 };
  return { atLeast: 0, atMost: distance === 0 ? 1 : variance / (variance + far) };
}
