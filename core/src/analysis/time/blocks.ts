import { undecided, type Outcome } from './flow.ts';
import { idsOf, stepAt, type PreparedFlow } from './prepared.ts';

/** A parallel and its join around closed branches: one way in, one way out. */
export interface Block {
  readonly parallel: number;
  readonly join: number;
  /** First step of each branch; the join itself for a branch without steps. */
  readonly branches: readonly number[];
  /** All steps between the two. */
  readonly inner: ReadonlySet<number>;
}

/** The blocks of a flow by their parallel. */
export type Blocks = ReadonlyMap<number, Block>;

/**
 * Pairs every parallel with its join and proves that nothing enters or leaves in between; what
 * cannot be paired is named. Only then may a block stand for one step with the longest of its
 * branches. Since every parallel and every join must have a block, blocks lie within each other or
 * apart. Each branch is searched once per block it lies in.
 */
export function blocksOf(flow: PreparedFlow): Outcome<Blocks> {
  const before = predecessorsOf(flow);
  const blocks = new Map<number, Block>();
  const faults = new Set<number>();
  for (const number of flow.reachable) {
    const { step, joins } = stepAt(flow, number);
    const [parallel, ...others] = joins;
    if (step.kind !== 'join') continue;
    const block =
      parallel === undefined || others.length > 0 || blocks.has(parallel)
        ? undefined
        : blockOf(flow, before, parallel, number);
    if (block === undefined) faults.add(number);
    else blocks.set(block.parallel, block);
  }
  for (const number of flow.reachable) {
    if (stepAt(flow, number).step.kind === 'parallel' && !blocks.has(number)) faults.add(number);
  }
  return faults.size === 0
    ? { decided: true, value: blocks }
    : undecided({
        cause: 'not_block_structured',
        steps: idsOf(
          flow,
          [...faults].toSorted((a, b) => a - b),
        ),
      });
}

function predecessorsOf(flow: PreparedFlow): ReadonlyMap<number, readonly number[]> {
  const before = new Map<number, number[]>();
  const add = (to: number, from: number): void => {
    const list = before.get(to);
    if (list === undefined) before.set(to, [from]);
    else list.push(from);
  };
  for (const number of flow.reachable) {
    for (const { to, afterwards } of stepAt(flow, number).exits) {
      add(to, number);
      if (afterwards !== undefined) add(afterwards, number);
    }
  }
  return before;
}

function blockOf(
  flow: PreparedFlow,
  before: ReadonlyMap<number, readonly number[]>,
  parallel: number,
  join: number,
): Block | undefined {
  if (stepAt(flow, parallel).step.kind !== 'parallel') return undefined;
  const branches = stepAt(flow, parallel).exits.map(({ to }) => to);
  const inner = new Set<number>();
  for (const branch of branches) {
    if (branch === join) continue;
    const steps = stepsBetween(flow, branch, join);
    if (steps === undefined || steps.has(parallel)) return undefined;
    for (const step of steps) {
      if (inner.has(step)) return undefined;
      inner.add(step);
    }
    const closed = [...steps].every((step) =>
      (before.get(step) ?? []).every(
        (from) => steps.has(from) || (from === parallel && step === branch),
      ),
    );
    if (!closed) return undefined;
  }
  const entered = (before.get(join) ?? []).every((from) => inner.has(from) || from === parallel);
  return entered ? { parallel, join, branches, inner } : undefined;
}

/** The steps from one on, up to a join that is not counted; nothing when a case can end there. */
function stepsBetween(flow: PreparedFlow, from: number, join: number): Set<number> | undefined {
  const steps = new Set([from]);
  for (const number of steps) {
    const { exits, ends, step } = stepAt(flow, number);
    if (ends > 0 || step.final === true) return undefined;
    for (const { to, afterwards } of exits) {
      if (to !== join) steps.add(to);
      if (afterwards !== undefined && afterwards !== join) steps.add(afterwards);
    }
  }
  return steps;
}
