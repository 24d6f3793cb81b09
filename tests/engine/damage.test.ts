import { describe, expect, test } from 'vitest';
import type { AuditResult } from '../../core/src/audit/audit-result.ts';
import {
  auditFiles,
  libraryOf,
  organizationText,
  processText,
  root,
  type RuleFields,
} from '../workspace/memory.ts';

const path = `${root}/refund.process.yaml`;

async function audit(text: string, rule: RuleFields): Promise<AuditResult> {
  const { result } = await auditFiles({ [path]: text }, libraryOf([rule]));
  return result;
}

/** How often a rule passed, failed, and could not tell. */
function counts(result: AuditResult, rule: RuleFields): readonly (number | undefined)[] {
  const record = result.rules.find(({ id }) => id === rule.id);
  return [record?.pass, record?.fail, record?.undecided];
}

const slas = (lines: string): string => processText(`slas:\n${lines}`);

describe('a rule that reads a field which the format refuses', () => {
  const limit = { id: 'test/limit', applies: 'slas', holds: '$duration(within) <= 7200' };
  const good = '  good: { metric: resolution, within: 2h }\n';

  test('cannot tell, and only the refusal is a finding', async () => {
    const result = await audit(slas(`${good}  wrong: { metric: resolution, within: 4 }\n`), limit);
    expect(result.findings).toMatchObject([
      { rule: 'format/fields-match-the-format', outcome: 'fail', pointer: '/slas/wrong/within' },
    ]);
    expect(counts(result, limit)).toEqual([1, 0, 1]);
    expect(result.verdict).toBe('fail');
  });

  test('whose absence it reports does not report it: the field is there', async () => {
    const exists = { id: 'test/exists', applies: 'slas', holds: '$exists(within)' };
    const result = await audit(slas(`${good}  wrong: { metric: resolution, within: 4 }\n`), exists);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['format/fields-match-the-format']);
    expect(counts(result, exists)).toEqual([1, 0, 1]);
  });

  test('that it only needs cannot tell either', async () => {
    const needing = { id: 'test/needs', applies: 'slas', needs: ['within'], holds: 'true' };
    const result = await audit(slas('  wrong: { metric: resolution, within: 4 }\n'), needing);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['format/fields-match-the-format']);
    expect(counts(result, needing)).toEqual([0, 0, 1]);
  });

  test('that it does not read is judged all the same', async () => {
    const result = await audit(
      slas('  wrong: { metric: resolution, within: 3h, attainment: 95 }\n'),
      limit,
    );
    expect(result.findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
      ['test/limit', '/slas/wrong'],
      ['format/fields-match-the-format', '/slas/wrong/attainment'],
    ]);
    expect(counts(result, limit)).toEqual([0, 1, 0]);
  });

  test('of another subject judges its own, unless it reads beyond it', async () => {
    const text = slas(`${good}  wrong: { metric: resolution, within: 4 }\n`);
    const beyond = {
      id: 'test/beyond',
      applies: 'slas',
      holds: '$count($slas[within = $this.within]) = 1',
    };
    expect(counts(await audit(text, beyond), beyond)).toEqual([0, 0, 2]);
  });

  test('in the organisation cannot tell where it reads the organisation', async () => {
    const rule = { id: 'test/role', applies: 'steps', holds: '$organization.role = "controller"' };
    const { result } = await auditFiles(
      { [path]: processText(), [`${root}/organization.yaml`]: organizationText('role: master\n') },
      libraryOf([rule]),
    );
    expect(counts(result, rule)).toEqual([0, 0, 1]);
  });
});

test('a field that the format demands and that is missing is damage where a rule reads it', async () => {
  const rule = { id: 'test/type', applies: 'steps', holds: 'type = "task"' };
  const result = await audit(processText().replace('type: task, ', ''), rule);
  expect(counts(result, rule)).toEqual([0, 0, 1]);
  expect(result.findings.map((each) => each.rule)).toEqual(['format/fields-match-the-format']);
});

describe('a syntax fault', () => {
  const rule = { id: 'test/steps', applies: 'steps', holds: '$exists(name)' };

  test('in one step leaves the others judged; that one can be told by nobody', async () => {
    const text = `apiVersion: flowaudit/v1
kind: Process
id: refund
name: Refund
start: ask
steps:
  ask:
    type: task
    name：Ask customer
    next: close
  close: { name: Close case, type: task, end: true }
`;
    const result = await audit(text, rule);
    const rules = result.findings.map((each) => each.rule);
    expect(rules).toContain('format/yaml-is-well-formed');
    expect(rules).not.toContain('test/steps');
    expect(counts(result, rule)).toEqual([1, 0, 1]);
    expect(result.verdict).toBe('fail');
  });

  test('is never accepted by a comment', async () => {
    const text = `# flowaudit-disable-file format/yaml-is-well-formed -- I know\n${processText('a: 1\na: 2\n')}`;
    const result = await audit(text, rule);
    const syntax = result.findings.filter((each) => each.rule === 'format/yaml-is-well-formed');
    expect(syntax).toHaveLength(1);
    expect(syntax[0]).not.toHaveProperty('suppressed');
  });
});
