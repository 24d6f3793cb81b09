import { expect, test } from 'vitest';
import { erlangB, erlangC } from '../../../core/src/analysis/capacity/erlang.ts';
import {
  queueOf,
  servedWithin,
  serversOf,
  waitModel,
  waitQuantile,
  type StableQueue,
} from '../../../core/src/analysis/capacity/queue.ts';
import { lawOf } from '../../../core/src/analysis/time/distribution/duration.ts';

const stable = (input: Parameters<typeof queueOf>[0]): StableQueue => {
  const queue = queueOf(input);
  if (!queue.stable) throw new Error('unstable');
  return queue;
};

// By hand from B = (a^N/N!) / sum (a^k/k!): 2^5/120 over 7.2666… is 4/109.
test('Erlang B of small numbers is the fraction of its definition', () => {
  expect(erlangB(1, 1)).toBeCloseTo(1 / 2, 12);
  expect(erlangB(2, 2)).toBeCloseTo(2 / 5, 12);
  expect(erlangB(2, 5)).toBeCloseTo(4 / 109, 12);
  expect(erlangB(10, 10)).toBeCloseTo(0.214_582_343_1, 10);
  expect(erlangB(5, 0)).toBe(1);
  expect(erlangB(0, 3)).toBe(0);
});

// The Erlang B table of every traffic handbook (ITU-D Teletraffic Engineering Handbook, 2005): load for 1 % loss.
test.each([
  [5, 1.361],
  [10, 4.461],
  [20, 12.03],
  [50, 37.9],
  [100, 84.06],
])('%i lines lose 1 %% of %f erlang', (lines, load) => {
  expect(erlangB(load, lines)).toBeCloseTo(0.01, 4);
});

// Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed., 2.3: r = 2, c = 3.
test('Erlang C of 2 erlang on 3 servers is 4/9, with 8/9 waiting on average', () => {
  expect(erlangC(2, 3)).toBeCloseTo(4 / 9, 12);
  const queue = stable({ arrivalsPerSecond: 2, handlingSeconds: 1, servers: 3 });
  expect(queue.waiting).toBeCloseTo(8 / 9, 12);
  expect(queue.utilisation).toBeCloseTo(2 / 3, 12);
});

// Hillier, Lieberman, Introduction to Operations Research, 10th ed., 17.6, County Hospital, s = 2.
test('the County Hospital with two doctors: wait 1/24 h, 1/12 waiting, 1/6 wait at all', () => {
  const hour = 3600;
  const queue = stable({ arrivalsPerSecond: 2 / hour, handlingSeconds: hour / 3, servers: 2 });
  expect(queue.delayed).toBeCloseTo(1 / 6, 12);
  expect(queue.meanWaitSeconds / hour).toBeCloseTo(1 / 24, 12);
  expect(queue.waiting).toBeCloseTo(1 / 12, 12);
  expect(1 - servedWithin(queue, hour / 2)).toBeCloseTo(Math.exp(-2) / 6, 12);
});

test('one server: M/M/1 has the wait rho/(mu - lambda)', () => {
  const queue = stable({ arrivalsPerSecond: 0.8, handlingSeconds: 1, servers: 1 });
  expect(queue.meanWaitSeconds).toBeCloseTo(0.8 / 0.2, 12);
  expect(queue.delayed).toBeCloseTo(0.8, 12);
});

// The worked example of callcentrehelper.com: 100 calls in 30 min of 3 min, 14 agents.
test('14 agents answer 88.8 % of 100 calls of 3 min per half hour within 20 s', () => {
  const queue = stable({ arrivalsPerSecond: 100 / 1800, handlingSeconds: 180, servers: 14 });
  expect(queue.load).toBeCloseTo(10, 12);
  expect(queue.delayed).toBeCloseTo(0.174, 3);
  expect(servedWithin(queue, 20)).toBeCloseTo(0.888, 3);
  expect(queue.meanWaitSeconds).toBeCloseTo(7.8, 1);
  expect(queue.utilisation).toBeCloseTo(0.714, 3);
});

test('the quantile of the wait inverts the service level', () => {
  const queue = stable({ arrivalsPerSecond: 100 / 1800, handlingSeconds: 180, servers: 14 });
  expect(servedWithin(queue, waitQuantile(queue, 0.95))).toBeCloseTo(0.95, 12);
  expect(waitQuantile(queue, 0.5)).toBe(0);
  const law = lawOf(waitModel(queue));
  expect(law.mean).toBeCloseTo(queue.meanWaitSeconds, 12);
  expect(law.cdf(20)).toBeCloseTo(servedWithin(queue, 20), 12);
});

test('a load that is not below the servers has no wait: the queue is unstable', () => {
  expect(erlangC(14, 14)).toBeUndefined();
  expect(queueOf({ arrivalsPerSecond: 100 / 1800, handlingSeconds: 1057, servers: 14 })).toEqual({
    stable: false,
    load: (100 / 1800) * 1057,
    servers: 14,
  });
  expect(queueOf({ arrivalsPerSecond: 1, handlingSeconds: 1, servers: 0 }).stable).toBe(false);
});

test('without arrivals nobody waits, even without servers', () => {
  expect(queueOf({ arrivalsPerSecond: 0, handlingSeconds: 180, servers: 0 })).toEqual({
    stable: true,
    load: 0,
    servers: 0,
    utilisation: 0,
    delayed: 0,
    meanWaitSeconds: 0,
    meanDelaySeconds: 0,
    waiting: 0,
    formula: 'erlang_c',
  });
});

// Pollaczek-Khinchine for one server: Wq = rho/(1 - rho) · (1 + Cs²)/2 · S, which Allen-Cunneen is.
test('Allen-Cunneen is exact for one server with exponential arrivals, and says its name', () => {
  const queue = stable({ arrivalsPerSecond: 0.8, handlingSeconds: 1, servers: 1, handlingScv: 0 });
  expect(queue.meanWaitSeconds).toBeCloseTo(2, 12);
  expect(queue.formula).toBe('allen_cunneen');
  expect(queue.delayed).toBeCloseTo(0.8, 12);
});

test('concurrent cases make more servers, whole ones', () => {
  expect(serversOf(14)).toBe(14);
  expect(serversOf(14, 3)).toBe(42);
  expect(serversOf(5, 1.5)).toBe(7);
});

test('a million cases a day are worked out at once', () => {
  const before = performance.now();
  const queue = stable({
    arrivalsPerSecond: 1_000_000 / 86_400,
    handlingSeconds: 600,
    servers: 7000,
  });
  expect(queue.load).toBeCloseTo(6944.4, 1);
  expect(queue.delayed).toBeGreaterThan(0.2);
  expect(queue.delayed).toBeLessThan(0.6);
  expect(performance.now() - before).toBeLessThan(50);
});
