import { expect, test } from 'vitest';
import type { AuditResult } from '../../core/src/audit/audit-result.ts';
import { validateShape } from '../../core/src/schema/validate.ts';

const start = { line: 3, column: 5 };
const range = { start, end: { line: 3, column: 9 } };
const references = [{ law: 'PIPL', article: '13(1)', edition: '2021' }];

/** One value with every key that the contract has, so that the type and the schema are compared. */
const result: AuditResult = {
  apiVersion: 'flowaudit/v1',
  kind: 'AuditResult',
  tool: { name: 'flowaudit', version: '0.1.0' },
  asOf: '2026-11-21',
  locale: 'zh',
  rulesets: [{ id: 'recommended', version: '1', sha256: 'a'.repeat(64) }],
  rules: [
    {
      id: 'sla/tiers-are-ordered',
      severity: 'warning',
      title: '时限等级有序',
      references,
      pass: 1,
      fail: 1,
      undecided: 0,
      notApplicable: '没有时限',
      error: 'D1012',
    },
  ],
  files: [
    { path: 'a.process.yaml', kind: 'Process', sha256: 'b'.repeat(64), status: 'checked' },
    { path: 'b.yaml', sha256: '', status: 'failed', reason: '无法读取' },
  ],
  findings: [
    {
      rule: 'sla/tiers-are-ordered',
      outcome: 'fail',
      severity: 'warning',
      path: 'a.process.yaml',
      document: 0,
      pointer: '/slas/a/tiers',
      range,
      data: { id: 'a', count: 2 },
      message: '时限“a”的等级无序。',
      references,
      related: [{ path: 'a.process.yaml', range, message: '另见' }],
      fingerprint: `${'0'.repeat(32)}#2`,
      suppressed: { by: 'waiver', reason: '已批准', until: '2027-03-31' },
    },
  ],
  summary: {
    files: { checked: 1, skipped: 0, failed: 1 },
    evaluations: { pass: 1, fail: 1, undecided: 0, notApplicable: 0, error: 0 },
    findings: { error: 0, warning: 0, info: 0, suppressed: 1 },
  },
  verdict: 'fail',
  because: [{ reason: 'failedFile', count: 1, message: '有 1 个文件未能检查。' }],
};

test('a complete result has the published shape', () => {
  expect(validateShape('AuditResult', result)).toEqual([]);
});

test('keys may be added', () => {
  expect(validateShape('AuditResult', { ...result, later: true })).toEqual([]);
});

test.each(Object.keys(result))('%s must be there', (key) => {
  const { [key]: _, ...rest }: Record<string, unknown> = { ...result };
  const faults = validateShape('AuditResult', rest);
  expect(faults.map(({ code, missing }) => [code, missing])).toEqual([['schema.key.missing', key]]);
});

test('lines and columns begin at 1', () => {
  const [finding] = result.findings;
  const wrong = { ...finding, range: { start: { line: 0, column: 1 }, end: start } };
  const faults = validateShape('AuditResult', { ...result, findings: [wrong] });
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/findings/0/range/start/line']);
});
