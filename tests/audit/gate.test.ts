import { describe, expect, test } from 'vitest';
import type { FindingRecord } from '../../core/src/audit/audit-result.ts';
import { closesGate } from '../../core/src/audit/gate.ts';

const finding: FindingRecord = {
  rule: 'test/rule',
  outcome: 'fail',
  severity: 'warning',
  path: 'refund.process.yaml',
  document: 0,
  pointer: '',
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  data: {},
  message: 'It is wrong.',
  references: [],
  related: [],
  fingerprint: '0'.repeat(32),
};

const severities = ['info', 'warning', 'error'] as const;

describe('which findings close the gate', () => {
  test('a failure from the severity of failOn upwards', () => {
    const closed = (failOn: (typeof severities)[number]): readonly string[] =>
      severities.filter((severity) =>
        closesGate({ ...finding, severity }, { failOn, undecided: 'fail' }),
      );
    expect(closed('info')).toEqual(['info', 'warning', 'error']);
    expect(closed('warning')).toEqual(['warning', 'error']);
    expect(closed('error')).toEqual(['error']);
  });

  test.each([
    ['undecided like a failure', { outcome: 'undecided' }, 'fail', true],
    ['undecided not where it is allowed', { outcome: 'undecided' }, 'allow', false],
    ['a milder undecided not', { outcome: 'undecided', severity: 'info' }, 'fail', false],
    [
      'an undeclared fact however mild',
      { outcome: 'undecided', rule: 'facts/undeclared', severity: 'info' },
      'fail',
      true,
    ],
    [
      'an undeclared fact not where undecided is allowed',
      { outcome: 'undecided', rule: 'facts/undeclared' },
      'allow',
      false,
    ],
    [
      'a rule that broke, also where undecided is allowed',
      { outcome: 'error', severity: 'info' },
      'allow',
      true,
    ],
    ['a failure also where undecided is allowed', {}, 'allow', true],
    ['not what is accepted', { suppressed: { by: 'directive', reason: 'x' } }, 'fail', false],
  ] as const)('%s', (_, fields, undecided, closes) => {
    expect(closesGate({ ...finding, ...fields }, { failOn: 'warning', undecided })).toBe(closes);
  });

  test('none with never', () => {
    expect(
      closesGate({ ...finding, severity: 'error' }, { failOn: 'never', undecided: 'fail' }),
    ).toBe(false);
  });
});
