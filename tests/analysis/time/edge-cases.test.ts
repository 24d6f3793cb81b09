import { expect, test } from 'vitest';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import { judge } from '../../../core/src/analysis/time/ladder.ts';
import { longestPath } from '../../../core/src/analysis/time/longest.ts';
import { percentilesOf } from '../../../core/src/analysis/time/percentiles.ts';
import { shortestPath } from '../../../core/src/analysis/time/shortest.ts';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { totalTime } from '../../../core/src/analysis/time/total-time.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import { flow, prepared, step, triangular, valueOf } from './flows.ts';

const total = (of: TimedFlow, capped = true) => totalTime(prepared(of), { capped });

test('probability 0 is a branch that is not there, probability 1 the only one', () => {
  const sure = flow(
    step('a', 1, [
      ['never', 0],
      ['always', 1],
    ]),
    step('never', 1000),
    step('always', 2),
  );
  expect(valueOf(total(sure)).mean).toBe(3);
  const { perStep } = valueOf(visitsOf(prepared(sure), { capped: true }));
  expect([...perStep]).toEqual([
    ['a', 1],
    ['always', 1],
  ]);
  expect(percentilesOf(simulate(prepared(sure), { seed: 1, cases: 10 }))?.p99).toBe(3);
});

test('a loop with probability 1 never ends: it is reported, not infinite', () => {
  const endless = flow(
    step('a', 1, ['b']),
    step('b', 1, [
      ['a', 1],
      ['c', 0],
    ]),
    step('c', 1),
  );
  expect(total(endless)).toEqual({
    decided: false,
    because: { cause: 'never_ends', steps: ['a', 'b'] },
  });
  expect(visitsOf(prepared(endless), { capped: false })).toMatchObject({ decided: false });
  expect(judge(endless, { limitSeconds: 10 }).tried.map(({ because }) => because?.cause)).toEqual([
    'not_reached',
    'inconclusive',
    'never_ends',
    'never_ends',
  ]);
});

test('a loop with probability 1 and a cap ends at the cap', () => {
  const capped = flow(
    step('a', 1, [{ to: 'a', probability: 1, loop: { max: 2, afterwards: 'b' } }]),
    step('b', 5),
  );
  expect(valueOf(total(capped)).mean).toBeCloseTo(8, 12);
  expect(valueOf(longestPath(prepared(capped))).seconds).toBe(8);
  expect(percentilesOf(simulate(prepared(capped), { seed: 1, cases: 10 }))?.p50).toBe(8);
  expect(total(capped, false)).toMatchObject({ decided: false, because: { cause: 'never_ends' } });
});

test('a loop with probability 1 and a cap, but nowhere to go, is stuck at the cap', () => {
  const stuck = flow(step('a', 1, [{ to: 'a', probability: 1, loop: { max: 2 } }]));
  expect(total(stuck)).toEqual({ decided: false, because: { cause: 'never_ends', steps: ['a'] } });
});

test('a trap that few cases fall into is named', () => {
  const trap = flow(
    step('a', 1, [
      ['end', 0.999],
      ['x', 0.001],
    ]),
    step('x', 1, ['y']),
    step('y', 1, ['x']),
    step('end', 0),
  );
  expect(total(trap)).toMatchObject({ because: { cause: 'never_ends', steps: ['x', 'y'] } });
});

test('simulated cases in a trap, or stuck at a cap, are counted and end at once', () => {
  const trap = flow(
    step('a', 1, [
      ['end', 0.75],
      ['x', 0.25],
    ]),
    step('x', 1, ['x']),
    step('end', 0),
  );
  const done = simulate(prepared(trap), { seed: 1, cases: 2000 });
  expect(done.endless + done.sorted.length).toBe(2000);
  expect(done.endless / 2000).toBeCloseTo(0.25, 1);
  const stuck = flow(step('a', 1, [{ to: 'a', probability: 1, loop: { max: 2 } }]), step('b', 0));
  expect(simulate(prepared(stuck), { seed: 1, cases: 10 }).endless).toBe(10);
  const capped = flow(
    step('a', 1, ['b']),
    step('b', 1, [{ to: 'c', probability: 1, loop: { max: 1 } }]),
    step('c', 1, [
      ['b', 0.5],
      ['end', 0.5],
    ]),
    step('end', 0),
  );
  const some = simulate(prepared(capped), { seed: 1, cases: 2000 });
  expect(some.stuck / 2000).toBeCloseTo(0.5, 1);
});

