import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowGraph } from '../../../core/src/analysis/structure/flow/flow-graph.ts';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import {
  checkSoundness,
  stateSpace,
} from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { build, withEdge, withStep, type Block, type Built } from './blocks.ts';

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = (minLength: number) => fc.array(tie('block'), { minLength, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Block>({ kind: 'task' }),
      parts(1).map((made): Block => ({ kind: 'sequence', parts: made })),
      parts(2).map((made): Block => ({ kind: 'choice', parts: made })),
      parts(2).map((made): Block => ({ kind: 'parallel', parts: made })),
      parts(1).map((made): Block => ({ kind: 'loop', parts: made })),
    ),
  };
});

const process = block.map((made) => build(made));

/** A process with something to break, and a number that picks what. */
function broken(has: (built: Built) => number) {
  return fc
    .tuple(process, fc.nat())
    .filter(([built]) => has(built) > 0)
    .map(([built, pick]) => ({ built, pick: pick % has(built) }));
}

function told(graph: FlowGraph): string[] {
  return checkSoundness(indexFlows(graph)).findings.map(({ code, at }) => `${code} ${at}`);
}

const runs = { numRuns: 300, seed: 2026 };

describe('a process built of blocks', () => {
  it('is sound, and its blocks alone show it', () => {
    fc.assert(
      fc.property(process, ({ graph }) => {
        const { verdict, decidedBy, findings } = checkSoundness(indexFlows(graph));
        expect({ verdict, decidedBy, findings }).toEqual({
          verdict: 'sound',
          decidedBy: 'blocks',
          findings: [],
        });
      }),
      runs,
    );
  });

  it('is sound state by state', () => {
    fc.assert(
      fc.property(process, ({ graph }) => {
        const { normal } = indexFlows(graph);
        fc.pre(graph.steps.length <= 14);
        expect(stateSpace(normal).verdict).toBe('sound');
      }),
      runs,
    );
  });

  it('gets stuck at the join, and nothing else, when a parallel becomes a choice', () => {
    fc.assert(
      fc.property(
        broken(({ parallels }) => parallels.length),
        ({ built: { graph, parallels }, pick }) => {
          const { split = '', meet } = parallels[pick] ?? {};
          expect(told(withStep(graph, split, { type: 'choice' }))).toEqual([`stuck ${meet}`]);
        },
      ),
      runs,
    );
  });

  it('runs the merge twice, and nothing else, when a choice becomes a parallel', () => {
    fc.assert(
      fc.property(
        broken(({ choices }) => choices.length),
        ({ built: { graph, choices }, pick }) => {
          const { split = '', meet } = choices[pick] ?? {};
          const found = told(withStep(graph, split, { type: 'parallel' }));
          expect(found).toEqual([`runs-twice ${meet}`]);
        },
      ),
      runs,
    );
  });

  it('runs a join twice, and nothing else, when it becomes a task', () => {
    fc.assert(
      fc.property(
        broken(({ parallels }) => parallels.length),
        ({ built: { graph, parallels }, pick }) => {
          const { meet = '' } = parallels[pick] ?? {};
          expect(told(withStep(graph, meet, { type: 'task' }))).toEqual([`runs-twice ${meet}`]);
        },
      ),
      runs,
    );
  });

  it('names the join, and nothing else, when it names another parallel', () => {
    fc.assert(
      fc.property(
        broken(({ parallels }) => parallels.length - 1),
        fc.nat(),
        ({ built: { graph, parallels }, pick }, otherPick) => {
          const { split, meet = '' } = parallels[pick] ?? {};
          const others = parallels.filter((pair) => pair.split !== split);
          const other = others[otherPick % others.length]?.split ?? '';
          const found = told(withStep(graph, meet, { joins: other }));
          expect(found).toEqual([`join-names-other ${meet}`]);
        },
      ),
      runs,
    );
  });

  it('names the step that leaves its branch, and nothing else, when one goes to the end', () => {
    fc.assert(
      fc.property(
        broken(({ inBranches }) => inBranches.length),
        ({ built: { graph, inBranches }, pick }) => {
          const { task = '' } = inBranches[pick] ?? {};
          expect(told(withEdge(graph, task, 'finish'))).toEqual([`branch-escapes ${task}`]);
        },
      ),
      runs,
    );
  });

  it('gets stuck at the join, and nothing else, when a step outside leads into a branch', () => {
    fc.assert(
      fc.property(
        broken(({ inBranches }) => inBranches.length),
        ({ built: { graph, inBranches }, pick }) => {
          const { task = '', pair } = inBranches[pick] ?? {};
          expect(told(withEdge(graph, 'begin', task))).toEqual([`stuck ${pair?.meet}`]);
        },
      ),
      runs,
    );
  });
});
