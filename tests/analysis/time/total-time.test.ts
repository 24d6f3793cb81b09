import { expect, test } from 'vitest';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import { totalTime } from '../../../core/src/analysis/time/total-time.ts';
import {
  complaint,
  day,
  fixed,
  flow,
  hour,
  minute,
  prepared,
  step,
  triangular,
  valueOf,
} from './flows.ts';

const mean = (of: TimedFlow, capped = true): number =>
  valueOf(totalTime(prepared(of), { capped })).mean;
const variance = (of: TimedFlow, capped = true): number =>
  valueOf(totalTime(prepared(of), { capped })).variance;

/** Work that is repeated with probability r, at most `max` more times. */
const loop = (time: number, r: number, max?: number): TimedFlow =>
  flow(
    step('work', time, ['check']),
    step('check', 0, [
      ['end', 1 - r],
      { to: 'work', probability: r, loop: max === undefined ? {} : { max } },
    ]),
    step('end', 0),
  );

// Dumas, La Rosa, Mendling, Reijers, Fundamentals of Business Process Management, 2nd ed., 7.1.
test('a sequence adds up', () => {
  expect(mean(flow(step('a', 10, ['b']), step('b', 20)))).toBe(30);
});

test('a choice is the weighted mean of its branches', () => {
  // Dumas et al., fig. 7.2: 10 h, then 20 h in 60 % or 10 h in 40 %.
  const choice = flow(
    step('a', 10 * hour, [
      ['b', 0.6],
      ['c', 0.4],
    ]),
    step('b', 20 * hour),
    step('c', 10 * hour),
  );
  expect(mean(choice) / hour).toBeCloseTo(26, 10);
  // Between the branches: 0.6 * 0.4 * 10²
  expect(variance(choice) / hour / hour).toBeCloseTo(24, 9);
});

test('a parallel takes as long as its longest branch', () => {
  const block = flow(
    step('a', 10, ['split']),
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 20, ['join']),
    step('c', 50, ['join']),
    step('join', 0, ['d'], { kind: 'join', joins: ['split'] }),
    step('d', 5),
  );
  expect(mean(block)).toBe(65);
});

test('rework with probability r takes T/(1 - r), its variance is T2 r/(1 - r)2', () => {
  expect(mean(loop(10, 0.25), false)).toBeCloseTo(10 / 0.75, 10);
  expect(variance(loop(10, 0.25), false)).toBeCloseTo((100 * 0.25) / 0.75 ** 2, 9);
});

test('work and a way back j take (T_i + r T_j)/(1 - r)', () => {
  const back = flow(
    step('i', 10, ['check']),
    step('check', 0, [
      ['end', 0.7],
      ['j', 0.3],
    ]),
    step('j', 4, ['i']),
    step('end', 0),
  );
  expect(mean(back)).toBeCloseTo((10 + 0.3 * 4) / 0.7, 10);
});

test('a loop with cap m takes T (1 + r + ... + r^m)', () => {
  expect(mean(loop(10, 0.25, 2))).toBeCloseTo(10 * (1 + 0.25 + 0.0625), 10);
  expect(mean(loop(10, 0.25, 0))).toBeCloseTo(10, 10);
  expect(mean(loop(10, 0.25, 2), false)).toBeCloseTo(10 / 0.75, 10);
});

test('a case past the cap goes where the loop says', () => {
  const escalated = flow(
    step('work', 10, ['check']),
    step('check', 0, [
      ['end', 0.75],
      { to: 'work', probability: 0.25, loop: { max: 1, afterwards: 'lead' } },
    ]),
    step('lead', 100, ['end']),
    step('end', 0),
  );
  expect(mean(escalated)).toBeCloseTo(10 + 2.5 + 0.0625 * 100, 10);
});

test('loops one after the other keep their own counts, loops within loops share the case', () => {
  const two = flow(
    step('a', 1, [['b', 0.5], { to: 'a', probability: 0.5, loop: { max: 1 } }]),
    step('b', 1, [['c', 0.5], { to: 'b', probability: 0.5, loop: { max: 2 } }]),
    step('c', 0),
  );
  expect(mean(two)).toBeCloseTo(1.5 + 1.75, 10);
  // Inner loop once per case, outer once: work 1, 1/2 inner repeat; outer 1/2 repeats; the inner
  // loop is left to the second round only if the first did not use it (1/2), then taken with 1/2.
  const nested = flow(
    step('work', 1, [['check', 0.5], { to: 'work', probability: 0.5, loop: { max: 1 } }]),
    step('check', 0, [['end', 0.5], { to: 'work', probability: 0.5, loop: { max: 1 } }]),
    step('end', 0),
  );
  expect(mean(nested)).toBeCloseTo(1 + 0.5 + 0.5 * (1 + 0.5 * 0.5), 10);
});

// Dumas et al., 2nd ed., example 7.1 (credit application, with rework of 20 %).
test('the credit application of the textbook takes 8.65 days', () => {
  const credit = flow(
    step('completeness', day, ['complete']),
    step('complete', 0, [
      ['split', 0.8],
      ['completeness', 0.2],
    ]),
    step('split', 0, ['history', 'income'], { kind: 'parallel' }),
    step('history', day, ['join']),
    step('income', 3 * day, ['join']),
    step('join', 0, ['assess'], { kind: 'join', joins: ['split'] }),
    step('assess', 3 * day, [
      ['offer', 0.6],
      ['reject', 0.4],
    ]),
    step('offer', day),
    step('reject', 2 * day),
  );
  expect(mean(credit) / day).toBeCloseTo(8.65, 10);
});