test('cases that multiply without end are given up', () => {
  const multiply = flow(
    step('a', 1, ['p']),
    step('p', 0, ['a', 'b'], { kind: 'parallel' }),
    step('b', 1),
  );
  const done = simulate(prepared(multiply), { seed: 1, cases: 1000 });
  expect([done.cases, done.endless, done.cancelled]).toEqual([5, 5, false]);
});

test('a promise that a trap breaks is broken', () => {
  const trap = flow(
    step('a', 1, [
      ['end', 0.75],
      ['x', 0.25],
    ]),
    step('x', 1, ['x']),
    step('end', 0),
  );
  const options = { simulation: { seed: 1, cases: 20_000 } };
  expect(judge(trap, { limitSeconds: 100, attainment: 0.9 }, options).deciding).toMatchObject({
    rung: 'distribution',
    verdict: 'broken',
  });
});

test('a process of one step', () => {
  const one = flow(step('a', triangular(1, 2, 6)));
  expect(valueOf(total(one)).mean).toBe(3);
  expect(shortestPath(prepared(one))).toEqual({ seconds: 1, path: ['a'] });
  expect(valueOf(longestPath(prepared(one))).seconds).toBe(6);
  expect(judge(one, { limitSeconds: 6 }).deciding.verdict).toBe('met');
});

test('a process without any time', () => {
  const empty = flow(step('a', 0, ['b']), step('b', 0));
  expect(valueOf(total(empty))).toMatchObject({ mean: 0, variance: 0 });
  expect(judge(empty, { limitSeconds: 0 }).deciding).toMatchObject({
    rung: 'guaranteed',
    verdict: 'met',
  });
});

/** Blocks of ten steps with a capped loop and a parallel each. */
function long(steps: number): TimedFlow {
  return flow(
    ...Array.from({ length: steps / 10 }, (_, at) => {
      const id = (of: string): string => `${of}${at}`;
      const next = at === steps / 10 - 1 ? [] : [`a${at + 1}`];
      return [
        step(id('a'), triangular(1, 2, 3), [id('b')]),
        step(id('b'), 1, [id('c')]),
        step(id('c'), 1, [[id('split'), 0.9], { to: id('a'), probability: 0.1, loop: { max: 2 } }]),
        step(id('split'), 0, [id('d'), id('e')], { kind: 'parallel' }),
        step(id('d'), triangular(1, 2, 3), [id('join')]),
        step(id('e'), triangular(1, 2, 3), [
          [id('f'), 0.5],
          [id('join'), 0.5],
        ]),
        step(id('f'), 1, [id('join')]),
        step(id('join'), 0, [id('g')], { kind: 'join', joins: [id('split')] }),
        step(id('g'), 1, [id('h')]),
        step(id('h'), 1, next),
      ];
    }).flat(),
  );
}

test('a process of 2 000 steps is worked out', () => {
  const of = prepared(long(2000));
  const { mean } = valueOf(totalTime(of, { capped: true }));
  const one = valueOf(totalTime(prepared(long(10)), { capped: true })).mean;
  expect(mean / (200 * one)).toBeCloseTo(1, 9);
  expect(shortestPath(of).seconds).toBe(200 * (1 + 1 + 1 + 1 + 1 + 1));
  expect(valueOf(longestPath(of)).seconds).toBe(200 * (5 * 3 + 4 + 2));
});

test('time grows about linearly with the number of steps', () => {
  const spent = (steps: number): number => {
    const of = long(steps);
    // The best of three, after a first run that warms up.
    return Math.min(
      ...Array.from({ length: 4 }, () => {
        const before = process.cpuUsage();
        const ready = prepared(of);
        totalTime(ready, { capped: true });
        visitsOf(ready, { capped: true });
        shortestPath(ready);
        longestPath(ready);
        return process.cpuUsage(before).user;
      }),
    );
  };
  const small = spent(500);
  expect(spent(2000) / small).toBeLessThan(4 * 3);
});
