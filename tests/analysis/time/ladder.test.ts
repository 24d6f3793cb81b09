import { expect, test } from 'vitest';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import {
  judge,
  type Judgement,
  type LadderOptions,
} from '../../../core/src/analysis/time/ladder.ts';
import { workingDayLimit } from '../../../core/src/analysis/time/working-days.ts';
import type { TimePromise } from '../../../core/src/analysis/time/verdict.ts';
import { always, calendarOf, cn } from '../calendar/calendars.ts';
import { complaint, day, fixed, flow, hour, minute, part, step, triangular } from './flows.ts';

const simulation = { seed: 1, cases: 20_000 };

function verdict(
  of: TimedFlow,
  promise: TimePromise,
  options: LadderOptions = { simulation },
): string {
  const { rung, verdict: found, because } = judge(of, promise, options).deciding;
  return `${rung} ${found}${because === undefined ? '' : ` ${because.cause}`}`;
}

const line = flow(step('a', triangular(10, 20, 45), ['b']), step('b', triangular(1, 2, 5)));

test('a limit below the shortest path is impossible', () => {
  const { deciding, tried } = judge(line, { limitSeconds: 10 });
  expect(deciding).toEqual({
    rung: 'impossible',
    verdict: 'broken',
    numbers: { shortestSeconds: 11, limitSeconds: 10 },
    inputs: ['steps/a/time/work', 'steps/b/time/work'],
    weakestInput: 'declared',
    steps: ['a', 'b'],
  });
  expect(tried).toHaveLength(1);
});

test('a limit of the longest path is guaranteed, and equality passes', () => {
  expect(verdict(line, { limitSeconds: 50 })).toBe('guaranteed met');
  expect(verdict(line, { limitSeconds: 50, statistic: 'mean' })).toBe('guaranteed met');
  expect(verdict(line, { limitSeconds: 50, statistic: 'max' })).toBe('guaranteed met');
});

const routed = flow(
  step('a', 10, [
    ['quick', 0.9],
    ['slow', 0.1],
  ]),
  step('quick', triangular(1, 2, 5)),
  step('slow', triangular(100, 200, 300)),
);

test('what the routes allow is a bound, both ways', () => {
  expect(verdict(routed, { limitSeconds: 15, attainment: 0.9 })).toBe('bound met');
  expect(verdict(routed, { limitSeconds: 20, attainment: 0.95 })).toBe('bound broken');
  expect(judge(routed, { limitSeconds: 20, attainment: 0.95 }).deciding.numbers).toMatchObject({
    atLeast: 0.9,
    atMost: 0.9,
  });
});

test('limits of the steps are a bound', () => {
  const open = { kind: 'exponential', mean: 2 } as const;
  const promised = flow(
    step('a', open, ['b'], { promise: { withinSeconds: 10, attainment: 0.98 } }),
    step('b', open, [], { promise: { withinSeconds: 10, attainment: 0.99 } }),
  );
  expect(verdict(promised, { limitSeconds: 20, attainment: 0.97 })).toBe('bound met');
  expect(verdict(promised, { limitSeconds: 20, attainment: 0.98 }, {})).toBe(
    'mean undecided inconclusive',
  );
});

test('a promise about the mean is decided by the chain', () => {
  expect(verdict(line, { limitSeconds: 28, statistic: 'mean' })).toBe('mean met');
  expect(verdict(line, { limitSeconds: 27, statistic: 'mean' })).toBe('mean broken');
  expect(
    judge(line, { limitSeconds: 27, statistic: 'mean' }).deciding.numbers['meanSeconds'],
  ).toBeCloseTo(25 + 8 / 3, 10);
});

test('mean and variance decide a share where Cantelli leaves no doubt', () => {
  const open = flow(step('a', { kind: 'gamma', mean: 10, sd: 2 }));
  // Two standard deviations: at least 80 % in time, or at most 20 %.
  expect(verdict(open, { limitSeconds: 14, attainment: 0.8 })).toBe('mean met');
  expect(verdict(open, { limitSeconds: 6, attainment: 0.21 })).toBe('mean broken');
});

test('twelve hours for a complaint are kept on every likely route, whatever the distributions', () => {
  expect(verdict(complaint, { limitSeconds: 12 * hour, attainment: 0.95 })).toBe('bound met');
});

test('a share that only the distribution decides is simulated', () => {
  const {
    deciding,
    tried,
    simulation: cases,
  } = judge(line, { limitSeconds: 40, attainment: 0.9 }, { simulation });
  expect(tried.map(({ rung }) => rung)).toEqual([
    'impossible',
    'guaranteed',
    'bound',
    'mean',
    'distribution',
  ]);
  expect(deciding.verdict).toBe('met');
  expect(deciding.numbers).toMatchObject({ cases: 20_000, limitSeconds: 40, margin: 0.01151 });
  expect(deciding.numbers['share']).toBeGreaterThan(0.9);
  expect(cases?.sorted).toHaveLength(20_000);
  expect(verdict(line, { limitSeconds: 30, attainment: 0.9 })).toBe('distribution broken');
});

