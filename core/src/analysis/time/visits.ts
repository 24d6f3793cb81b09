import { factorChain, stateVisits } from './absorbing.ts';
import { blocksOf } from './blocks.ts';
import { chainOf } from './chain.ts';
import { decided, undecided, type Outcome } from './flow.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';

export interface Visits {
  /** Expected visits per case of every step that can be reached, by id. */
  readonly perStep: ReadonlyMap<string, number>;
  /** Parallels and joins are closed pairs; if not, the simulation counts better. */
  readonly structured: boolean;
}

/**
 * Expected visits per case: v_j = [j is the start] + Σ_i v_i p_ij, each branch of a parallel being
 * visited as often as the parallel, a join once per round. With caps the loop counts are written
 * out; without, every loop goes on with its probability.
 */
export function visitsOf(
  flow: PreparedFlow,
  options: { readonly capped: boolean },
): Outcome<Visits> {
  if (flow.missing.length > 0) return undecided({ cause: 'missing_input', missing: flow.missing });
  const chain = chainOf(flow, options);
  if (!chain.decided) return chain;
  const factored = factorChain(flow, chain.value);
  if (!factored.decided) return factored;
  const states = stateVisits(factored.value, chain.value.steps.length);
  const perStep = new Map<string, number>();
  for (const [state, number] of chain.value.steps.entries()) {
    const { id } = stepAt(flow, number).step;
    perStep.set(id, (perStep.get(id) ?? 0) + (states[state] ?? 0));
  }
  return decided({ perStep, structured: blocksOf(flow).decided });
}
