import { expect, test } from 'vitest';
import { withoutHolidays } from '../../../core/src/analysis/calendar/calendar.ts';
import { feasibility } from '../../../core/src/analysis/calendar/feasibility.ts';
import { calendarOf, cn, nineToSix, office, valueOf } from './calendars.ts';

const week = { from: cn('2026-03-02 00:00'), until: cn('2026-03-09 00:00') };

test('two hours by a clock that never stops can be met for (9 + 2) x 5 / 168 of the arrivals', () => {
  const { attainable, everyArrival, worstSeconds, worstArrival } = valueOf(
    feasibility({ staff: nineToSix, limitSeconds: 7200, workSeconds: 0, ...week }),
  );
  expect(attainable).toBeCloseTo(55 / 168, 9);
  expect(everyArrival).toBe(false);
  // From Friday 18:00 to Monday 9:00.
  expect(worstSeconds / 3600).toBeCloseTo(63, 6);
  expect(worstArrival).toBe(cn('2026-03-06 18:00'));
});

test('work that does not fit before closing waits for the next day', () => {
  const { attainable, worstSeconds } = valueOf(
    feasibility({ staff: nineToSix, limitSeconds: 7200, workSeconds: 1800, ...week }),
  );
  // In time: from 1.5 h before opening until half an hour before closing, each day.
  expect(attainable).toBeCloseTo((5 * (1.5 + 8.5)) / 168, 9);
  // Friday just after 17:30: done on Monday as soon as the rest is worked.
  expect(worstSeconds / 3600).toBeCloseTo(63.5, 6);
});

test('by the same hours as the staff no arrival waits', () => {
  const { attainable, everyArrival, worstSeconds } = valueOf(
    feasibility({ clock: office, staff: office, limitSeconds: 60, workSeconds: 0, ...week }),
  );
  expect(attainable).toBe(1);
  expect(everyArrival).toBe(true);
  expect(worstSeconds).toBe(0);
});

test('a lunch break breaks a limit by a clock that runs over it', () => {
  const question = { clock: nineToSix, staff: withoutHolidays(office), workSeconds: 0, ...week };
  expect(valueOf(feasibility({ ...question, limitSeconds: 3600 })).everyArrival).toBe(true);
  const half = valueOf(feasibility({ ...question, limitSeconds: 1800 }));
  expect(half.everyArrival).toBe(false);
  expect(half.attainable).toBeCloseTo(1 - (5 * 0.5) / 168, 9);
});

test('arrivals in opening hours only are judged over those hours', () => {
  const question = { staff: nineToSix, arrivals: nineToSix, limitSeconds: 7200, ...week };
  expect(valueOf(feasibility({ ...question, workSeconds: 0 })).attainable).toBe(1);
  const work = valueOf(feasibility({ ...question, workSeconds: 3600 }));
  expect(work.attainable).toBeCloseTo(8 / 9, 9);
});

test('the longest holiday is the worst wait of a year, and the end of the table is not judged', () => {
  const { worstSeconds, worstArrival, judgedUntil } = valueOf(
    feasibility({
      staff: office,
      limitSeconds: 86_400,
      workSeconds: 0,
      from: cn('2026-01-01 00:00'),
      until: cn('2027-01-01 00:00'),
    }),
  );
  expect(worstArrival).toBe(cn('2026-02-14 18:00'));
  expect(worstSeconds / 3600).toBeCloseTo(9 * 24 + 15, 5);
  expect(judgedUntil).toBe(cn('2026-12-31 18:00'));
});

test('staff that never work, or an unknown year, give no bound', () => {
  const question = { limitSeconds: 3600, workSeconds: 0 };
  expect(
    feasibility({ staff: calendarOf({ holidays: 'none' }), ...question, ...week }),
  ).toMatchObject({
    known: false,
    reason: 'never_open',
  });
  const later = { from: cn('2027-03-01 00:00'), until: cn('2027-03-08 00:00') };
  expect(feasibility({ staff: office, ...question, ...later })).toMatchObject({
    known: false,
    reason: 'holidays_unpublished',
    years: [2027],
  });
});
