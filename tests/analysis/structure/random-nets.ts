import type {
  FlowEdge,
  FlowGraph,
  FlowStep,
} from '../../../core/src/analysis/structure/flow/flow-graph.ts';
import { build, type Block } from './blocks.ts';

/** Numbers below a bound, the same on every machine (mulberry32). */
export function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

type Numbers = (bound: number) => number;

function pick<T>(below: Numbers, list: readonly T[]): T | undefined {
  return list[below(list.length)];
}

function randomBlock(below: Numbers, depth: number): Block {
  const kind =
    depth === 0 ? 'task' : pick(below, ['task', 'sequence', 'choice', 'parallel', 'loop']);
  if (kind === undefined || kind === 'task') return { kind: 'task' };
  const length = kind === 'loop' ? 1 : 2 + below(2);
  const parts = Array.from({ length }, () => randomBlock(below, depth - 1));
  return { kind, parts } as Block; // a random kind goes with the same parts
}

/** A process built of blocks in which up to three things have been changed at random. */
export function damagedBlocks(below: Numbers): FlowGraph {
  const { graph } = build(randomBlock(below, 2));
  const draft = { ...graph, steps: [...graph.steps], edges: [...graph.edges] };
  for (let count = below(4); count > 0; count--) damage(below, draft);
  return draft;
}

function damage(below: Numbers, { steps, edges }: { steps: FlowStep[]; edges: FlowEdge[] }): void {
  const index = below(steps.length);
  const step = steps[index];
  const other = pick(below, steps);
  const edgeIndex = below(edges.length);
  const edge = edges[edgeIndex];
  if (step === undefined || other === undefined || edge === undefined) return;
  const changes: readonly (() => void)[] = [
    () => edges.push({ from: step.id, to: other.id, kind: 'next' }),
    () => (edges[edgeIndex] = { ...edge, to: other.id }),
    () => edges.splice(edgeIndex, 1),
    () => (steps[index] = { ...step, type: step.type === 'parallel' ? 'choice' : 'parallel' }),
    () => (steps[index] = { ...step, type: 'join', joins: other.id }),
    () => (steps[index] = { ...step, type: 'join', joins: [other.id, step.id] }),
    () => (steps[index] = { ...step, type: 'task' }),
    () => (steps[index] = { ...step, end: true }),
  ];
  pick(below, changes)?.();
}

/** A few steps and gateways with arrows that mostly lead on. */
export function wildNet(below: Numbers): FlowGraph {
  const size = 4 + below(6);
  const types = ['task', 'choice', 'choice', 'parallel', 'parallel', 'join', 'join'] as const;
  const steps = Array.from({ length: size }, (_, index): FlowStep => {
    const type = pick(below, types) ?? 'task';
    const named = `s${below(size)}`;
    const joins = below(6) === 0 ? [named] : named;
    return { id: `s${index}`, type, ...(type === 'join' ? { joins } : {}) };
  });
  const edges = steps.flatMap(({ id, type }, index): FlowEdge[] => {
    const length = type === 'choice' || type === 'parallel' ? 2 : 1;
    return Array.from({ length }, () => {
      const target = below(5) === 0 ? below(size + 1) : Math.min(size, index + 1 + below(3));
      return { from: id, to: `s${target}`, kind: 'next' };
    });
  });
  return { start: 's0', steps: [...steps, { id: `s${size}`, type: 'end' }], edges };
}