test('the complaint process takes 67.70 min without and 67.65 min with the cap of its loop', () => {
  expect(mean(complaint, false) / minute).toBeCloseTo(67.697_777_777_8, 9);
  expect(mean(complaint) / minute).toBeCloseTo(67.651_111_111_1, 9);
});

test('a failure with a probability is counted, one without is left out and named', () => {
  const failing = (probability?: number): TimedFlow =>
    flow(
      step('a', 10, [
        'b',
        { to: 'fix', cause: 'failure', ...(probability === undefined ? {} : { probability }) },
      ]),
      step('b', 5),
      step('fix', 100, ['b']),
    );
  expect(mean(failing(0.1))).toBeCloseTo(25, 10);
  expect(mean(failing())).toBe(15);
  expect(prepared(failing()).leftOut).toEqual([{ step: 'a', to: 'fix', cause: 'failure' }]);
});

test('a failure of the last step is an end for the others', () => {
  const last = flow(
    step('a', 10, [{ to: 'fix', cause: 'failure', probability: 0.2 }]),
    step('fix', 100),
  );
  expect(mean(last)).toBeCloseTo(30, 10);
});

test('a timeout takes the time after which it fires', () => {
  const timed = flow(
    step('a', 100, ['b', { to: 'c', cause: 'timeout', probability: 0.25, afterSeconds: 30 }]),
    step('b', 0),
    step('c', 8),
  );
  expect(mean(timed)).toBeCloseTo(0.75 * 100 + 0.25 * 38, 10);
});

test('varying branches: two equal triangles in parallel', () => {
  // F is 2x² up to a half and 1 − 2(1 − x)² above, so ∫ (1 − F²) is
  // (1/2 − 1/40) + (1/6 − 1/40) = 37/60.
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', triangular(0, 0.5, 1), ['join']),
    step('c', triangular(0, 0.5, 1), ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(mean(block)).toBeCloseTo(37 / 60, 9);
  expect(valueOf(totalTime(prepared(block), { capped: true })).approximate).toBe(false);
});

test('a branch of several varying steps is an approximation and says so', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', { kind: 'exponential', mean: 1 }, ['b2']),
    step('b2', { kind: 'exponential', mean: 1 }, ['join']),
    step('c', fixed(2), ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  const total = valueOf(totalTime(prepared(block), { capped: true }));
  expect(total.approximate).toBe(true);
  // max(2, Erlang-2): 2 + int from 2 of (1 + x) e^-x = 2 + 4 e^-2
  expect(total.mean).toBeCloseTo(2 + 4 * Math.exp(-2), 3);
});

test('a branch with a loop is matched by its moments', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', { kind: 'exponential', mean: 1 }, [
      ['join', 0.5],
      ['b', 0.5],
    ]),
    step('c', fixed(2), ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  // A geometric number of exponentials is exponential with mean 2; max with 2 is 2 + 2/e.
  expect(valueOf(totalTime(prepared(block), { capped: true })).mean).toBeCloseTo(2 + 2 / Math.E, 2);
});

test('blocks within blocks, with a choice inside a branch', () => {
  const nested = flow(
    step('s', 0, ['a', 'inner'], { kind: 'parallel' }),
    step('a', 4, [
      ['a1', 0.5],
      ['a2', 0.5],
    ]),
    step('a1', 1, ['j']),
    step('a2', 2, ['j']),
    step('inner', 0, ['x', 'y', 'k'], { kind: 'parallel' }),
    step('x', 7, ['k']),
    step('y', 3, ['k']),
    step('k', 0, ['z'], { kind: 'join', joins: ['inner'] }),
    step('z', 2, ['j']),
    step('j', 0, [], { kind: 'join', joins: ['s'] }),
  );
  expect(mean(nested)).toBeCloseTo(9, 9);
});

test('only the cases that reach a final step count', () => {
  // A third goes to the quick end; of the others the way back is conditioned too.
  const conditioned = flow(
    step('a', 1, [
      ['quick', 1 / 3],
      ['slow', 1 / 3],
      ['elsewhere', 1 / 3],
    ]),
    step('quick', 1, [], { final: true }),
    step('slow', 9, [
      ['stop', 0.5],
      ['elsewhere', 0.5],
    ]),
    step('stop', 0, [], { final: true }),
    step('elsewhere', 1000),
  );
  const total = valueOf(totalTime(prepared(conditioned), { capped: true }));
  expect(total.reached).toBeCloseTo(0.5, 12);
  expect(total.mean).toBeCloseTo((2 * 2 + 1 * 10) / 3, 10);
});

test('an undeclared probability is named', () => {
  const unknown = flow(step('a', 1, ['b', 'c']), step('b', 1), step('c', 1));
  expect(totalTime(prepared(unknown), { capped: true })).toEqual({
    decided: false,
    because: {
      cause: 'missing_input',
      missing: [
        { step: 'a', input: 'probability', of: 'b' },
        { step: 'a', input: 'probability', of: 'c' },
      ],
    },
  });
});
