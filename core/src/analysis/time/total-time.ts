import { factorChain } from './absorbing.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { blockLawsOf, lawsOfStates } from './branch.ts';
import { chainOf, type Chain } from './chain.ts';
import type { Law } from './distribution/law.ts';
import { decided, undecided, type Outcome } from './flow.ts';
import { momentsOf, type LawsOf } from './moments.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';
import type { Factored } from './sparse.ts';

/** A flow whose parallel blocks stand for one step each: a plain Markov chain. */
export interface ReducedFlow {
  readonly flow: PreparedFlow;
  readonly blocks: Blocks;
  readonly laws: ReadonlyMap<number, Law>;
  readonly chain: Chain;
  readonly factored: Factored;
  readonly lawsOf: LawsOf;
  /** The shape of some block is an approximation. */
  readonly approximate: boolean;
  /** Share of the cases that get to a final step; 1 where no step is marked final. */
  readonly reached: number;
}

/**
 * Reduces a flow, innermost blocks first (Cardoso et al., Quality of service for workflows and web
 * service processes, J. Web Semantics 1 (2004), 281–308). Where steps are marked final the chain
 * is that of the cases that get to one, p'_ij = p_ij h_j / h_i with h the probability to get there.
 */
export function reduceFlow(
  flow: PreparedFlow,
  options: { readonly capped: boolean },
): Outcome<ReducedFlow> {
  const missing = [...flow.missing, ...flow.missingTimes];
  if (missing.length > 0) return undecided({ cause: 'missing_input', missing });
  const blocks = blocksOf(flow);
  if (!blocks.decided) return blocks;
  const full = chainOf(flow, { ...options, blocks: blocks.value });
  if (!full.decided) return full;
  const factored = factorChain(flow, full.value);
  if (!factored.decided) return factored;
  const laws = blockLawsOf(flow, blocks.value, options.capped);
  if (!laws.decided) return laws;
  const reduced = (chain: Chain, equations: Factored, reached: number): ReducedFlow => ({
    flow,
    blocks: blocks.value,
    laws: laws.value.laws,
    chain,
    factored: equations,
    lawsOf: lawsOfStates(flow, chain, laws.value.laws),
    approximate: laws.value.approximate,
    reached,
  });
  const isFinal = (state: number): boolean =>
    stepAt(flow, full.value.steps[state] ?? 0).step.final === true;
  if (!full.value.steps.some((_, state) => isFinal(state))) {
    return decided(reduced(full.value, factored.value, 1));
  }
  const hits = factored.value.solve(full.value.steps.map((_, state) => (isFinal(state) ? 1 : 0)));
  if (!((hits[0] ?? 0) > 0)) return undecided({ cause: 'not_reached' });
  const chain = conditioned(full.value, hits, isFinal);
  const equations = factorChain(flow, chain);
  return equations.decided ? decided(reduced(chain, equations.value, hits[0] ?? 0)) : equations;
}

/** The chain of those cases only that get to a final state; other states become ends of no use. */
function conditioned(chain: Chain, hits: Float64Array, isFinal: (state: number) => boolean): Chain {
  const moves = chain.moves.map((of, state) => {
    const own = hits[state] ?? 0;
    if (isFinal(state) || own === 0) return of.filter(({ to }) => to === undefined);
    return of.flatMap((move) =>
      move.to === undefined || hits[move.to] === 0
        ? []
        : [{ ...move, weight: (move.weight * (hits[move.to] ?? 0)) / own }],
    );
  });
  // A state that gets to no final one is never entered any more; it ends so as to trap nothing.
  const end = { to: undefined, weight: 1, exit: undefined };
  return { steps: chain.steps, moves: moves.map((of) => (of.length === 0 ? [end] : of)) };
}

export interface TotalTime {
  readonly mean: number;
  readonly variance: number;
  /** Some parallel block is an approximation (`blockLawsOf`); the simulation is the judge. */
  readonly approximate: boolean;
  readonly reached: number;
}

/**
 * Mean and variance of the time from start to end, natural time, by the absorbing Markov chain.
 * With `capped` each loop ends at its cap; without, every loop goes on with its probability.
 */
export function totalTime(
  flow: PreparedFlow,
  options: { readonly capped: boolean },
): Outcome<TotalTime> {
  const reduced = reduceFlow(flow, options);
  if (!reduced.decided) return reduced;
  const { chain, factored, lawsOf, approximate, reached } = reduced.value;
  return decided({ ...momentsOf(chain, factored, lawsOf), approximate, reached });
}
