import { describe, expect, it } from 'vitest';
import type {
  FlowEdge,
  FlowGraph,
  FlowStep,
} from '../../../core/src/analysis/structure/flow/flow-graph.ts';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { loopsOf } from '../../../core/src/analysis/structure/flow/loops.ts';
import { reachability } from '../../../core/src/analysis/structure/flow/reachability.ts';
import { metricsOf } from '../../../core/src/analysis/structure/metrics.ts';
import { askedTwice } from '../../../core/src/analysis/structure/data/asked-twice.ts';
import { unwrittenReads } from '../../../core/src/analysis/structure/data/unwritten-reads.ts';
import { mostApprovals } from '../../../core/src/analysis/structure/organisation/approvals.ts';
import { mostDepartments } from '../../../core/src/analysis/structure/organisation/departments.ts';
import { humanExits } from '../../../core/src/analysis/structure/organisation/human-exits.ts';
import { stageFaults } from '../../../core/src/analysis/structure/organisation/stages.ts';
import { checkSoundness } from '../../../core/src/analysis/structure/soundness/soundness.ts';

const step = (id: string): FlowStep => ({
  id,
  type: 'task',
  role: 'clerk',
  department: 'sales',
  performer: 'machine',
  customerFacing: true,
  reads: ['order'],
});
const next = (from: string, to: string): FlowEdge => ({ from, to, kind: 'next' });

function chain(length: number): FlowGraph {
  const steps = Array.from({ length }, (_, index) => step(`s${index}`));
  const edges = steps.slice(1).map(({ id }, index) => next(`s${index}`, id));
  const [first, ...others] = steps;
  const last = others.pop() ?? step('last');
  return {
    start: 's0',
    steps: [{ ...step('s0'), ...first, collects: ['order'] }, ...others, { ...last, end: true }],
    edges,
  };
}

function fan(width: number, type: 'choice' | 'parallel'): FlowGraph {
  const branches = Array.from({ length: width }, (_, index) => step(`b${index}`));
  const meet: FlowStep =
    type === 'choice' ? step('meet') : { id: 'meet', type: 'join', joins: 'split' };
  return {
    start: 'begin',
    steps: [
      { ...step('begin'), collects: ['order'] },
      { id: 'split', type },
      ...branches,
      { ...meet, end: true },
    ],
    edges: [
      next('begin', 'split'),
      ...branches.flatMap(({ id }) => [next('split', id), next(id, 'meet')]),
    ],
  };
}

function analyse(graph: FlowGraph): void {
  const flows = indexFlows(graph);
  expect(checkSoundness(flows)).toMatchObject({ verdict: 'sound', decidedBy: 'blocks' });
  expect(reachability(flows).unreached).toEqual([]);
  expect(loopsOf(flows)).toEqual([]);
  expect(unwrittenReads(flows, [])).toEqual([]);
  expect(askedTwice(flows)).toEqual([]);
  expect(mostApprovals(flows.complete).distinct).toBe(0);
  expect(mostDepartments(flows.complete).departments).toEqual(['sales']);
  expect(stageFaults(flows.normal, [])).toEqual([]);
  expect(humanExits(flows.complete, 2)[0]?.path).toEqual([]);
  expect(metricsOf(flows).steps).toBe(graph.steps.length);
}

/** The shortest of several runs: what the machine does besides only ever adds. */
function shortest(graph: FlowGraph): number {
  const times = Array.from({ length: 7 }, () => {
    const begin = performance.now();
    analyse(graph);
    return performance.now() - begin;
  });
  return Math.min(...times);
}

describe.each([
  { shape: 'a chain', make: chain },
  { shape: 'a choice', make: (size: number) => fan(size, 'choice') },
  { shape: 'a parallel', make: (size: number) => fan(size, 'parallel') },
])('$shape', ({ make }) => {
  it('of 16 times the size takes nowhere near 16 times 16 the time', () => {
    shortest(make(500)); // the first runs compile the code
    const ratio = shortest(make(2_000)) / shortest(make(125));
    expect(ratio).toBeLessThan(16 * 5);
  });
});

it('ten thousand steps in a row do not exhaust the stack', () => {
  expect(() => analyse(chain(10_000))).not.toThrow();
});
