import type { Blocks } from './blocks.ts';
import { decided, undecided, type Outcome, type TimedExit } from './flow.ts';
import { idsOf, stepAt, type PreparedExit, type PreparedFlow } from './prepared.ts';

/** A move from a state; without `to` this part of the case is over. */
export interface Move {
  readonly to: number | undefined;
  /** Probability, or the number of cases that go on where a parallel splits them. */
  readonly weight: number;
  readonly exit: PreparedExit | undefined;
}

/**
 * The flow with the loop counts written out: a state is a step together with how often each
 * capped loop around it has been taken. State 0 is the start.
 */
export interface Chain {
  /** The step of each state. */
  readonly steps: readonly number[];
  readonly moves: readonly (readonly Move[])[];
}

export interface ChainOptions {
  /** Whether caps count; without, a loop goes on with its probability for ever. */
  readonly capped: boolean;
  /** Take these blocks as one move from the parallel to its join. */
  readonly blocks?: Blocks;
  /** First step; the flow's start when absent. */
  readonly start?: number;
  /** Getting to this step ends the chain. */
  readonly stopAt?: number;
}

/** More states than this are left to the simulation. */
export const maxStates = 100_000;

/**
 * Writes the loop counts out. They are counted per case and only within the strongly connected
 * component of the loop: a case that has left a component cannot come back, so loops one after
 * the other add states and only loops within loops multiply them.
 *
 * A loop of its own inside a parallel block that is entered again is counted per entry.
 */
export function chainOf(flow: PreparedFlow, options: ChainOptions): Outcome<Chain> {
  const builder = new ChainBuilder(flow, options);
  return builder.build(options.start ?? flow.start);
}

interface State {
  readonly step: number;
  readonly counts: readonly number[];
}

class ChainBuilder {
  private readonly flow: PreparedFlow;
  private readonly options: ChainOptions;
  private readonly states: State[] = [];
  private readonly known = new Map<string, number>();
  private readonly stuck = new Set<number>();

  constructor(flow: PreparedFlow, options: ChainOptions) {
    this.flow = flow;
    this.options = options;
  }

  build(start: number): Outcome<Chain> {
    this.stateOf(start, undefined, [], undefined);
    const moves: Move[][] = [];
    for (const state of this.states) {
      moves.push(this.movesOf(state));
      if (this.states.length > maxStates) {
        return undecided({ cause: 'too_many_states', limit: maxStates });
      }
    }
    if (this.stuck.size > 0) {
      return undecided({ cause: 'never_ends', steps: idsOf(this.flow, this.stuck) });
    }
    return decided({ steps: this.states.map(({ step }) => step), moves });
  }

  /**
   * The state of a step. The counts go along only while the component stays the same; one that is
   * entered over one of its own loops has that loop taken once.
   */
  private stateOf(
    step: number,
    from: number | undefined,
    counts: readonly number[],
    over: TimedExit | undefined,
  ): number {
    const { components } = this.flow;
    const loops = this.loopsAt(step);
    const same = from !== undefined && components[from] === components[step];
    const own = same && loops.length > 0 ? counts : loops.map((loop) => Number(loop === over));
    const key = loops.length === 0 ? String(step) : `${step}:${own.join()}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.states.length);
    return this.states.push({ step, counts: own }) - 1;
  }

  private loopsAt(step: number): readonly TimedExit[] {
    const component = this.options.capped ? this.flow.components[step] : undefined;
    return component === undefined ? [] : (this.flow.loops.get(component) ?? []);
  }

  private movesOf({ step, counts }: State): Move[] {
    const { exits, ends } = stepAt(this.flow, step);
    const final = stepAt(this.flow, step).step.final === true;
    if (final) return [{ to: undefined, weight: 1, exit: undefined }];
    const block = this.options.blocks?.get(step);
    if (block !== undefined) return [this.move(step, counts, block.join, 1, undefined)];
    const loops = this.loopsAt(step);
    const spent = (exit: PreparedExit): boolean =>
      this.options.capped && exit.cap <= (counts[loops.indexOf(exit.exit)] ?? 0);
    const lost = exits.filter((exit) => spent(exit) && exit.afterwards === undefined);
    const kept = 1 - lost.reduce((sum, { probability }) => sum + probability, 0);
    if (lost.length === exits.length && exits.length > 0 && ends === 0) this.stuck.add(step);
    const moves = exits.flatMap((exit): Move[] => {
      const weight = exit.probability / kept;
      const at = loops.indexOf(exit.exit);
      if (!spent(exit)) {
        const next = at < 0 ? counts : counts.map((count, of) => (of === at ? count + 1 : count));
        return [this.move(step, next, exit.to, weight, exit)];
      }
      return exit.afterwards === undefined
        ? []
        : [this.move(step, counts, exit.afterwards, weight, exit)];
    });
    if (ends > 0) moves.push({ to: undefined, weight: ends / kept, exit: undefined });
    return moves;
  }

  private move(
    from: number,
    counts: readonly number[],
    to: number,
    weight: number,
    exit: PreparedExit | undefined,
  ): Move {
    if (to === this.options.stopAt) return { to: undefined, weight, exit };
    const arrivals = this.options.blocks === undefined ? this.flow.arrivals.get(to) : 1;
    const arriving = weight / (arrivals ?? 1);
    return { to: this.stateOf(to, from, counts, exit?.exit), weight: arriving, exit };
  }
}
