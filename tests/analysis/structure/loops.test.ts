import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { failureCycles, loopsOf } from '../../../core/src/analysis/structure/flow/loops.ts';
import { draw } from './draw.ts';

const loopsIn = (drawing: string) => loopsOf(indexFlows(draw(drawing)));

describe('loops', () => {
  it('a capped loop that is left has nothing uncapped', () => {
    expect(loopsIn('work: ask \n ask choice: loop2>work done \n done: .')).toEqual([
      { steps: ['work', 'ask'], exit: 'open', uncapped: [] },
    ]);
  });

  it('a loop without max shows its round', () => {
    expect(loopsIn('work: ask \n ask choice: loop>work done \n done: .')).toEqual([
      { steps: ['work', 'ask'], exit: 'open', uncapped: [['work', 'ask', 'work']] },
    ]);
  });

  it('a step that leads to itself is a loop', () => {
    expect(loopsIn('work: work done \n done: .')).toEqual([
      { steps: ['work'], exit: 'open', uncapped: [['work', 'work']] },
    ]);
  });

  it('an end inside the loop is a way out', () => {
    expect(loopsIn('work: ask \n ask choice: work .')).toMatchObject([{ exit: 'open' }]);
  });

  it('a loop that nothing leaves has no exit', () => {
    expect(loopsIn('begin choice: work done \n work: ask \n ask: work \n done: .')).toMatchObject([
      { steps: ['work', 'ask'], exit: 'none' },
    ]);
  });

  it('a loop that only a failure leaves says so', () => {
    expect(loopsIn('work: ask \n ask: work failure>done \n done: .')).toMatchObject([
      { exit: 'exits-only' },
    ]);
  });

  it('a branch that leaves while another stays is no way out', () => {
    expect(
      loopsIn('work: split \n split parallel: again letter \n again: work \n letter: .'),
    ).toMatchObject([{ steps: ['work', 'split', 'again'], exit: 'none' }]);
  });

  it('a way out with probability 0 is never taken', () => {
    expect(loopsIn('work: ask \n ask choice: 1>work 0>done \n done: .')).toMatchObject([
      { exit: 'never-taken' },
    ]);
  });

  it('a way out is never taken when the way back already has all cases', () => {
    expect(loopsIn('work: ask \n ask choice: 1>work done \n done: .')).toMatchObject([
      { exit: 'never-taken' },
    ]);
  });

  it('a cap takes a case out of a loop that it would never leave by chance', () => {
    const graph = draw('work: ask \n ask choice: 0>done \n done: .');
    const back = { from: 'ask', to: 'work', kind: 'next', probability: 1 } as const;
    const capped = { ...graph, edges: [...graph.edges, { ...back, loop: { max: 3 } }] };
    expect(loopsOf(indexFlows(capped))).toMatchObject([{ exit: 'open' }]);
  });

  it('an inner loop that is never left is a loop of its own', () => {
    const found = loopsIn(`
      outer: inner
      inner: ask
      ask choice: 1>inner 0>check
      check choice: loop2>outer done
      done: .`);
    expect(found.map(({ steps, exit }) => ({ steps, exit }))).toEqual([
      { steps: ['outer', 'inner', 'ask', 'check'], exit: 'open' },
      { steps: ['inner', 'ask'], exit: 'never-taken' },
    ]);
  });
});

describe('rounds of failures', () => {
  it('two steps that fail over to each other are one', () => {
    const graph = draw('a: done failure>b \n b: done failure>c \n c: done timeout>a \n done: .');
    expect(failureCycles(indexFlows(graph))).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('a normal way back makes none', () => {
    const graph = draw('a: done failure>b \n b: a \n done: .');
    expect(failureCycles(indexFlows(graph))).toEqual([]);
  });
});
