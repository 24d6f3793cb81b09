import { factorChain, stateVisits } from './absorbing.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { chainOf, maxStates, type Chain, type Move } from './chain.ts';
import { decided, undecided, type Outcome, type TimedStep } from './flow.ts';
import { structureOf } from './structure.ts';
import { stepAt, type PreparedExit, type PreparedFlow, type PreparedStep } from './prepared.ts';

/** The labels that some cases meet on their way, and how many of the cases do. */
export interface Route {
  readonly labels: readonly string[];
  readonly probability: number;
}

/**
 * How the cases divide by what they meet on the way: systems, departments, forms. Each state of
 * the chain is taken together with the labels met so far; since only the sets count, the branches
 * of a parallel may as well come one after the other.
 */
export function routesOf(
  flow: PreparedFlow,
  labelsOf: (step: TimedStep) => readonly string[],
): Outcome<readonly Route[]> {
  if (flow.missing.length > 0) return undecided({ cause: 'missing_input', missing: flow.missing });
  const blocks = blocksOf(flow);
  if (!blocks.decided) return blocks;
  const line = inLine(flow, blocks.value);
  const chain = chainOf(line, { capped: true });
  if (!chain.decided) return chain;
  const labelled = withLabels(line, chain.value, labelsOf);
  if (labelled === undefined) return undecided({ cause: 'too_many_states', limit: maxStates });
  const factored = factorChain(line, labelled.chain);
  if (!factored.decided) return factored;
  const visits = stateVisits(factored.value, labelled.chain.moves.length);
  const shares = new Map<string, Route>();
  for (const [state, moves] of labelled.chain.moves.entries()) {
    const labels = labelled.labels[state] ?? [];
    const ending = moves.reduce(
      (sum, { to, weight }) => (to === undefined ? sum + weight : sum),
      0,
    );
    const before = shares.get(JSON.stringify(labels))?.probability ?? 0;
    if (ending === 0) continue;
    shares.set(JSON.stringify(labels), {
      labels,
      probability: before + ending * (visits[state] ?? 0),
    });
  }
  return decided([...shares.values()].toSorted((a, b) => b.probability - a.probability));
}

/** The flow with the branches of each block one after the other. */
function inLine(flow: PreparedFlow, blocks: Blocks): PreparedFlow {
  const redirected = new Map<number, ReadonlyMap<number, number>>();
  const first = new Map<number, number>();
  for (const { parallel, join, branches } of blocks.values()) {
    const real = branches.filter((branch) => branch !== join);
    first.set(parallel, real[0] ?? join);
    for (const [at, branch] of real.entries()) {
      const next = real[at + 1] ?? join;
      for (const step of between(flow, branch, join)) {
        redirected.set(step, new Map([...(redirected.get(step) ?? []), [join, next]]));
      }
    }
  }
  const steps = flow.steps.map((step, number): PreparedStep => {
    const start = first.get(number);
    const targets = redirected.get(number);
    const exits = start === undefined ? step.exits : onlyTo(step.exits, start);
    return {
      ...step,
      step: { ...step.step, kind: 'work' },
      exits: exits.map((exit) => redirect(exit, targets)),
    };
  });
  return { ...flow, steps, ...structureOf(steps, flow.start) };
}

function onlyTo([exit]: readonly PreparedExit[], to: number): PreparedExit[] {
  return exit === undefined ? [] : [{ ...exit, to, probability: 1 }];
}

function redirect(
  exit: PreparedExit,
  targets: ReadonlyMap<number, number> | undefined,
): PreparedExit {
  const afterwards =
    exit.afterwards === undefined ? undefined : (targets?.get(exit.afterwards) ?? exit.afterwards);
  return { ...exit, to: targets?.get(exit.to) ?? exit.to, afterwards };
}

function between(flow: PreparedFlow, branch: number, join: number): Set<number> {
  const steps = new Set([branch]);
  for (const number of steps) {
    for (const { to, afterwards } of stepAt(flow, number).exits) {
      for (const target of [to, afterwards])
        if (target !== undefined && target !== join) steps.add(target);
    }
  }
  return steps;
}

function withLabels(
  flow: PreparedFlow,
  chain: Chain,
  labelsOf: (step: TimedStep) => readonly string[],
): { readonly chain: Chain; readonly labels: readonly (readonly string[])[] } | undefined {
  const own = chain.steps.map((number) => labelsOf(stepAt(flow, number).step));
  const states: { state: number; labels: readonly string[] }[] = [];
  const known = new Map<string, number>();
  const numberOf = (state: number, before: readonly string[]): number => {
    const labels = [...new Set([...before, ...(own[state] ?? [])])].toSorted();
    const key = JSON.stringify([state, labels]);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, states.length);
    return states.push({ state, labels }) - 1;
  };
  numberOf(0, []);
  const moves: Move[][] = [];
  for (const { state, labels } of states) {
    moves.push(
      (chain.moves[state] ?? []).map((move) =>
        move.to === undefined ? move : { ...move, to: numberOf(move.to, labels) },
      ),
    );
    if (states.length > maxStates) return undefined;
  }
  return {
    chain: { steps: states.map(({ state }) => chain.steps[state] ?? 0), moves },
    labels: states.map(({ labels }) => labels),
  };
}
