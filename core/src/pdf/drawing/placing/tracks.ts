/** A link in the gap between two layers: from where it leaves above to where it arrives below. */
export interface Crossing {
  readonly from: number;
  readonly to: number;
}

export interface Tracks {
  /** By link: the track of its level stretch, counted downwards; absent for a straight link. */
  readonly of: readonly (number | undefined)[];
  readonly count: number;
}

/** Level stretches closer than this do not share a track. */
const clearance = 8;

/** Upright stretches closer than this look like one line. */
export const tooClose = 3;

/**
 * Gives each link that is not straight a track for its level stretch, so that no two stretches lie
 * on each other and few lines cross (channel routing by the constrained left-edge rule; in a circle
 * of constraints those that only save crossings give way).
 */
export function tracksOf(links: readonly Crossing[]): Tracks {
  const of = links.map((): number | undefined => undefined);
  const indexes = [...links.keys()].filter((index) => !isStraight(links[index]));
  const left = (index: number): number => spanOf(links[index])[0];
  let open = indexes.toSorted((one, other) => left(one) - left(other) || one - other);
  const better = constraints(links, open, 1);
  const needed = constraints(links, open, onEachOther);
  let count = 0;
  for (; open.length > 0; count++) {
    const free = freeOf(open, better) ?? freeOf(open, needed) ?? open.slice(0, 1);
    let end = -Infinity;
    for (const index of free) {
      const [from, to] = spanOf(links[index]);
      if (from < end + clearance) continue;
      of[index] = count;
      end = to;
    }
    open = open.filter((index) => of[index] === undefined);
  }
  return { of, count };
}

function isStraight(link: Crossing | undefined): boolean {
  return link === undefined || Math.abs(link.from - link.to) < 0.5;
}

function spanOf(link: Crossing | undefined): readonly [number, number] {
  if (link === undefined) return [0, 0];
  return link.from < link.to ? [link.from, link.to] : [link.to, link.from];
}

/** Those below which no other has to stay; nothing when there are none. */
function freeOf(
  open: readonly number[],
  below: ReadonlyMap<number, ReadonlySet<number>>,
): readonly number[] | undefined {
  const free = open.filter((index) => !open.some((other) => below.get(other)?.has(index)));
  return free.length === 0 ? undefined : free;
}

/** For each link those that are better off below it, by at least so much. */
function constraints(
  links: readonly Crossing[],
  indexes: readonly number[],
  least: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const below = new Map(indexes.map((index) => [index, new Set<number>()]));
  for (const one of indexes) {
    for (const other of indexes) {
      const [upper, lower] = [links[one], links[other]];
      if (one === other || upper === undefined || lower === undefined) continue;
      if (costOf(lower, upper) - costOf(upper, lower) >= least) below.get(one)?.add(other);
    }
  }
  return below;
}

/** What it costs that two upright stretches lie on each other; a crossing costs 1. */
const onEachOther = 50;

/** What it costs to draw the level stretch of `upper` above that of `lower`. */
function costOf(upper: Crossing, lower: Crossing): number {
  const covers = (link: Crossing, x: number): boolean => {
    const [from, to] = spanOf(link);
    return x > from && x < to;
  };
  const meet = Math.abs(upper.to - lower.from) < tooClose ? 2 * onEachOther : 0;
  return (covers(lower, upper.to) ? 1 : 0) + (covers(upper, lower.from) ? 1 : 0) + meet;
}
