import { describe, expect, test } from 'vitest';
import {
  auditFiles,
  chinaPack,
  libraryOf,
  organizationText,
  processText,
  root,
} from '../workspace/memory.ts';

const files = {
  [`${root}/refund.process.yaml`]: processText(
    'roles: { agent: { name: Agent }, lead: { name: Lead } }\n',
  ),
};

const good = { id: 'test/good', applies: 'steps', holds: 'true' };

describe('a rule that breaks', () => {
  test.each([
    ['throws', '$error("out of order")', 'out of order'],
    ['calls what is no function', '$nonsense()', 'Attempted to invoke a non-function'],
    ['reads a wrong amount', '$duration(name) > 0', '"Agent" is not a duration such as 2h'],
    ['answers neither yes nor no', '1', '“holds” gave 1'],
    [
      'calls itself for ever',
      '($again := function($x) { 1 + $again($x) }; $again(1))',
      'Stack overflow',
    ],
    [
      'runs out of time',
      '($turn := function($x) { $turn($x + 1) }; $turn(1))',
      'Evaluation timeout after 5000 milliseconds',
    ],
  ])('because it %s has outcome error, exit code 2 and no pass', async (_, holds, reason) => {
    const library = libraryOf([{ id: 'test/broken', applies: 'roles', holds }, good]);
    const { result, exitCode } = await auditFiles(files, library);
    expect(exitCode).toBe(2);
    expect(result.verdict).toBe('undecided');
    expect(result.because).toEqual([
      { reason: 'ruleError', count: 1, message: '1 rule could not finish.' },
    ]);
    const broken = result.rules.find(({ id }) => id === 'test/broken');
    expect(broken).toMatchObject({ pass: 0, fail: 0, undecided: 0 });
    expect(broken?.error).toContain(reason);
    expect(broken).not.toHaveProperty('notApplicable');
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({
      rule: 'test/broken',
      outcome: 'error',
      severity: 'error',
      pointer: '',
      range: { start: { line: 3, column: 5 }, end: { line: 3, column: 11 } },
    });
    expect(result.findings[0]?.message).toContain(reason);
    expect(result.findings[0]?.message).not.toContain('\n');
    expect(result.summary.evaluations.error).toBe(1);
    expect(result.rules.find(({ id }) => id === 'test/good')).toMatchObject({ pass: 1 });
  });

  test.each([
    ['applies', { applies: '$error("no subjects")', holds: 'true' }],
    ['applies, which selects no part of the file', { applies: '[1, 2]', holds: 'true' }],
    ['related', { applies: 'roles', holds: 'false', related: '$error("no others")' }],
  ])('in %s has outcome error too', async (_, fields) => {
    const { result, exitCode } = await auditFiles(
      files,
      libraryOf([{ id: 'test/broken', ...fields }]),
    );
    expect(exitCode).toBe(2);
    expect(result.findings.map(({ outcome }) => outcome)).toEqual(['error']);
  });

  test('says nothing about any subject, also not about those that came before', async () => {
    const holds = 'id = "agent" ? false : $error("out of order")';
    const { result } = await auditFiles(
      files,
      libraryOf([{ id: 'test/broken', applies: 'roles', holds }]),
    );
    expect(result.findings.map(({ outcome }) => outcome)).toEqual(['error']);
    expect(result.summary.evaluations.fail).toBe(0);
  });

  test('is not hidden by a comment, nor let through by a gate that never closes', async () => {
    const text = `# flowaudit-disable-file test/broken -- known\n${processText()}`;
    const library = libraryOf([{ id: 'test/broken', applies: 'steps', holds: '$error("x")' }]);
    const { result, exitCode } = await auditFiles(
      { [`${root}/refund.process.yaml`]: text },
      library,
      {
        failOn: 'never',
      },
    );
    expect(exitCode).toBe(2);
    expect(result.findings.find(({ rule }) => rule === 'test/broken')).not.toHaveProperty(
      'suppressed',
    );
  });

  test('breaks its own file only: the rule still judges another', async () => {
    const holds = '$process.id = "refund" ? $error("x") : false';
    const two = { ...files, [`${root}/second.process.yaml`]: processText('', 'second') };
    const { result } = await auditFiles(
      two,
      libraryOf([{ id: 'test/broken', applies: 'steps', holds }]),
    );
    expect(result.findings.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['refund.process.yaml', 'error'],
      ['second.process.yaml', 'fail'],
    ]);
  });
});

test('a pack whose condition breaks makes each of its rules an error, and no crash', async () => {
  const pack = chinaPack.replace(/"holds":"(?:[^"\\]|\\.)*"/, '"holds":"$error(\\"no map\\")"');
  const rules = [good, { id: 'china/one', applies: 'steps', holds: 'true' }];
  const library = libraryOf(rules, { 'china/pack.yaml': pack });
  const all = {
    ...files,
    [`${root}/organization.yaml`]: organizationText('establishments: [CN]\n'),
  };
  const { result, exitCode } = await auditFiles(all, library);
  expect(exitCode).toBe(2);
  expect(result.rules.find(({ id }) => id === 'china/one')?.error).toContain('no map');
  expect(result.rules.find(({ id }) => id === 'test/good')).toMatchObject({ pass: 1 });
});

describe('a rule file that cannot be used is refused when it is loaded', () => {
  test.each([
    ['an expression that is none', 'steps[', '“holds” is no JSONata expression'],
    ['the clock', '$now() > "2026"', '$now is not allowed in a rule'],
    ['chance', '$random() > 0.5', '$random is not allowed in a rule'],
    ['text as program', '$eval("true")', '$eval is not allowed in a rule'],
  ])('%s', (_, holds, reason) => {
    expect(() => libraryOf([{ id: 'test/broken', applies: 'steps', holds }])).toThrow(reason);
    expect(() => libraryOf([{ id: 'test/broken', applies: 'steps', holds }])).toThrow(
      'test/broken.yaml',
    );
  });

  test('an id that is not its path', () => {
    const text = JSON.stringify({ id: 'test/other', builtin: true, severity: 'info' });
    expect(() => libraryOf([], { 'test/own.yaml': text })).toThrow(/^test\/own\.yaml: /);
  });
});
