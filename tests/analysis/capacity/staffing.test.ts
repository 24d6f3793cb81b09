import { expect, test } from 'vitest';
import { queueOf, servedWithin } from '../../../core/src/analysis/capacity/queue.ts';
import { staffingFor } from '../../../core/src/analysis/capacity/staffing.ts';

const calls = { arrivalsPerSecond: 100 / 1800, handlingSeconds: 180 };
const eightyInTwenty = { share: 0.8, withinSeconds: 20 };

// The worked example of callcentrehelper.com: 13 agents reach 79.6 %, 14 reach 88.8 %.
test('80 % within 20 s takes 14 agents, and with 30 % shrinkage 20 people', () => {
  const staffing = staffingFor(
    { ...calls, shrinkage: 0.3 },
    { serviceLevel: eightyInTwenty, maxOccupancy: 1 },
  );
  expect(staffing).toMatchObject({
    servers: 14,
    seats: 14,
    people: 20,
    decidedBy: 'service_level',
  });
  const fewer = queueOf({ ...calls, servers: 13 });
  expect(fewer.stable && servedWithin(fewer, 20)).toBeCloseTo(0.796, 3);
});

test('the load people can bear may decide', () => {
  expect(staffingFor(calls, { maxOccupancy: 0.6 })).toMatchObject({
    servers: 17,
    decidedBy: 'occupancy',
  });
  // 10 erlang on 85 %: 11.76.
  expect(staffingFor(calls, {})?.servers).toBe(12);
});

test('a mean wait may decide, and a stable queue is the least', () => {
  expect(staffingFor(calls, { maxOccupancy: 1 })).toMatchObject({
    servers: 11,
    decidedBy: 'stability',
  });
  const staffing = staffingFor(calls, { maxOccupancy: 1, meanWaitSeconds: 8 });
  expect(staffing).toMatchObject({ servers: 14, decidedBy: 'mean_wait' });
});

test('an occupancy that is reached exactly is kept', () => {
  const ten = { arrivalsPerSecond: 1, handlingSeconds: 8.5 };
  expect(staffingFor(ten, { maxOccupancy: 0.85 })?.servers).toBe(10);
});

test('concurrent chats need fewer seats', () => {
  const staffing = staffingFor(
    { ...calls, concurrency: 3 },
    { serviceLevel: eightyInTwenty, maxOccupancy: 1 },
  );
  expect(staffing).toMatchObject({ servers: 14, seats: 5, people: 5 });
});

test('without arrivals nobody is needed', () => {
  expect(staffingFor({ arrivalsPerSecond: 0, handlingSeconds: 180 }, {})).toMatchObject({
    servers: 0,
    seats: 0,
    people: 0,
  });
});

test('a target that cannot be met gives no staffing', () => {
  expect(staffingFor(calls, { serviceLevel: { share: 1, withinSeconds: 20 } })).toBeUndefined();
  expect(staffingFor(calls, { maxOccupancy: 0 })).toBeUndefined();
  expect(staffingFor({ ...calls, shrinkage: 1 }, {})).toBeUndefined();
});

test('a million cases a day are staffed at once', () => {
  const before = performance.now();
  const staffing = staffingFor(
    { arrivalsPerSecond: 1_000_000 / 86_400, handlingSeconds: 600, shrinkage: 0.3 },
    { serviceLevel: eightyInTwenty },
  );
  expect(staffing?.servers).toBe(Math.ceil(((1_000_000 / 86_400) * 600) / 0.85));
  expect(staffing?.decidedBy).toBe('occupancy');
  expect(performance.now() - before).toBeLessThan(50);
});
