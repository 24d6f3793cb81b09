import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  FlowGraph,
  PlacedArrow,
  PlacedBand,
  PlacedFlow,
  Point,
} from '../../../../core/src/pdf/drawing/placing/graph.ts';
import { halfHeightAt, halfWidthAt } from '../../../../core/src/pdf/drawing/placing/graph.ts';
import { layoutFlow } from '../../../../core/src/pdf/drawing/placing/layout-flow.ts';

const frame = { width: 467, heightOf: () => 680, capacity: 3 };

/** Any flow: boxes and diamonds of different heights, with arrows wherever chance puts them. */
const anyFlow: fc.Arbitrary<FlowGraph> = fc.integer({ min: 1, max: 28 }).chain((count) =>
  fc.record({
    nodes: fc.array(
      fc
        .record({ height: fc.integer({ min: 20, max: 90 }), isDiamond: fc.boolean() })
        .map(({ height, isDiamond }) => ({ width: 116, height, slope: isDiamond ? 58 : 0 })),
      { minLength: count, maxLength: count },
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        weight: fc.constantFrom(0.5, 1, 5),
        labelWidth: fc.constantFrom(0, 0, 24, 50),
      }),
      { maxLength: 60 },
    ),
  }),
);

/** A sequence of which most arrows lead to the next node, as in a process. */
const usualFlow: fc.Arbitrary<FlowGraph> = fc
  .record({
    heights: fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 2, maxLength: 60 }),
    jumps: fc.array(fc.record({ from: fc.nat(59), by: fc.integer({ min: -6, max: 6 }) }), {
      maxLength: 30,
    }),
  })
  .map(({ heights, jumps }) => ({
    nodes: heights.map((height) => ({ width: 116, height, slope: 0 })),
    edges: [
      ...heights.slice(1).map((_, index) => ({ from: index, to: index + 1, weight: 5 })),
      ...jumps.map(({ from, by }) => ({
        from: from % heights.length,
        to: Math.min(Math.max((from % heights.length) + by, 0), heights.length - 1),
        weight: 1,
      })),
    ].map((edge) => ({ ...edge, labelWidth: 24 })),
  }));

const flows = fc.oneof(anyFlow, usualFlow);

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areasOf({ nodes }: FlowGraph, { boxes }: PlacedBand): ReadonlyMap<number, Area> {
  return new Map(
    boxes.map(({ node, x, y }) => {
      const { width = 0, height = 0 } = nodes[node] ?? {};
      const [left, right] = [x - width / 2, x + width / 2];
      return [node, { left, right, top: y - height / 2, bottom: y + height / 2 }];
    }),
  );
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.left < other.right - 0.01 &&
    other.left < one.right - 0.01 &&
    one.top < other.bottom - 0.01 &&
    other.top < one.bottom - 0.01
  );
}

function stretchesOf({ points }: PlacedArrow): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

function areaOf([one, other]: readonly [Point, Point]): Area {
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
}

/** Checks every band of every flow. */
function everyBand(check: (band: PlacedBand, graph: FlowGraph, flow: PlacedFlow) => void): void {
  fc.assert(
    fc.property(flows, (graph) => {
      const flow = layoutFlow(graph, frame);
      for (const band of flow.bands) check(band, graph, flow);
    }),
    { numRuns: 150, seed: 7 },
  );
}

