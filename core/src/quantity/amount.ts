/** `55%` as the fraction 0.55; nothing for a bare number or any other text. Negative for a fall. */
export function parsePercent(text: string): number | undefined {
  const match = /^([+-]?\d+(?:\.\d+)?) ?[%％]$/.exec(text.trim());
  // Rounding to 12 digits makes 99.99 / 100 the number that 0.9999 is.
  return match === null ? undefined : Number((Number(match[1]) / 100).toPrecision(12));
}

/** An amount with its ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** `500 CNY`; nothing when the currency is missing. */
export function parseMoney(text: string): Money | undefined {
  const match = /^(-?\d+(?:\.\d+)?) ?([A-Z]{3})$/.exec(text.trim());
  return match === null ? undefined : { amount: Number(match[1]), currency: match[2] ?? '' };
}
