import type { DurationModel } from './distribution/duration.ts';
import type { MissingInput, Source, TimedFlow, TimedPart, TimedStep } from './flow.ts';
import { lastOf, questionOf, simulated, type Judgement, type LadderOptions } from './ladder.ts';
import { boundRung, guaranteedRung, impossibleRung, meanRung, numbersOf, open } from './rungs.ts';
import { inputsOf, shareOf, type TimePromise, type Verdict } from './verdict.ts';
import { probabilityWithout } from './without.ts';

/** The wait for a role as its staffing makes it; `unstable` grows for ever. */
export interface RoleQueue {
  readonly wait: DurationModel | 'unstable' | 'undeclared';
  readonly source: Source;
}

/**
 * The flow with the waits for our own staff as capacity makes them: every declared `queue` of a
 * step whose role has a queue is replaced; a `wait` for the world outside never is.
 */
export function withQueues(flow: TimedFlow, queues: ReadonlyMap<string, RoleQueue>): TimedFlow {
  return { ...flow, steps: flow.steps.map((step) => ({ ...step, parts: partsOf(step, queues) })) };
}

function partsOf(step: TimedStep, queues: ReadonlyMap<string, RoleQueue>): readonly TimedPart[] {
  const own = (step.roles ?? []).flatMap((role) => queues.get(role) ?? []);
  const worked = step.parts.some(({ kind }) => kind === 'work');
  if (own.length === 0 || !worked) return step.parts;
  const waits = own.flatMap(({ wait, source }): TimedPart[] =>
    typeof wait === 'string' ? [] : [{ kind: 'queue', duration: wait, source }],
  );
  const handoffs = step.parts.filter(({ kind }) => kind === 'handoff');
  const rest = step.parts.filter(({ kind }) => kind === 'wait' || kind === 'work');
  return [...handoffs, ...waits, ...rest];
}

/**
 * Rung 6: the promise with the waits that the declared staffing makes. A case that comes to a role
 * whose queue grows for ever is late; if more cases do than the promise allows, it is broken. A
 * role whose staffing is not declared leaves it undecided and is named.
 */
export function judgeWithQueues(
  flow: TimedFlow,
  promise: TimePromise,
  queues: ReadonlyMap<string, RoleQueue>,
  options: LadderOptions,
): Judgement {
  const asked = questionOf(withQueues(flow, queues), promise, options);
  if (!asked.decided) return single(open('capacity', { numbers: {}, inputs: [] }, asked.because));
  const { whole } = asked.value;
  const inputs = inputsOf(whole, { probabilities: true });
  const of = (kind: 'unstable' | 'undeclared', { roles = [] }: TimedStep): string[] =>
    roles.filter((role) => queues.get(role)?.wait === kind);
  const reached = flow.steps.filter(({ id }) => whole.reachable.has(whole.numbers.get(id) ?? -1));
  const missing = reached.flatMap((step): MissingInput[] =>
    of('undeclared', step).map((role) => ({ step: step.id, input: 'staffing', of: role })),
  );
  const roles = [...new Set(reached.flatMap((step) => of('unstable', step)))];
  if (roles.length > 0) {
    const free = probabilityWithout(whole, { step: (step) => of('unstable', step).length > 0 });
    if (!free.decided) return single(open('capacity', { numbers: {}, ...inputs }, free.because));
    const base = { numbers: numbersOf({ atMost: free.value }), ...inputs, roles };
    if (free.value < (shareOf(promise) ?? 1)) {
      return single({ rung: 'capacity', verdict: 'broken', ...base });
    }
    return single(open('capacity', base, { cause: 'overloaded', roles }));
  }
  if (missing.length > 0) {
    return single(
      open('capacity', { numbers: {}, ...inputs }, { cause: 'missing_input', missing }),
    );
  }
  return withWaits(asked.value, promise, options);
}

/** The cheaper rungs on the flow with the computed waits, then the simulation of it. */
function withWaits(
  question: Parameters<typeof simulated>[0],
  promise: TimePromise,
  options: LadderOptions,
): Judgement {
  const tried: Verdict[] = [];
  for (const rung of [impossibleRung, guaranteedRung, boundRung, meanRung]) {
    const verdict: Verdict = { ...rung(question), rung: 'capacity' };
    tried.push(verdict);
    if (verdict.verdict !== 'undecided') return { deciding: verdict, tried };
  }
  const { simulation } = options;
  if (simulation === undefined) return { deciding: lastOf(tried), tried };
  return simulated(question, promise, { ...options, simulation }, 'capacity', tried);
}

function single(verdict: Verdict): Judgement {
  return { deciding: verdict, tried: [verdict] };
}
