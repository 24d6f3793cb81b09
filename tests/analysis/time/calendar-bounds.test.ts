import { expect, test } from 'vitest';
import type { WorkingCalendar } from '../../../core/src/analysis/calendar/calendar.ts';
import { readCalendar } from '../../../core/src/analysis/calendar/calendar.ts';
import { judge, type LadderOptions } from '../../../core/src/analysis/time/ladder.ts';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import { day, fixed, flow, hour, minute, part, step, triangular } from './flows.ts';

function calendar(week: Record<string, string[]>): WorkingCalendar {
  const { calendar: read } = readCalendar({ timezone: 'Asia/Shanghai', week, holidays: 'none' });
  if (read === undefined) throw new Error('the calendar is wrong');
  return read;
}

const calendars = new Map([
  ['office', calendar({ 'mon-fri': ['09:00-18:00'] })],
  ['early', calendar({ 'mon-sun': ['06:00-14:00'] })],
  ['late', calendar({ 'mon-sun': ['12:00-20:00'] })],
]);
/** Two weeks from Monday 2026-06-01, 00:00 in Shanghai. */
const from = Date.UTC(2026, 4, 31, 16) / 1000;
const options: LadderOptions = {
  calendars,
  period: { from, until: from + 14 * day, arrivals: 'always' },
};
const work = (seconds: number, clock: string): ReturnType<typeof part> =>
  part('work', fixed(seconds), { clock });
const clerk = (seconds = 0): TimedFlow =>
  flow(step('answer', 0, [], { parts: [work(seconds, 'office')] }));

// (9 + 2) · 5 of 168 hours: arrivals in office hours, and in the two hours before they begin.
test('staff that go home keep no more than the arrivals they can reach, 32.7 %', () => {
  const promise = { limitSeconds: 2 * hour, attainment: 0.33 };
  const { deciding } = judge(clerk(1), promise, options);
  expect(deciding).toMatchObject({ rung: 'impossible', verdict: 'broken', calendar: 'office' });
  expect(deciding.numbers['attainable']).toBeCloseTo(55 / 168, 4);
  expect(deciding.steps).toEqual(['answer']);
});

test('what the hours allow is no fault', () => {
  const promise = { limitSeconds: 2 * hour, attainment: 0.32 };
  expect(judge(clerk(1), promise, options).deciding.verdict).not.toBe('broken');
});

test('work that a case can do without forbids nothing', () => {
  const half = flow(
    step('sort', 1, [
      ['machine', 0.5],
      ['clerk', 0.5],
    ]),
    step('machine', 1),
    step('clerk', 0, [], { parts: [work(minute, 'office')] }),
  );
  const promise = { limitSeconds: 2 * hour, attainment: 0.6 };
  expect(judge(half, promise, options).deciding.verdict).not.toBe('broken');
});

test('a case that leaves by a timeout need not be worked on', () => {
  const late = flow(
    step('clerk', 0, ['end', { to: 'end', cause: 'timeout', probability: 0.9, afterSeconds: 60 }], {
      parts: [work(minute, 'office')],
    }),
    step('end', 0),
  );
  const promise = { limitSeconds: 2 * hour, attainment: 0.6 };
  const tried = judge(late, promise, options).tried.filter(({ rung }) => rung === 'impossible');
  expect(tried.every(({ verdict }) => verdict === 'undecided')).toBe(true);
});

test('nothing is said of a clock whose start nobody knows the hour of', () => {
  const promise = { limitSeconds: 2 * hour, attainment: 0.9 };
  const { arrivals: _, ...period } = options.period ?? { from: 0, until: 0 };
  expect(judge(clerk(1), promise, { calendars, period }).deciding.verdict).toBe('undecided');
});

// Friday 17:59 and 3 h of work: 1 min on Friday, 2 h 59 min on Monday until 11:59, 66 h in all.
test('the longest way with all waiting for hours is worked out exactly', () => {
  const guaranteed = (limitSeconds: number): unknown =>
    judge(clerk(3 * hour), { limitSeconds }, options).deciding;
  expect(guaranteed(67 * hour)).toMatchObject({ rung: 'guaranteed', verdict: 'met' });
  expect(guaranteed(65 * hour)).not.toMatchObject({ verdict: 'met' });
});

// Both are there from 12:00 to 14:00; 2 h 30 min of work begun at 13:59 take until the day after.
test('where several teams are needed, the hours in which all are there count', () => {
  const relay = flow(
    step('one', 0, ['two'], { parts: [work(hour, 'early')] }),
    step('two', 0, [], {
      parts: [part('work', triangular(0, hour, 1.5 * hour), { clock: 'late' })],
    }),
  );
  const guaranteed = (limitSeconds: number): unknown =>
    judge(relay, { limitSeconds }, options).tried.find(
      ({ rung, verdict }) => rung === 'guaranteed' && verdict === 'met',
    );
  expect(guaranteed(3 * day)).toBeDefined();
  expect(guaranteed(day)).toBeUndefined();
});

test('a clock that stands still in some step is not judged by hours', () => {
  const asked = flow(
    step('ask', 0, ['answer'], {
      parts: [part('wait', fixed(day), { state: 'waiting_customer' })],
    }),
    step('answer', 0, [], { parts: [work(minute, 'office')] }),
  );
  const promise = { limitSeconds: 2 * hour, attainment: 0.9, pauses: ['waiting_customer'] };
  expect(judge(asked, promise, options).deciding.verdict).toBe('undecided');
});

test('a case that never gets to the step that stops a clock makes no way shorter', () => {
  const asked = flow(
    step('sort', hour, [['end', 0.5], { to: 'answer', probability: 0.5 }]),
    step('end', 0),
    step('answer', hour, [], { final: true }),
  );
  const { deciding } = judge(asked, { limitSeconds: 90 * minute });
  expect(deciding).toMatchObject({ rung: 'impossible', verdict: 'broken' });
  expect(deciding.numbers['shortestSeconds']).toBe(2 * hour);
});
