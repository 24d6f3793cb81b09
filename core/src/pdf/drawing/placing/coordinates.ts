import type { Band, Item, Link } from './band.ts';
import { gapBetween } from './band.ts';
import type { RowItem, Wish } from './row.ts';
import { placeRow } from './row.ts';

type Direction = 'down' | 'up' | 'both';

const sweeps: readonly Direction[] = ['down', 'up', 'down', 'up', 'both', 'down', 'both', 'both'];

/**
 * Gives every item its axis: rows keep their order and stay within the width, and linked items
 * stand above each other where that is possible, those of heavy links first.
 */
export function placeItems({ layers, gaps }: Band, width: number): void {
  for (const row of layers) place(row, width, () => [{ x: width / 2, weight: 1 }]);
  for (const direction of sweeps) {
    const order = [...layers.entries()];
    for (const [index, row] of direction === 'up' ? order.toReversed() : order) {
      const above = direction === 'up' ? [] : (gaps[index - 1] ?? []);
      const below = direction === 'down' ? [] : (gaps[index] ?? []);
      const wishes = wishesOf(above, below);
      place(row, width, (item) => wishes.get(item) ?? [{ x: item.x, weight: 0.5 }]);
    }
  }
}

function place(
  row: readonly Item[],
  width: number,
  wishesFor: (item: Item) => readonly Wish[],
): void {
  const items: readonly RowItem[] = row.map((item) => ({
    left: item.left,
    right: item.right,
    wishes: wishesFor(item),
  }));
  const axes = placeRow(items, [0, width], (index) => {
    const [left, right] = [row[index], row[index + 1]];
    return left === undefined || right === undefined ? 0 : gapBetween(left, right);
  });
  for (const [index, item] of row.entries()) item.x = axes[index] ?? 0;
}

/**
 * The places above and below its neighbours. A lane keeps to the end at which fewer lines meet, so
 * that its line bends once, where the lines part or come together.
 */
function wishesOf(above: readonly Link[], below: readonly Link[]): ReadonlyMap<Item, Wish[]> {
  const wishes = new Map<Item, Wish[]>();
  const add = (item: Item, x: number, weight: number): void => {
    const own = wishes.get(item);
    if (own === undefined) wishes.set(item, [{ x, weight }]);
    else own.push({ x, weight });
  };
  const uppers = countBy(above, 'upper');
  const lowers = countBy(below, 'lower');
  for (const { upper, lower, upperShift, lowerShift, weight } of above) {
    const share = lower.node === undefined ? 1.01 / (uppers.get(upper) ?? 1) : 1;
    add(lower, upper.x + upperShift - lowerShift, weight * share);
  }
  for (const { upper, lower, upperShift, lowerShift, weight } of below) {
    const share = upper.node === undefined ? 1 / (lowers.get(lower) ?? 1) : 1;
    add(upper, lower.x + lowerShift - upperShift, weight * share);
  }
  return wishes;
}

function countBy(links: readonly Link[], side: 'upper' | 'lower'): ReadonlyMap<Item, number> {
  const counts = new Map<Item, number>();
  for (const link of links) counts.set(link[side], (counts.get(link[side]) ?? 0) + 1);
  return counts;
}