test('a percentile is a share', () => {
  expect(verdict(line, { limitSeconds: 40, statistic: 0.9 })).toBe('distribution met');
  expect(verdict(line, { limitSeconds: 30, statistic: 0.9 })).toBe('distribution broken');
});

test('within its margin the simulation is too close to call', () => {
  // The median of the triangle 0/1/2 is 1.
  const even = flow(step('a', triangular(0, 1, 2)));
  expect(verdict(even, { limitSeconds: 1, attainment: 0.5 })).toBe(
    'distribution undecided too_close',
  );
});

test('a promise for every case is broken by one that is late, and never shown by simulation', () => {
  expect(verdict(line, { limitSeconds: 40 })).toBe('distribution broken');
  const rare = flow(step('a', { kind: 'exponential', mean: 1 }));
  expect(verdict(rare, { limitSeconds: 60 })).toBe('distribution undecided too_close');
});

test('the weakest input is named', () => {
  const weak = flow(
    step('a', triangular(1, 2, 3), [
      { to: 'b', probability: 0.5, source: 'measured' },
      { to: 'c', probability: 0.5, source: 'assumed' },
    ]),
    step('b', 0, [], { parts: [part('work', fixed(5), { source: 'measured' })] }),
    step('c', 9),
  );
  const tried = judge(weak, { limitSeconds: 7, attainment: 0.8 }, {}).tried;
  expect(tried.map(({ rung, weakestInput }) => [rung, weakestInput])).toEqual([
    ['impossible', 'declared'],
    ['guaranteed', 'declared'],
    ['bound', 'assumed'],
  ]);
  expect(tried.at(-1)?.inputs).toContain('steps/a/next/c');
});

test('an undeclared probability leaves the rungs that need it undecided and is named', () => {
  const open = flow(step('a', 1, ['b', 'c']), step('b', 10), step('c', 20));
  expect(verdict(open, { limitSeconds: 10 })).toBe('impossible broken');
  expect(verdict(open, { limitSeconds: 21 })).toBe('guaranteed met');
  const { deciding, tried } = judge(open, { limitSeconds: 15, attainment: 0.9 }, { simulation });
  expect(deciding.verdict).toBe('undecided');
  expect(deciding.because).toEqual({
    cause: 'missing_input',
    missing: [
      { step: 'a', input: 'probability', of: 'b' },
      { step: 'a', input: 'probability', of: 'c' },
    ],
  });
  expect(tried.map(({ verdict: of }) => of)).toEqual(tried.map(() => 'undecided'));
});

test('a faulty flow is said to be faulty', () => {
  expect(verdict(flow(step('a', 1, ['nowhere'])), { limitSeconds: 1 })).toBe(
    'impossible undecided faulty_flow',
  );
});

test('a simulation that was stopped decides nothing', () => {
  const stopped = judge(
    line,
    { limitSeconds: 40, attainment: 0.9 },
    { simulation: { ...simulation, shouldStop: () => true } },
  );
  expect(stopped.deciding.because).toEqual({ cause: 'cancelled' });
});

