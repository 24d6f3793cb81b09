import { describe, expect, test } from 'vitest';
import { missingNeeds } from '../../core/src/engine/needs.ts';
import { auditFiles, libraryOf, organizationText, processText, root } from '../workspace/memory.ts';

describe('what a subject lacks of what a rule needs', () => {
  const subject = {
    within: '2h',
    nothing: null,
    none: 'none',
    empty: [],
    map: { inner: 1 },
    list: [{ at: '70%', to: 'a' }, { to: 'b' }],
    words: ['a', 'b'],
  };
  const views = { organization: { role: 'controller' }, process: { start: 'close' } };

  test.each([
    [['within'], []],
    [['limit'], ['limit']],
    [['nothing'], ['nothing']],
    [
      ['within', 'limit', 'other'],
      ['limit', 'other'],
    ],
    [['map.inner'], []],
    [['map.outer'], ['map.outer']],
    [['limit.inner'], ['limit.inner']],
    [['within.inner'], []],
    // The word none, and an empty list, say that there is nothing below them: an answer.
    [['none'], []],
    [['none.terms'], []],
    [['empty'], []],
    [['empty.at'], []],
    // In a list every item is asked.
    [['list.to'], []],
    [['list.at'], ['list.at']],
    [['words.at'], []],
    // Of alternatives one is enough; when none is there, the last stands for all.
    [['limit | within'], []],
    [['within|limit'], []],
    [['limit | other'], ['other']],
    [['limit | $organization.role'], []],
    [['limit | $organization.markets'], ['$organization.markets']],
    [['$organization.role'], []],
    [['$organization.markets'], ['$organization.markets']],
    [['$process.start'], []],
    [['$process.owner'], ['$process.owner']],
  ])('needs %j lacks %j', (needs, missing) => {
    expect(missingNeeds(needs, subject, views)).toEqual(missing);
  });

  test('is every fact of the organisation where there is none', () => {
    expect(missingNeeds(['$organization.role'], subject, {})).toEqual(['$organization.role']);
  });
});

describe('a rule with needs', () => {
  const limit = {
    id: 'test/limit',
    applies: 'slas',
    needs: ['within'],
    holds: 'within = "2h"',
    at: 'within',
  };
  const path = `${root}/refund.process.yaml`;
  const audit = (lines: string, rules = [limit]) =>
    auditFiles({ [path]: processText(lines) }, libraryOf(rules));

  test('is undecided without the field, names it, and neither passes nor fails', async () => {
    const { result } = await audit(`slas:
  fast: { metric: resolution, within: 2h }
  slow: { metric: resolution, within: 3h }
  open: { metric: resolution }
`);
    expect(result.findings).toMatchObject([
      { outcome: 'fail', pointer: '/slas/slow/within', message: '“slow” is wrong.' },
      {
        outcome: 'undecided',
        pointer: '/slas/open',
        data: { id: 'open', missing: 'within' },
        message: 'Cannot tell for “open” whether this holds: The title. Not declared: within.',
      },
    ]);
    expect(result.rules.find(({ id }) => id === limit.id)).toMatchObject({
      pass: 1,
      fail: 1,
      undecided: 1,
    });
  });

  test('without needs is undecided too where its expression gives nothing, and names what is missing', async () => {
    const rule = { id: 'test/sum', applies: 'slas', holds: '$duration(within)' };
    const { result } = await audit('slas:\n  open: { metric: resolution }\n', [
      { ...limit, ...rule, needs: [] },
    ]);
    expect(result.findings).toMatchObject([
      { outcome: 'undecided', pointer: '/slas/open', data: { missing: 'within' } },
    ]);
    expect(result.verdict).toBe('undecided');
  });

  test('that finds no subject is not applicable, says why, and counts nothing', async () => {
    const { result } = await audit('');
    expect(result.rules.find(({ id }) => id === limit.id)).toEqual({
      id: 'test/limit',
      severity: 'error',
      title: 'The title',
      references: [],
      pass: 0,
      fail: 0,
      undecided: 0,
      notApplicable: 'The checked files contain nothing this rule looks at.',
    });
    expect(result.verdict).toBe('pass');
  });
});

test('one organisation that serves two processes is judged once', async () => {
  const rules = [
    { id: 'test/named', applies: 'organization', holds: 'name != "Company"' },
    {
      id: 'test/recipients',
      applies: 'recipients',
      needs: ['contract'],
      holds: 'contract != "none"',
    },
  ];
  const recipients = 'recipients: { courier: { name: A }, hotline: { name: B, contract: none } }\n';
  const { result } = await auditFiles(
    {
      [`${root}/a.process.yaml`]: processText('', 'a'),
      [`${root}/b.process.yaml`]: processText('', 'b'),
      [`${root}/organization.yaml`]: organizationText(recipients),
    },
    libraryOf(rules),
  );
  expect(result.findings.map(({ path, pointer, outcome }) => [path, pointer, outcome])).toEqual([
    ['organization.yaml', '', 'fail'],
    ['organization.yaml', '/recipients/courier', 'undecided'],
    ['organization.yaml', '/recipients/hotline', 'fail'],
  ]);
  const counts = ['test/named', 'test/recipients'].map((rule) =>
    result.rules.find(({ id }) => id === rule),
  );
  expect(counts).toMatchObject([
    { pass: 0, fail: 1 },
    { pass: 0, fail: 1, undecided: 1 },
  ]);
  expect(new Set(result.findings.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('two documents that call themselves and their parts alike are two subjects', async () => {
  const rule = { id: 'test/steps', applies: 'steps', holds: 'true' };
  const { result } = await auditFiles(
    {
      [`${root}/a.process.yaml`]: `${processText()}---\n${processText()}`,
      [`${root}/b.process.yaml`]: processText(),
    },
    libraryOf([rule]),
  );
  expect(result.rules.find(({ id }) => id === rule.id)).toMatchObject({ pass: 3 });
});
