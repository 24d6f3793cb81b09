import { itemAt } from '../flow/item.ts';
import type { Net, Run } from './net.ts';
import {
  addProducer,
  draftOf,
  reducedNet,
  removeProducer,
  type ReductionDraft,
  type Way,
} from './reduction-draft.ts';

/** Longest list of ways a choice may have to be merged into the step before it. */
const widestChoice = 64;

/**
 * Shrinks a net without changing whether it is sound: series of steps, choices that meet again,
 * repeats, and parallel branches with nothing left in them dissolve (Murata, Petri nets:
 * properties, analysis and applications, 1989, rules of section V; Sadiq and Orlowska, 2000). What
 * is built of blocks dissolves altogether; what remains keeps its runs for witnesses.
 */
export function reduceNet(net: Net): Net {
  const draft = draftOf(net);
  const queue = [...net.clusters.keys()];
  const waiting = new Uint8Array(net.clusters.length).fill(1);
  const again = (cluster: number): void => {
    if (cluster < 0 || waiting[cluster] === 1) return;
    waiting[cluster] = 1;
    queue.push(cluster);
  };
  for (const cluster of queue) {
    waiting[cluster] = 0; // an array grows under its own loop
    dropRepeats(draft, cluster);
    dropEqualWays(draft, cluster);
    mergeParallelPlaces(draft, cluster);
    dissolveSeries(draft, cluster, again);
    dissolveChoice(draft, cluster, again);
  }
  return reducedNet(net, draft);
}

/** The only place a cluster waits for, if it has one. */
function onlyInput(draft: ReductionDraft, cluster: number): number | undefined {
  const places = itemAt(draft.inputs, cluster);
  return places.length === 1 ? places[0] : undefined;
}

/** A way that puts the work back where it was can go when there is another one. */
function dropRepeats(draft: ReductionDraft, cluster: number): void {
  const place = onlyInput(draft, cluster);
  const ways = itemAt(draft.ways, cluster);
  if (place === undefined || ways.length < 2) return;
  const repeats = ways.filter(({ places }) => places.length === 1 && places[0] === place);
  if (repeats.length === 0 || repeats.length === ways.length) return;
  for (const way of repeats) removeProducer(draft, way);
  draft.ways[cluster] = ways.filter((way) => !repeats.includes(way));
}

/** Of two ways to the same places the shorter one stays. */
function dropEqualWays(draft: ReductionDraft, cluster: number): void {
  const ways = itemAt(draft.ways, cluster);
  if (ways.length < 2) return;
  const best = new Map<string, Way>();
  for (const way of ways) {
    const key = way.places.toSorted((a, b) => a - b).join();
    const known = best.get(key);
    if (known === undefined || way.steps < known.steps) best.set(key, way);
  }
  if (best.size === ways.length) return;
  const kept = new Set(best.values());
  for (const way of ways) if (!kept.has(way)) removeProducer(draft, way);
  draft.ways[cluster] = [...kept];
}

/** Places a join takes from that always get work together count as one. */
function mergeParallelPlaces(draft: ReductionDraft, cluster: number): void {
  const places = itemAt(draft.inputs, cluster);
  if (places.length < 2) return;
  const numbers = new Map<Way, number>();
  const numberOf = (way: Way): number => {
    const known = numbers.get(way) ?? numbers.size;
    numbers.set(way, known);
    return known;
  };
  const known = new Set<string>();
  const merged = new Set<number>();
  for (const place of places) {
    const producers = [...(draft.producers.get(place) ?? [])];
    const key = producers
      .map(([way, pieces]) => `${numberOf(way)}x${pieces}`)
      .toSorted()
      .join();
    if (known.has(key)) merged.add(place);
    known.add(key);
  }
  if (merged.size === 0) return;
  draft.inputs[cluster] = places.filter((place) => !merged.has(place));
  const touched = new Set(
    [...merged].flatMap((place) => [...(draft.producers.get(place)?.keys() ?? [])]),
  );
  for (const way of touched) way.places = way.places.filter((place) => !merged.has(place));
  for (const place of merged) draft.producers.delete(place);
}

/** A step with one place and one way on is passed through. */
function dissolveSeries(
  draft: ReductionDraft,
  cluster: number,
  again: (cluster: number) => void,
): void {
  const place = onlyInput(draft, cluster);
  const [way, second] = itemAt(draft.ways, cluster);
  if (place === undefined || way === undefined || second !== undefined) return;
  if (way.places.includes(place)) return;
  const producers = [...(draft.producers.get(place)?.keys() ?? [])];
  if (producers.length > 1 && way.places.length > 1) return;
  removeProducer(draft, way);
  for (const producer of producers) {
    producer.places = producer.places.flatMap((other) => {
      if (other !== place) return [other];
      for (const added of way.places) addProducer(draft.producers, added, producer);
      return way.places;
    });
    append(producer, way);
    again(producer.from);
  }
  dissolve(draft, cluster, place);
  for (const next of way.places) again(itemAt(draft.takenBy, next));
}

/** A choice right after a single way is made on that way. */
function dissolveChoice(
  draft: ReductionDraft,
  cluster: number,
  again: (cluster: number) => void,
): void {
  const place = onlyInput(draft, cluster);
  const ways = itemAt(draft.ways, cluster);
  if (place === undefined || ways.length < 2 || ways.length > widestChoice) return;
  const [before, second] = draft.producers.get(place)?.keys() ?? [];
  if (before === undefined || second !== undefined || before.places.length !== 1) return;
  if (before.from === -1 || before.from === cluster) return;
  const inlined = ways.map(({ places, run, steps }) => {
    const way: Way = { from: before.from, places, run, steps };
    way.run = joined(before.run, run);
    way.steps = before.steps + steps;
    return way;
  });
  for (const way of ways) removeProducer(draft, way);
  for (const way of inlined) {
    for (const target of way.places) addProducer(draft.producers, target, way);
    for (const target of way.places) again(itemAt(draft.takenBy, target));
  }
  const others = itemAt(draft.ways, before.from).filter((way) => way !== before);
  draft.ways[before.from] = [...others, ...inlined];
  dissolve(draft, cluster, place);
  again(before.from);
}

function dissolve(draft: ReductionDraft, cluster: number, place: number): void {
  draft.inputs[cluster] = [];
  draft.ways[cluster] = [];
  draft.producers.delete(place);
}

function append(producer: Way, way: Way): void {
  producer.run = joined(producer.run, way.run);
  producer.steps += way.steps;
}

function joined(first: Run | undefined, second: Run | undefined): Run | undefined {
  if (first === undefined) return second;
  return second === undefined ? first : [first, second];
}
