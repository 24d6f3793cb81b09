import { expect, test } from 'vitest';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import {
  casesFor,
  countWithin,
  durationFrom,
  marginOf,
  percentilesOf,
  significant,
} from '../../../core/src/analysis/time/percentiles.ts';
import { shortestPath } from '../../../core/src/analysis/time/shortest.ts';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { totalTime } from '../../../core/src/analysis/time/total-time.ts';
import { calendarOf, cn } from '../calendar/calendars.ts';
import {
  complaint,
  fixed,
  flow,
  hour,
  part,
  prepared,
  step,
  triangular,
  valueOf,
} from './flows.ts';

const run = (of: TimedFlow, cases = 20_000, seed = 1) => simulate(prepared(of), { seed, cases });

test('the same seed gives the same cases, another seed others', () => {
  expect(run(complaint, 500).sorted).toEqual(run(complaint, 500).sorted);
  expect(run(complaint, 500).sorted).not.toEqual(run(complaint, 500, 2).sorted);
});

test('percentiles of a fixed seed are these on every machine', () => {
  expect(percentilesOf(run(complaint, 20_000))).toEqual({
    mean: 4019,
    sd: 4875,
    p50: 2264,
    p80: 11_220,
    p90: 11_940,
    p95: 12_530,
    p99: 16_990,
  });
});

test('an edit of one step leaves the random numbers of the others as they are', () => {
  const of = (second: number) =>
    simulate(prepared(flow(step('a', triangular(1, 2, 9), ['b']), step('b', second))), {
      seed: 3,
      cases: 200,
    }).sorted;
  expect([...of(100)].map((value) => significant(value - 99))).toEqual(
    [...of(1)].map((value) => significant(value)),
  );
});

test('simulated and computed mean agree', () => {
  const { mean, sd } = percentilesOf(run(complaint, 100_000)) ?? { mean: 0, sd: 0 };
  const exact = valueOf(totalTime(prepared(complaint), { capped: true }));
  expect(Math.abs(mean - exact.mean)).toBeLessThan((4 * sd) / Math.sqrt(100_000));
  expect(sd / Math.sqrt(exact.variance)).toBeCloseTo(1, 1);
});

test('a parallel of two equal exponentials takes one and a half of them', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', { kind: 'exponential', mean: 10 }, ['join']),
    step('c', { kind: 'exponential', mean: 10 }, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(percentilesOf(run(block, 100_000))?.mean).toBeCloseTo(15, 0);
});

test('branches that end apart are both waited for', () => {
  const apart = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 3),
    step('c', 8),
  );
  expect(percentilesOf(run(apart, 10))?.p50).toBe(8);
});

test('an N-shaped network waits for every arrow', () => {
  const network = flow(
    step('start', 0, ['a', 'b'], { kind: 'parallel' }),
    step('a', 4, ['fork']),
    step('fork', 0, ['c', 'wait'], { kind: 'parallel' }),
    step('b', 7, ['wait']),
    step('wait', 0, ['d'], { kind: 'join', joins: ['start', 'fork'] }),
    step('c', 2, ['end']),
    step('d', 2, ['end']),
    step('end', 0, [], { kind: 'join', joins: ['start', 'fork'] }),
  );
  expect(percentilesOf(run(network, 10))?.p50).toBe(9);
});

test('loops stop at their cap, per case', () => {
  const loop = flow(
    step('a', 10, [
      ['end', 0.5],
      { to: 'a', probability: 0.5, loop: { max: 2, afterwards: 'lead' } },
    ]),
    step('lead', 100, ['end']),
    step('end', 0),
  );
  const { sorted, visits } = run(loop, 50_000);
  expect(new Set(sorted)).toEqual(new Set([10, 20, 30, 130]));
  expect(visits.get('lead')).toBeCloseTo(0.125, 2);
  expect(visits.get('a')).toBeCloseTo(1.75, 1);
});

test('a case that waits for a branch that never comes is stuck', () => {
  const broken = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 1, [
      ['join', 0.5],
      ['out', 0.5],
    ]),
    step('out', 0),
    step('c', 1, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  const { stuck, sorted, cases } = run(broken, 2000);
  expect(stuck + sorted.length).toBe(cases);
  expect(stuck / cases).toBeCloseTo(0.5, 1);
});

test('a join does not wait for a branch that can only get to it by starting over', () => {
  const side = flow(
    step('split', 0, ['b', 'side'], { kind: 'parallel' }),
    step('b', 5, ['join']),
    step('side', 1, [
      ['end', 0.9],
      ['split', 0.1],
    ]),
    step('join', 0, ['end'], { kind: 'join', joins: ['split'] }),
    step('end', 0),
  );
  const { stuck, sorted, cases } = run(side, 2000);
  expect([stuck, sorted.length]).toEqual([0, cases]);
  expect(sorted[0]).toBe(5);
});

test('a final step stops the clock whatever else is open, and cases without one do not count', () => {
  const final = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 100, ['join']),
    step('c', 8, [
      ['told', 0.5],
      ['join', 0.5],
    ]),
    step('told', 1, [], { final: true }),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  const { sorted, notReached, cases } = run(final, 2000);
  expect(new Set(sorted)).toEqual(new Set([9]));
  expect(notReached + sorted.length).toBe(cases);
});

test('the clock can be stopped by the first of two branches', () => {
  const first = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 5, [], { final: true }),
    step('c', 8, [], { final: true }),
  );
  expect([...run(first, 3).sorted]).toEqual([5, 5, 5]);
});

