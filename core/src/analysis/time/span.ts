import {
  decided,
  undecided,
  type Outcome,
  type TimedExit,
  type TimedFlow,
  type TimedPart,
  type TimedStep,
} from './flow.ts';

/** A step starts when its work does, after hand-over, queue and wait. */
export interface StepEvent {
  readonly step: string;
  readonly event: 'started' | 'completed';
}

/** What a clock measures of a case. */
export interface Span {
  /** The first of these events starts it; absent is the creation of the case. */
  readonly from?: StepEvent;
  /** The first of these events stops it; absent is the closing of the case. */
  readonly to?: readonly StepEvent[];
  /** Branches that the cases in question take, such as those of one tier. */
  readonly through?: readonly { readonly step: string; readonly to: string }[];
}

/**
 * The part of a flow that a clock measures, as a flow of its own: it begins where the clock does,
 * and the steps that stop it are final. A case that never gets to one does not count.
 */
export function spanOf(flow: TimedFlow, span: Span): Outcome<TimedFlow> {
  const through = (span.through ?? []).reduce(takeBranch, flow.steps);
  const stopped = through.map((step) => stopAt(step, span.to ?? []));
  const { from } = span;
  if (from === undefined) return decided({ start: flow.start, steps: stopped });
  const original = through.find(({ id }) => id === from.step);
  const target = stopped.find(({ id }) => id === from.step);
  if (original === undefined || target === undefined) return undecided({ cause: 'not_reached' });
  const inside = joinsAround(through, from.step);
  if (inside.length > 0) return undecided({ cause: 'starts_inside_parallel', steps: inside });
  const started = startAt(original, from, span.to ?? []);
  if (started.kind === 'parallel' || !reaches(stopped, targetsOf(started)).has(from.step)) {
    const steps = stopped.map((step) => (step.id === from.step ? started : step));
    return decided({ start: from.step, steps });
  }
  // The case can come back, then with all of its time: the first visit is a step of its own. Its
  // exits are the same objects, so that its ways back count as those of the step.
  const first = `${from.step}′`;
  return decided({ start: first, steps: [...stopped, { ...started, id: first }] });
}

/** Keeps one branch of a choice, taken by all. */
function takeBranch(
  steps: readonly TimedStep[],
  branch: { readonly step: string; readonly to: string },
): readonly TimedStep[] {
  return steps.map((step) => {
    if (step.id !== branch.step) return step;
    const exits = step.exits.flatMap((exit): TimedExit[] => {
      if ((exit.cause ?? 'next') !== 'next') return [exit];
      return exit.to === branch.to ? [{ ...exit, probability: 1 }] : [];
    });
    return { ...step, exits };
  });
}

function stopAt(step: TimedStep, events: readonly StepEvent[]): TimedStep {
  const own = events.filter((event) => event.step === step.id);
  if (own.length === 0) return step;
  const parts = own.some(({ event }) => event === 'started') ? beforeWork(step.parts) : step.parts;
  return { ...step, kind: step.kind === 'join' ? 'join' : 'work', parts, exits: [], final: true };
}

function startAt(step: TimedStep, from: StepEvent, to: readonly StepEvent[]): TimedStep {
  const { final, ...rest } = step;
  const kind = step.kind === 'parallel' ? 'parallel' : 'work';
  if (from.event === 'completed') return { ...rest, kind, parts: [] };
  const parts = step.parts.slice(beforeWork(step.parts).length);
  const stops = to.some(({ step: id, event }) => id === step.id && event === 'completed');
  return stops ? { ...rest, kind, parts, exits: [], final: true } : { ...rest, kind, parts };
}

/** The parts before the first work; none when there is no work. */
function beforeWork(parts: readonly TimedPart[]): readonly TimedPart[] {
  return parts.slice(
    0,
    Math.max(
      0,
      parts.findIndex(({ kind }) => kind === 'work'),
    ),
  );
}

function targetsOf({ exits }: TimedStep): string[] {
  return exits.flatMap(({ to, loop }) =>
    loop?.afterwards === undefined ? [to] : [to, loop.afterwards],
  );
}

/** Steps that a case can get to from some, these included, without going on from one. */
function reaches(
  steps: readonly TimedStep[],
  from: readonly string[],
  without?: string,
): ReadonlySet<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const reached = new Set(from);
  for (const id of reached) {
    const step = byId.get(id);
    for (const target of step === undefined || id === without ? [] : targetsOf(step)) {
      reached.add(target);
    }
  }
  return reached;
}

/** Joins whose parallel has been passed and which have not when a case is at a step. */
function joinsAround(steps: readonly TimedStep[], at: string): string[] {
  return steps.flatMap(({ id, joins = [] }) => {
    const around = joins.some((parallel) => {
      const branches = steps.filter((step) => step.id === parallel).flatMap(targetsOf);
      return id !== at && reaches(steps, branches, id).has(at);
    });
    return around ? [id] : [];
  });
}

/** The flow without the time spent in the pause states of a clock. */
export function withoutPauses(flow: TimedFlow, pauses: readonly string[]): TimedFlow {
  if (pauses.length === 0) return flow;
  const runs = ({ state }: TimedPart): boolean => state === undefined || !pauses.includes(state);
  return {
    ...flow,
    steps: flow.steps.map((step) => ({ ...step, parts: step.parts.filter(runs) })),
  };
}
