import { expect, test } from 'vitest';
import {
  judgeWithQueues,
  withQueues,
  type RoleQueue,
} from '../../../core/src/analysis/time/queues.ts';
import { complaint, fixed, flow, hour, minute, part, step } from './flows.ts';

const wait = (seconds: number): RoleQueue => ({
  wait: { kind: 'delayed', probability: 0.5, mean: seconds },
  source: 'declared',
});
const simulation = { seed: 1, cases: 5000 };

test('a declared queue is replaced, a wait for the world is not', () => {
  const desk = flow(
    step('a', 0, ['b'], {
      roles: ['agent'],
      parts: [
        part('handoff', fixed(1)),
        part('queue', fixed(2)),
        part('wait', fixed(4)),
        part('work', fixed(8)),
      ],
    }),
    step('b', 5, [], { roles: ['other'] }),
  );
  const { steps } = withQueues(desk, new Map([['agent', wait(60)]]));
  expect(steps[0]?.parts.map(({ kind, duration }) => [kind, duration.kind])).toEqual([
    ['handoff', 'fixed'],
    ['queue', 'delayed'],
    ['wait', 'fixed'],
    ['work', 'fixed'],
  ]);
  expect(steps[1]).toEqual(desk.steps[1]);
});

test('a step of two roles waits for both', () => {
  const desk = flow(step('a', 5, [], { roles: ['x', 'y'] }));
  const { steps } = withQueues(
    desk,
    new Map([
      ['x', wait(1)],
      ['y', wait(2)],
    ]),
  );
  expect(steps[0]?.parts.map(({ kind }) => kind)).toEqual(['queue', 'queue', 'work']);
});

test('more cases than the promise allows meet a queue that grows for ever: broken', () => {
  const queues = new Map<string, RoleQueue>([
    ['frontline', { wait: 'unstable', source: 'declared' }],
  ]);
  const { deciding } = judgeWithQueues(
    complaint,
    { limitSeconds: 12 * hour, attainment: 0.95 },
    queues,
    { simulation },
  );
  expect(deciding).toMatchObject({
    rung: 'capacity',
    verdict: 'broken',
    numbers: { atMost: 0 },
    roles: ['frontline'],
  });
});

test('few enough cases meet it: not decided, and the role is named', () => {
  const queues = new Map<string, RoleQueue>([['expert', { wait: 'unstable', source: 'declared' }]]);
  const { deciding } = judgeWithQueues(
    complaint,
    { limitSeconds: 12 * hour, attainment: 0.8 },
    queues,
    { simulation },
  );
  // 10 % urgent from the start, and 1 in 1 000 past the cap of the loop.
  expect(deciding.numbers['atMost']).toBeCloseTo(0.9 * 0.999, 10);
  expect(deciding.because).toEqual({ cause: 'overloaded', roles: ['expert'] });
});

test('a promise about the mean is broken by any queue that grows for ever', () => {
  const queues = new Map<string, RoleQueue>([['expert', { wait: 'unstable', source: 'declared' }]]);
  const promise = { limitSeconds: 12 * hour, statistic: 'mean' } as const;
  expect(judgeWithQueues(complaint, promise, queues, { simulation }).deciding.verdict).toBe(
    'broken',
  );
});

test('a role whose staffing is not declared is named', () => {
  const queues = new Map<string, RoleQueue>([
    ['warehouse', { wait: 'undeclared', source: 'declared' }],
  ]);
  expect(
    judgeWithQueues(complaint, { limitSeconds: hour, attainment: 0.5 }, queues, { simulation })
      .deciding.because,
  ).toEqual({
    cause: 'missing_input',
    missing: [{ step: 'check_goods', input: 'staffing', of: 'warehouse' }],
  });
});

test('computed waits decide by the cheaper rungs or by simulation, as the capacity rung', () => {
  const desk = flow(step('a', 10 * minute, [], { roles: ['agent'] }));
  const queues = new Map([['agent', wait(10 * minute)]]);
  const judged = (limitSeconds: number, attainment: number) =>
    judgeWithQueues(desk, { limitSeconds, attainment }, queues, { simulation }).deciding;
  expect(judged(9 * minute, 0.9)).toMatchObject({ rung: 'capacity', verdict: 'broken' });
  // Half wait not at all; of the others 1/e waits longer than 10 min.
  const share = judged(20 * minute, 0.75);
  expect(share).toMatchObject({ rung: 'capacity', verdict: 'met' });
  expect(share.numbers['share']).toBeCloseTo(1 - 0.5 / Math.E, 1);
});
