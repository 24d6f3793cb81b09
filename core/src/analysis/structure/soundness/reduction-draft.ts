import { itemAt } from '../flow/item.ts';
import type { Net, Outcome, Run } from './net.ts';

/** A way on that the rules may rewrite. `from` is its cluster, -1 where the work starts. */
export interface Way {
  readonly from: number;
  places: readonly number[];
  run: Run | undefined;
  /** Number of steps in the run. */
  steps: number;
}

export interface ReductionDraft {
  readonly takenBy: Int32Array;
  /** Places of each cluster, all of which it waits for; none once it is dissolved. */
  readonly inputs: number[][];
  readonly ways: Way[][];
  readonly starts: readonly Way[];
  /** The ways that put work on a place, with the pieces each of them puts there. */
  readonly producers: Map<number, Map<Way, number>>;
}

export function draftOf(net: Net): ReductionDraft {
  const standIn = new Int32Array(net.takenBy.length);
  for (const place of standIn.keys()) standIn[place] = place;
  const inputs = net.clusters.map(({ inputs: places, waitsFor }) => {
    if (waitsFor === 'every') return [...places];
    const [first] = places;
    for (const place of places) standIn[place] = first ?? place;
    return first === undefined ? [] : [first];
  });
  const producers = new Map<number, Map<Way, number>>();
  const way = (from: number, { places, run }: { places: readonly number[]; run?: Run }): Way => {
    const moved = places.map((place) => itemAt(standIn, place));
    const made: Way = { from, places: moved, run, steps: run === undefined ? 0 : 1 };
    for (const place of moved) addProducer(producers, place, made);
    return made;
  };
  return {
    takenBy: net.takenBy,
    inputs,
    producers,
    starts: net.starts.map((start) => way(-1, start)),
    ways: net.clusters.map(({ outcomes }, cluster) =>
      outcomes.map((outcome) => way(cluster, outcome)),
    ),
  };
}

export function addProducer(
  producers: Map<number, Map<Way, number>>,
  place: number,
  way: Way,
): void {
  const ways = producers.get(place) ?? new Map<Way, number>();
  producers.set(place, ways.set(way, (ways.get(way) ?? 0) + 1));
}

export function removeProducer({ producers }: ReductionDraft, way: Way): void {
  for (const place of way.places) producers.get(place)?.delete(way);
}

/** The net that is left, every place by itself. */
export function reducedNet(net: Net, draft: ReductionDraft): Net {
  const outcome = ({ places, run }: Way): Outcome => ({ places, run: run ?? -1 });
  return {
    ...net,
    starts: draft.starts.map(({ places, run }) => ({
      places,
      ...(run === undefined ? {} : { run }),
    })),
    clusters: net.clusters.map(({ step }, cluster) => ({
      step,
      waitsFor: 'every',
      inputs: itemAt(draft.inputs, cluster),
      outcomes: itemAt(draft.ways, cluster).map(outcome),
    })),
  };
}
