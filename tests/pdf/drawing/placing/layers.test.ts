import { describe, expect, it } from 'vitest';
import type { FlowGraph } from '../../../../core/src/pdf/drawing/placing/graph.ts';
import { layersOf, widestLayer } from '../../../../core/src/pdf/drawing/placing/layers.ts';
import { backEdges } from '../../../../core/src/pdf/drawing/placing/loops.ts';

function graph(
  count: number,
  ...edges: readonly (readonly [number, number, number?])[]
): FlowGraph {
  return {
    nodes: Array.from({ length: count }, () => ({ width: 100, height: 30, slope: 0 })),
    edges: edges.map(([from, to, weight = 1]) => ({ from, to, weight, labelWidth: 0 })),
  };
}

describe('the edges of a loop', () => {
  it('lead back where they meet their own path', () => {
    expect([...backEdges(graph(3, [0, 1], [1, 2], [2, 1]))]).toEqual([2]);
  });

  it('lead back from a node to itself', () => {
    expect([...backEdges(graph(1, [0, 0]))]).toEqual([0]);
  });

  it('are opened behind the heavy edges', () => {
    // From 0 the heavy way is 0, 2, 1: the edge from 1 to 2 leads back, not the one from 2 to 1.
    expect([...backEdges(graph(3, [0, 1], [1, 2], [0, 2, 5], [2, 1, 5]))]).toEqual([1]);
  });

  it('are none where ways only meet', () => {
    expect([...backEdges(graph(4, [0, 1], [0, 2], [1, 3], [2, 3]))]).toEqual([]);
  });
});

describe('the layers', () => {
  it('put a node below all that lead to it', () => {
    expect(layersOf(graph(4, [0, 1], [1, 2], [0, 3], [2, 3]), new Set(), 3)).toEqual([0, 1, 2, 3]);
  });

  it('count an edge that leads back as one that leads on', () => {
    expect(layersOf(graph(3, [0, 1], [1, 2], [2, 1]), new Set([2]), 3)).toEqual([0, 1, 2]);
  });

  it('hold no more nodes than they may', () => {
    const fan = graph(6, [0, 1], [0, 2], [0, 3], [0, 4], [0, 5]);
    expect(layersOf(fan, new Set(), 2)).toEqual([0, 1, 1, 2, 2, 3]);
    expect(widestLayer(layersOf(fan, new Set(), 6))).toBe(5);
  });
});
