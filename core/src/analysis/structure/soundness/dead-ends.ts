import { stronglyConnected } from '../flow/components.ts';
import { idOf, idsOf, isEnd, successorsOf, withArrows, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { reachedFrom } from '../flow/reachability.ts';
import type { Branching } from './branching.ts';
import type { StructureFinding } from './finding.ts';

/**
 * The places a case can get to and never leave: a step with no way on that is no end, or steps
 * that lead only to each other (strongly connected components without a leaving arrow). An arrow
 * to a branch that goes its own way leads nowhere: the work that stays behind has no use of it.
 */
export function deadEnds({ flow: whole, side, roots }: Branching): StructureFinding[] {
  const flow = withArrows(whole, (arrow) => !side.has(arrow));
  const reached = reachedFrom(flow, roots);
  const { of, members } = stronglyConnected(successorsOf(flow));
  const isLeft = (steps: readonly number[]): boolean =>
    steps.some(
      (step) =>
        isEnd(itemAt(flow.steps, step)) ||
        itemAt(flow.outgoing, step).some(
          (arrow) => of[itemAt(flow.to, arrow)] !== of[itemAt(flow.from, arrow)],
        ),
    );
  return members
    .filter((steps) => reached[itemAt(steps, 0)] === 1 && !isLeft(steps))
    .map((steps) => stay(flow, whole, steps));
}

function stay(flow: Flow, whole: Flow, steps: readonly number[]): StructureFinding {
  const [first, ...others] = steps;
  const at = first ?? -1;
  const isLoop = itemAt(flow.outgoing, at).length > 0;
  const path = shortestPath(whole, { from: [flow.start], isGoal: (step) => step === at });
  return {
    code: isLoop ? 'endless-loop' : 'dead-end',
    at: idOf(flow, at),
    related: idsOf(flow, others),
    paths: [idsOf(flow, path ?? [])],
  };
}
