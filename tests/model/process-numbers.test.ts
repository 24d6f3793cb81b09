import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { mapsIn } from '../../core/src/model/flow.ts';
import { ProcessNumbers } from '../../core/src/model/numbers/process-numbers.ts';
import { fullCases } from '../../core/src/model/numbers/promise-judge.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

const minute = 60;
const hour = 3600;

function numbersOf(text: string, organization?: string): ProcessNumbers {
  const [process] = resourcesOf(parse('example.process.yaml', text));
  const [shared] = resourcesOf(parse('organization.yaml', organization ?? ''));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const parts = shared === undefined ? { process } : { process, organization: shared };
  return new ProcessNumbers(buildModel(parts).views, '2026-11-21');
}

function example(body: string): ProcessNumbers {
  return numbersOf(
    `apiVersion: flowaudit/v1\nkind: Process\nid: example\nname: Example\nowner: clerk\n${body}`,
  );
}

function valueOf<Value>(
  outcome: { readonly decided: true; readonly value: Value } | { readonly decided: false },
): Value {
  if (!outcome.decided) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const calendars = `
calendars:
  always: { timezone: Asia/Shanghai, week: { mon-sun: ["00:00-24:00"] } }
  office: { timezone: Asia/Shanghai, week: { mon-fri: ["09:00-17:00"] }, holidays: none }
`;

describe('the complaint process as it is declared', () => {
  const folder = new URL('../../samples/complaint-handling/declared/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const numbers = numbersOf(read('complaint-handling.process.yaml'), read('organization.yaml'));

  // Worked out independently, by hand and by another simulation.
  test('takes 67.70 min without the maximum of its loop, 67.66 simulated with it', () => {
    expect(valueOf(numbers.totalUncapped).mean / minute).toBeCloseTo(67.7, 2);
    const simulated = numbers.percentiles({});
    expect(Math.abs((simulated?.mean ?? 0) / minute / 67.66 - 1)).toBeLessThan(0.005);
    expect(Math.abs((simulated?.p50 ?? 0) / minute / 38 - 1)).toBeLessThan(0.015);
    expect(Math.abs((simulated?.p90 ?? 0) / minute / 199 - 1)).toBeLessThan(0.015);
    expect(Math.abs((simulated?.p95 ?? 0) / minute / 209 - 1)).toBeLessThan(0.015);
    expect(Math.abs((simulated?.p99 ?? 0) / minute / 288 - 1)).toBeLessThan(0.015);
  });

  test.each([
    ['frontline', 17.61],
    ['expert', 5],
    ['warehouse', 6.85],
    ['team_lead', 1.14],
    ['bot', 3.7],
  ])('keeps %s busy for %d min a case', (role, minutes) => {
    expect((numbers.role(role)?.touchSecondsUncapped ?? 0) / minute).toBeCloseTo(minutes, 1);
  });

  test('needs 352 h of front-line work a day, and has 336 h', () => {
    const role = numbers.role('frontline');
    expect(Math.round((role?.needPerDay ?? 0) / hour)).toBe(352);
    expect((role?.offeredPerDay ?? 0) / hour).toBe(336);
    expect([role?.fits, role?.bearable]).toEqual([false, false]);
    expect(role?.peak?.load).toBeCloseTo(58.6, 1);
    expect(role?.peak?.stable).toBe(false);
  });

  test('has an availability of 99.94 % where 99.99 % are promised', () => {
    const [sla] = mapsIn(numbers.views, 'slas').filter(({ metric }) => metric === 'availability');
    const found = sla && numbers.availability(sla);
    expect(found?.composed).toMatchObject({ decided: true });
    expect(found?.composed.decided === true && found.composed.availability).toBeCloseTo(
      0.9999 * 0.9995,
      12,
    );
    expect(found?.kept).toBe(false);
  });
});

const line = (more = ''): string => `${calendars}
volume: { cases: 100/d }
roles:
  clerk: { name: Clerk, calendar: always, onShift: 2 ${more} }
start: one
steps:
  one: { name: Do it, type: task, role: clerk, time: { work: 10min }, end: true }
`;

test('a process of one step', () => {
  const numbers = example(line());
  expect(valueOf(numbers.total).mean).toBe(600);
  expect(numbers.criticalPath?.criticalPath).toEqual(['one']);
  // 100 · 10 min = 16.67 h of 48 h
  expect(numbers.role('clerk')?.utilisation).toBeCloseTo(1000 / (48 * 60), 12);
});

test('zero arrivals load nobody, and leave no queue', () => {
  const numbers = example(line().replace('100/d', '0/d'));
  expect(numbers.role('clerk')).toMatchObject({ needPerDay: 0, utilisation: 0, fits: true });
  expect(numbers.role('clerk')?.queue).toMatchObject({ stable: true, meanWaitSeconds: 0 });
});

test('a million cases a day overload two people, and no wait is made up for them', () => {
  const role = example(line().replace('100/d', '1000000/d')).role('clerk');
  expect(role?.fits).toBe(false);
  expect(role?.queue).toEqual(expect.objectContaining({ stable: false }));
  expect(role?.queue).not.toHaveProperty('meanWaitSeconds');
  // 10⁶ · 10 min = 166 667 h a day of 24 h a seat, at 85 %: 8 170 seats
  expect(role?.seatsNeeded).toBe(8170);
});

test('a step shared by two roles keeps both of them busy', () => {
  const numbers = example(
    line()
      .replace('start: one', '  lead: { name: Lead, calendar: always, onShift: 1 }\nstart: one')
      .replace('role: clerk, time', 'role: clerk, approvers: [lead], time'),
  );
  expect(numbers.role('clerk')?.load.touchSeconds).toBe(600);
  expect(numbers.role('lead')?.load.touchSeconds).toBe(600);
});

test('a branch of probability 0 is never gone, one of 1 always', () => {
  const numbers = example(`
start: choose
steps:
  choose: { name: Choose, type: choice, next: [ { to: never, probability: 0% }, { to: sure, probability: 100% } ] }
  never: { name: Never, type: task, time: { work: 5h }, end: true }
  sure: { name: Sure, type: task, time: { work: 5min }, end: true }
`);
  expect(valueOf(numbers.visits).perStep.get('never') ?? 0).toBe(0);
  expect(valueOf(numbers.total).mean).toBe(300);
});

test('a loop of probability 1 never ends without a maximum, and does with one', () => {
  const loop = (max: string): ProcessNumbers =>
    example(`
start: work
steps:
  work: { name: Work, type: task, time: { work: 5min }, next: [ { to: work, probability: 100%, loop: ${max} }, { to: done, probability: 0% } ] }
  done: { name: Done, type: end }
`);
  expect(loop('{}').total).toMatchObject({ decided: false, because: { cause: 'never_ends' } });
  expect(valueOf(loop('{ max: 2, then: done }').total).mean).toBe(900);
});

test('a role whose calendar never opens when the work is there has no hours for it', () => {
  const numbers = example(
    line().replace('week: { mon-sun: ["00:00-24:00"] }', 'week: { mon: [] }, holidays: none'),
  );
  expect(numbers.role('clerk')?.fits).toBe(false);
});

test('an SLA whose clock no step of the flow stops is not judged, and says why', () => {
  const numbers = example(`${line()}
slas:
  outside: { metric: resolution, from: incident.occurred, to: case.closed, within: 1h }
  other: { metric: resolution, from: case.created, to: { lastOf: [one], event: complete }, within: 1h }
`);
  const [outside, other] = mapsIn(numbers.views, 'slas').flatMap((sla) => numbers.timing(sla));
  expect(outside?.lacks).toEqual({ cause: 'clock', of: 'from' });
  expect(other?.lacks).toEqual({ cause: 'clock', of: 'to' });
});

test('an SLA for some channels only is not judged by all cases', () => {
  const numbers = example(`${line()}
slas:
  phone: { metric: resolution, from: case.created, to: case.closed, within: 1min, appliesTo: { channels: [phone] } }
channels: { phone: { name: Phone } }
`);
  const [limit] = mapsIn(numbers.views, 'slas').flatMap((sla) => numbers.timing(sla));
  expect(limit?.lacks).toEqual({ cause: 'scope', of: 'channels' });
});

test('what is not declared is undecided and named, never 0', () => {
  const numbers = example(`
start: one
steps:
  one: { name: One, type: task, time: { work: 5min }, next: two }
  two: { name: Two, type: task, end: true }
`);
  expect(numbers.total).toEqual({
    decided: false,
    because: { cause: 'missing_input', missing: [{ step: 'two', input: 'duration' }] },
  });
});

test('a process of 2,000 steps', () => {
  const steps = Array.from(
    { length: 2000 },
    (_, at) =>
      `  s${String(at)}: { name: Step, type: task, role: clerk, time: { work: 1min }, ${
        at === 1999 ? 'end: true' : `next: s${String(at + 1)}`
      } }`,
  );
  const numbers = example(
    `${calendars}\nvolume: { cases: 1/d }\nroles: { clerk: { name: Clerk, calendar: always, onShift: 2 } }\nstart: s0\nsteps:\n${steps.join('\n')}\n`,
  );
  expect(valueOf(numbers.total).mean).toBe(2000 * minute);
  expect(numbers.role('clerk')?.load.visits).toBe(2000);
});

test('work in working hours offers what the calendar of the year opens, holidays counted', () => {
  const numbers = example(
    line()
      .replace('calendar: always, onShift', 'calendar: cn, onShift')
      .replace(
        '  office:',
        '  cn: { timezone: Asia/Shanghai, week: { mon-fri: ["09:00-17:00"] }, holidays: CN }\n  office:',
      ),
  );
  // 248 working days in 2026, 8 h, two seats
  expect((numbers.role('clerk')?.offeredPerDay ?? 0) / hour).toBeCloseTo((248 * 16) / 365, 9);
});

test('holidays that are not published leave enough undecided, too little not', () => {
  const text = (cases: string): string =>
    line()
      .replace('100/d', cases)
      .replace('calendar: always, onShift', 'calendar: cn, onShift')
      .replace(
        '  office:',
        '  cn: { timezone: Asia/Shanghai, week: { mon-fri: ["09:00-17:00"] }, holidays: CN }\n  office:',
      );
  const in2027 = (cases: string): unknown => {
    const { views } = example(text(cases));
    return new ProcessNumbers(views, '2027-03-01').role('clerk');
  };
  expect(in2027('10/d')).toMatchObject({ lacks: 'holidays' });
  expect(in2027('10/d')).not.toHaveProperty('fits');
  expect(in2027('10000/d')).toMatchObject({ fits: false });
});

test('seats by the hour add up, in the time zone of the role', () => {
  const numbers = example(
    line().replace(
      'onShift: 2',
      'onShift: [ { when: "08:00-20:00", seats: 3 }, { when: "20:00-08:00", seats: 1 } ]',
    ),
  );
  expect((numbers.role('clerk')?.offeredPerDay ?? 0) / hour).toBe(48);
});

test('working-day demand is spread over the week', () => {
  const numbers = example(
    line().replace('100/d', '70/wd').replace('volume:', 'defaultCalendar: office\nvolume:'),
  );
  // 70 · 5 days a week are 50 a day
  expect(numbers.demand?.casesPerSecond).toBeCloseTo(50 / 86_400, 15);
});

describe('a sub-process', () => {
  const head = (id: string): string =>
    `apiVersion: flowaudit/v1\nkind: Process\nid: ${id}\nname: ${id}\nowner: clerk\n`;
  const parcel = `${head('parcel')}start: pack
steps:
  pack: { name: Pack, type: task, time: { work: 20min }, next: send }
  send: { name: Send, type: task, time: { work: { min: 10min, likely: 20min, max: 30min } }, end: true }
`;
  const order = (time = ''): string => `${head('order')}start: take
steps:
  take: { name: Take, type: task, time: { work: 5min }, next: deliver }
  deliver: { name: Deliver, type: subprocess, process: parcel, ${time} end: true }
`;
  const together = (text: string, others: readonly string[]): ProcessNumbers => {
    const models = new Map<string, ReturnType<typeof buildModel>>();
    for (const each of [...others, text]) {
      const [process] = resourcesOf(parse('example.process.yaml', each));
      if (process === undefined) throw new Error('the file is no process');
      models.set(process.id, buildModel({ process, processes: (id) => models.get(id)?.views }));
    }
    return new ProcessNumbers([...models.values()].at(-1)?.views ?? {}, '2026-11-21');
  };

  test('takes the time of the process it runs', () => {
    const numbers = together(order(), [parcel]);
    // 5 + 20 + 20 min on average; at least 5 + 20 + 10, at most 5 + 20 + 30
    expect(valueOf(numbers.total).mean / minute).toBeCloseTo(45, 0);
    expect(valueOf(numbers.shortest).seconds / minute).toBeCloseTo(35, 9);
    expect(valueOf(numbers.longest).seconds / minute).toBeCloseTo(55, 9);
  });

  test('keeps a time of its own', () => {
    const numbers = together(order('time: { wait: 2h },'), [parcel]);
    expect(valueOf(numbers.total).mean / minute).toBe(125);
  });

  test('that is not there, or runs itself, has no time', () => {
    expect(together(order(), []).total.decided).toBe(false);
    const itself = parcel.replace(
      'type: task, time: { work: 20min }',
      'type: subprocess, process: order',
    );
    expect(together(order(), [itself]).total.decided).toBe(false);
  });
});

test('a large process is simulated with fewer cases, a small one with all', () => {
  const sized = (steps: number): number =>
    fullCases({
      start: 's0',
      steps: Array.from({ length: steps }, (_, at) => ({
        id: `s${String(at)}`,
        kind: 'work',
        parts: [],
        exits: [],
      })),
    });
  expect(sized(15)).toBe(105_967);
  expect(sized(1000)).toBe(20_000);
  expect(sized(100_000)).toBe(5000);
});
