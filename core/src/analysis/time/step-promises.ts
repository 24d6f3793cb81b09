import { chainOf } from './chain.ts';
import { longestTime } from './extremes.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';
import { visitsOf } from './visits.ts';

/**
 * What the limits of the steps guarantee together: along the longest way through the flow, with
 * each step at its own limit (or at its longest time where it has none), the sum of the limits is
 * kept by a share of at least 1 − Σ v_i (1 − a_i), v_i being the visits of a step and a_i its
 * attainment. Boole's inequality over visits; no independence is assumed. Nothing when a step
 * without a limit has no longest time, or a loop no end.
 */
export function stepPromiseBound(
  flow: PreparedFlow,
  reached: number,
): { readonly seconds: number; readonly attainment: number } | undefined {
  const promised = [...flow.reachable].filter((at) => stepAt(flow, at).step.promise !== undefined);
  const visits = visitsOf(flow, { capped: true });
  const chain = chainOf(flow, { capped: true });
  if (promised.length === 0 || !visits.decided || !chain.decided) return undefined;
  const limit = (state: number): number => {
    const { step, max } = stepAt(flow, chain.value.steps[state] ?? 0);
    return step.promise?.withinSeconds ?? max;
  };
  const { seconds } = longestTime(chain.value, limit);
  if (!Number.isFinite(seconds)) return undefined;
  const missed = promised.reduce((sum, at) => {
    const { id, promise } = stepAt(flow, at).step;
    return sum + (visits.value.perStep.get(id) ?? 0) * (1 - (promise?.attainment ?? 1));
  }, 0);
  return { seconds, attainment: Math.max(0, 1 - missed / reached) };
}
