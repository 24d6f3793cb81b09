import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditFiles, libraryOf, organizationText, processText, root } from '../workspace/memory.ts';

/*
 * Rules whose findings stand at a scalar, at a missing key, at a whole entry, in a list, and at a
 * derived reference: every way in which a finding gets its identity.
 */
const library = libraryOf([
  { id: 'test/limit', applies: 'slas', needs: ['within'], holds: 'within = "2h"', at: 'within' },
  { id: 'test/name', applies: 'slas', holds: '$exists(name)' },
  { id: 'test/levels', applies: 'slas.escalation', holds: 'at != "100%"', at: 'at' },
  { id: 'test/resolves', applies: 'references', holds: 'resolves' },
]);

/** An entry of `slas`: its fields in the order in which they are to be written. */
interface Sla {
  readonly id: string;
  readonly fields: readonly (readonly [key: string, value: unknown])[];
}

const ids = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/),
  fc.constantFrom('首次响应', '办结', 'no', 'null', '1st'),
);

const sla: fc.Arbitrary<Sla> = fc
  .record({
    id: ids,
    within: fc.option(fc.constantFrom('2h', '3h', '4h'), { nil: undefined }),
    name: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    levels: fc.uniqueArray(fc.constantFrom('50%', '70%', '100%'), { maxLength: 3 }),
    notify: fc.constantFrom('customer', 'nobody', 'somebody'),
  })
  .map(({ id, within, name, levels, notify }) => ({
    id,
    fields: [
      ['metric', 'resolution'] as const,
      ['within', within] as const,
      ['name', name] as const,
      ['escalation', levels.map((at) => ({ at, notify }))] as const,
    ].filter(([, value]) => value !== undefined),
  }));

const slas = fc.uniqueArray(sla, { minLength: 1, maxLength: 5, selector: ({ id }) => id });

/** The same entries and fields in any order, between any comments. */
const shuffled = (entries: readonly Sla[]): fc.Arbitrary<readonly Sla[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...entries], { minLength: entries.length }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    )
    .map(([order, [turn = 0]]) =>
      order.map(({ id, fields }) => {
        const from = turn % fields.length;
        return { id, fields: [...fields.slice(from), ...fields.slice(0, from)] };
      }),
    );

function write(entries: readonly Sla[], comment = ''): string {
  const lines = entries.map(({ id, fields }) => {
    const written = fields.map(
      ([key, value]) => `    ${key}: ${JSON.stringify(value)}${comment}\n`,
    );
    return `  ${JSON.stringify(id)}:\n${comment === '' ? '' : `    ${comment}\n`}${written.join('')}`;
  });
  return processText(`slas:\n${lines.join('')}`);
}

interface Found {
  readonly fingerprint: string;
  readonly pointer: string;
}

async function findingsIn(text: string, name = 'refund.process.yaml'): Promise<readonly Found[]> {
  const { result } = await auditFiles({ [`${root}/${name}`]: text }, library);
  return result.findings;
}

const sorted = (findings: readonly Found[]): readonly string[] =>
  findings.map(({ fingerprint }) => fingerprint).toSorted();

const runs = { numRuns: 40 };

describe('the fingerprints of a file', () => {
  test('stay the same when the file moves', async () => {
    await fc.assert(
      fc.asyncProperty(slas, async (entries) => {
        const text = write(entries);
        const before = sorted(await findingsIn(text));
        expect(sorted(await findingsIn(text, 'sales/2026/客户.process.yaml'))).toEqual(before);
      }),
      runs,
    );
  });

  test('stay the same when entries and keys change their order and comments appear', async () => {
    const both = slas.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries)));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(both, async ([entries, again]) => {
        const before = sorted(await findingsIn(write(entries)));
        expect(sorted(await findingsIn(write(again, ' # 说明')))).toEqual(before);
        count += before.length;
      }),
      runs,
    );
    expect(count).toBeGreaterThan(runs.numRuns);
  });

  test('stay the same beside entries that are new; only those have others', async () => {
    const added = sla.map((entry) => ({ ...entry, id: `新-${entry.id}` }));
    await fc.assert(
      fc.asyncProperty(slas, added, fc.nat(), async (entries, entry, at) => {
        const before = await findingsIn(write(entries));
        const position = at % (entries.length + 1);
        const after = await findingsIn(write(entries.toSpliced(position, 0, entry)));
        const isNew = ({ pointer }: Found): boolean => pointer.startsWith(`/slas/${entry.id}`);
        expect(sorted(after.filter((finding) => !isNew(finding)))).toEqual(sorted(before));
        const known = new Set(sorted(before));
        expect(after.filter(isNew).filter(({ fingerprint }) => known.has(fingerprint))).toEqual([]);
      }),
      runs,
    );
  });

  test('are all different, and look like fingerprints', async () => {
    await fc.assert(
      fc.asyncProperty(slas, async (entries) => {
        const all = sorted(await findingsIn(write(entries)));
        expect(new Set(all).size).toBe(all.length);
        for (const fingerprint of all) expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
      }),
      runs,
    );
  });
});

