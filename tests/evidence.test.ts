import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judge } from '../core/src/model/evidence.ts';
import { auditFiles } from './memory-files.ts';

const process = `apiVersion: flowaudit/v1
kind: Process
id: small
version: "1.0"
name: Small process
owner: lead
roles:
  lead: { name: Lead, headcount: 1 }
start: receive
steps:
  receive:
    name: { zh: 受理请求, en: Receive request }
    type: task
    role: lead
    sla: { within: 1h }
    end: true
acceptance:
  a1: { standard: performance, level: core, metric: response_time, op: "<=", value: 2s }
`;

const csv = 'minute,p95\n0,1600\n';
const sha256 = createHash('sha256').update(csv).digest('hex');

function evidence(hash: string): string {
  return `apiVersion: flowaudit/v1
kind: Evidence
id: load-test
process: small
measurements:
  - { metric: response_time, value: 1.6s, source: { file: load.csv, sha256: "${hash}" }, collectedOn: 2026-03-06 }
`;
}

async function outcomesOf(files: Record<string, string>): Promise<readonly string[]> {
  const { result } = await auditFiles({ 'small.process.yaml': process, ...files });
  return result.findings
    .filter(({ rule }) => rule === 'acceptance/criteria-are-met' || rule.startsWith('evidence/'))
    .map(({ rule, outcome, pointer }) => `${rule} ${outcome} ${pointer}`);
}

const undecided = 'acceptance/criteria-are-met undecided /acceptance/a1';

test('a criterion with verified evidence is met', async () => {
  expect(await outcomesOf({ 'load.evidence.yaml': evidence(sha256), 'load.csv': csv })).toEqual([]);
});

test('evidence in the evidence folder of the process is found, its file beside it', async () => {
  const files = { 'evidence/load.evidence.yaml': evidence(sha256), 'evidence/load.csv': csv };
  expect(await outcomesOf(files)).toEqual([]);
});

test('without evidence a criterion is undecided', async () => {
  expect(await outcomesOf({})).toEqual([undecided]);
});

test('one changed byte makes the criterion undecided and the evidence a fail', async () => {
  const files = { 'load.evidence.yaml': evidence(sha256), 'load.csv': csv.replace('1600', '1601') };
  expect(await outcomesOf(files)).toEqual([
    'evidence/source-files-are-unchanged fail /measurements/0/source/sha256',
    undecided,
  ]);
});

test('a missing file makes the criterion undecided and is named', async () => {
  expect(await outcomesOf({ 'load.evidence.yaml': evidence(sha256) })).toEqual([
    'evidence/source-files-are-present fail /measurements/0/source/file',
    undecided,
  ]);
});

test('what is no SHA-256 verifies nothing', async () => {
  const files = { 'load.evidence.yaml': evidence('<64 hex digits>'), 'load.csv': csv };
  expect(await outcomesOf(files)).toContain(undecided);
});

test('evidence about another process is no evidence', async () => {
  const other = evidence(sha256).replace('process: small', 'process: other');
  expect(await outcomesOf({ 'load.evidence.yaml': other, 'load.csv': csv })).toEqual([undecided]);
});

describe('a criterion against its measurements', () => {
  const criterion = { id: 'a1', metric: 'm', op: '<=', value: '2s' };
  const measured = (more: object): Record<string, unknown> => ({
    metric: 'm',
    value: '2s',
    sourceStatus: 'verified',
    ...more,
  });
  const verdictOf = (measurement: object, change: object = {}): string => {
    const { verdict, lacks } = judge(
      { ...criterion, ...change },
      [measured(measurement)],
      '2026-11-21',
    );
    return lacks === undefined ? verdict : `${verdict}: ${lacks}`;
  };

  test.each([
    ['equal to the limit', {}, {}, 'met'],
    ['past the limit', { value: '2.001s' }, {}, 'notMet'],
    ['equal, where less is demanded', {}, { op: '<' }, 'notMet'],
    ['in another unit of time', { value: '1800ms' }, {}, 'undecided: comparableValue'],
    ['in milliseconds written as seconds', { value: '0.5min' }, {}, 'notMet'],
    ['a percentage against a time', { value: '2%' }, {}, 'undecided: comparableValue'],
    ['plain numbers', { value: 70 }, { op: '>=', value: 70 }, 'met'],
    ['percentages', { value: '99.9%' }, { op: '>=', value: '100%' }, 'notMet'],
    ['on its last valid day', { validUntil: '2026-11-21' }, {}, 'met'],
    ['a day after it ended', { validUntil: '2026-11-20' }, {}, 'undecided: validity'],
    ['collected in the future', { collectedOn: '2026-11-22' }, {}, 'undecided: validity'],
    ['from an unverified file', { sourceStatus: 'missing' }, {}, 'undecided: verifiedSource'],
    ['for another criterion', { criterion: 'a2' }, {}, 'undecided: measurement'],
    ['of one system where the whole is asked', { of: 'crm' }, {}, 'undecided: measurement'],
    ['without a demanded value', {}, { value: undefined }, 'undecided: demand'],
  ])('%s', (_, measurement, change, expected) => {
    expect(verdictOf(measurement, change)).toBe(expected);
  });

  test('the latest valid measurement counts', () => {
    const older = measured({ value: '1s', collectedOn: '2026-01-01' });
    const newer = measured({ value: '3s', collectedOn: '2026-06-01' });
    expect(judge(criterion, [newer, older], '2026-11-21').verdict).toBe('notMet');
  });
});
