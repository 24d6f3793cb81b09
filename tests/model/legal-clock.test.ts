import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { buildModel } from '../../core/src/model/build.ts';
import { resourcesOf } from '../../core/src/model/resource.ts';

/** One clock of the Chinese rights, with an SLA to point to. */
function clockOf(rights: string, fact = 'responseClock'): unknown {
  const text = `apiVersion: flowaudit/v1
kind: Process
id: example
name: Example
organization: { rights: { cn: { ${rights} } } }
start: intake
steps:
  intake: { name: Receive request, type: task, next: reply }
  reply: { name: Reply, type: task, end: true }
slas:
  reply_in_time: { name: Reply in time, metric: resolution, from: case.created, to: reply.completed, within: 10wd }
`;
  const [process] = resourcesOf(parse('example.process.yaml', text));
  if (process === undefined) throw new Error('the file is no process');
  expect(process.faults).toEqual([]);
  const { organization } = buildModel({ process }).views;
  const found: unknown = ['rights', 'cn', fact].reduce(
    (value: unknown, key) => (value === undefined ? value : Reflect.get(Object(value), key)),
    organization,
  );
  return found;
}

const respond = (within: string) => clockOf(`respond: { within: ${within} }`);

test('working days run over weekends, calendar days hold fewer working days', () => {
  expect(respond('15wd')).toEqual({
    elsewhere: false,
    limit: '15wd',
    days: { least: 19, most: 21 },
    workingDays: { least: 15, most: 15 },
  });
  expect(respond('21d')).toMatchObject({ workingDays: { least: 15, most: 15 } });
  expect(respond('22d')).toMatchObject({ workingDays: { least: 15, most: 16 } });
  expect(respond('16wd')).toMatchObject({ days: { least: 22, most: 24 } });
  expect(respond('20wd')).toMatchObject({ days: { least: 26, most: 28 } });
});

test('a month has 28 to 31 days', () => {
  expect(respond('1mo')).toMatchObject({
    days: { least: 28, most: 31 },
    workingDays: { least: 20, most: 23 },
  });
});

test('hours are parts of a day', () => {
  expect(respond('36h')).toMatchObject({ days: { least: 1.5, most: 1.5 } });
});

test('a word is no length', () => {
  expect(respond('promptly')).toEqual({ elsewhere: false, limit: 'promptly', word: 'promptly' });
});

test('the number may stand in an SLA; one of another process is elsewhere', () => {
  expect(clockOf('respond: { sla: reply_in_time }')).toEqual({
    elsewhere: false,
    limit: '10wd',
    days: { least: 12, most: 14 },
    workingDays: { least: 10, most: 10 },
    start: 'case.created',
    startsLate: false,
  });
  expect(clockOf('respond: { sla: other }')).toEqual({ elsewhere: true });
});

test('a clock of rights starts late where it starts after the receipt of the request', () => {
  const from = (event: string) => clockOf(`respond: { within: 10wd, from: ${event} }`);
  expect(from('request.received')).toMatchObject({ startsLate: false });
  expect(from('intake.started')).toMatchObject({ startsLate: false });
  expect(from('intake.completed')).not.toHaveProperty('startsLate');
  expect(from('reply.started')).toMatchObject({ startsLate: true });
  expect(from('identity.verified')).toMatchObject({ startsLate: true });
  expect(from('elsewhere.completed')).not.toHaveProperty('startsLate');
});

test('other limits of rights have their clocks, and what is not declared has none', () => {
  const rights = 'acknowledge: { within: 10wd }, accountCancellation: { within: 15wd }';
  expect(clockOf(rights, 'acknowledgementClock')).toMatchObject({ limit: '10wd' });
  expect(clockOf(rights, 'cancellationClock')).toMatchObject({ limit: '15wd' });
  expect(clockOf(rights, 'refusalClock')).toBe(undefined);
  expect(clockOf('refusal: none', 'refusalClock')).toBe(undefined);
});
