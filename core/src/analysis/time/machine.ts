import { naturalClock, type Clock } from './clockwork.ts';
import type { TimedExit } from './flow.ts';
import { stepAt, type PreparedExit, type PreparedFlow, type PreparedPart } from './prepared.ts';
import { streamsOf } from './random.ts';
import { targetsOf } from './structure.ts';

/** A part ready to be drawn. */
export interface MachinePart {
  readonly sample: (uniform: number) => number;
  readonly varies: boolean;
  /** Which of the random numbers of a visit is its own. */
  readonly use: number;
  readonly clock: Clock;
  readonly paused: boolean;
}

export interface MachineExit {
  readonly exit: PreparedExit;
  /** Number of the loop it counts; nothing for an exit without a cap. */
  readonly loop: number | undefined;
}

export interface MachineStep {
  readonly number: number;
  readonly stream: number;
  readonly parts: readonly MachinePart[];
  readonly exits: readonly MachineExit[];
  readonly ends: number;
  readonly kind: 'work' | 'parallel' | 'join';
  /** Arrivals a join waits for. */
  readonly needed: number;
  readonly final: boolean;
  /** Whether an end, or a final step, can be reached from it. */
  readonly canEnd: boolean;
}

/** A flow with everything looked up that a simulated case needs. */
export interface Machine {
  readonly steps: readonly MachineStep[];
  readonly start: number;
  readonly loops: number;
  readonly hasFinal: boolean;
}

/** Each kind of part has its own random number: adding one leaves the others as they are. */
const uses = { work: 1, queue: 2, wait: 3, handoff: 4 };

export function machineOf(
  flow: PreparedFlow,
  clocks: ReadonlyMap<string, Clock> | undefined,
  pauses: ReadonlySet<string>,
): Machine {
  const streams = streamsOf(flow.steps.map(({ step }) => step.id));
  const ending = endingSteps(flow);
  const loops = new Map<TimedExit, number>();
  const steps = flow.steps.map(({ step, parts, exits, ends }, number): MachineStep => ({
    number,
    stream: streams[number] ?? 0,
    parts: parts.map((part, at) => machinePart(part, parts.slice(0, at), clocks, pauses)),
    exits: exits.map((exit) => {
      if (exit.cap === Number.POSITIVE_INFINITY) return { exit, loop: undefined };
      const loop = loops.get(exit.exit) ?? loops.size;
      loops.set(exit.exit, loop);
      return { exit, loop };
    }),
    ends,
    kind: step.kind,
    needed: flow.arrivals.get(number) ?? 1,
    final: step.final === true,
    canEnd: ending.has(number),
  }));
  const hasFinal = [...flow.reachable].some((number) => stepAt(flow, number).step.final === true);
  return { steps, start: flow.start, loops: loops.size, hasFinal };
}

function machinePart(
  { part, law, sample }: PreparedPart,
  earlier: readonly PreparedPart[],
  clocks: ReadonlyMap<string, Clock> | undefined,
  pauses: ReadonlySet<string>,
): MachinePart {
  const again = earlier.filter((other) => other.part.kind === part.kind).length;
  return {
    sample,
    varies: law.variance > 0,
    use: uses[part.kind] + 4 * again,
    clock: (part.clock === undefined ? undefined : clocks?.get(part.clock)) ?? naturalClock,
    paused: part.state !== undefined && pauses.has(part.state),
  };
}

/** Steps from which some end can be reached. */
function endingSteps(flow: PreparedFlow): ReadonlySet<number> {
  const before: number[][] = flow.steps.map(() => []);
  for (const [number, { exits }] of flow.steps.entries()) {
    for (const to of exits.flatMap(targetsOf)) before[to]?.push(number);
  }
  const ending = new Set(
    [...flow.steps.keys()].filter((number) => {
      const { ends, step } = stepAt(flow, number);
      return ends > 0 || step.final === true;
    }),
  );
  for (const number of ending) for (const from of before[number] ?? []) ending.add(from);
  return ending;
}
