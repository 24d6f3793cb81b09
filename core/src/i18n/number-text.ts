/**
 * A number with so many significant digits, trailing zeros included and without an exponent:
 * 67.7 is `67.70`, 12345 is `12350`.
 */
export function significantText(value: number, digits = 4): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return rounded.toFixed(Math.min(100, Math.max(0, decimals)));
}

/** A share in percent, with at most four significant digits: 0.55 is `55%`. */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`;
}

/**
 * An availability in percent, never better than it is: cut off, not rounded, with two decimals
 * or as many as its first digit that is not a nine needs. 0.999945 is `99.994%`.
 */
export function availabilityText(share: number): string {
  const percent = Number((share * 100).toPrecision(12));
  const lacking = Number((100 - percent).toPrecision(12));
  const decimals = lacking <= 0 ? 2 : Math.max(2, -Math.floor(Math.log10(lacking) + 1e-9));
  const factor = 10 ** Math.min(decimals, 9);
  return `${(Math.floor(percent * factor * (1 + 1e-14)) / factor).toFixed(Math.min(decimals, 9))}%`;
}

export type TimeUnit = 's' | 'min' | 'h' | 'd';

/** Seconds in each unit; a day has 24 hours. */
export const secondsPer: Readonly<Record<TimeUnit, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};

/** The unit in which a time reads best; the times of one table share the unit of their middle one. */
export function unitFor(seconds: readonly number[]): TimeUnit {
  const sorted = seconds.filter((value) => value > 0).toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (middle < 100) return 's';
  if (middle < 300 * 60) return 'min';
  return middle < 96 * 3600 ? 'h' : 'd';
}
