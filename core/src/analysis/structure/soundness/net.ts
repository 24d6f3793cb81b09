import { isEnd } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { isJoin, type Branching } from './branching.ts';
import type { Pairing } from './pairing.ts';
import { slotsOf } from './slots.ts';

/** Steps done one after the other; shared, never copied. */
export type Run = number | readonly [Run, Run];

/** One way a step can go on: the places it puts work on. */
export interface Outcome {
  readonly places: readonly number[];
  readonly run: Run;
}

/**
 * The places a step takes work from and its ways on. Every place is taken from by one step only,
 * so that the net is free-choice: `one` takes any piece of work, `every` one from each place.
 */
export interface Cluster {
  readonly step: number;
  readonly waitsFor: 'one' | 'every';
  readonly inputs: readonly number[];
  readonly outcomes: readonly Outcome[];
}

/** Where the work lies at the start, after the steps that always come first. */
export interface Start {
  readonly places: readonly number[];
  readonly run?: Run;
}

/**
 * A flow as a Petri net (van der Aalst, Verification of workflow nets, 1997). Work lies on arrows;
 * arrows that bring a join the same arrival share a place; an ended branch leaves its work at its
 * end, and the case closes when all work lies at ends.
 */
export interface Net {
  /** The places that hold work at the start of each flow: the process, then its side branches. */
  readonly starts: readonly Start[];
  readonly clusters: readonly Cluster[];
  /** The cluster that takes work from a place; -1 at an end. */
  readonly takenBy: Int32Array;
  /** The step the work of a place waits for or ended at. */
  readonly stepAt: Int32Array;
}

export function netOf(branching: Branching, pairing: Pairing): Net {
  const { flow, roots } = branching;
  const draft: Draft = { takenBy: [], stepAt: [], inputs: flow.steps.map(() => []) };
  const atJoins = roots.filter((root) => isJoin(flow, root));
  const starts = roots.map((root) => {
    const entry = atJoins.indexOf(root);
    const place = addPlace(draft, entry === -1 ? root : flow.steps.length + entry, root);
    if (entry === -1) itemAt(draft.inputs, root).push(place);
    return { places: [place] };
  });
  const placeOf = placesOfArrows(branching, pairing, draft);
  const clusters = flow.steps.map((end, step): Cluster => {
    const inputs = itemAt(draft.inputs, step);
    const isReached = inputs.length > 0 || atJoins.includes(step);
    const endPlaces = isReached && isEnd(end) ? [addPlace(draft, -1, step)] : [];
    const outcomes = isReached ? outcomesOf(branching, step, placeOf, endPlaces) : [];
    return { step, waitsFor: isJoin(flow, step) ? 'every' : 'one', inputs, outcomes };
  });
  // a case that starts at a join has nothing to wait for there
  const entries = atJoins.map((root): Cluster => {
    const { places } = itemAt(starts, roots.indexOf(root));
    return {
      step: root,
      waitsFor: 'one',
      inputs: places,
      outcomes: itemAt(clusters, root).outcomes,
    };
  });
  return {
    starts,
    clusters: [...clusters, ...entries],
    takenBy: Int32Array.from(draft.takenBy),
    stepAt: Int32Array.from(draft.stepAt),
  };
}

interface Draft {
  readonly takenBy: number[];
  readonly stepAt: number[];
  /** Places by step. */
  readonly inputs: readonly number[][];
}

function addPlace(draft: Draft, cluster: number, step: number): number {
  draft.stepAt.push(step);
  return draft.takenBy.push(cluster) - 1;
}

/** The place of each arrow; arrows that bring a join the same arrival share one. */
function placesOfArrows(branching: Branching, pairing: Pairing, draft: Draft): Int32Array {
  const { flow, side } = branching;
  const placeOf = new Int32Array(flow.arrows.length).fill(-1);
  for (const step of flow.steps.keys()) {
    const slots = isJoin(flow, step)
      ? slotsOf(branching, step, pairing.parallels.get(step))
      : undefined;
    const placeOfSlot = new Map<number, number>();
    for (const arrow of itemAt(flow.incoming, step)) {
      if (side.has(arrow)) continue;
      const slot = slots === undefined ? arrow : slots.of.get(arrow);
      const known = slot === undefined ? undefined : placeOfSlot.get(slot);
      const place = known ?? addPlace(draft, step, step);
      placeOf[arrow] = place;
      if (slot === undefined || known !== undefined) continue; // work from outside is never taken on
      placeOfSlot.set(slot, place);
      itemAt(draft.inputs, step).push(place);
    }
  }
  return placeOf;
}

function outcomesOf(
  { flow, side, isBranch }: Branching,
  step: number,
  placeOf: Int32Array,
  endPlaces: readonly number[],
): Outcome[] {
  const arrows = itemAt(flow.outgoing, step).filter((arrow) => !side.has(arrow));
  const together = arrows.filter((arrow) => isBranch[arrow] === 1);
  const apart = arrows.filter((arrow) => isBranch[arrow] === 0);
  const placesOf = (group: readonly number[]): number[] =>
    group.map((arrow) => itemAt(placeOf, arrow));
  const groups = [
    ...(together.length > 0 ? [placesOf(together)] : []),
    ...apart.map((arrow) => placesOf([arrow])),
    ...endPlaces.map((end) => [end]),
  ];
  return groups.map((places) => ({ places, run: step }));
}

/** The steps of runs in their order. */
export function stepsOfRuns(runs: readonly Run[]): number[] {
  const steps: number[] = [];
  const open = runs.toReversed();
  for (let run = open.pop(); run !== undefined; run = open.pop()) {
    if (typeof run === 'number') steps.push(run);
    else open.push(run[1], run[0]);
  }
  return steps;
}
