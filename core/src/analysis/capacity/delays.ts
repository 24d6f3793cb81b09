/** A moment at which a stream changes: what has arrived, and what is left of it. */
export interface Moment {
  readonly instant: number;
  readonly arrived: number;
  readonly backlog: number;
}

/**
 * Waits in the fluid model. What arrives as number x arrives at A⁻¹(x) and is taken up at D⁻¹(x);
 * both are piecewise linear in x, so between the numbers at which either changes the wait is
 * linear and the worst wait and the share within a limit are exact.
 */
export function delaysOf(
  course: readonly Moment[],
  limit: number | undefined,
): { readonly worstSeconds: number; readonly within: number | undefined } {
  const arrivals = course.map(({ instant, arrived }) => ({ instant, count: arrived }));
  const departures = course.map(({ instant, arrived, backlog }) => ({
    instant,
    count: arrived - backlog,
  }));
  const total = arrivals.at(-1)?.count ?? 0;
  const counts = [...new Set([...arrivals, ...departures].map(({ count }) => count))]
    .filter((count) => count >= 0 && count <= total)
    .toSorted((a, b) => a - b);
  let [worstSeconds, met] = [0, 0];
  const [come, go] = [new Cursor(arrivals), new Cursor(departures)];
  for (const [at, left] of counts.slice(0, -1).entries()) {
    const length = (counts[at + 1] ?? left) - left;
    if (length <= total * 1e-12) continue;
    const [one, two] = [left + length / 3, left + (2 * length) / 3];
    const [first, second] = [go.at(one) - come.at(one), go.at(two) - come.at(two)];
    const [begin, end] = [Math.max(0, 2 * first - second), Math.max(0, 2 * second - first)];
    const [low, high] = [Math.min(begin, end), Math.max(begin, end)];
    worstSeconds = Math.max(worstSeconds, high);
    if (limit === undefined || low > limit) continue;
    met += high <= limit + 1e-6 ? length : (length * (limit - low)) / (high - low);
  }
  return { worstSeconds, within: limit === undefined || total === 0 ? undefined : met / total };
}

interface Point {
  readonly instant: number;
  readonly count: number;
}

/** Reads when a rising count is reached, for questions in rising order. */
class Cursor {
  private readonly points: readonly Point[];
  private next = 1;

  constructor(points: readonly Point[]) {
    this.points = points;
  }

  at(count: number): number {
    while (this.next < this.points.length - 1 && (this.points[this.next]?.count ?? 0) < count) {
      this.next += 1;
    }
    const [before, after] = [this.points[this.next - 1], this.points[this.next]];
    if (before === undefined || after === undefined || after.count <= before.count) {
      return after?.instant ?? before?.instant ?? 0;
    }
    const share = (count - before.count) / (after.count - before.count);
    return before.instant + share * (after.instant - before.instant);
  }
}
