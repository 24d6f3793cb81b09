/** Something in a row that has a place it would like to have. */
export interface RowItem {
  /** How far it reaches from its axis. */
  readonly left: number;
  readonly right: number;
  /** Where its axis would best be; the heavier, the more it counts. */
  readonly wishes: readonly Wish[];
}

export interface Wish {
  readonly x: number;
  readonly weight: number;
}

interface Block {
  readonly count: number;
  readonly wishes: readonly Wish[];
  readonly at: number;
}

/**
 * The axes of the items of a row, in their order, side by side between `from` and `to`: no two
 * overlap, and the weighted sum of distances from the wishes is least (isotonic regression by
 * pooling adjacent violators; a bound cuts off the unbounded solution without harm). Items that
 * are wider together than the room begin at `from` and reach over its end.
 */
export function placeRow(
  items: readonly RowItem[],
  [from, to]: readonly [from: number, to: number],
  gapAfter: (index: number) => number,
): readonly number[] {
  const offsets: number[] = [];
  let used = 0;
  for (const [index, { left, right }] of items.entries()) {
    offsets.push(used + left);
    used += left + right + (index < items.length - 1 ? gapAfter(index) : 0);
  }
  const last = Math.max(from, to - used);
  const blocks: Block[] = [];
  for (const [index, { wishes }] of items.entries()) {
    const own = wishes.map(({ x, weight }) => ({ x: x - (offsets[index] ?? 0), weight }));
    let block = { count: 1, wishes: own, at: middleOf(own) };
    for (let left = blocks.at(-1); left !== undefined && left.at > block.at; left = blocks.at(-1)) {
      blocks.pop();
      const pooled = [...left.wishes, ...block.wishes];
      block = { count: left.count + block.count, wishes: pooled, at: middleOf(pooled) };
    }
    blocks.push(block);
  }
  const places = blocks.flatMap(({ at, count }) => Array.from({ length: count }, () => at));
  return places.map((at, index) => Math.min(Math.max(at, from), last) + (offsets[index] ?? 0));
}

/** The weighted median: with half the weight on either side, the middle between the two. */
function middleOf(wishes: readonly Wish[]): number {
  const sorted = wishes.toSorted((left, right) => left.x - right.x);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [index, { x, weight }] of sorted.entries()) {
    sum += weight;
    if (sum > half + 1e-9) return x;
    if (sum > half - 1e-9) return (x + (sorted[index + 1]?.x ?? x)) / 2;
  }
  return 0;
}
