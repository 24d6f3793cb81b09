import { expect, test } from 'vitest';
import { recoveryAgainst } from '../../../core/src/analysis/availability/recovery.ts';
import {
  availabilityFrom,
  checkRepair,
  downtimeBudget,
  keepsPromise,
  maxSystems,
  neededMtbf,
  neededPerSystem,
} from '../../../core/src/analysis/availability/repair.ts';

const [minute, hour, day] = [60, 3600, 86_400];

test('99.99 % leaves 52.56 min a year and 4.32 min in 30 days', () => {
  expect(downtimeBudget(0.9999, 365 * day) / minute).toBeCloseTo(52.56, 9);
  expect(downtimeBudget(0.9999, 30 * day) / minute).toBeCloseTo(4.32, 9);
});

test('with repairs of two hours 99.99 % needs 19 998 h between failures', () => {
  expect(neededMtbf(0.9999, 2 * hour) / hour).toBeCloseTo(19_998, 6);
  expect(availabilityFrom(19_998 * hour, 2 * hour)).toBeCloseTo(0.9999, 12);
  expect(neededMtbf(1, hour)).toBe(Number.POSITIVE_INFINITY);
});

test('one repair of two hours breaks 99.99 % for the year', () => {
  expect(
    checkRepair({ availability: 0.9999, mttrSeconds: 2 * hour, windowSeconds: 365 * day }),
  ).toMatchObject({
    oneRepairBreaks: true,
    repairsAllowed: 0,
    consistent: undefined,
  });
});

test('a budget of exactly two repairs allows two', () => {
  const found = checkRepair({
    availability: 0.99,
    mttrSeconds: 0.05 * day,
    windowSeconds: 10 * day,
  });
  expect([found.repairsAllowed, found.oneRepairBreaks]).toEqual([2, false]);
});

test('declared MTBF and MTTR may contradict the declared availability', () => {
  const declared = { availability: 0.999, mttrSeconds: hour, windowSeconds: 30 * day };
  expect(checkRepair({ ...declared, mtbfSeconds: 999 * hour }).consistent).toBe(true);
  expect(checkRepair({ ...declared, mtbfSeconds: 500 * hour }).consistent).toBe(false);
});

test('equal to the promise keeps it: twice 99 % in parallel is 99.99 %', () => {
  const parallel = 1 - (1 - 0.99) * (1 - 0.99);
  expect(keepsPromise(parallel, 0.9999)).toBe(true);
  // In binary 1 − 0.3 · 0.3 is a little below 0.91, and 0.98 · 0.98 below 0.9604.
  expect(keepsPromise(1 - (1 - 0.7) * (1 - 0.7), 0.91)).toBe(true);
  expect(keepsPromise(0.98 * 0.98, 0.9604)).toBe(true);
  expect(keepsPromise(0.999_899, 0.9999)).toBe(false);
});

test('five systems for 99.99 % need 99.998 % each; ten of 99.99 % keep 99.9 %, eleven do not', () => {
  expect(neededPerSystem(0.9999, 5)).toBeCloseTo(0.999_98, 8);
  expect(maxSystems(0.999, 0.9999)).toBe(10);
  expect(keepsPromise(0.9999 ** 10, 0.999)).toBe(true);
  expect(keepsPromise(0.9999 ** 11, 0.999)).toBe(false);
  expect(maxSystems(0.9999, 0.9999)).toBe(1);
  expect(maxSystems(0.999, 1)).toBe(Number.POSITIVE_INFINITY);
});

test('a recovery shorter than the limit, or as long, fits', () => {
  expect(
    recoveryAgainst({ rtoSeconds: 15 * minute, limitSeconds: 15 * minute, attainment: 1 }),
  ).toEqual({
    verdict: 'fits',
  });
});

test('a recovery longer than a limit for every case breaks it', () => {
  expect(
    recoveryAgainst({ rtoSeconds: 30 * minute, limitSeconds: 5 * minute, attainment: 1 }),
  ).toEqual({
    verdict: 'broken',
  });
});

test('seconds for most callers are held against what the attainment leaves', () => {
  const calls = { rtoSeconds: 30 * minute, limitSeconds: 20, attainment: 0.8 };
  expect(recoveryAgainst(calls)).toEqual({ verdict: 'undecided' });
  // 20 % of 30 days are 8 640 min; each outage makes those of 29 min 40 s late.
  expect(recoveryAgainst({ ...calls, windowSeconds: 30 * day })).toEqual({
    verdict: 'within_attainment',
    outagesPerWindow: 291,
  });
  expect(recoveryAgainst({ ...calls, attainment: 0.9999, windowSeconds: 30 * day })).toEqual({
    verdict: 'broken',
  });
});
