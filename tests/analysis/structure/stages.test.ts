import { expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { stageFaults } from '../../../core/src/analysis/structure/organisation/stages.ts';
import { draw } from './draw.ts';

/** Faults of a flow whose steps are named after their stages, with a number behind. */
function faults(drawing: string, stages = ['intake', 'work', 'answer']): string[] {
  const graph = draw(drawing);
  const steps = graph.steps.map((step) => {
    const stage = step.id.replace(/\d+$/, '');
    return stages.includes(stage) ? { ...step, stage } : step;
  });
  return stageFaults(indexFlows({ ...graph, steps }).normal, stages).map(
    ({ kind, stage, at, after, path }) =>
      `${stage} ${kind} at ${at}${after === undefined ? '' : ` after ${after}`}: ${path.join(' ')}`,
  );
}

it('stages in order have no fault, steps without a stage between them', () => {
  expect(faults('intake: look \n look: work \n work: answer \n answer: .')).toEqual([]);
});

it('a stage that begins after a later one is out of order', () => {
  expect(faults('intake: answer \n answer: work \n work: .')).toEqual([
    'work out-of-order at work after answer: intake answer work',
  ]);
});

it('a stage that some way leaves out is missing there', () => {
  expect(faults('intake choice: work answer2 \n work: answer \n answer: . \n answer2: .')).toEqual([
    'work missing at answer2: intake answer2',
  ]);
});

it('only the first step of a stage counts, so that a loop may go back', () => {
  expect(
    faults('intake: work \n work: answer \n answer choice: loop2>work done \n done: .'),
  ).toEqual([]);
});

it('a loop may not go back past a stage that has not begun', () => {
  expect(
    faults(
      'intake choice: answer work \n answer choice: loop2>work done \n work: answer \n done: .',
    ),
  ).toEqual([
    'work missing at done: intake answer done',
    'work out-of-order at work after answer: intake answer work',
  ]);
});

it('a stage that one branch begins has begun after the join', () => {
  expect(
    faults(`
      intake: split
      split parallel: work work2
      work: answer1
      answer1: meet
      work2: meet
      meet join of split: answer
      answer: .`),
  ).toEqual([]);
});

it('branches at the same time have no order', () => {
  expect(
    faults(`
      intake: split
      split parallel: work answer
      work: meet
      answer: meet
      meet join of split: done
      done: .`),
  ).toEqual([]);
});

it('a stage missing in every branch is missing after the join', () => {
  expect(
    faults(`
      intake: split
      split parallel: answer answer2
      answer: meet
      answer2: meet
      meet join of split: work
      work: .`),
  ).toEqual(['work out-of-order at work after answer: intake split answer meet work']);
});

it('one stage may be all there is', () => {
  expect(faults('work: .', ['work'])).toEqual([]);
  expect(faults('other: .', ['work'])).toEqual(['work missing at other: other']);
});
