import type { Band, Item, Lane, Link } from './band.ts';
import type { FlowGraph, PlacedArrow, Point } from './graph.ts';
import { halfHeightAt, halfWidthAt, space } from './graph.ts';
import type { Ports } from './ports.ts';
import type { Tracks } from './tracks.ts';

/** A layer with its heights on the page. */
export interface Level {
  readonly items: readonly Item[];
  readonly top: number;
  /** Of its boxes. */
  readonly middle: number;
  readonly bottom: number;
}

export interface Routing {
  readonly band: Band;
  readonly graph: FlowGraph;
  readonly ports: Ports;
  readonly tracks: readonly Tracks[];
  readonly levels: readonly Level[];
}

/** A link with the gap in which it is and its number there. */
interface PlacedLink {
  readonly link: Link;
  readonly gap: number;
  readonly index: number;
}

/** The arrows between different nodes. */
export function chainArrows(routing: Routing): readonly PlacedArrow[] {
  const chains = new Map<number, PlacedLink[]>();
  for (const [gap, links] of routing.band.gaps.entries()) {
    for (const [index, link] of links.entries()) {
      const chain = chains.get(link.edge);
      if (chain === undefined) chains.set(link.edge, [{ link, gap, index }]);
      else chain.push({ link, gap, index });
    }
  }
  return Array.from(chains, ([edge, chain]) => chainArrow(routing, edge, chain));
}

function chainArrow(routing: Routing, edge: number, chain: readonly PlacedLink[]): PlacedArrow {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return { edge, points: [] };
  const { isBack } = first.link;
  const downwards = [
    ...upperEnd(routing, first),
    ...chain.flatMap((placed) => bend(routing, placed)),
    ...lowerEnd(routing, last),
  ];
  const points = withoutNeedless(isBack ? downwards.toReversed() : downwards);
  const labelled = isBack ? last : first;
  if (labelled.link.labelWidth === 0) return { edge, points };
  const x = (routing.ports.lower.get(labelled.link) ?? 0) + 3;
  const y = (routing.levels[labelled.gap + 1]?.top ?? 0) - space.belowLabel - space.line;
  return { edge, points, label: { x, y } };
}

function bend({ ports, tracks, levels }: Routing, { link, gap, index }: PlacedLink): Point[] {
  const track = tracks[gap]?.of[index];
  if (track === undefined) return [];
  const y = (levels[gap]?.bottom ?? 0) + space.aboveTracks + track * space.track;
  return [
    { x: ports.upper.get(link) ?? 0, y },
    { x: ports.lower.get(link) ?? 0, y },
  ];
}

function upperEnd({ ports, levels, graph }: Routing, { link, gap }: PlacedLink): Point[] {
  const { middle = 0 } = levels[gap] ?? {};
  if (link.isBack) return sideEnd(link.upper, link.edge, 'down', middle, graph);
  const x = ports.upper.get(link) ?? 0;
  const node = graph.nodes[link.upper.node ?? -1];
  return node === undefined ? [] : [{ x, y: middle + halfHeightAt(node, x - link.upper.x) }];
}

function lowerEnd({ ports, levels, graph }: Routing, { link, gap }: PlacedLink): Point[] {
  const { middle = 0 } = levels[gap + 1] ?? {};
  if (link.isBack) return sideEnd(link.lower, link.edge, 'up', middle, graph).toReversed();
  const x = ports.lower.get(link) ?? 0;
  const node = graph.nodes[link.lower.node ?? -1];
  return node === undefined ? [] : [{ x, y: middle - halfHeightAt(node, x - link.lower.x) }];
}

/** From the right side of a node to the lane of a back edge beside it. */
function sideEnd(
  item: Item,
  edge: number,
  goes: 'up' | 'down',
  middle: number,
  { nodes }: FlowGraph,
): Point[] {
  const node = nodes[item.node ?? -1];
  const lane = item.lanes.find((own) => own.edge === edge);
  if (node === undefined || lane === undefined) return [];
  const y = sideHeight(item, lane, goes, node.height);
  return [
    { x: item.x + halfWidthAt(node, y), y: middle + y },
    { x: item.x + lane.shift, y: middle + y },
  ];
}

/**
 * Where a lane meets the side of its node, from the middle: what goes up from here below it, what
 * comes down above it, and farther lanes farther away, so that they do not cross the nearer ones.
 */
function sideHeight(item: Item, lane: Lane, goes: 'up' | 'down', height: number): number {
  const same = item.lanes.filter((own) => own.goes === goes || own.goes === 'loop');
  // A loop back to the node itself has its arrowhead clear of where it leaves.
  const first = item.lanes.some((own) => own.goes === 'loop') ? 5 : 2;
  const step = Math.min(6, (height / 2 - 3 - first) / (space.mostLanes - 1));
  const aside = first + step * same.indexOf(lane);
  return goes === 'up' ? aside : -aside;
}

/** The arrows from a node to itself. */
export function selfArrows({ levels, graph }: Routing): readonly PlacedArrow[] {
  return levels.flatMap(({ items, middle }) =>
    items.flatMap((item) =>
      item.lanes
        .filter(({ goes }) => goes === 'loop')
        .flatMap((lane) => selfArrow(item, lane, middle, graph)),
    ),
  );
}

function selfArrow(
  item: Item,
  own: Lane,
  middle: number,
  { nodes, edges }: FlowGraph,
): readonly PlacedArrow[] {
  const node = nodes[item.node ?? -1];
  if (node === undefined) return [];
  const low = sideHeight(item, own, 'up', node.height);
  const high = sideHeight(item, own, 'down', node.height);
  const lane = item.x + own.shift;
  const points = [
    { x: item.x + halfWidthAt(node, low), y: middle + low },
    { x: lane, y: middle + low },
    { x: lane, y: middle + high },
    { x: item.x + halfWidthAt(node, high), y: middle + high },
  ];
  const label = { x: lane + 3, y: middle - space.line / 2 };
  const { edge } = own;
  return [{ edge, points, ...((edges[edge]?.labelWidth ?? 0) > 0 && { label }) }];
}

/** Without the points at which a line does not turn. */
function withoutNeedless(points: readonly Point[]): readonly Point[] {
  return points.filter(({ x, y }, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) return true;
    const upright = Math.abs(before.x - x) < 0.5 && Math.abs(after.x - x) < 0.5;
    return !upright && !(before.y === y && after.y === y);
  });
}