test('it asks whether to stop every so many cases, and keeps what it has', () => {
  let asked = 0;
  const done = simulate(prepared(complaint), {
    seed: 1,
    cases: 10_000,
    checkEvery: 100,
    shouldStop: () => {
      asked += 1;
      return asked === 4;
    },
  });
  expect(done.cancelled).toBe(true);
  expect(done.cases).toBe(300);
  expect(done.sorted).toHaveLength(300);
});

const office = calendarOf({ week: { 'mon-fri': ['09:00-17:00'] }, holidays: 'none' });
const calendars = new Map([['office', office]]);
const week = { from: cn('2026-03-02 00:00'), until: cn('2026-03-09 00:00') };

test('work in office hours waits for the opening, the natural clock does not', () => {
  const desk = flow(step('a', 0, [], { parts: [part('work', fixed(hour), { clock: 'office' })] }));
  const natural = simulate(prepared(desk), { seed: 1, cases: 20_000, calendars, arrivals: week });
  // 5 x 7 of 168 h are open with an hour left: done within the hour. Worst: Friday after 16:00.
  expect(countWithin(natural, hour + 1) / 20_000).toBeCloseTo(35 / 168, 1);
  expect((natural.sorted.at(-1) ?? 0) / hour).toBeGreaterThan(64.9);
  expect((natural.sorted.at(-1) ?? 0) / hour).toBeLessThanOrEqual(65);
  const onClock = simulate(prepared(desk), {
    seed: 1,
    cases: 100,
    calendars,
    arrivals: week,
    clock: 'office',
  });
  for (const seconds of onClock.sorted) expect(seconds).toBeCloseTo(hour, 5);
});

test('work that takes no time waits for no opening', () => {
  const nothing = flow(
    step('a', 0, [], {
      parts: [part('work', fixed(0), { clock: 'office' }), part('wait', fixed(10))],
    }),
  );
  const done = simulate(prepared(nothing), { seed: 1, cases: 100, calendars, arrivals: week });
  for (const seconds of done.sorted) expect(seconds).toBeCloseTo(10, 5);
});

test('arrivals in office hours only', () => {
  const desk = flow(step('a', 0, [], { parts: [part('work', fixed(60), { clock: 'office' })] }));
  const { sorted } = simulate(prepared(desk), {
    seed: 1,
    cases: 5000,
    calendars,
    arrivals: { ...week, calendar: 'office' },
  });
  expect(sorted.filter((seconds) => seconds < 61).length / 5000).toBeGreaterThan(0.99);
});

test('a pause state stops the measured clock', () => {
  const paused = flow(
    step('a', 10, ['b']),
    step('b', 0, ['c'], { parts: [part('wait', fixed(1000), { state: 'waiting_customer' })] }),
    step('c', 5),
  );
  const pauses = ['waiting_customer'];
  expect(simulate(prepared(paused), { seed: 1, cases: 1, pauses }).sorted[0]).toBe(15);
  expect(simulate(prepared(paused), { seed: 1, cases: 1 }).sorted[0]).toBe(1015);
});

test('cases that run into an unknown year are counted as unknown', () => {
  const china = calendarOf({ week: { 'mon-fri': ['09:00-17:00'] }, holidays: 'CN' });
  const desk = flow(
    step('a', 0, [], { parts: [part('work', fixed(8 * hour), { clock: 'office' })] }),
  );
  const done = simulate(prepared(desk), {
    seed: 1,
    cases: 1000,
    calendars: new Map([['office', china]]),
    arrivals: { from: cn('2026-12-30 00:00'), until: cn('2027-01-01 00:00') },
  });
  expect(done.unknown + done.sorted.length).toBe(1000);
  // Arrivals on the 31st after 9:00 are not done before the new year.
  expect(done.unknown / 1000).toBeCloseTo(15 / 48, 1);
});

test('a simulated process becomes the duration of a step in another', () => {
  const inner = run(complaint, 20_000);
  const duration = durationFrom(inner, { min: 315, max: Number.POSITIVE_INFINITY });
  const outer = flow(step('a', 60, ['sub']), step('sub', duration ?? fixed(0)));
  const { mean, sd, p95 } = percentilesOf(run(outer, 20_000)) ?? { mean: 0, sd: 0, p95: 0 };
  const own = percentilesOf(inner);
  expect((mean - 60) / (own?.mean ?? 1)).toBeCloseTo(1, 1);
  expect(sd / (own?.sd ?? 1)).toBeCloseTo(1, 1);
  expect((p95 - 60) / (own?.p95 ?? 1)).toBeCloseTo(1, 1);
  expect(shortestPath(prepared(outer)).seconds).toBe(375);
  expect(durationFrom(run(complaint, 0), { min: 0, max: 1 })).toBeUndefined();
});

// Massart 1990: n = ln(2/d) / (2 e2).
test('105 967 cases give shares to half a percent with 99 %', () => {
  expect(casesFor(0.005, 0.01)).toBe(105_967);
  expect(marginOf(105_967, 0.01)).toBeCloseTo(0.005, 6);
});

test('numbers are cut to four significant digits', () => {
  expect(significant(12_345.678)).toBe(12_350);
  expect(significant(0.123_456)).toBe(0.1235);
  expect(significant(0)).toBe(0);
  expect(significant(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});

test('no case, no percentiles', () => {
  expect(percentilesOf(run(complaint, 0))).toBeUndefined();
});
