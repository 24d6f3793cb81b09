import type { Band, Item, Link } from './band.ts';
import type { GraphNode } from './graph.ts';
import { placeRow } from './row.ts';
import { tooClose } from './tracks.ts';

/** Where each link leaves its upper item and meets its lower one. */
export interface Ports {
  readonly upper: ReadonlyMap<Link, number>;
  readonly lower: ReadonlyMap<Link, number>;
}

/** Half the room of a port without a label. */
const reach = 4;

/**
 * Spreads the links of each node along its lower and upper boundary, near to where they lead, and
 * leaves room at the right of an arriving link for its label. The right half of a boundary with a
 * note stays free for it.
 */
export function portsOf(band: Band, nodes: readonly GraphNode[]): Ports {
  const upper = new Map<Link, number>();
  const lower = new Map<Link, number>();
  for (const [gap, links] of band.gaps.entries()) {
    for (const link of links) {
      upper.set(link, link.upper.x + link.upperShift);
      lower.set(link, link.lower.x + link.lowerShift);
    }
    for (const item of band.layers[gap] ?? []) {
      const own = links.filter((link) => link.upper === item && !link.isBack);
      spread(own, boundaryOf(item, nodes, 'lower'), upper, lower);
    }
    for (const item of band.layers[gap + 1] ?? []) {
      const own = links.filter((link) => link.lower === item && !link.isBack);
      spread(own, boundaryOf(item, nodes, 'upper'), lower, upper);
    }
    partSwapped(links, upper, lower);
  }
  return { upper, lower };
}

/** The stretch of a node's boundary on which ports may be. */
interface Boundary {
  /** Links arrive at the upper boundary, labels at their right, and leave at the lower one. */
  readonly side: 'upper' | 'lower';
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  /** How far labels may reach. */
  readonly end: number;
}

function boundaryOf(
  item: Item,
  nodes: readonly GraphNode[],
  side: Boundary['side'],
): Boundary | undefined {
  const node = nodes[item.node ?? -1];
  if (node === undefined) return undefined;
  const notes = side === 'upper' ? item.entries : item.exits;
  const inner = node.width / 2 - Math.max(10, node.slope * 0.45);
  return {
    side,
    middle: item.x,
    from: item.x - inner,
    to: notes.length > 0 ? item.x : item.x + inner,
    end: item.x + node.width / 2,
  };
}

function spread(
  links: readonly Link[],
  boundary: Boundary | undefined,
  ports: Map<Link, number>,
  others: ReadonlyMap<Link, number>,
): void {
  if (boundary === undefined) return;
  const { side, from, to, end } = boundary;
  const otherEnd = (link: Link): number => others.get(link) ?? 0;
  const sorted = links.toSorted(
    (left, right) => otherEnd(left) - otherEnd(right) || left.edge - right.edge,
  );
  const items = sorted.map((link) => ({
    left: reach,
    right: side === 'upper' && link.labelWidth > 0 ? link.labelWidth + 6 : reach,
    wishes: [{ x: wish(otherEnd(link), links.length, boundary), weight: link.weight }],
  }));
  const last = items.at(-1)?.right === reach ? to + reach : Math.max(end, to + reach);
  const needed = items.reduce((sum, { left, right }) => sum + left + right, 0);
  const places =
    needed <= last - from + reach
      ? placeRow(items, [from - reach, last], () => 0)
      : links.map((_, index) => from + ((to - from) * (index + 1)) / (links.length + 1));
  for (const [index, link] of sorted.entries()) ports.set(link, places[index] ?? from);
}

/** A lone link leaves in the middle, and arrives straight from above where it can. */
function wish(other: number, count: number, { side, middle, from, to }: Boundary): number {
  const nearest = (x: number): number => Math.min(Math.max(x, from), to);
  if (count > 1) return nearest(other);
  return side === 'upper' && other >= from && other <= to ? other : nearest(middle);
}

/**
 * Moves an arrival aside where two links arrive below the places that the other leaves: whichever
 * of their level stretches were the upper one, upright stretches would lie on each other.
 */
function partSwapped(
  links: readonly Link[],
  upper: ReadonlyMap<Link, number>,
  lower: Map<Link, number>,
): void {
  const distance = (one: Link, other: Link): number =>
    (lower.get(one) ?? 0) - (upper.get(other) ?? 0);
  const meet = (one: Link, other: Link): boolean => Math.abs(distance(one, other)) < tooClose;
  for (const one of links) {
    const other = links.find((each) => each !== one && meet(one, each) && meet(each, one));
    const isLane = one.lower.node === undefined;
    if (other === undefined || (one.isBack && !isLane)) continue;
    const aside = distance(one, other) < 0 ? -reach : reach;
    if (isLane) one.lower.x += aside;
    lower.set(one, (lower.get(one) ?? 0) + aside);
  }
}
