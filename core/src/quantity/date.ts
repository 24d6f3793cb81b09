/** Days since 1970-01-01 of an ISO date (`2026-03-31`); nothing for a text that is no real day. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return formatDate(days) === text.trim() ? days : undefined;
}

/** The inverse of `parseDate`. */
export function formatDate(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
