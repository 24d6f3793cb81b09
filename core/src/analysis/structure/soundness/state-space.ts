import { stronglyConnected } from '../flow/components.ts';
import { itemAt } from '../flow/item.ts';
import type { Cluster, Net, Outcome, Run, Start } from './net.ts';

/** What goes wrong in a state: the places it shows at and the runs that lead there. */
export interface Fault {
  readonly kind: 'stuck' | 'runs-twice' | 'endless';
  readonly places: readonly number[];
  readonly runs: readonly Run[];
}

export interface Exploration {
  readonly verdict: 'sound' | 'unsound' | 'undecided';
  /** States seen; all of them when the verdict is `sound`. */
  readonly states: number;
  readonly fault?: Fault;
}

interface States {
  /** Places with work, ascending; the closed case has none. */
  readonly markings: (readonly number[])[];
  readonly cameFrom: number[];
  readonly runs: (Run | undefined)[];
  readonly successors: number[][];
}

/**
 * Tries every state of a flow breadth-first, so that the first fault has a shortest run, and stops
 * at `limit` states without a verdict. Sound is: no place ever holds two pieces of work, and the
 * case can be closed from every state (van der Aalst, 1997: option to complete, proper completion).
 */
export function explore(net: Net, start: Start, limit: number): Exploration {
  const states: States = { markings: [], cameFrom: [], runs: [], successors: [] };
  const known = new Map<string, number>();
  let pieces = 0;
  const visit = (marking: readonly number[], from: number, run: Run | undefined): number => {
    const key = keyOf(marking);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const state = states.markings.push(marking) - 1;
    known.set(key, state);
    pieces += marking.length;
    states.cameFrom.push(from);
    states.runs.push(run);
    states.successors.push([]);
    return state;
  };
  const first = start.places.toSorted((a, b) => a - b);
  const twice = doubled(first);
  visit(first, -1, start.run);
  if (twice !== undefined) return unsound(states, 0, { kind: 'runs-twice', places: [twice] });
  for (const [state, marking] of states.markings.entries()) {
    const moves = movesFrom(net, marking);
    if (moves.length === 0 && marking.length > 0) {
      const left = marking.filter((place) => net.takenBy[place] !== -1);
      return unsound(states, state, { kind: 'stuck', places: left });
    }
    for (const { marking: next, run } of moves) {
      const place = doubled(next);
      const target = visit(next, state, run);
      if (place !== undefined) {
        return unsound(states, target, { kind: 'runs-twice', places: [place] });
      }
      itemAt(states.successors, state).push(target);
      if (states.markings.length > limit) return { verdict: 'undecided', states: limit };
      if (pieces > limit * piecesPerState) return { verdict: 'undecided', states: state + 1 };
    }
  }
  return endless(net, states, known.get('') ?? -1);
}

/** Pieces of work that a state may hold on average, so that wide flows do not fill the memory. */
const piecesPerState = 64;

interface Move {
  readonly marking: readonly number[];
  readonly run: Run | undefined;
}

function movesFrom(net: Net, marking: readonly number[]): Move[] {
  if (marking.length > 0 && marking.every((place) => net.takenBy[place] === -1)) {
    return [{ marking: [], run: undefined }]; // all work lies at ends: the case closes
  }
  const marked = new Set(marking);
  return marking.flatMap((place) => {
    const cluster = net.clusters[net.takenBy[place] ?? -1];
    const taken = cluster === undefined ? undefined : takes(cluster, place, marked);
    if (cluster === undefined || taken === undefined) return [];
    const rest = marking.filter((other) => !taken.includes(other));
    return cluster.outcomes.map((outcome) => moved(rest, outcome));
  });
}

/** The places a cluster takes work from; nothing when it has to wait or another place stands for it. */
function takes(
  { waitsFor, inputs }: Cluster,
  place: number,
  marked: ReadonlySet<number>,
): readonly number[] | undefined {
  if (waitsFor === 'one') return [place];
  return inputs[0] === place && inputs.every((input) => marked.has(input)) ? inputs : undefined;
}

function moved(rest: readonly number[], { places, run }: Outcome): Move {
  return { marking: [...rest, ...places].toSorted((a, b) => a - b), run };
}

function doubled(marking: readonly number[]): number | undefined {
  return marking.find((place, index) => index > 0 && marking[index - 1] === place);
}

function keyOf(marking: readonly number[]): string {
  return marking.join();
}

function unsound(states: States, state: number, fault: Omit<Fault, 'runs'>): Exploration {
  const runs: Run[] = [];
  for (let at = state; at !== -1; at = itemAt(states.cameFrom, at)) {
    const run = states.runs[at];
    if (run !== undefined) runs.push(run);
  }
  return {
    verdict: 'unsound',
    states: states.markings.length,
    fault: { ...fault, runs: runs.toReversed() },
  };
}

/** Looks for states that go round without ever closing the case. */
function endless(net: Net, states: States, closed: number): Exploration {
  const { of, members } = stronglyConnected(states.successors);
  const isLast = new Uint8Array(members.length).fill(1);
  for (const [state, targets] of states.successors.entries()) {
    if (targets.some((target) => of[target] !== of[state])) isLast[itemAt(of, state)] = 0;
  }
  const round = members.findLast(
    (component, number) => isLast[number] === 1 && !component.includes(closed),
  );
  if (round === undefined) return { verdict: 'sound', states: states.markings.length };
  const first = itemAt(round, 0);
  const always = itemAt(states.markings, first).filter((place) =>
    round.every((state) => itemAt(states.markings, state).includes(place)),
  );
  const kept = always.filter((place) => net.takenBy[place] !== -1);
  const kind = kept.length > 0 ? 'stuck' : 'endless';
  const places = kept.length > 0 ? kept : itemAt(states.markings, first);
  return unsound(states, first, { kind, places });
}
