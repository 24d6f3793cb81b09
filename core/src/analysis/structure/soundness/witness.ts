import { idOf, idsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import type { StructureCode, StructureFinding } from './finding.ts';

/**
 * A finding with the arrow that makes it, so that enclosing blocks do not report it again. An end
 * inside a block has no arrow: it counts as one below zero, by its step.
 */
export interface ArrowFinding {
  readonly arrow: number;
  readonly finding: StructureFinding;
}

/** A finding at a step whose witness runs from a step along one arrow and on to a goal. */
export function foundAlong(
  flow: Flow,
  code: StructureCode,
  at: number,
  related: readonly number[],
  way: { from: number; arrow: number; to: number; besides?: readonly number[] },
): ArrowFinding {
  const path = along(flow, way.from, way.arrow, way.to);
  const others = [...new Set(related)].filter((step) => step !== -1 && step !== at);
  const paths = [path, ...(way.besides === undefined ? [] : [way.besides])];
  return {
    arrow: way.arrow,
    finding: {
      code,
      at: idOf(flow, at),
      related: idsOf(flow, others),
      paths: paths.map((steps) => idsOf(flow, steps)),
    },
  };
}

function along(flow: Flow, from: number, arrow: number, to: number): number[] {
  const tail = itemAt(flow.from, arrow);
  const head = itemAt(flow.to, arrow);
  return [...stretch(flow, from, tail), ...stretch(flow, head, to)];
}

/** A shortest path between two steps; both ends alone when there is none. */
export function stretch(
  flow: Flow,
  from: number,
  to: number,
  allow?: (arrow: number) => boolean,
): number[] {
  const path = shortestPath(flow, {
    from: [from],
    isGoal: (step) => step === to,
    ...(allow === undefined ? {} : { along: allow }),
  });
  return path ?? [from, to];
}
