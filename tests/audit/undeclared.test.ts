import { describe, expect, test } from 'vitest';
import {
  auditFiles,
  chinaPack,
  libraryOf,
  organizationText,
  processText,
  root,
} from '../workspace/memory.ts';

const rules = ['china/one', 'china/two', 'china/three'].map((id) => ({
  id,
  applies: 'steps',
  holds: 'true',
}));
const more = { 'china/pack.yaml': chinaPack };
const process = { [`${root}/refund.process.yaml`]: processText() };
const withOrganization = (lines: string) => ({
  ...process,
  [`${root}/organization.yaml`]: organizationText(lines),
});

describe('an undeclared fact that decides the scope of a pack', () => {
  test('is one finding for each fact, not for each rule, at the organisation', async () => {
    const { result, exitCode } = await auditFiles(withOrganization(''), libraryOf(rules, more));
    expect(result.findings).toMatchObject([
      {
        rule: 'facts/undeclared',
        outcome: 'undecided',
        severity: 'info',
        path: 'organization.yaml',
        pointer: '',
        range: { start: { line: 3, column: 5 }, end: { line: 3, column: 12 } },
        data: { fact: 'establishments', packs: 'china' },
      },
      { rule: 'facts/undeclared', data: { fact: 'markets', packs: 'china' } },
    ]);
    expect(result.verdict).toBe('undecided');
    expect(exitCode).toBe(1);
    const [one] = result.rules.filter(({ id }) => id === 'china/one');
    expect(one?.notApplicable).toBe(
      'Nobody can tell whether it applies; not declared: $organization.establishments, $organization.markets.',
    );
    expect(result.rules.find(({ id }) => id === 'facts/undeclared')).toMatchObject({
      undecided: 2,
    });
  });

  test('is at the process where there is no organisation', async () => {
    const { result } = await auditFiles(process, libraryOf(rules, more));
    expect(result.findings.map(({ path, data }) => [path, data['fact']])).toEqual([
      ['refund.process.yaml', 'establishments'],
      ['refund.process.yaml', 'markets'],
    ]);
  });

  test('that other rules need besides is still one finding', async () => {
    const needing = {
      id: 'test/needs',
      applies: 'steps',
      needs: ['$organization.markets'],
      holds: 'true',
    };
    const library = libraryOf([...rules, needing], more);
    const { result } = await auditFiles(withOrganization(''), library);
    expect(result.findings.map(({ data }) => data['fact'])).toEqual(['establishments', 'markets']);
  });

  test('is none where the declared facts already say yes', async () => {
    const { result } = await auditFiles(
      withOrganization('markets: [CN]\n'),
      libraryOf(rules, more),
    );
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe('pass');
  });

  test('remains one where the other says no: no is only no when all are declared', async () => {
    const { result } = await auditFiles(
      withOrganization('markets: [DE]\n'),
      libraryOf(rules, more),
    );
    expect(result.findings.map(({ data }) => data['fact'])).toEqual(['establishments']);
  });

  test('is none where all say no; [] is such an answer, and the rules say why they are left out', async () => {
    const organization = withOrganization('markets: [DE]\nestablishments: []\n');
    const { result } = await auditFiles(organization, libraryOf(rules, more));
    expect(result.findings).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(result.rules.find(({ id }) => id === 'china/one')?.notApplicable).toBe('not in China');
  });
});

describe('a fact of the organisation that rules need', () => {
  const needing = ['test/one', 'test/two'].map((id) => ({
    id,
    applies: 'steps',
    needs: ['$organization.role'],
    holds: 'true',
  }));

  test('is one finding however many checks wait for it, and says how many', async () => {
    const { result } = await auditFiles(withOrganization(''), libraryOf(needing));
    expect(result.findings).toMatchObject([
      { rule: 'facts/undeclared', outcome: 'undecided', data: { fact: 'role', count: 2 } },
    ]);
    expect(result.summary.evaluations.undecided).toBe(3);
    expect(result.because.map(({ reason, count }) => [reason, count])).toEqual([
      ['undeclaredFact', 1],
    ]);
  });

  test('beside a missing field of the subject stays a finding of the rule', async () => {
    const [rule] = needing;
    const both = {
      ...rule,
      id: 'test/both',
      applies: 'steps',
      holds: 'true',
      needs: ['$organization.role', 'sla'],
    };
    const { result } = await auditFiles(withOrganization(''), libraryOf([both]));
    expect(result.findings).toMatchObject([
      { rule: 'test/both', data: { missing: '$organization.role, sla' }, pointer: '/steps/close' },
    ]);
  });

  test('is one finding for two processes of one organisation', async () => {
    const second = { [`${root}/second.process.yaml`]: processText('', 'second') };
    const { result } = await auditFiles({ ...withOrganization(''), ...second }, libraryOf(needing));
    expect(result.findings.map(({ data }) => data['fact'])).toEqual(['role']);
  });
});
