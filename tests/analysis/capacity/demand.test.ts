import { expect, test } from 'vitest';
import {
  coverOf,
  seatSecondsInYear,
  seatSecondsPerWeek,
} from '../../../core/src/analysis/capacity/cover.ts';
import { demandOf, throughputOf } from '../../../core/src/analysis/capacity/demand.ts';
import { roleLoads } from '../../../core/src/analysis/time/per-role.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import { always, nineToSix, office, valueOf as knownValue } from '../calendar/calendars.ts';
import { complaint, hour, prepared, valueOf } from '../time/flows.ts';

const flow = prepared(complaint);
const frontline = roleLoads(flow, valueOf(visitsOf(flow, { capped: false }))).get('frontline');
const work = frontline ?? { touchSeconds: 0, visits: 0 };

test('1 200 complaints a day are 352 h of front-line work on 336 h of seats', () => {
  const { load } = demandOf(work, { cases: 1200, perSeconds: 86_400 });
  const throughput = throughputOf({
    needSeconds: load * 86_400,
    seatSeconds: seatSecondsPerWeek([{ calendar: always, seats: 14 }]) / 7,
  });
  expect(throughput.needSeconds / hour).toBeCloseTo(352, 0);
  expect(throughput.offeredSeconds / hour).toBe(336);
  expect(throughput.fits).toBe(false);
  expect(throughput.utilisation).toBeCloseTo(1.048, 3);
});

test('the peak of 100 in half an hour is 58.7 erlang on 14 seats', () => {
  const { load, handlingSeconds, arrivalsPerSecond } = demandOf(work, {
    cases: 100,
    perSeconds: 1800,
  });
  expect(load).toBeCloseTo(58.7, 1);
  expect(load / 14).toBeCloseTo(4.2, 1);
  expect(arrivalsPerSecond * handlingSeconds).toBeCloseTo(load, 12);
});

// 80 cases a day of 25 min are 33.3 h of work for one person of 8 h.
test('80 cases of 25 min do not fit into a day of 8 hours, nor four at a time', () => {
  const needSeconds = 80 * 25 * 60;
  expect(needSeconds / hour).toBeCloseTo(33.3, 1);
  expect(throughputOf({ needSeconds, seatSeconds: 8 * hour, concurrency: 4 }).fits).toBe(false);
  expect(throughputOf({ needSeconds, seatSeconds: 8 * hour, concurrency: 5 }).fits).toBe(true);
});

test('what fits may not be bearable, and equality fits', () => {
  const found = throughputOf({ needSeconds: 100, seatSeconds: 100, maxOccupancy: 0.85 });
  expect([found.fits, found.bearable]).toEqual([true, false]);
  expect(throughputOf({ needSeconds: 85, seatSeconds: 100, maxOccupancy: 0.85 }).bearable).toBe(
    true,
  );
});

test('without cases there is no demand, without seats no utilisation', () => {
  expect(demandOf(work, { cases: 0, perSeconds: 86_400 }).load).toBe(0);
  expect(
    demandOf({ touchSeconds: 0, visits: 0 }, { cases: 5, perSeconds: 1 }).handlingSeconds,
  ).toBe(0);
  const none = throughputOf({ needSeconds: 0, seatSeconds: 0 });
  expect([none.utilisation, none.fits]).toEqual([undefined, true]);
  expect(throughputOf({ needSeconds: 1, seatSeconds: 0 }).fits).toBe(false);
});

test('a seat around the clock takes 4.2 people, 6.0 with 30 % shrinkage', () => {
  const one = seatSecondsPerWeek([{ calendar: always, seats: 1 }]);
  expect(coverOf({ seatSecondsPerWeek: one }).exact).toBeCloseTo(4.2, 12);
  expect(coverOf({ seatSecondsPerWeek: one, shrinkage: 0.3 }).people).toBe(6);
});

test('14 seats around the clock with 30 % shrinkage need 84 people; 60 are not enough', () => {
  const seats = seatSecondsPerWeek([{ calendar: always, seats: 14 }]);
  expect(coverOf({ seatSecondsPerWeek: seats, shrinkage: 0.3, headcount: 60 })).toMatchObject({
    people: 84,
    enough: false,
  });
  expect(coverOf({ seatSecondsPerWeek: seats, shrinkage: 0.3, headcount: 84 }).enough).toBe(true);
  expect(coverOf({ seatSecondsPerWeek: seats }).enough).toBeUndefined();
});

test('seats may change with the hours', () => {
  const shifts = [
    { calendar: nineToSix, seats: 4 },
    { calendar: office, seats: 2 },
  ];
  expect(seatSecondsPerWeek(shifts) / hour).toBe(4 * 45 + 2 * 40);
});

test('real hours of a year count holidays: 248 of 261 weekdays in China in 2026', () => {
  const year = knownValue(seatSecondsInYear([{ calendar: office, seats: 3 }], 2026));
  expect(year / hour).toBe(3 * 248 * 8);
  expect(seatSecondsInYear([{ calendar: office, seats: 3 }], 2028)).toMatchObject({ known: false });
});
