import type { Clock } from './clockwork.ts';
import { Heap } from './heap.ts';
import type { Machine, MachineStep } from './machine.ts';
import type { Draws } from './random.ts';

/** How a simulated case came out. */
export type CaseEnd =
  | { readonly kind: 'done'; readonly instant: number; readonly paused: number }
  /** It ended without getting to a final step. */
  | { readonly kind: 'not_reached' }
  /** It waits for ever in a join. */
  | { readonly kind: 'stuck' }
  /** It went round and round beyond any use. */
  | { readonly kind: 'endless' }
  /** It ran into a time whose calendar is not known. */
  | { readonly kind: 'unknown' };

/** One of the places a case is at, entering a step or (without one) having finished a final one. */
interface Token {
  readonly step: number | undefined;
  readonly paused: number;
}

/** A case that visits more steps than this is taken for endless. */
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
    for (let count = 0; count < maxVisits; count += 1) {
      const next = tokens.take();
      if (next === undefined) return this.finished(last, paused);
      if (next.value.step === undefined) {
        return { kind: 'done', instant: next.key, paused: next.value.paused };
      }
      const step = this.machine.steps[next.value.step];
      if (step === undefined || !this.arrived(step)) continue;
      const left = this.spend(step, ofCase, next.key, next.value.paused);
      if (left === undefined) return { kind: 'unknown' };
      const targets = this.leave(step, ofCase);
      const done = left.after ?? left.instant;
      if (step.final) tokens.put(done, { step: undefined, paused: left.paused });
      else for (const target of targets) tokens.put(done, { step: target, paused: left.paused });
      if (targets.length === 0 && done >= last) [last, paused] = [done, left.paused];
    }
    return { kind: 'endless' };
  }

  private finished(instant: number, paused: number): CaseEnd {
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
}
