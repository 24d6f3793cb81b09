import { expect, test } from 'vitest';
import { auditFiles, libraryOf, processText, root } from '../workspace/memory.ts';

const path = `${root}/refund.process.yaml`;
const rule = { id: 'test/limit', applies: 'slas', holds: 'within = "2h"', at: 'within' };

const place = (line: number, from: number, to: number): object => ({
  start: { line, column: from },
  end: { line, column: to },
});

test('a finding about an aliased value is at the alias, and the anchor is related', async () => {
  const text = processText(`x-long: &long 3h
slas:
  slow: { metric: resolution, within: *long }
`);
  const { result } = await auditFiles({ [path]: text }, libraryOf([rule]));
  expect(result.findings).toMatchObject([
    {
      pointer: '/slas/slow/within',
      range: place(10, 39, 44),
      related: [
        {
          path: 'refund.process.yaml',
          range: place(8, 15, 17),
          message: 'The aliased text is written here.',
        },
      ],
    },
  ]);
});

test('a map that is used twice is two subjects, each at its own place', async () => {
  const text = processText(`slas:
  one: &slow { metric: resolution, within: 3h }
  two: *slow
`);
  const { result } = await auditFiles({ [path]: text }, libraryOf([rule]));
  expect(result.findings).toMatchObject([
    { pointer: '/slas/one/within', range: place(9, 44, 46), related: [] },
    {
      pointer: '/slas/two/within',
      range: place(10, 8, 13),
      related: [{ range: place(9, 44, 46) }],
    },
  ]);
  const [one, two] = result.findings;
  expect(one?.fingerprint).not.toBe(two?.fingerprint);
});

test('what came by a merge is at the alias of the merge', async () => {
  const text = processText(`x-base: &base { metric: resolution, within: 3h }
slas:
  slow: { <<: *base, attainment: 95% }
`);
  const { result } = await auditFiles({ [path]: text }, libraryOf([rule]));
  expect(result.findings).toMatchObject([
    {
      pointer: '/slas/slow/within',
      range: place(10, 15, 20),
      related: [{ range: place(8, 45, 47) }],
    },
  ]);
});

test('related places of a rule follow the anchor', async () => {
  const related = { ...rule, related: '$slas[id != $this.id]' };
  const text = processText(`x-long: &long 3h
slas:
  slow: { metric: resolution, within: *long }
  fast: { metric: resolution, within: 2h }
`);
  const { result } = await auditFiles({ [path]: text }, libraryOf([related]));
  expect(result.findings[0]?.related).toMatchObject([
    { range: place(8, 15, 17), message: 'The aliased text is written here.' },
    { range: place(11, 3, 7), message: '“fast” stands here.' },
  ]);
});
