import { expect, test } from 'vitest';
import { backlogOf, type Backlog } from '../../../core/src/analysis/capacity/backlog.ts';
import { calendarOf, cn, nineToSix, office, valueOf } from '../calendar/calendars.ts';

const hour = 3600;
const week = { from: cn('2026-03-02 00:00'), until: cn('2026-03-09 00:00') };
type Stable = Extract<Backlog, { stable: true }>;
const stable = (input: Parameters<typeof backlogOf>[0]): Stable => {
  const backlog = valueOf(backlogOf(input));
  if (!backlog.stable) throw new Error('unstable');
  return backlog;
};

/** One mail an hour around the clock, ten an hour worked off from 9 to 18. */
const mail = { arrivalsPerSecond: 1 / hour, workedPerSecond: 10 / hour, staff: nineToSix, ...week };

test('mail of the weekend is worked off on Monday', () => {
  const { peak, worstSeconds, arrived, capacity } = stable(mail);
  expect(arrived).toBeCloseTo(168, 9);
  expect(capacity).toBeCloseTo(450, 9);
  // From Friday 18:00 to the end of the week; what comes after is not counted any more.
  expect(peak).toBeCloseTo(54, 6);
  // The first mail after closing on Friday waits the whole weekend, the later ones less.
  expect(worstSeconds / hour).toBeCloseTo(63, 5);
});

test('a backlog makes those wait too who write in opening hours', () => {
  const { within } = stable({ ...mail, withinSeconds: 0 });
  // Nothing waits once the night is worked off: 15 h of mail at 9 an hour take 1 h 40 (Tue to Fri);
  // 9 h before Monday take 1 h.
  const free = 9 - 1 + 4 * (9 - 15 / 9);
  expect(within).toBeCloseTo(free / 168, 6);
});

test('the share taken up within a limit is exact', () => {
  // With no limit to speed, mail within two hours before opening is in time: (9 + 2) a day.
  const fast = { ...mail, workedPerSecond: 1e6, withinSeconds: 2 * hour };
  expect(stable(fast).within).toBeCloseTo(55 / 168, 5);
});

test('over several weeks the whole weekend gathers, Friday 18:00 to Monday 9:00', () => {
  const month = { ...mail, until: week.until + 3 * 7 * 86_400 };
  expect(stable(month).peak).toBeCloseTo(63, 6);
});

test('more mail than can be worked off grows for ever, and no wait is given', () => {
  expect(valueOf(backlogOf({ ...mail, workedPerSecond: 3 / hour }))).toEqual({
    stable: false,
    arrived: 168,
    capacity: 135,
  });
});

test('arrivals in the same hours do not gather', () => {
  const { peak, worstSeconds } = stable({ ...mail, arrivals: nineToSix });
  expect([peak, worstSeconds]).toEqual([0, 0]);
});

test('without arrivals there is no backlog', () => {
  expect(stable({ ...mail, arrivalsPerSecond: 0 }).peak).toBe(0);
});

test('staff that never work, and years that are not known', () => {
  const closed = calendarOf({ holidays: 'none' });
  expect(valueOf(backlogOf({ ...mail, staff: closed })).stable).toBe(false);
  const later = { from: cn('2027-03-01 00:00'), until: cn('2027-03-08 00:00') };
  expect(backlogOf({ ...mail, ...later, staff: office })).toMatchObject({
    known: false,
    years: [2027],
  });
});
