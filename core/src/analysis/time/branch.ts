import { factorChain } from './absorbing.ts';
import type { Block, Blocks } from './blocks.ts';
import { chainOf, type Chain } from './chain.ts';
import { nodesOnCycles } from './components.ts';
import { fixedLaw, practicalMax, shiftedLaw, type Law } from './distribution/law.ts';
import { gammaLaw } from './distribution/unbounded.ts';
import { decided, type Outcome } from './flow.ts';
import { latticeLaw } from './lattice.ts';
import { longestOf } from './longest-of.ts';
import { longestTime, shortestTime, topologicalOrder } from './extremes.ts';
import { momentsOf, type LawsOf, type Moments } from './moments.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';

/** Blocks as laws of one duration each, and whether any shape in them is an approximation. */
export interface BlockLaws {
  readonly laws: ReadonlyMap<number, Law>;
  readonly approximate: boolean;
}

/** A branch of more states than this gets its shape from its moments. */
const maxLatticeStates = 100;

/**
 * The law of every block: the longest of its branches, the inner blocks first. A branch with at
 * most one varying duration has its own law shifted; another acyclic one is convolved; one with
 * loops, or very long, is a gamma law through its exact mean and variance, from its minimum on.
 * The last two make the mean of the block an approximation, with the simulation as the judge.
 */
export function blockLawsOf(
  flow: PreparedFlow,
  blocks: Blocks,
  capped: boolean,
): Outcome<BlockLaws> {
  const laws = new Map<number, Law>();
  let approximate = false;
  // A block has more inner steps than any block within it.
  for (const block of [...blocks.values()].toSorted((a, b) => a.inner.size - b.inner.size)) {
    const branches: Law[] = [];
    for (const branch of block.branches) {
      const law = branchLaw({ flow, blocks, laws, capped }, block, branch);
      if (!law.decided) return law;
      branches.push(law.value.law);
      approximate ||= law.value.approximate;
    }
    laws.set(block.parallel, followedBy(flow, block, longestOf(branches)));
  }
  return decided({ laws, approximate });
}

/** A parallel is a gateway, but if it takes time itself that comes first. */
function followedBy(flow: PreparedFlow, block: Block, law: Law): Law {
  const { mean, variance } = stepAt(flow, block.parallel);
  return variance === 0
    ? shiftedLaw(law, mean)
    : gammaFrom(law.min, {
        mean: mean + law.mean,
        variance: variance + law.variance,
      });
}

interface Context {
  readonly flow: PreparedFlow;
  readonly blocks: Blocks;
  readonly laws: ReadonlyMap<number, Law>;
  readonly capped: boolean;
}

/** The laws whose sum is the time in a state: those of the step's parts, or the block's one. */
export function lawsOfStates(
  flow: PreparedFlow,
  chain: Chain,
  laws: ReadonlyMap<number, Law>,
): LawsOf {
  return (state) => {
    const number = chain.steps[state] ?? 0;
    const block = laws.get(number);
    return block === undefined ? stepAt(flow, number).laws : [block];
  };
}

function branchLaw(
  { flow, blocks, laws, capped }: Context,
  block: Block,
  start: number,
): Outcome<{ law: Law; approximate: boolean }> {
  if (start === block.join) return decided({ law: fixedLaw(0), approximate: false });
  const chain = chainOf(flow, { capped, blocks, start, stopAt: block.join });
  if (!chain.decided) return chain;
  const factored = factorChain(flow, chain.value);
  if (!factored.decided) return factored;
  const lawsOf = lawsOfStates(flow, chain.value, laws);
  const single = singleLaw(chain.value, lawsOf);
  if (single !== undefined) return decided({ law: single, approximate: false });
  const moments = momentsOf(chain.value, factored.value, lawsOf);
  if (moments.variance === 0) return decided({ law: fixedLaw(moments.mean), approximate: false });
  return decided({ law: shapeOf(chain.value, lawsOf, moments), approximate: true });
}

/** The law of a plain sequence in which at most one duration varies. */
function singleLaw(chain: Chain, lawsOf: LawsOf): Law | undefined {
  const straight = chain.moves.every(
    (moves, state) => moves.length === 1 && (moves[0]?.to ?? state + 1) === state + 1,
  );
  if (!straight || chain.moves.some(([move]) => move?.exit?.exit.afterSeconds !== undefined)) {
    return undefined;
  }
  const laws = [...chain.moves.keys()].flatMap((state) => lawsOf(state));
  const [varying = fixedLaw(0), ...others] = laws.filter(({ variance }) => variance > 0);
  if (others.length > 0) return undefined;
  const shift = laws.reduce((sum, { mean, variance }) => (variance > 0 ? sum : sum + mean), 0);
  return shiftedLaw(varying, shift);
}

function shapeOf(chain: Chain, lawsOf: LawsOf, moments: Moments): Law {
  const sum = (state: number, of: (law: Law) => number): number =>
    lawsOf(state).reduce((total, law) => total + of(law), 0);
  const min = shortestTime(chain, (state) => sum(state, (law) => law.min));
  const cyclic = nodesOnCycles(chain.moves.map((moves) => moves.flatMap(({ to }) => to ?? [])));
  if (cyclic.length > 0 || chain.moves.length > maxLatticeStates) return gammaFrom(min, moments);
  return latticeLaw(chain, topologicalOrder(chain), lawsOf, moments, {
    min,
    max: longestTime(chain, (state) => sum(state, (law) => law.max)).seconds,
    practicalMax: longestTime(chain, (state) => sum(state, practicalMax)).seconds,
  });
}

/** The gamma law from a minimum on with a given mean and variance. */
function gammaFrom(min: number, { mean, variance }: Moments): Law {
  return variance === 0 || mean <= min
    ? fixedLaw(mean)
    : shiftedLaw(gammaLaw(mean - min, Math.sqrt(variance)), min);
}
