import { factorChain, stateVisits } from './absorbing.ts';
import { chainOf } from './chain.ts';
import { decided, undecided, type Outcome } from './flow.ts';
import { stepAt, type PreparedFlow } from './prepared.ts';
import { factor } from './sparse.ts';

/**
 * Expected hand-offs per case: how often work goes from one department to another. Steps without a
 * department (gateways, systems) are passed over; after a join each branch counts with its share,
 * so that the way on from it counts once.
 *
 * Σ over states with a department d of v_s · g_d(next), where g_d is 1 at a step of another
 * department, 0 at one of the same, and else the mean over where the case goes on.
 */
export function expectedHandoffs(flow: PreparedFlow): Outcome<number> {
  if (flow.missing.length > 0) return undecided({ cause: 'missing_input', missing: flow.missing });
  const chain = chainOf(flow, { capped: true });
  if (!chain.decided) return chain;
  const factored = factorChain(flow, chain.value);
  if (!factored.decided) return factored;
  const { steps, moves } = chain.value;
  const visits = stateVisits(factored.value, steps.length);
  const departmentOf = (state: number): string | undefined =>
    stepAt(flow, steps[state] ?? 0).step.department;
  const onward = (state: number): { column: number; value: number }[] =>
    (moves[state] ?? []).flatMap(({ to, weight }) =>
      to === undefined ? [] : [{ column: to, value: weight }],
    );
  const passed = factor(
    moves.map((_, state) => (departmentOf(state) === undefined ? onward(state) : [])),
  );
  if (passed === undefined) return undecided({ cause: 'never_ends', steps: [] });
  const departments = new Set(steps.flatMap((_, state) => departmentOf(state) ?? []));
  let sum = 0;
  for (const department of departments) {
    const other = steps.map((_, state) => {
      const own = departmentOf(state);
      return own !== undefined && own !== department ? 1 : 0;
    });
    const reached = passed.solve(other);
    for (const state of steps.keys()) {
      if (departmentOf(state) !== department) continue;
      for (const { column, value } of onward(state)) {
        sum += (visits[state] ?? 0) * value * (reached[column] ?? 0);
      }
    }
  }
  return decided(sum);
}
