import { expect, test } from 'vitest';
import { percentilesOf } from '../../../core/src/analysis/time/percentiles.ts';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { spanOf, type Span } from '../../../core/src/analysis/time/span.ts';
import { totalTime } from '../../../core/src/analysis/time/total-time.ts';
import { complaint, fixed, flow, minute, part, prepared, step, valueOf } from './flows.ts';

const mean = (of: typeof complaint, span: Span): number =>
  valueOf(totalTime(prepared(valueOf(spanOf(of, span))), { capped: true })).mean;

const queued = (id: string, next: Parameters<typeof step>[2]) =>
  step(id, 0, next, { parts: [part('queue', fixed(5)), part('work', fixed(20))] });

const line = flow(step('a', 10, ['b']), queued('b', ['c']), step('c', 100));

test('without events it is the whole case', () => {
  expect(mean(line, {})).toBe(135);
});

test('a step starts with its work, after the queue', () => {
  expect(mean(line, { to: [{ step: 'b', event: 'started' }] })).toBe(15);
  expect(mean(line, { to: [{ step: 'b', event: 'completed' }] })).toBe(35);
});

test('a clock that begins at a step leaves out what was before', () => {
  expect(mean(line, { from: { step: 'b', event: 'started' } })).toBe(120);
  expect(mean(line, { from: { step: 'b', event: 'completed' } })).toBe(100);
  expect(
    mean(line, {
      from: { step: 'b', event: 'started' },
      to: [{ step: 'b', event: 'completed' }],
    }),
  ).toBe(20);
});

test('the first response of a complaint is the first of three starts', () => {
  const to = ['auto_reply', 'handle', 'urgent_handle'].map((id) => ({
    step: id,
    event: 'started' as const,
  }));
  // Intake and classification, then 0, 10 or 5 min of queue.
  const before = 8 / 3 + 1 / 6;
  expect(mean(complaint, { to }) / minute).toBeCloseTo(before + 0.35 * 10 + 0.1 * 5, 9);
});

test('cases of one tier take its branch', () => {
  const to = [{ step: 'urgent_handle', event: 'started' as const }];
  const through = [{ step: 'route', to: 'urgent_handle' }];
  expect(mean(complaint, { to, through }) / minute).toBeCloseTo(8 / 3 + 1 / 6 + 5, 9);
});

test('a step that comes again has all of its time the second time', () => {
  const back = flow(
    queued('a', [['end', 0.5], { to: 'a', probability: 0.5, loop: { max: 1 } }]),
    step('end', 0),
  );
  expect(mean(back, { from: { step: 'a', event: 'started' } })).toBe(20 + 12.5);
});

test('a branch of a parallel stops the clock without waiting for the others', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 100, ['join']),
    step('c', 7, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  const told = valueOf(spanOf(block, { to: [{ step: 'c', event: 'completed' }] }));
  expect(percentilesOf(simulate(prepared(told), { seed: 1, cases: 5 }))?.p99).toBe(7);
  const joined = { to: [{ step: 'join', event: 'completed' as const }] };
  expect(mean(block, joined)).toBe(100);
});

test('a clock that begins inside a parallel is not decided', () => {
  const span = spanOf(complaint, { from: { step: 'check_goods', event: 'completed' } });
  expect(span).toEqual({
    decided: false,
    because: { cause: 'starts_inside_parallel', steps: ['together'] },
  });
});

test('a clock that begins at a parallel goes on to its join', () => {
  expect(
    mean(complaint, {
      from: { step: 'split', event: 'completed' },
      to: [{ step: 'together', event: 'completed' }],
    }) / minute,
  ).toBe(120);
});

test('an event of a step that is not there is never reached', () => {
  expect(spanOf(line, { from: { step: 'x', event: 'started' } })).toEqual({
    decided: false,
    because: { cause: 'not_reached' },
  });
});
