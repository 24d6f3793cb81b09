import { postOrderFrom } from '../flow/dominators.ts';
import { idOf, idsOf, isEnd, successorsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { arrivalsAt } from '../data/data-flow.ts';
import { sectionsOf } from '../soundness/sections.ts';

/** A stage that a case can miss, or reach only after a later one. */
export interface StageFault {
  readonly kind: 'missing' | 'out-of-order';
  readonly stage: string;
  /** The end a case gets to without the stage; the step at which the stage begins too late. */
  readonly at: string;
  /** The later stage that has begun before. */
  readonly after?: string;
  readonly path: readonly string[];
}

/** What can be true of a stage where a case is; a step can be in several states, by the way taken. */
const notYet = 1;
const overtaken = 2;
const begun = 4;

/**
 * Whether every way from the start to an end begins the stages in their order and begins them all
 * (a Declare succession check as an automaton of three states per stage). The first step of a stage
 * counts; steps without a stage are neutral; what begins in one branch has begun after the join,
 * and branches that run at the same time have no order. One fault per stage and kind.
 */
export function stageFaults(whole: Flow, stages: readonly string[]): StageFault[] {
  const sections = sectionsOf(whole);
  const { flow } = sections.branching;
  if (flow.start === -1) return [];
  const stageAt = Int32Array.from(flow.steps, ({ stage }) =>
    stage === undefined ? -1 : stages.indexOf(stage),
  );
  const order = postOrderFrom(flow.start, successorsOf(flow)).toReversed();
  const arrivals = flow.steps.map((_, step) => arrivalsAt(sections, step));
  return stages.flatMap((_, stage) => {
    const before = statesBefore(flow, { order, arrivals, stageAt, stage });
    const view = { flow, stages, stageAt, stage, before };
    return [...missing(view), ...tooLate(view, order)];
  });
}

interface View {
  readonly flow: Flow;
  readonly stages: readonly string[];
  readonly stageAt: Int32Array;
  readonly stage: number;
  readonly before: Uint8Array;
}

/** States of one stage before each step, to the fixed point in reverse post-order. */
function statesBefore(
  flow: Flow,
  {
    order,
    arrivals,
    stageAt,
    stage,
  }: {
    order: readonly number[];
    arrivals: readonly (readonly (readonly number[])[])[];
    stageAt: Int32Array;
    stage: number;
  },
): Uint8Array {
  const before = new Uint8Array(flow.steps.length);
  const after = new Uint8Array(flow.steps.length);
  for (let changed = true; changed;) {
    changed = false;
    for (const step of order) {
      const groups = itemAt(arrivals, step).map((arrows) =>
        arrows.reduce((states, arrow) => states | itemAt(after, itemAt(flow.from, arrow)), 0),
      );
      const entry = step === flow.start ? notYet : 0;
      const states = together(groups) | entry;
      const onward = pass(states, itemAt(stageAt, step), stage);
      if (before[step] === states && after[step] === onward) continue;
      before[step] = states;
      after[step] = onward;
      changed = true;
    }
  }
  return before;
}

/** A stage has begun if it has in any branch; it is overtaken if no branch began it and one is past it. */
function together(groups: readonly number[]): number {
  const everyNotYet = groups.every((states) => (states & notYet) !== 0);
  const everyUnbegun = groups.every((states) => (states & (notYet | overtaken)) !== 0);
  const anyOvertaken = groups.some((states) => (states & overtaken) !== 0);
  const anyBegun = groups.some((states) => (states & begun) !== 0);
  return (
    (everyNotYet ? notYet : 0) |
    (everyUnbegun && anyOvertaken ? overtaken : 0) |
    (anyBegun ? begun : 0)
  );
}

function pass(states: number, here: number, stage: number): number {
  if (states === 0) return 0;
  if (here === stage) return begun;
  if (here < stage || (states & notYet) === 0) return states;
  return (states & ~notYet) | overtaken;
}

function isUnbegun({ stageAt, stage, before }: View, step: number): boolean {
  return itemAt(stageAt, step) !== stage && (itemAt(before, step) & (notYet | overtaken)) !== 0;
}

function missing(view: View): StageFault[] {
  const { flow, stages, stage } = view;
  const isOpen = (step: number): boolean => isUnbegun(view, step);
  if (!isOpen(flow.start)) return [];
  const path = shortestPath(flow, {
    from: [flow.start],
    isGoal: (step) => isEnd(itemAt(flow.steps, step)),
    along: (arrow) => isOpen(itemAt(flow.to, arrow)),
  });
  const at = path?.at(-1);
  if (path === undefined || at === undefined) return [];
  const found = { kind: 'missing' as const, stage: itemAt(stages, stage), at: idOf(flow, at) };
  return [{ ...found, path: idsOf(flow, path) }];
}

function tooLate(view: View, order: readonly number[]): StageFault[] {
  const { flow, stages, stageAt, stage, before } = view;
  const at = order.find(
    (step) => stageAt[step] === stage && (itemAt(before, step) & overtaken) !== 0,
  );
  if (at === undefined) return [];
  const along = (arrow: number): boolean => isUnbegun(view, itemAt(flow.from, arrow));
  const since = shortestPath(flow, {
    from: [at],
    isGoal: (step) => step !== at && itemAt(stageAt, step) > stage && isUnbegun(view, step),
    along,
    backwards: true,
  });
  const later = since?.[0];
  if (since === undefined || later === undefined) return [];
  const to = shortestPath(flow, { from: [flow.start], isGoal: (step) => step === later, along });
  const path = [...(to ?? [later]), ...since.slice(1)];
  const after = itemAt(stages, itemAt(stageAt, later));
  const found = { kind: 'out-of-order' as const, stage: itemAt(stages, stage), at: idOf(flow, at) };
  return [{ ...found, after, path: idsOf(flow, path) }];
}
