import type {
  FlowEdge,
  FlowGraph,
  FlowStep,
} from '../../../core/src/analysis/structure/flow/flow-graph.ts';

/** What a block-structured process is made of. */
export type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'sequence' | 'choice' | 'parallel'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop'; readonly parts: readonly Block[] };

/** A gateway pair of a built process. */
export interface Pair {
  readonly split: string;
  readonly meet: string;
}

/** A process built of blocks, with the places at which a test can break it. */
export interface Built {
  readonly graph: FlowGraph;
  readonly parallels: readonly Pair[];
  readonly choices: readonly Pair[];
  /** Tasks inside a branch, with the innermost parallel pair around them. */
  readonly inBranches: readonly { readonly task: string; readonly pair: Pair }[];
}

interface Draft {
  readonly steps: FlowStep[];
  readonly edges: FlowEdge[];
  readonly parallels: Pair[];
  readonly choices: Pair[];
  readonly inBranches: { task: string; pair: Pair }[];
}

interface Ends {
  readonly first: string;
  readonly last: string;
}

/** Builds a process around a block: `begin`, the block, `finish`. */
export function build(block: Block): Built {
  const draft: Draft = { steps: [], edges: [], parallels: [], choices: [], inBranches: [] };
  addStep(draft, { id: 'begin', type: 'task' });
  const { first, last } = addBlock(draft, block, undefined);
  addStep(draft, { id: 'finish', type: 'task', end: true });
  link(draft, 'begin', first);
  link(draft, last, 'finish');
  const graph = { start: 'begin', steps: draft.steps, edges: draft.edges };
  return { ...draft, graph };
}

function addStep(draft: Draft, step: FlowStep): string {
  draft.steps.push(step);
  return step.id;
}

function link(draft: Draft, from: string, to: string, loop?: { max: number }): void {
  draft.edges.push({ from, to, kind: 'next', ...(loop === undefined ? {} : { loop }) });
}

function addBlock(draft: Draft, block: Block, around: Pair | undefined): Ends {
  const number = draft.steps.length;
  if (block.kind === 'task') {
    const task = addStep(draft, { id: `task${number}`, type: 'task' });
    if (around !== undefined) draft.inBranches.push({ task, pair: around });
    return { first: task, last: task };
  }
  if (block.kind === 'sequence') {
    const ends = block.parts.map((part) => addBlock(draft, part, around));
    for (const [index, { first }] of ends.entries()) {
      const before = ends[index - 1];
      if (before !== undefined) link(draft, before.last, first);
    }
    return { first: ends[0]?.first ?? '', last: ends.at(-1)?.last ?? '' };
  }
  if (block.kind === 'loop') return addLoop(draft, block.parts, around);
  return addSplit(draft, block.kind, block.parts, around);
}

function addLoop(draft: Draft, parts: readonly Block[], around: Pair | undefined): Ends {
  const number = draft.steps.length;
  const enter = addStep(draft, { id: `enter${number}`, type: 'task' });
  const { first, last } = addBlock(draft, { kind: 'sequence', parts }, around);
  const again = addStep(draft, { id: `again${number}`, type: 'choice' });
  link(draft, enter, first);
  link(draft, last, again);
  link(draft, again, enter, { max: 2 });
  return { first: enter, last: again };
}

function addSplit(
  draft: Draft,
  kind: 'choice' | 'parallel',
  parts: readonly Block[],
  around: Pair | undefined,
): Ends {
  const number = draft.steps.length;
  const split = `${kind}${number}`;
  const pair = { split, meet: `${kind === 'choice' ? 'merge' : 'join'}${number}` };
  addStep(draft, { id: split, type: kind });
  const ends = parts.map((part) => addBlock(draft, part, kind === 'parallel' ? pair : around));
  if (kind === 'parallel') addStep(draft, { id: pair.meet, type: 'join', joins: split });
  else addStep(draft, { id: pair.meet, type: 'task' });
  for (const { first, last } of ends) {
    link(draft, split, first);
    link(draft, last, pair.meet);
  }
  (kind === 'choice' ? draft.choices : draft.parallels).push(pair);
  return { first: split, last: pair.meet };
}

/** The same flow with one step changed. */
export function withStep(graph: FlowGraph, id: string, change: Partial<FlowStep>): FlowGraph {
  const steps = graph.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  return { ...graph, steps };
}

/** The same flow with one more arrow. */
export function withEdge(graph: FlowGraph, from: string, to: string): FlowGraph {
  return { ...graph, edges: [...graph.edges, { from, to, kind: 'next' }] };
}