describe('a fingerprint', () => {
  const text = (within: string): string =>
    processText(`slas:
  slow: { metric: resolution, name: Slow, within: ${within} }
`);

  async function only(content: string): Promise<string> {
    const findings = await findingsIn(content);
    expect(findings).toHaveLength(1);
    return findings[0]?.fingerprint ?? '';
  }

  test('changes with the offending value, and only with it', async () => {
    const [three, four, back, renamed] = await Promise.all([
      only(text('3h')),
      only(text('4h')),
      only(text('"3h"')),
      only(text('3h').replace('name: Slow', 'name: Very slow')),
    ]);
    expect(four).not.toBe(three);
    expect(back).toBe(three);
    expect(renamed).toBe(three);
  });

  test('changes with the id of the document, and with that of the entry', async () => {
    const [before, otherDocument, otherEntry] = await Promise.all([
      only(text('3h')),
      only(text('3h').replace('id: refund', 'id: return')),
      only(text('3h').replace('slow:', 'slower:')),
    ]);
    expect(new Set([before, otherDocument, otherEntry]).size).toBe(3);
  });

  test('of a missing key changes when the key appears with a wrong value', async () => {
    const [missing, wrong] = await Promise.all([
      only(text('3h').replace(', within: 3h', '')),
      only(text('3h')),
    ]);
    expect(missing).not.toBe(wrong);
  });

  test('of a whole entry stays while its content changes', async () => {
    const entry = (within: string): string => text(within).replace('name: Slow, ', '');
    const [before, after] = await Promise.all([findingsIn(entry('3h')), findingsIn(entry('4h'))]);
    const ofEntry = (findings: readonly Found[]): readonly string[] =>
      sorted(findings.filter(({ pointer }) => pointer === '/slas/slow'));
    expect(ofEntry(after)).toEqual(ofEntry(before));
    expect(ofEntry(before)).toHaveLength(1);
  });

  test('gets #2, #3 in its file for equal ones, and none in another file', async () => {
    const content = text('3h');
    const files = {
      [`${root}/a.process.yaml`]: [content, content, content].join('---\n'),
      [`${root}/b.process.yaml`]: content,
    };
    const { result } = await auditFiles(files, library);
    const [first = ''] = result.findings.map(({ fingerprint }) => fingerprint);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(result.findings.map(({ fingerprint }) => fingerprint)).toEqual([
      first,
      `${first}#2`,
      `${first}#3`,
      first,
    ]);
  });

  test('of a fault in the text of a file does not know its line', async () => {
    const broken = processText('nonsense: 1\na: 1\na: 2\n');
    const moved = `# one line more\n${broken}`;
    const [before, after] = await Promise.all([findingsIn(broken), findingsIn(moved)]);
    expect(before.length).toBeGreaterThan(1);
    expect(sorted(after)).toEqual(sorted(before));
  });

  test('of an organisation is the same whichever process it serves', async () => {
    const files = (name: string): Record<string, string> => ({
      [`${root}/${name}.process.yaml`]: processText('', name),
      [`${root}/organization.yaml`]: organizationText('nonsense: 1\n'),
    });
    const [one, two] = await Promise.all([
      auditFiles(files('a'), library),
      auditFiles(files('b'), library),
    ]);
    expect(sorted(one.result.findings)).toEqual(sorted(two.result.findings));
    expect(one.result.findings).toHaveLength(1);
  });
});
