import { describe, expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { checkSoundness } from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { draw } from './draw.ts';
import { faultyNets, soundNets, type PatternNet } from './nets.ts';

function check({ drawing, sideBranches = {} }: PatternNet) {
  const details = Object.entries(sideBranches).map(([id, side]) => [id, { sideBranches: side }]);
  return checkSoundness(indexFlows(draw(drawing, Object.fromEntries(details))));
}

describe.each([
  { kind: 'sound', nets: soundNets },
  { kind: 'faulty', nets: faultyNets },
])('$kind nets', ({ nets }) => {
  it.each(nets)('$pattern: $reason', (net) => {
    const { verdict, decidedBy, findings } = check(net);
    const told = findings.map(({ code, at, flow }) =>
      flow === 'exits' ? `${code} ${at} exits` : `${code} ${at}`,
    );
    expect({ verdict, decidedBy, findings: told }).toEqual({
      verdict: net.verdict,
      decidedBy: net.decidedBy,
      findings: net.findings,
    });
  });
});

it('there are at least thirty nets, no pattern twice', () => {
  const patterns = [...soundNets, ...faultyNets].map(({ pattern }) => pattern);
  expect(new Set(patterns).size).toBeGreaterThanOrEqual(30);
  expect(new Set(patterns).size).toBe(patterns.length);
});
