import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DurationModel } from '../../../core/src/analysis/time/distribution/duration.ts';
import type { TimedExit, TimedFlow, TimedStep } from '../../../core/src/analysis/time/flow.ts';
import { longestPath } from '../../../core/src/analysis/time/longest.ts';
import { countWithin, percentilesOf } from '../../../core/src/analysis/time/percentiles.ts';
import { routeBounds } from '../../../core/src/analysis/time/route-bounds.ts';
import { shortestPath } from '../../../core/src/analysis/time/shortest.ts';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { reduceFlow, totalTime } from '../../../core/src/analysis/time/total-time.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import { prepared, step, valueOf } from './flows.ts';

/** A piece of a block-structured process. */
type Piece =
  | { readonly kind: 'task'; readonly time: DurationModel }
  | { readonly kind: 'sequence' | 'parallel'; readonly parts: readonly Piece[] }
  | { readonly kind: 'choice'; readonly share: number; readonly parts: readonly [Piece, Piece] }
  | { readonly kind: 'loop'; readonly share: number; readonly max: number; readonly part: Piece };

const time = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((value): DurationModel => ({ kind: 'fixed', value })),
  fc
    .tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([a, b, c]): DurationModel => ({
      kind: 'triangular',
      min: a,
      likely: a + b,
      max: a + b + c,
    })),
);
const share = fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10);

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ kind: fc.constant('task' as const), time }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'parallel' as const),
      parts: fc.array(tie('piece'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('choice' as const),
      share,
      parts: fc.tuple(tie('piece'), tie('piece')),
    }),
    fc.record({
      kind: fc.constant('loop' as const),
      share,
      max: fc.integer({ min: 0, max: 2 }),
      part: tie('piece'),
    }),
  ),
}));

/** Writes a piece out as steps that lead to `to`; gives the id of its first one. */
function write(of: Piece, to: string, steps: TimedStep[]): string {
  const id = (): string => `s${steps.length}`;
  switch (of.kind) {
    case 'task': {
      const own = id();
      steps.push(step(own, of.time, [to]));
      return own;
    }
    case 'sequence':
      return of.parts.reduceRight((next, part) => write(part, next, steps), to);
    case 'parallel': {
      const split = `${id()}p`;
      const join = `${id()}j`;
      steps.push(step(join, 0, [to], { kind: 'join', joins: [split] }));
      const exits = of.parts.map((part): TimedExit => ({ to: write(part, join, steps) }));
      steps.push(step(split, 0, exits, { kind: 'parallel' }));
      return split;
    }
    case 'choice': {
      const exits = of.parts.map((part, at): TimedExit => ({
        to: write(part, to, steps),
        probability: at === 0 ? of.share : 1 - of.share,
      }));
      const own = `${id()}c`;
      steps.push(step(own, 0, exits));
      return own;
    }
    case 'loop': {
      const own = `${id()}l`;
      const check: TimedStep[] = [];
      steps.push(step(`${own}x`, 0));
      const first = write(of.part, own, steps);
      const again: TimedExit = { to: first, probability: of.share, loop: { max: of.max } };
      check.push(step(own, 0, [{ to, probability: 1 - of.share }, again]));
      steps.push(...check);
      return first;
    }
  }
}

function flowOf(of: Piece): TimedFlow {
  const steps: TimedStep[] = [step('end', 0)];
  const start = write(of, 'end', steps);
  return { start, steps };
}

const runs = { numRuns: 150, seed: 20_261_001 };

test('the shortest path, the mean and the longest path come in this order', () => {
  fc.assert(
    fc.property(piece, (of) => {
      const flow = prepared(flowOf(of));
      const { mean } = valueOf(totalTime(flow, { capped: true }));
      expect(shortestPath(flow).seconds).toBeLessThanOrEqual(mean + 1e-6);
      expect(valueOf(longestPath(flow)).seconds).toBeGreaterThanOrEqual(mean - 1e-6);
    }),
    runs,
  );
});

test('simulated cases lie between shortest and longest, and agree with mean and visits', () => {
  fc.assert(
    fc.property(piece, (of) => {
      const flow = prepared(flowOf(of));
      const cases = 4000;
      const done = simulate(flow, { seed: 5, cases });
      expect([done.stuck, done.endless, done.sorted.length]).toEqual([0, 0, cases]);
      expect(done.sorted[0]).toBeGreaterThanOrEqual(shortestPath(flow).seconds - 1e-6);
      expect(done.sorted.at(-1)).toBeLessThanOrEqual(valueOf(longestPath(flow)).seconds + 1e-6);
      const { mean, variance } = valueOf(totalTime(flow, { capped: true }));
      const error = 5 * Math.sqrt(variance / cases) + 0.01 * mean;
      expect(Math.abs((percentilesOf(done)?.mean ?? 0) - mean)).toBeLessThanOrEqual(error + 1e-6);
    }),
    runs,
  );
});

test('the route bounds enclose the simulated share', () => {
  fc.assert(
    fc.property(piece, fc.integer({ min: 0, max: 120 }), (of, limit) => {
      const flow = prepared(flowOf(of));
      const { atLeast, atMost } = routeBounds(valueOf(reduceFlow(flow, { capped: true })), limit);
      const done = simulate(flow, { seed: 5, cases: 2000 });
      const within = countWithin(done, limit + 1e-6) / 2000;
      expect(atLeast).toBeLessThanOrEqual(atMost + 1e-9);
      expect(within).toBeGreaterThanOrEqual(atLeast - 0.06);
      expect(within).toBeLessThanOrEqual(atMost + 0.06);
    }),
    runs,
  );
});

test('each case ends once: the visits of the end are 1', () => {
  fc.assert(
    fc.property(piece, fc.boolean(), (of, capped) => {
      const { perStep, structured } = valueOf(visitsOf(prepared(flowOf(of)), { capped }));
      expect(structured).toBe(true);
      expect(perStep.get('end')).toBeCloseTo(1, 9);
    }),
    runs,
  );
});
