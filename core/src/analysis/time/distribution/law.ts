/**
 * The distribution of a duration that cannot be negative. All lengths in seconds, the variance in
 * seconds squared.
 */
export interface Law {
  readonly mean: number;
  readonly variance: number;
  readonly min: number;
  /** Infinite when there is no longest duration. */
  readonly max: number;
  /** P(T ≤ x). */
  cdf(x: number): number;
  /** The shortest duration that a share p of the cases does not exceed, for 0 ≤ p ≤ 1. */
  quantile(p: number): number;
}

/** A law without any spread. */
export function fixedLaw(value: number): Law {
  return {
    mean: value,
    variance: 0,
    min: value,
    max: value,
    cdf: (x) => (x >= value ? 1 : 0),
    quantile: () => value,
  };
}

/** T + shift. */
export function shiftedLaw(law: Law, shift: number): Law {
  if (shift === 0) return law;
  return {
    mean: law.mean + shift,
    variance: law.variance,
    min: law.min + shift,
    max: law.max + shift,
    cdf: (x) => law.cdf(x - shift),
    quantile: (p) => law.quantile(p) + shift,
  };
}

/** The longest duration, or one that only a case in 10⁹ exceeds when there is no longest. */
export function practicalMax(law: Law): number {
  return Number.isFinite(law.max) ? law.max : law.quantile(1 - 1e-9);
}

/**
 * Solves cdf(x) = p between two bounds: Newton steps by the density, halving where they leave
 * the bracket, until the bracket or the step is within rounding.
 */
export function invert(
  cdf: (x: number) => number,
  density: (x: number) => number,
  p: number,
  low: number,
  high: number,
): number {
  let [from, to] = [low, high];
  let x = (from + to) / 2;
  for (let step = 0; step < 200; step += 1) {
    const miss = cdf(x) - p;
    if (miss > 0) to = x;
    else from = x;
    const newton = x - miss / density(x);
    const next = newton > from && newton < to ? newton : (from + to) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.abs(x) || to - from <= 1e-15 * Math.abs(to)) return next;
    x = next;
  }
  return x;
}

const knots = 1024;
const tail = 0.01;

/**
 * A quantile function that is read from 1 025 values instead of solved each time, between the
 * first and the last hundredth; the tails are solved. For sampling: the error is far below the
 * four digits that are printed.
 */
export function tabulated(quantile: (p: number) => number): (p: number) => number {
  let table: Float64Array | undefined;
  return (p) => {
    if (p < tail || p > 1 - tail) return quantile(p);
    table ??= Float64Array.from({ length: knots + 1 }, (_, at) =>
      at === 0 || at === knots ? Number.NaN : quantile(at / knots),
    );
    const at = Math.floor(p * knots);
    const [left = 0, right = 0] = [table[at], table[at + 1]];
    return left + (right - left) * (p * knots - at);
  };
}
