import { expect, test } from 'vitest';
import {
  criticalPathOf,
  scheduleOf,
  type Activity,
} from '../../../core/src/analysis/time/critical-path.ts';
import {
  pertFigures,
  pertPlan,
  type EstimatedActivity,
} from '../../../core/src/analysis/time/pert.ts';
import { complaint, flow, minute, prepared, step } from './flows.ts';

/*
 * Hillier, Lieberman, Introduction to Operations Research, 10th ed., ch. 22: the Reliable
 * Construction Co. project (weeks), its three estimates and immediate predecessors.
 */
const construction: readonly [string, number, number, number, string][] = [
  ['A', 1, 2, 3, ''],
  ['B', 2, 3.5, 8, 'A'],
  ['C', 6, 9, 18, 'B'],
  ['D', 4, 5.5, 10, 'C'],
  ['E', 1, 4.5, 5, 'C'],
  ['F', 4, 4, 10, 'E'],
  ['G', 5, 6.5, 11, 'D'],
  ['H', 5, 8, 17, 'EG'],
  ['I', 3, 7.5, 9, 'C'],
  ['J', 3, 9, 9, 'FI'],
  ['K', 4, 4, 4, 'J'],
  ['L', 1, 5.5, 7, 'J'],
  ['M', 1, 2, 3, 'H'],
  ['N', 5, 5.5, 9, 'KL'],
];
const estimated: EstimatedActivity[] = construction.map(
  ([id, optimistic, likely, pessimistic, after]) => ({
    id,
    optimistic,
    likely,
    pessimistic,
    after: after.split(''),
  }),
);

test('PERT: the Reliable project takes 44 weeks with variance 9, and 47 weeks are kept with 84 %', () => {
  const plan = pertPlan(estimated);
  expect(plan?.schedule.criticalPath.join('')).toBe('ABCEFJLN');
  expect(plan?.expected).toBeCloseTo(44, 10);
  expect(plan?.variance).toBeCloseTo(9, 10);
  expect(plan?.within(47)).toBeCloseTo(0.841_344_746, 9);
});

test('slack of the Reliable project: 4 weeks for D, G, H, M, 2 for I, 1 for K, none on the path', () => {
  const slack = new Map(
    pertPlan(estimated)?.schedule.activities.map((activity) => [activity.id, activity.slack]),
  );
  for (const id of 'DGHM') expect(slack.get(id)).toBeCloseTo(4, 9);
  for (const id of 'IK') expect(slack.get(id)).toBeCloseTo(id === 'I' ? 2 : 1, 9);
  for (const id of 'ABCEFJLN') expect(slack.get(id)).toBe(0);
});

test('earliest and latest times of activity H are 29 to 38 and 33 to 42', () => {
  const found = pertPlan(estimated)?.schedule.activities.find(({ id }) => id === 'H');
  expect(found?.earliestStart).toBeCloseTo(29, 9);
  expect(found?.earliestFinish).toBeCloseTo(38, 9);
  expect(found?.latestStart).toBeCloseTo(33, 9);
  expect(found?.latestFinish).toBeCloseTo(42, 9);
});

test('PERT figures are (a + 4m + b)/6 and ((b - a)/6) squared', () => {
  expect(pertFigures(10, 20, 45)).toEqual({ expected: 22.5, variance: (35 / 6) ** 2 });
});

test('a plan without spread is kept or not', () => {
  const plan = pertPlan([{ id: 'a', optimistic: 2, likely: 2, pessimistic: 2, after: [] }]);
  expect([plan?.within(1.9), plan?.within(2)]).toEqual([0, 1]);
});

test('paths of equal length are all critical, whatever rounding makes of their sums', () => {
  const found = scheduleOf([
    { id: 'a', seconds: 0.1, after: [] },
    { id: 'b', seconds: 0.2, after: ['a'] },
    { id: 'c', seconds: 0.3, after: [] },
  ]);
  expect(found?.activities.map(({ slack, critical }) => [slack, critical])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ]);
});

test('activities in a circle, or after one that is not there, have no schedule', () => {
  const circle: Activity[] = [
    { id: 'a', seconds: 1, after: ['b'] },
    { id: 'b', seconds: 1, after: ['a'] },
  ];
  expect(scheduleOf(circle)).toBeUndefined();
  expect(scheduleOf([{ id: 'a', seconds: 1, after: ['x'] }])).toBeUndefined();
  expect(scheduleOf([])).toEqual({ seconds: 0, activities: [], criticalPath: [] });
});

test('the slowest regular way of the complaint runs through the goods check', () => {
  const schedule = criticalPathOf(prepared(complaint));
  expect(schedule?.criticalPath).toEqual([
    'intake',
    'classify',
    'route',
    'auto_reply',
    'handle',
    'split',
    'check_goods',
    'together',
    'approve',
    'feedback',
    'archive',
  ]);
  const slack = new Map(schedule?.activities.map((activity) => [activity.id, activity.slack]));
  expect((slack.get('tell_customer') ?? 0) / minute).toBeCloseTo(119, 9);
  // Handling through to the approval takes 190 min, the green channel 55, the reply 1 before it.
  expect((slack.get('urgent_handle') ?? 0) / minute).toBeCloseTo(1 + 35 + 120 + 35 - 55, 9);
});

test('a way back that is not marked as a loop is left out all the same', () => {
  const back = flow(
    step('a', 1, ['b']),
    step('b', 2, [
      ['c', 0.5],
      ['a', 0.5],
    ]),
    step('c', 3),
  );
  expect(criticalPathOf(prepared(back))?.seconds).toBe(6);
});
