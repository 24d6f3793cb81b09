import { idOf, idsOf, type Flow, type FlowName, type Flows } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { isJoin } from './branching.ts';
import { deadEnds } from './dead-ends.ts';
import type { StructureFinding } from './finding.ts';
import { nestingOf } from './nesting.ts';
import { netOf, stepsOfRuns, type Net } from './net.ts';
import { reduceNet } from './reduction.ts';
import { openWork, regionFindings } from './regions.ts';
import { sectionsOf, type Sections } from './sections.ts';
import { explore, type Exploration, type Fault } from './state-space.ts';

export type Verdict = 'sound' | 'unsound' | 'undecided';

/** How a verdict was reached: blocks alone, a net that dissolves, or its states one by one. */
export type DecidedBy = 'blocks' | 'reduction' | 'states';

export interface Soundness {
  readonly verdict: Verdict;
  readonly decidedBy: DecidedBy;
  /** States that were looked at; 0 when the blocks decided. */
  readonly states: number;
  /** Faults, each with the flow that shows it; pairing slips and open work do not make a flow unsound. */
  readonly findings: readonly (StructureFinding & { readonly flow: FlowName })[];
}

/** What one of the two flows shows. */
export interface FlowSoundness extends Omit<Soundness, 'findings'> {
  readonly findings: readonly StructureFinding[];
}

/** States after which a search gives up. */
export const stateLimit = 50_000;

/**
 * Whether every case can be finished, with nothing left running and nothing run twice (van der
 * Aalst, Verification of workflow nets, 1997; a case is complete when no work is left anywhere).
 * The normal flow is judged first; a fault that only the exits bring says so.
 */
export function checkSoundness(flows: Flows, limit: number = stateLimit): Soundness {
  const normal = checkFlow(flows.normal, limit);
  const findings = normal.findings.map((finding) => ({ ...finding, flow: 'normal' as const }));
  if (flows.complete === flows.normal) return { ...normal, findings };
  const complete = checkFlow(flows.complete, limit);
  const known = new Set(findings.map(({ code, at }) => `${code} ${at}`));
  const added = complete.findings
    .filter(({ code, at }) => !known.has(`${code} ${at}`))
    .map((finding) => ({ ...finding, flow: 'exits' as const }));
  const worse = rank[complete.verdict] > rank[normal.verdict] ? complete : normal;
  return { ...worse, findings: [...findings, ...added] };
}

const rank: Readonly<Record<Verdict, number>> = { sound: 0, undecided: 1, unsound: 2 };

/** The verdict on one flow, its steps that are never reached left aside. */
export function checkFlow(flow: Flow, limit: number = stateLimit): FlowSoundness {
  const sections = sectionsOf(flow);
  const linear = checkBlocks(sections);
  const { verdict, findings } = linear;
  if (verdict !== 'open') return { verdict, decidedBy: 'blocks', states: 0, findings };
  const net = netOf(sections.branching, sections.pairing);
  const reduced = reduceNet(net);
  const explored = exploreAll(reduced, limit);
  const fault = explored.fault && witness(sections.branching.flow, net, explored.fault, limit);
  const isDissolved = reduced.clusters.every(({ outcomes }) => outcomes.length === 0);
  return {
    verdict: explored.verdict,
    decidedBy: isDissolved ? 'reduction' : 'states',
    states: explored.states,
    findings: fault === undefined ? findings : [...findings, fault],
  };
}

/** What the blocks say: `open` when they decide nothing. Linear for flows built of blocks. */
export function checkBlocks(sections: Sections): {
  readonly verdict: 'sound' | 'unsound' | 'open';
  readonly findings: readonly StructureFinding[];
} {
  const { branching, contexts, pairing } = sections;
  const nesting = nestingOf(branching, contexts, pairing);
  const faults = [
    ...deadEnds(branching),
    ...(nesting.isNested ? [] : regionFindings(sections, nesting.suspects.slice(0, suspectLimit))),
  ];
  const findings = [...faults, ...pairing.findings, ...openWork(branching)];
  if (faults.length > 0) return { verdict: 'unsound', findings };
  const isSound = nesting.isNested && branching.flow.start !== -1;
  return { verdict: isSound ? 'sound' : 'open', findings };
}

/** Blocks looked at one by one; a file with more broken ones has enough to repair. */
const suspectLimit = 100;

function exploreAll(net: Net, limit: number): Exploration {
  let states = 0;
  for (const start of net.starts) {
    const explored = explore(net, start, limit);
    states += explored.states;
    if (explored.verdict !== 'sound') return { ...explored, states };
  }
  return { verdict: net.starts.length === 0 ? 'undecided' : 'sound', states };
}

/** A shortest run to a fault: of the net as drawn if its states can be tried, else of the reduced one. */
function witness(flow: Flow, net: Net, fault: Fault, limit: number): StructureFinding {
  const { kind, places, runs } = exploreAll(net, limit).fault ?? fault;
  const steps = places.map((place) => itemAt(net.stepAt, place));
  const [at = -1] = [...steps.filter((step) => isJoin(flow, step)), ...steps];
  const run = stepsOfRuns(runs);
  const tails = itemAt(flow.incoming, at).map((arrow) => itemAt(flow.from, arrow));
  const done = new Set(run);
  const related =
    kind === 'runs-twice'
      ? tails.filter((step) => done.has(step)) // where the work came from
      : tails.filter((step) => !done.has(step)); // where it did not come from
  return {
    code: kind === 'endless' ? 'endless-loop' : kind,
    at: idOf(flow, at),
    related: idsOf(flow, new Set(related)),
    paths: [idsOf(flow, run)],
  };
}

/**
 * Every state of a flow as it is drawn, without the blocks and the reduction. A state is the set of
 * arrows and ends on which work lies; the closed case is one more.
 */
export function stateSpace(flow: Flow, limit: number = stateLimit): Exploration {
  const { branching, pairing } = sectionsOf(flow);
  return exploreAll(netOf(branching, pairing), limit);
}
