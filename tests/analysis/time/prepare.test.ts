import { expect, test } from 'vitest';
import type { FlowProblem, TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import { prepareFlow } from '../../../core/src/analysis/time/prepare.ts';
import { flow, prepared, step } from './flows.ts';

const problems = (of: TimedFlow): readonly FlowProblem[] => {
  const outcome = prepareFlow(of);
  if (outcome.decided || outcome.because.cause !== 'faulty_flow') throw new Error('no fault');
  return outcome.because.problems;
};

test('every fault of a flow is reported with its step', () => {
  const faulty = flow(
    step('a', -1, [
      ['b', 0.5],
      ['nowhere', 0.4],
    ]),
    step('a', 1),
    step('b', 1, [{ to: 'a', probability: 1.5 }]),
    step('j', 1, [], { kind: 'join', joins: ['p'] }),
  );
  expect(problems({ ...faulty, start: 'begin' })).toEqual([
    { kind: 'duplicate_step', step: 'a', value: 'a' },
    { kind: 'unknown_start', step: 'begin', value: 'begin' },
    { kind: 'unreadable_duration', step: 'a', value: 'work: negative' },
    { kind: 'probabilities_do_not_sum', step: 'a', value: '0.9' },
    { kind: 'unknown_target', step: 'a', value: 'nowhere' },
    { kind: 'probability_out_of_range', step: 'b', value: '1.5' },
    { kind: 'probabilities_do_not_sum', step: 'b', value: '1.5' },
    { kind: 'unknown_parallel', step: 'j', value: 'p' },
  ]);
});

test('probabilities that sum to 1 within a thousandth are taken as shares of the sum', () => {
  const { steps } = prepared(
    flow(
      step('a', 1, [
        ['b', 0.3333],
        ['c', 0.6663],
      ]),
      step('b', 1),
      step('c', 1),
    ),
  );
  expect(steps[0]?.exits.map(({ probability }) => probability)).toEqual([
    0.3333 / 0.9996,
    0.6663 / 0.9996,
  ]);
});

test('a failure takes its share first, the branches share the rest', () => {
  const { steps } = prepared(
    flow(
      step('a', 1, [['b', 0.5], ['c', 0.5], { to: 'd', cause: 'failure', probability: 0.2 }]),
      step('b', 1),
      step('c', 1),
      step('d', 1),
    ),
  );
  expect(steps[0]?.exits.map(({ exit, probability }) => [exit.to, probability])).toEqual([
    ['d', 0.2],
    ['b', 0.4],
    ['c', 0.4],
  ]);
});

test('only what can be reached is missing an input', () => {
  const { missing, reachable } = prepared(
    flow(step('a', 1, ['b']), step('b', 1), step('c', 1, ['a', 'b'])),
  );
  expect(missing).toEqual([]);
  expect(reachable.size).toBe(2);
});