describe('the places of any flow', () => {
  it('hold every node once', () => {
    fc.assert(
      fc.property(flows, (graph) => {
        const placed = layoutFlow(graph, frame).bands.flatMap(({ boxes }) => boxes);
        expect(placed.map(({ node }) => node).toSorted((a, b) => a - b)).toEqual([
          ...graph.nodes.keys(),
        ]);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('let no two boxes overlap and none leave the page', () => {
    everyBand((band, graph) => {
      const areas = [...areasOf(graph, band).values()];
      for (const [index, one] of areas.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(-0.01);
        expect(one.right).toBeLessThanOrEqual(frame.width + 0.01);
        expect(one.bottom).toBeLessThanOrEqual(band.height + 0.01);
        expect(areas.slice(index + 1).filter((other) => overlap(one, other))).toEqual([]);
      }
    });
  });

  it('are no higher than the page', () => {
    everyBand((band) => expect(band.height).toBeLessThanOrEqual(frame.heightOf()));
  });

  it('draw every edge as a line, or list it at both of its boxes', () => {
    fc.assert(
      fc.property(flows, (graph) => {
        const { bands } = layoutFlow(graph, frame);
        const drawn = bands.flatMap(({ arrows }) => arrows.map(({ edge }) => edge));
        const boxes = bands.flatMap((band) => band.boxes);
        for (const [edge, { from, to }] of graph.edges.entries()) {
          const left = boxes.filter(({ exits }) => exits.includes(edge)).map(({ node }) => node);
          const met = boxes.filter(({ entries }) => entries.includes(edge)).map(({ node }) => node);
          const isDrawn = drawn.filter((one) => one === edge).length;
          expect({ isDrawn, left, met }).toEqual(
            isDrawn === 1
              ? { isDrawn, left: [], met: [] }
              : { isDrawn: 0, left: [from], met: [to] },
          );
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('let every line begin and end on the boundary of its boxes', () => {
    everyBand(({ boxes, arrows }, { nodes, edges }) => {
      const isAt = (point: Point | undefined, node: number | undefined): boolean => {
        const box = boxes.find((one) => one.node === node);
        const shape = nodes[node ?? -1];
        if (point === undefined || box === undefined || shape === undefined) return false;
        const [dx, dy] = [point.x - box.x, point.y - box.y];
        return (
          Math.abs(Math.abs(dy) - halfHeightAt(shape, dx)) < 0.01 ||
          Math.abs(Math.abs(dx) - halfWidthAt(shape, dy)) < 0.01
        );
      };
      for (const { edge, points } of arrows) {
        expect(isAt(points[0], edges[edge]?.from)).toBe(true);
        expect(isAt(points.at(-1), edges[edge]?.to)).toBe(true);
      }
    });
  });

  it('draw lines that are upright or level and pass no box', () => {
    everyBand((band, graph) => {
      const areas = areasOf(graph, band);
      for (const arrow of band.arrows) {
        const { from, to } = graph.edges[arrow.edge] ?? {};
        for (const stretch of stretchesOf(arrow)) {
          const [one, other] = stretch;
          expect(Math.min(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeLessThan(0.5);
          for (const [node, area] of areas) {
            if (node === from || node === to) continue;
            expect(overlap(areaOf(stretch), area)).toBe(false);
          }
        }
      }
    });
  });

  it('let no two level stretches lie on each other', () => {
    everyBand(({ arrows }) => {
      const level = arrows.flatMap((arrow) =>
        stretchesOf(arrow)
          .map((stretch) => areaOf(stretch))
          .filter(({ left, right }) => right - left > 0.5),
      );
      for (const [index, one] of level.entries()) {
        for (const other of level.slice(index + 1)) {
          const sameHeight = Math.abs(one.top - other.top) < 1;
          expect(sameHeight && one.left < other.right && other.left < one.right).toBe(false);
        }
      }
    });
  });

  it('let no two upright stretches lie on each other', () => {
    everyBand(({ arrows }) => {
      const upright = arrows.flatMap((arrow) =>
        stretchesOf(arrow)
          .map((stretch) => areaOf(stretch))
          .filter(({ top, bottom }) => bottom - top > 0.5),
      );
      for (const [index, one] of upright.entries()) {
        for (const other of upright.slice(index + 1)) {
          const sameLine = Math.abs(one.left - other.left) < 1;
          expect(sameLine && one.top < other.bottom && other.top < one.bottom).toBe(false);
        }
      }
    });
  });

  it('keep labels off the boxes', () => {
    everyBand((band, graph) => {
      const areas = [...areasOf(graph, band).values()];
      for (const { edge, label } of band.arrows) {
        if (label === undefined) continue;
        const width = graph.edges[edge]?.labelWidth ?? 0;
        const area = { left: label.x, right: label.x + width, top: label.y, bottom: label.y + 12 };
        expect(areas.filter((box) => overlap(box, area))).toEqual([]);
      }
    });
  });

  it('are the same again', () => {
    fc.assert(
      fc.property(flows, (graph) => {
        expect(layoutFlow(graph, frame)).toEqual(layoutFlow(graph, frame));
      }),
      { numRuns: 30, seed: 7 },
    );
  });
});
