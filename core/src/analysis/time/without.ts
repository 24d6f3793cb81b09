import { factorChain } from './absorbing.ts';
import { chainOf, type Chain } from './chain.ts';
import { blocksOf, type Block, type Blocks } from './blocks.ts';
import { decided, undecided, type Outcome, type TimedExit, type TimedStep } from './flow.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';

/** What a case must not do: take an exit, or get to a step. */
export interface Avoided {
  readonly exit?: (exit: TimedExit) => boolean;
  readonly step?: (step: TimedStep) => boolean;
}

/**
 * The probability that a case gets from start to end without something: f = Pf without the moves
 * avoided; a parallel succeeds when all its (independent) branches do.
 */
export function probabilityWithout(flow: PreparedFlow, avoided: Avoided): Outcome<number> {
  if (flow.missing.length > 0) return undecided({ cause: 'missing_input', missing: flow.missing });
  const blocks = blocksOf(flow);
  if (!blocks.decided) return blocks;
  const known = new Map<number, number>();
  for (const block of [...blocks.value.values()].toSorted((a, b) => a.inner.size - b.inner.size)) {
    let product = 1;
    for (const branch of block.branches) {
      const share = branchWithout({ flow, avoided, blocks: blocks.value, known }, block, branch);
      if (!share.decided) return share;
      product *= share.value;
    }
    known.set(block.parallel, product);
  }
  const chain = chainOf(flow, { capped: true, blocks: blocks.value });
  return chain.decided ? chainWithout(flow, chain.value, avoided, known) : chain;
}

interface Context {
  readonly flow: PreparedFlow;
  readonly avoided: Avoided;
  readonly blocks: Blocks;
  readonly known: ReadonlyMap<number, number>;
}

function branchWithout(
  { flow, avoided, blocks, known }: Context,
  block: Block,
  start: number,
): Outcome<number> {
  if (start === block.join) return decided(1);
  const chain = chainOf(flow, { capped: true, blocks, start, stopAt: block.join });
  return chain.decided ? chainWithout(flow, chain.value, avoided, known) : chain;
}

function chainWithout(
  flow: PreparedFlow,
  chain: Chain,
  avoided: Avoided,
  blocks: ReadonlyMap<number, number>,
): Outcome<number> {
  const goal: number[] = [];
  const kept = chain.moves.map((moves, state) => {
    const number = chain.steps[state] ?? 0;
    const bad = avoided.step?.(stepAt(flow, number).step) === true;
    const factor = bad ? 0 : (blocks.get(number) ?? 1);
    const good = moves
      .filter(({ exit }) => exit === undefined || avoided.exit?.(exit.exit) !== true)
      .map((move) => ({ ...move, weight: move.weight * factor }));
    goal.push(good.reduce((sum, { to, weight }) => (to === undefined ? sum + weight : sum), 0));
    return good;
  });
  const trapped = factorChain(flow, chain);
  if (!trapped.decided) return trapped;
  // A state whose only ways on are avoided is left at once, without reaching the goal.
  const leave = { to: undefined, weight: 0, exit: undefined };
  const equations = factorChain(flow, {
    steps: chain.steps,
    moves: kept.map((moves) => [...moves.filter(({ weight }) => weight > 0), leave]),
  });
  return equations.decided ? decided(equations.value.solve(goal)[0] ?? 0) : equations;
}

/**
 * First-contact resolution: the share of the cases that are closed without the customer having to
 * come again and without changing hands, which the caller marks on the exits (`returns`).
 */
export function firstContactResolution(flow: PreparedFlow): Outcome<number> {
  return probabilityWithout(flow, { exit: ({ returns }) => returns === true });
}

/** First-time-right: the share of the cases that never take a loop back. */
export function firstTimeRight(flow: PreparedFlow): Outcome<number> {
  return probabilityWithout(flow, { exit: ({ loop }) => loop !== undefined });
}
