import { stepAt, type PreparedFlow } from './prepared.ts';
import type { Visits } from './visits.ts';

/** The work that one case makes for a role. */
export interface RoleLoad {
  /** Σ v_i E[work_i], in seconds per case. */
  readonly touchSeconds: number;
  /** Pieces of work per case. */
  readonly visits: number;
  /** Mean length of a piece, in seconds. */
  readonly handlingSeconds: number;
  /** Squared coefficient of variation of a piece, for queues that are not exponential. */
  readonly handlingScv: number;
  /** Steps that make the work. */
  readonly steps: readonly string[];
}

/** Touch time and visits per role. A step of several roles keeps each of them busy throughout. */
export function roleLoads(flow: PreparedFlow, visits: Visits): ReadonlyMap<string, RoleLoad> {
  const sums = new Map<
    string,
    { visits: number; first: number; second: number; steps: string[] }
  >();
  for (const number of flow.reachable) {
    const { step, parts } = stepAt(flow, number);
    const work = parts.filter(({ part }) => part.kind === 'work');
    const mean = work.reduce((sum, { law }) => sum + law.mean, 0);
    const variance = work.reduce((sum, { law }) => sum + law.variance, 0);
    const count = visits.perStep.get(step.id) ?? 0;
    for (const role of new Set(mean > 0 ? step.roles : [])) {
      const sum = sums.get(role) ?? { visits: 0, first: 0, second: 0, steps: [] };
      sum.visits += count;
      sum.first += count * mean;
      sum.second += count * (variance + mean * mean);
      sum.steps.push(step.id);
      sums.set(role, sum);
    }
  }
  return new Map(
    [...sums].map(([role, { visits: pieces, first, second, steps }]) => {
      const handlingSeconds = pieces === 0 ? 0 : first / pieces;
      const handlingScv = first === 0 ? 0 : Math.max(0, second / pieces / handlingSeconds ** 2 - 1);
      return [role, { touchSeconds: first, visits: pieces, handlingSeconds, handlingScv, steps }];
    }),
  );
}

export interface CasePrice {
  /** Labour and material per case. */
  readonly total: number;
  readonly labour: number;
  readonly material: number;
  /** Roles that work and have no price: the total is without them. */
  readonly unpriced: readonly string[];
}

/** Cost per case: Σ touch time · price of a productive hour + Σ visits · cost of the step. */
export function costPerCase(
  flow: PreparedFlow,
  visits: Visits,
  pricePerHour: ReadonlyMap<string, number>,
): CasePrice {
  const loads = roleLoads(flow, visits);
  let [labour, material] = [0, 0];
  for (const [role, { touchSeconds }] of loads) {
    labour += (touchSeconds / 3600) * (pricePerHour.get(role) ?? 0);
  }
  for (const number of flow.reachable) {
    const { step } = stepAt(flow, number);
    material += (visits.perStep.get(step.id) ?? 0) * (step.cost ?? 0);
  }
  const unpriced = [...loads.keys()].filter((role) => !pricePerHour.has(role));
  return { total: labour + material, labour, material, unpriced };
}

/** Share of the visits to steps of a role or a machine that are automated; nothing when there are none. */
export function automatedShare(flow: PreparedFlow, visits: Visits): number | undefined {
  let [automated, all] = [0, 0];
  for (const number of flow.reachable) {
    const { step } = stepAt(flow, number);
    const isWork = step.automated === true || (step.roles ?? []).length > 0;
    if (step.kind !== 'work' || !isWork) continue;
    const count = visits.perStep.get(step.id) ?? 0;
    all += count;
    if (step.automated === true) automated += count;
  }
  return all === 0 ? undefined : automated / all;
}
