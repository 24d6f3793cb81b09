import type { Clock } from './clockwork.ts';
import { Heap } from './heap.ts';
import type { Machine, MachineExit, MachineStep } from './machine.ts';
import type { Draws } from './random.ts';

/** How a simulated case came out. */
export type CaseEnd =
  | { readonly kind: 'done'; readonly instant: number; readonly paused: number }
  /** It ended without getting to a final step. */
  | { readonly kind: 'not_reached' }
  /** It waits for ever in a join, or has no way on past the cap of a loop. */
  | { readonly kind: 'stuck' }
  /** It got to where no end can be reached, or went round and round beyond any use. */
  | { readonly kind: 'endless' | 'runaway' }
  /** It ran into a time whose calendar is not known. */
  | { readonly kind: 'unknown' };

/** One of the places a case is at, entering a step or (without one) having finished a final one. */
interface Token {
  readonly step: number | undefined;
  readonly paused: number;
}

/** A case that visits more steps than this runs away. */
const maxVisits = 1_000_000;

/** Runs cases one after the other; the counters are kept between them and cleared. */
export class CaseRunner {
  private readonly machine: Machine;
  private readonly draws: Draws;
  private readonly slaClock: Clock;
  private readonly visited: Int32Array;
  private readonly waiting: Int32Array;
  private readonly repeats: Int32Array;
  private touched: number[] = [];
  /** Visits of each step over all cases so far. */
  readonly visits: Float64Array;

  constructor(machine: Machine, draws: Draws, slaClock: Clock) {
    this.machine = machine;
    this.draws = draws;
    this.slaClock = slaClock;
    this.visited = new Int32Array(machine.steps.length);
    this.waiting = new Int32Array(machine.steps.length);
    this.repeats = new Int32Array(machine.loops);
    this.visits = new Float64Array(machine.steps.length);
  }

  run(ofCase: number, arrival: number): CaseEnd {
    for (const step of this.touched) this.visited[step] = this.waiting[step] = 0;
    this.touched = [];
    this.repeats.fill(0);
    const tokens = new Heap<Token>();
    tokens.put(arrival, { step: this.machine.start, paused: 0 });
    let [last, paused] = [arrival, 0];
    let lost: 'stuck' | 'endless' | undefined;
    for (let count = 0; count < maxVisits; count += 1) {
      const next = tokens.take();
      if (next === undefined) return this.finished(last, paused, lost);
      if (next.value.step === undefined) {
        return { kind: 'done', instant: next.key, paused: next.value.paused };
      }
      const step = this.machine.steps[next.value.step];
      if (step === undefined || !this.arrived(step)) continue;
      const way = step.canEnd ? this.leave(step, ofCase) : undefined;
      if (way === undefined) {
        lost = step.canEnd ? 'stuck' : 'endless';
        continue;
      }
      const left = this.spend(step, ofCase, next.key, next.value.paused, way.after);
      if (left === undefined) return { kind: 'unknown' };
      if (step.final) tokens.put(left.instant, { step: undefined, paused: left.paused });
      else for (const to of way.to) tokens.put(left.instant, { step: to, paused: left.paused });
      if (way.to.length === 0 && left.instant >= last) [last, paused] = [left.instant, left.paused];
    }
    return { kind: 'runaway' };
  }

  private finished(
    instant: number,
    paused: number,
    lost: 'stuck' | 'endless' | undefined,
  ): CaseEnd {
    if (lost !== undefined) return { kind: lost };
    if (this.touched.some((step) => (this.waiting[step] ?? 0) > 0)) return { kind: 'stuck' };
    return this.machine.hasFinal ? { kind: 'not_reached' } : { kind: 'done', instant, paused };
  }

  /** Counts an arrival; a join goes on with the last one it waits for. */
  private arrived({ number, kind, needed }: MachineStep): boolean {
    if (this.visited[number] === 0 && this.waiting[number] === 0) this.touched.push(number);
    if (kind === 'join') {
      this.waiting[number] = (this.waiting[number] ?? 0) + 1;
      if ((this.waiting[number] ?? 0) < needed) return false;
      this.waiting[number] = 0;
    }
    this.visited[number] = (this.visited[number] ?? 0) + 1;
    this.visits[number] = (this.visits[number] ?? 0) + 1;
    return true;
  }

  /**
   * Chooses the way out of a step; a loop past its cap leads to its `afterwards`, or is
   * not chosen. Nothing when that leaves no way at all.
   */
  private leave(step: MachineStep, ofCase: number): Way | undefined {
    if (step.kind === 'parallel')
      return { to: step.exits.map(({ exit }) => exit.to), after: undefined };
    const open = step.exits.filter(
      (exit) => !this.spent(exit) || exit.exit.afterwards !== undefined,
    );
    if (open.length === 0) return step.ends > 0 ? nowhere : undefined;
    const total = step.ends + open.reduce((sum, { exit }) => sum + exit.probability, 0);
    const sure = open.length === 1 && step.ends === 0;
    let left = sure ? 0 : total * this.draws.draw(step.stream, ofCase, this.visit(step), 0);
    for (const [at, way] of open.entries()) {
      const { exit, loop } = way;
      left -= exit.probability;
      // The last exit takes what rounding leaves over.
      if (left > 0 && (at < open.length - 1 || step.ends > 0)) continue;
      const spent = this.spent(way);
      if (loop !== undefined && !spent) this.repeats[loop] = (this.repeats[loop] ?? 0) + 1;
      const to = spent ? exit.afterwards : exit.to;
      return { to: to === undefined ? [] : [to], after: exit.exit.afterSeconds };
    }
    return nowhere;
  }

  private spent({ exit, loop }: MachineExit): boolean {
    return loop !== undefined && (this.repeats[loop] ?? 0) >= exit.cap;
  }

  /** The turn of the current visit within its case, from 0. */
  private visit({ number }: MachineStep): number {
    return (this.visited[number] ?? 1) - 1;
  }

  /** Lets the time of a step pass; nothing when a calendar on the way is not known. */
  private spend(
    step: MachineStep,
    ofCase: number,
    from: number,
    pausedBefore: number,
    after: number | undefined,
  ): { instant: number; paused: number } | undefined {
    if (after !== undefined) return { instant: from + after, paused: pausedBefore };
    let [instant, paused] = [from, pausedBefore];
    for (const part of step.parts) {
      const uniform = part.varies
        ? this.draws.draw(step.stream, ofCase, this.visit(step), part.use)
        : 0.5;
      const end = part.clock.after(instant, part.sample(uniform));
      const pause = part.paused && end !== undefined ? this.slaClock.between(instant, end) : 0;
      if (end === undefined || pause === undefined) return undefined;
      instant = end;
      paused += pause;
    }
    return { instant, paused };
  }
}

interface Way {
  readonly to: readonly number[];
  readonly after: number | undefined;
}

const nowhere: Way = { to: [], after: undefined };
