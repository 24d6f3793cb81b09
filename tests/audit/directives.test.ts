import { describe, expect, test } from 'vitest';
import type { AuditResult } from '../../core/src/audit/audit-result.ts';
import { auditFiles, libraryOf, processText, root } from '../workspace/memory.ts';

const library = libraryOf([
  { id: 'test/limit', applies: 'slas', needs: ['within'], holds: 'within = "2h"', at: 'within' },
  { id: 'test/name', applies: 'slas', holds: '$exists(name)', severity: 'warning' },
]);

async function audit(lines: string): Promise<AuditResult> {
  const { result } = await auditFiles(
    { [`${root}/refund.process.yaml`]: processText(lines) },
    library,
  );
  return result;
}

/** Rule, line, and whether it is accepted, of each finding. */
function found({
  findings,
}: AuditResult): readonly (readonly [string, number, string | undefined])[] {
  return findings.map(({ rule, range, suppressed }) => [
    rule,
    range.start.line,
    suppressed?.reason,
  ]);
}

describe('a comment that accepts the findings of the next line', () => {
  test('accepts those of its rule there, with its reason, and keeps them in the result', async () => {
    const result = await audit(`slas:
  # flowaudit-disable-next-line test/limit -- agreed with the customer
  slow: { metric: resolution, within: 3h, name: Slow }
  long: { metric: resolution, within: 4h, name: Long }
`);
    expect(found(result)).toEqual([
      ['test/limit', 10, 'agreed with the customer'],
      ['test/limit', 11, undefined],
    ]);
    expect(result.findings[0]?.suppressed).toEqual({
      by: 'directive',
      reason: 'agreed with the customer',
    });
    expect(result.summary.findings).toEqual({ error: 1, warning: 0, info: 0, suppressed: 1 });
    expect(result.because.map(({ count }) => count)).toEqual([1]);
  });

  test('accepts an undecided one too, and nothing of another rule', async () => {
    const result = await audit(`slas:
  # flowaudit-disable-next-line test/limit -- not agreed yet
  open: { metric: resolution }
`);
    expect(found(result)).toEqual([
      ['test/limit', 10, 'not agreed yet'],
      ['test/name', 10, undefined],
    ]);
    expect(result.verdict).toBe('fail');
  });

  test('reaches over blank lines and other comments', async () => {
    const result = await audit(`slas:
  # flowaudit-disable-next-line test/name -- internal

  # flowaudit-disable-next-line test/limit -- agreed
  slow: { metric: resolution, within: 3h }
`);
    expect(found(result)).toEqual([
      ['test/name', 12, 'internal'],
      ['test/limit', 12, 'agreed'],
    ]);
    expect(result.verdict).toBe('pass');
  });
});

test('a comment for the file accepts all findings of its rule in it, also in its other documents', async () => {
  const slow = 'slas:\n  slow: { metric: resolution, within: 3h, name: Slow }\n';
  const text = `# flowaudit-disable-file test/limit -- pilot phase\n${processText(slow)}---\n${processText(slow, 'b')}`;
  const files = {
    [`${root}/a.process.yaml`]: text,
    [`${root}/other.process.yaml`]: processText(slow, 'other'),
  };
  const { result } = await auditFiles(files, library);
  expect(result.findings.map(({ path, suppressed }) => [path, suppressed?.reason])).toEqual([
    ['a.process.yaml', 'pilot phase'],
    ['a.process.yaml', 'pilot phase'],
    ['other.process.yaml', undefined],
  ]);
});

describe('a comment that accepts nothing is a finding itself', () => {
  const slow = '  slow: { metric: resolution, within: 3h, name: Slow }\n';

  test.each([
    ['without a reason', 'test/limit', 'suppressions/directive-gives-a-reason', 'gives no reason'],
    [
      'with an empty reason',
      'test/limit -- ',
      'suppressions/directive-gives-a-reason',
      'gives no reason',
    ],
    [
      'for a rule that does not exist',
      'test/limits -- x',
      'suppressions/directive-matches-a-finding',
      'names no rule',
    ],
    ['for no rule', '', 'suppressions/directive-matches-a-finding', 'names no rule'],
    [
      'for a rule that holds here',
      'test/name -- x',
      'suppressions/directive-matches-a-finding',
      'matches no finding',
    ],
  ])('%s', async (_, words, rule, sentence) => {
    const comment = `# flowaudit-disable-next-line ${words}`.trimEnd();
    const result = await audit(`slas:\n  ${comment}\n${slow}`);
    expect(found(result)).toEqual([
      [rule, 9, undefined],
      ['test/limit', 10, undefined],
    ]);
    const [own] = result.findings;
    expect(own?.message).toContain(`“${comment}”`);
    expect(own?.message).toContain(sentence);
    expect(own?.range.start.column).toBe(3);
    expect(result.rules.find(({ id }) => id === rule)).toMatchObject({ fail: 1 });
  });

  test('when it stands one line too far up', async () => {
    const result = await audit(`slas:
  # flowaudit-disable-next-line test/limit -- agreed
  fast: { metric: resolution, within: 2h, name: Fast }
${slow}`);
    expect(found(result).map(([rule]) => rule)).toEqual([
      'suppressions/directive-matches-a-finding',
      'test/limit',
    ]);
  });

  test('and is never accepted by another comment', async () => {
    const result = await audit(`# flowaudit-disable-file suppressions/directive-gives-a-reason -- x
# flowaudit-disable-file test/limit
slas:
${slow}`);
    expect(result.findings.every(({ suppressed }) => suppressed === undefined)).toBe(true);
  });
});
