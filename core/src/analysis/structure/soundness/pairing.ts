import { idOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';
import { isJoin, type Branching } from './branching.ts';
import { guessed, isInside, outermost, parallelOf, unseen, type Contexts } from './contexts.ts';
import type { StructureCode, StructureFinding } from './finding.ts';

/** What each join waits for. */
export interface Pairing {
  /** The parallel whose branches a join waits for, by join; a join that is absent waits for every arrow. */
  readonly parallels: ReadonlyMap<number, number>;
  readonly findings: readonly StructureFinding[];
  /** Steps a pairing finding is about: what else is odd there follows from it. */
  readonly involved: ReadonlySet<number>;
}

interface Draft {
  readonly parallels: Map<number, number>;
  readonly findings: StructureFinding[];
  readonly involved: Set<number>;
}

/**
 * Finds the parallel of each join. A join is taken at its word unless the flow around it shows that
 * it names the wrong one; then the finding says so and the parallel it stands for is used, so that
 * one slip is one finding.
 */
export function pairingOf(branching: Branching, contexts: Contexts): Pairing {
  const { flow } = branching;
  const draft: Draft = { parallels: new Map(), findings: [], involved: new Set() };
  for (const [step, { joins }] of flow.steps.entries()) {
    if (!isJoin(flow, step) || contexts.before[step] === unseen) continue;
    if (typeof joins === 'object' || draft.involved.has(step)) continue;
    pairJoin(branching, contexts, step, draft);
  }
  return draft;
}

function pairJoin(branching: Branching, contexts: Contexts, join: number, draft: Draft): void {
  const { flow, branches, claims } = branching;
  const { joins } = itemAt(flow.steps, join);
  const named = typeof joins === 'string' ? (flow.numberOf.get(joins) ?? -1) : -1;
  if (branches.has(named)) draft.parallels.set(join, named);
  if (contexts.trust[join] === guessed) return; // an earlier slip has to be repaired first
  const inner = innerParallels(branching, contexts, join);
  if (named !== -1 && inner.has(named)) {
    reportCrossing(branching, contexts, join, named, draft);
    return;
  }
  const only = inner.size === 1 ? itemAt([...inner], 0) : -1;
  const isFree = only !== -1 && !claims.has(only);
  if (branches.has(named) && enclosesArrivals(branching, contexts, join, named)) {
    if (only === -1) return; // several parallels inside are open: the blocks say what is wrong
    if (!isFree) {
      reportSwap(branching, join, { named, inner: only }, draft);
      return;
    }
    if (claims.get(named)?.length === 1) return; // the inner parallel is the one without a join
  }
  if (isFree) draft.parallels.set(join, only);
  else draft.parallels.delete(join);
  const isUnresolved = joins !== undefined && named === -1;
  const isStuck = inner.size === 1 && itemAt(flow.incoming, join).length > 1;
  if (isUnresolved || (isStuck && !isFree && !branches.has(named))) return; // told elsewhere
  draft.involved.add(join);
  const code = joins === undefined ? 'join-unnamed' : 'join-names-other';
  report(flow, draft, code, [join, named, isFree ? only : -1]);
}

/** The innermost open parallels of the arrivals at a join; -1 stands for none. */
function innerParallels(branching: Branching, contexts: Contexts, join: number): Set<number> {
  const carried = itemAt(branching.flow.incoming, join).map((arrow) =>
    itemAt(contexts.carried, arrow),
  );
  const seen = carried.filter((context) => context !== unseen);
  return new Set(seen.map((context) => parallelOf(branching, context)));
}

function enclosesArrivals(
  branching: Branching,
  contexts: Contexts,
  join: number,
  parallel: number,
): boolean {
  return itemAt(branching.flow.incoming, join).some((arrow) =>
    isInside(branching, contexts, itemAt(contexts.carried, arrow), parallel),
  );
}

/**
 * A join closes its parallel while another one is open in a branch and is closed later on. (A
 * branch of the inner one that misses its own join and gets to the outer one is no crossing.)
 */
function reportCrossing(
  branching: Branching,
  contexts: Contexts,
  join: number,
  named: number,
  draft: Draft,
): void {
  for (const arrow of itemAt(branching.flow.incoming, join)) {
    const context = itemAt(contexts.carried, arrow);
    const inner = parallelOf(branching, context);
    const other = branching.claims.get(inner)?.find((claimant) => claimant !== join);
    if (context === outermost || inner === named || other === undefined) continue;
    if (!isInside(branching, contexts, context, named)) continue;
    if (!leadsTo(branching.flow, join, other, [named, inner])) continue;
    crossing(branching.flow, draft, [join, named, inner, other]);
    return;
  }
}

function leadsTo(flow: Flow, from: number, to: number, around: readonly number[]): boolean {
  const along = (arrow: number): boolean => !around.includes(itemAt(flow.to, arrow));
  return shortestPath(flow, { from: [from], isGoal: (step) => step === to, along }) !== undefined;
}

/** Two joins each name the other's parallel, or the inner one names the outer parallel. */
function reportSwap(
  branching: Branching,
  join: number,
  { named, inner }: { named: number; inner: number },
  draft: Draft,
): void {
  const other = branching.claims.get(inner)?.find((claimant) => claimant !== join) ?? -1;
  draft.parallels.set(join, inner);
  if (other !== -1) draft.parallels.set(other, named);
  crossing(branching.flow, draft, [join, named, inner, other]);
}

function crossing(flow: Flow, draft: Draft, steps: readonly [number, ...number[]]): void {
  for (const step of steps) draft.involved.add(step);
  report(flow, draft, 'pairs-cross', steps);
}

function report(
  flow: Flow,
  draft: Draft,
  code: StructureCode,
  [at, ...related]: readonly [number, ...number[]],
): void {
  const others = [...new Set(related)].filter((step) => step !== -1);
  draft.findings.push({
    code,
    at: idOf(flow, at),
    related: others.map((step) => idOf(flow, step)),
    paths: [],
  });
}
