import { describe, expect, it } from 'vitest';
import {
  dominates,
  dominatorsOf,
  dominatorTree,
  postDominatorsOf,
} from '../../../core/src/analysis/structure/flow/dominators.ts';
import { stronglyConnected } from '../../../core/src/analysis/structure/flow/components.ts';
import { idOf, indexFlows, type Flow } from '../../../core/src/analysis/structure/flow/flow.ts';
import { itemAt } from '../../../core/src/analysis/structure/flow/item.ts';
import { draw } from './draw.ts';
import { numbers } from './random-nets.ts';

function parents(flow: Flow, parent: Int32Array): Record<string, string> {
  const names = flow.steps.map(({ id }, step): [string, string] => {
    const above = itemAt(parent, step);
    return [id, above === -1 ? 'none' : above === flow.steps.length ? 'end' : idOf(flow, above)];
  });
  return Object.fromEntries(names);
}

describe('dominators', () => {
  it('give the graph of the 2001 paper, figure 2, its tree', () => {
    const successors = [[3, 4], [2], [1], [2], [1]].map((list) => [...list]);
    const predecessors = [[], [2, 4], [1, 3], [0], [0]];
    expect([...dominatorTree(0, successors, predecessors).parent]).toEqual([0, 0, 0, 0, 0]);
  });

  it('and post-dominators meet around a block', () => {
    const { complete: flow } = indexFlows(
      draw('a: b \n b choice: c d \n c: e \n d: e \n e: . \n lonely: e'),
    );
    expect(parents(flow, dominatorsOf(flow).parent)).toEqual({
      a: 'a',
      b: 'a',
      c: 'b',
      d: 'b',
      e: 'b',
      lonely: 'none',
    });
    expect(parents(flow, postDominatorsOf(flow).parent)).toEqual({
      a: 'b',
      b: 'e',
      c: 'e',
      d: 'e',
      e: 'end',
      lonely: 'e',
    });
  });

  it('are the steps without which a step cannot be reached, on random graphs', () => {
    const below = numbers(7);
    for (let round = 0; round < 200; round++) {
      const size = 2 + below(8);
      const successors = Array.from({ length: size }, () =>
        Array.from({ length: below(4) }, () => below(size)),
      );
      const predecessors = successors.map((_, node) =>
        successors.flatMap((targets, from) => (targets.includes(node) ? [from] : [])),
      );
      const tree = dominatorTree(0, successors, predecessors);
      for (const [above] of successors.entries()) {
        const without = reached(successors, above);
        const all = reached(successors, -1);
        for (const [node] of successors.entries()) {
          const isNeeded = all.has(node) && (node === above || !without.has(node));
          expect(dominates(tree, above, node)).toBe(isNeeded && all.has(above));
        }
      }
    }
  });
});

function reached(successors: readonly (readonly number[])[], closed: number): Set<number> {
  const seen = new Set(closed === 0 ? [] : [0]);
  for (const node of seen) {
    for (const next of itemAt(successors, node)) if (next !== closed) seen.add(next);
  }
  return seen;
}

describe('strongly connected components', () => {
  it('are numbered against the arrows', () => {
    const { of, members } = stronglyConnected([[1], [2, 3], [1], [4], []]);
    expect(members).toEqual([[4], [3], [1, 2], [0]]);
    expect([...of]).toEqual([3, 2, 2, 1, 0]);
  });
});
