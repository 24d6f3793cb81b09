import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { netOf } from '../../../core/src/analysis/structure/soundness/net.ts';
import { reduceNet } from '../../../core/src/analysis/structure/soundness/reduction.ts';
import { sectionsOf } from '../../../core/src/analysis/structure/soundness/sections.ts';
import {
  checkFlow,
  checkSoundness,
  stateLimit,
  stateSpace,
} from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { draw } from './draw.ts';

/** A parallel whose branches each go round between two choices, joined by a list. */
function rounds(branches: number): string {
  const numbers = Array.from({ length: branches }, (_, index) => index);
  return [
    `split parallel: ${numbers.map((index) => `c${index}`).join(' ')}`,
    ...numbers.flatMap((index) => [
      `c${index} choice: x${index} y${index}`,
      `x${index} choice: y${index} out${index}`,
      `y${index} choice: x${index} out${index}`,
      `out${index}: meet`,
    ]),
    'meet join of split,split: done',
    'done: .',
  ].join('\n');
}

/** The same without the rounds: as many branches with one task each. */
function plain(branches: number): string {
  const tasks = Array.from({ length: branches }, (_, index) => `b${index}`);
  const lines = tasks.map((task) => `${task}: meet`);
  return [
    `split parallel: ${tasks.join(' ')}`,
    ...lines,
    'meet join of split,split: done',
    'done: .',
  ].join('\n');
}

describe('the states', () => {
  it('of k parallel tasks are 2 to the k and a few', () => {
    expect(stateSpace(indexFlows(draw(plain(10))).normal)).toEqual({
      verdict: 'sound',
      states: 2 ** 10 + 4,
    });
  });

  it('of a wide parallel are not looked at: the net dissolves', () => {
    expect(checkSoundness(indexFlows(draw(plain(40))))).toMatchObject({
      verdict: 'sound',
      decidedBy: 'reduction',
    });
  });

  it('that are too many leave the flow undecided, never sound', () => {
    const { normal } = indexFlows(draw(rounds(12)));
    expect(checkFlow(normal, 5_000)).toEqual({
      verdict: 'undecided',
      decidedBy: 'states',
      states: 5_000,
      findings: [],
    });
    expect(checkFlow(indexFlows(draw(rounds(3))).normal)).toMatchObject({
      verdict: 'sound',
      decidedBy: 'states',
    });
    expect(stateLimit).toBe(50_000);
  });

  it('that hold too much work leave the flow undecided as well', () => {
    const { normal } = indexFlows(draw(rounds(300)));
    const { verdict, states } = checkFlow(normal, 5_000);
    expect(verdict).toBe('undecided');
    expect(states).toBeLessThan(5_000);
  });

  it('of no flow decide nothing', () => {
    expect(checkFlow(indexFlows({ start: 'missing', steps: [], edges: [] }).normal).verdict).toBe(
      'undecided',
    );
  });
});

describe('a witness', () => {
  it('is a shortest run to the state that is stuck', () => {
    const { findings } = checkSoundness(
      indexFlows(
        draw(`
        begin: split
        split parallel: sort c
        sort choice: a b
        a: meet
        b: meet
        c: meet
        meet join of split,split: done
        done: .`),
      ),
    );
    expect(findings).toEqual([
      {
        code: 'stuck',
        at: 'meet',
        related: ['b'],
        paths: [['begin', 'split', 'sort', 'a', 'c']],
        flow: 'normal',
      },
    ]);
  });

  it('is still told when only the reduced net can be searched', () => {
    const wide = Array.from({ length: 20 }, (_, index) => `w${index}`);
    const drawing = [
      `split parallel: sort ${wide.join(' ')}`,
      'sort choice: a b',
      'a: meet',
      'b: meet',
      ...wide.map((id) => `${id}: meet`),
      'meet join of split,split: done',
      'done: .',
    ].join('\n');
    const { verdict, findings } = checkSoundness(indexFlows(draw(drawing)), 200);
    expect(verdict).toBe('unsound');
    expect(findings).toMatchObject([{ code: 'stuck', at: 'meet' }]);
    expect(findings[0]?.paths[0]).toContain('w19');
  });
});

describe('the reduction', () => {
  it('dissolves choices, loops and parallels, and keeps what is irreducible', () => {
    const reduced = (drawing: string): number => {
      const { branching, pairing } = sectionsOf(indexFlows(draw(drawing)).normal);
      const { clusters } = reduceNet(netOf(branching, pairing));
      return clusters.filter(({ outcomes }) => outcomes.length > 0).length;
    };
    expect(reduced('a choice: b c \n b: d \n c: d \n d: b e \n e: .')).toBe(0);
    expect(reduced(plain(5))).toBe(0);
    expect(reduced(rounds(3))).toBe(10);
  });
});
