import { expect, test } from 'vitest';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import {
  cantelliBounds,
  composePromises,
  markovBound,
  neededPerPart,
} from '../../../core/src/analysis/time/promises.ts';
import { routeBounds } from '../../../core/src/analysis/time/route-bounds.ts';
import { stepPromiseBound } from '../../../core/src/analysis/time/step-promises.ts';
import { reduceFlow } from '../../../core/src/analysis/time/total-time.ts';
import { flow, prepared, step, triangular, valueOf } from './flows.ts';

// Boole, The Laws of Thought, ch. 19.
test('five promises of 95 % guarantee 75 %, and 77.4 % if independent', () => {
  const parts = Array.from({ length: 5 }, () => ({ withinSeconds: 60, attainment: 0.95 }));
  const { withinSeconds, whateverDependence, independent } = composePromises(parts);
  expect(withinSeconds).toBe(300);
  expect(whateverDependence).toBeCloseTo(0.75, 12);
  expect(independent).toBeCloseTo(0.773_780_937_5, 12);
});

test('to promise 95 % each of five parts must keep 99 %, or 98.98 % if independent', () => {
  const { whateverDependence, independent } = neededPerPart(0.95, 5);
  expect(whateverDependence).toBeCloseTo(0.99, 12);
  expect(independent).toBeCloseTo(0.9898, 4);
});

test('a bound is never below nothing', () => {
  const parts = Array.from({ length: 3 }, () => ({ withinSeconds: 1, attainment: 0.5 }));
  expect(composePromises(parts).whateverDependence).toBe(0);
  expect(composePromises([])).toEqual({ withinSeconds: 0, whateverDependence: 1, independent: 1 });
});

test('Markov: at most 1/k of the cases take k times the mean', () => {
  expect(markovBound(10, 40)).toBe(0.25);
  expect(markovBound(10, 5)).toBe(1);
  expect(markovBound(10, 0)).toBe(1);
});

test('Cantelli: two standard deviations above the mean at least 80 % are in time', () => {
  expect(cantelliBounds(10, 4, 14)).toEqual({ atLeast: 0.8, atMost: 1 });
  expect(cantelliBounds(10, 4, 6)).toEqual({ atLeast: 0, atMost: 0.2 });
  expect(cantelliBounds(10, 0, 11).atLeast).toBe(1);
  expect(cantelliBounds(10, 0, 10)).toEqual({ atLeast: 0, atMost: 1 });
});

const routes = (of: TimedFlow, limit: number) =>
  routeBounds(valueOf(reduceFlow(prepared(of), { capped: true })), limit);

const choice = flow(
  step('a', triangular(1, 2, 3), [
    ['quick', 0.8],
    ['slow', 0.2],
  ]),
  step('quick', triangular(1, 2, 5)),
  step('slow', triangular(50, 60, 70)),
);

test('routes bound the share from both sides without any distribution', () => {
  expect(routes(choice, 1.9)).toEqual({ atLeast: 0, atMost: 0 });
  expect(routes(choice, 4)).toEqual({ atLeast: 0, atMost: 0.8 });
  expect(routes(choice, 8)).toEqual({ atLeast: 0.8, atMost: 0.8 });
  expect(routes(choice, 60)).toEqual({ atLeast: 0.8, atMost: 1 });
  expect(routes(choice, 73)).toEqual({ atLeast: 1, atMost: 1 });
});

test('each round of a loop is a route of its own', () => {
  const loop = flow(
    step('a', 10, [['end', 0.75], { to: 'a', probability: 0.25, loop: { max: 2 } }]),
    step('end', 0),
  );
  expect(routes(loop, 10)).toEqual({ atLeast: 0.75, atMost: 0.75 });
  expect(routes(loop, 20).atLeast).toBeCloseTo(0.9375, 12);
  expect(routes(loop, 30).atLeast).toBeCloseTo(1, 12);
});

test('a parallel bounds by its slowest branch, retries and all', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', triangular(1, 2, 3), ['join'], { retry: { max: 1, everySeconds: 4 } }),
    step('c', triangular(2, 3, 4), ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(routes(block, 1.9)).toEqual({ atLeast: 0, atMost: 0 });
  expect(routes(block, 4)).toEqual({ atLeast: 0, atMost: 1 });
  expect(routes(block, 10)).toEqual({ atLeast: 1, atMost: 1 });
});

test('more routes than can be followed leave the bounds apart, not wrong', () => {
  // Each of 20 choices adds its own power of two with one half: 2^20 routes of different length.
  const many = flow(
    ...Array.from({ length: 20 }, (_, at) => [
      step(`c${at}`, 0, [
        [`a${at}`, 0.5],
        [`c${at + 1}`, 0.5],
      ]),
      step(`a${at}`, 2 ** at, [`c${at + 1}`]),
    ]).flat(),
    step('c20', 0),
  );
  const { atLeast, atMost } = routes(many, 2 ** 19 - 0.5);
  expect(atLeast).toBeLessThan(0.5);
  expect(atMost).toBeGreaterThan(0.5);
});

test('limits of the steps guarantee the limit of the whole, each visit counted', () => {
  const promised = flow(
    step('a', triangular(1, 2, 9), ['b'], { promise: { withinSeconds: 5, attainment: 0.95 } }),
    step(
      'b',
      { kind: 'exponential', mean: 2 },
      [['c', 0.5], { to: 'a', probability: 0.5, loop: { max: 1 } }],
      {
        promise: { withinSeconds: 6, attainment: 0.98 },
      },
    ),
    step('c', 1),
  );
  const bound = stepPromiseBound(prepared(promised), 1);
  expect(bound?.seconds).toBe(2 * 11 + 1);
  expect(bound?.attainment).toBeCloseTo(1 - 1.5 * (0.05 + 0.02), 12);
});

test('a step without limit and without longest time leaves no such bound', () => {
  const open = flow(
    step('a', 1, ['b'], { promise: { withinSeconds: 5, attainment: 0.95 } }),
    step('b', { kind: 'exponential', mean: 2 }),
  );
  expect(stepPromiseBound(prepared(open), 1)).toBeUndefined();
  expect(stepPromiseBound(prepared(flow(step('a', 1))), 1)).toBeUndefined();
});