test('a block whose shape is approximate leaves the verdict on the mean to the simulation', () => {
  const open = { kind: 'exponential', mean: 10 } as const;
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', open, ['b2']),
    step('b2', open, ['join']),
    step('c', open, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  const { deciding, tried } = judge(block, { limitSeconds: 30, statistic: 'mean' }, { simulation });
  expect(tried[3]).toMatchObject({ rung: 'mean', verdict: 'undecided', approximate: true });
  expect(`${deciding.rung} ${deciding.verdict}`).toBe('distribution met');
  const late = judge(block, { limitSeconds: 20, statistic: 'mean' }, { simulation });
  expect(late.tried[3]?.verdict).toBe('undecided');
  expect(`${late.deciding.rung} ${late.deciding.verdict}`).toBe('distribution broken');
});

const office = calendarOf({ week: { 'mon-fri': ['09:00-17:00'] }, holidays: 'none' });
const calendars = new Map([
  ['office', office],
  ['always', always],
]);
const arrivals = { from: cn('2026-03-02 00:00'), until: cn('2026-03-09 00:00') };
const desk = flow(
  step('a', 0, [], {
    parts: [part('work', triangular(hour, 2 * hour, 4 * hour), { clock: 'office' })],
  }),
);

test('work and promise on one calendar need neither calendar nor arrivals', () => {
  expect(verdict(desk, { limitSeconds: 4 * hour, clock: 'office' })).toBe('guaranteed met');
  expect(verdict(desk, { limitSeconds: 3 * hour, clock: 'office', attainment: 0.7 })).toBe(
    'distribution met',
  );
});

test('office work against a clock that never stops is not guaranteed by its duration', () => {
  const options = { calendars, simulation: { ...simulation, arrivals } };
  const judged: Judgement = judge(desk, { limitSeconds: 5 * hour, attainment: 0.5 }, options);
  expect(judged.tried.map(({ because }) => because?.cause)).toEqual([
    'inconclusive',
    'other_clock',
    'other_clock',
    'other_clock',
    undefined,
  ]);
  expect(judged.deciding.verdict).toBe('broken');
  expect(verdict(desk, { limitSeconds: hour / 2 }, options)).toBe('impossible broken');
  expect(verdict(desk, { limitSeconds: 4 * day, attainment: 0.95 }, options)).toBe(
    'distribution met',
  );
});

test('natural time against an office clock is not impossible by its duration', () => {
  const wait = flow(step('a', 20 * hour));
  const options = { calendars, simulation: { ...simulation, arrivals } };
  const promise = { limitSeconds: 8 * hour, clock: 'office', attainment: 0.9 };
  expect(judge(wait, promise, options).tried[0]?.because).toEqual({ cause: 'other_clock' });
  // Never more than a whole office day passes in 20 hours.
  expect(verdict(wait, promise, options)).toBe('distribution met');
  expect(verdict(wait, { ...promise, limitSeconds: 20 * hour }, options)).toBe('guaranteed met');
});

test('a calendar that never closes is natural time', () => {
  expect(verdict(flow(step('a', 10)), { limitSeconds: 10, clock: 'always' }, { calendars })).toBe(
    'guaranteed met',
  );
});

test('a calendar or the arrivals that are not given are named', () => {
  const missing = (options: LadderOptions) =>
    judge(desk, { limitSeconds: 5 * hour, attainment: 0.5 }, options).deciding.because;
  expect(missing({ simulation })).toEqual({
    cause: 'missing_input',
    missing: [{ step: 'a', input: 'calendar', of: 'office' }, { input: 'arrivals' }],
  });
  expect(missing({ calendars, simulation })).toEqual({
    cause: 'missing_input',
    missing: [{ input: 'arrivals' }],
  });
});

test('the time in a pause state is not measured', () => {
  const paused = flow(
    step('a', 10 * minute, ['b']),
    step('b', 0, [], { parts: [part('wait', fixed(2 * day), { state: 'waiting_customer' })] }),
  );
  const promise = { limitSeconds: 10 * minute, pauses: ['waiting_customer'] };
  expect(verdict(paused, promise)).toBe('guaranteed met');
  expect(verdict(paused, { limitSeconds: 10 * minute })).toBe('impossible broken');
});

test('a time that is not declared leaves everything but the shortest path undecided', () => {
  const open = flow(step('a', 10, ['b']), step('b', 0, [], { timeUndeclared: true }));
  expect(verdict(open, { limitSeconds: 5 })).toBe('impossible broken');
  const { tried } = judge(open, { limitSeconds: 20 }, { simulation });
  const missing = { cause: 'missing_input', missing: [{ step: 'b', input: 'duration' }] };
  expect(tried.map(({ because }) => because)).toEqual([
    { cause: 'inconclusive' },
    missing,
    missing,
    missing,
    missing,
  ]);
});

const officeDays = (days: number, attainment: number) => ({
  ...workingDayLimit(office, days),
  clock: 'office',
  attainment,
});

test('a limit of one working day is the close of the next working day', () => {
  const options = { calendars, simulation: { ...simulation, arrivals } };
  const of = (hours: number) =>
    flow(step('a', 0, [], { parts: [part('work', fixed(hours * hour), { clock: 'office' })] }));
  // Eight hours fit whenever the case comes; 16 h or more never do.
  expect(verdict(of(8), officeDays(1, 1), options)).toBe('guaranteed met');
  expect(verdict(of(17), officeDays(1, 0.01), options)).toBe('impossible broken');
  // 12 h fit when 4 h of the day of receipt are left: from midnight to 13:00 of each weekday.
  const { deciding } = judge(of(12), officeDays(1, 0.5), options);
  const inTime = 5 * 13;
  expect(deciding.numbers['share']).toBeCloseTo(inTime / 168, 1);
  expect(deciding.verdict).toBe('broken');
});

test('years that are not published leave the verdict undecided when it depends on them', () => {
  const china = calendarOf({ week: { 'mon-fri': ['09:00-17:00'] }, holidays: 'CN' });
  const late = { from: cn('2026-12-28 00:00'), until: cn('2027-01-01 00:00') };
  const judged = judge(
    desk,
    { limitSeconds: day, attainment: 0.9 },
    { calendars: new Map([['office', china]]), simulation: { ...simulation, arrivals: late } },
  ).deciding;
  expect(judged.because).toEqual({ cause: 'calendar_unknown' });
  expect(judged.numbers['unknown']).toBeGreaterThan(0);
});
