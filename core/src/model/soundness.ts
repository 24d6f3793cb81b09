import type { FlowGraph, FlowStep, StepType } from '../analysis/structure/flow/flow-graph.ts';
import { indexFlows } from '../analysis/structure/flow/flow.ts';
import type { StructureCode } from '../analysis/structure/soundness/finding.ts';
import { checkSoundness, type Soundness } from '../analysis/structure/soundness/soundness.ts';
import { idOf, type Flow } from './flow.ts';
import { addFactOnDemand, listOf, stringAt, type PlainMap } from './plain.ts';

const types: ReadonlySet<string> = new Set<StepType>([
  'task',
  'automated',
  'approval',
  'choice',
  'parallel',
  'join',
  'wait',
  'subprocess',
  'end',
]);

/** Faults of parallel work, under the fact by which rules ask for them. */
const facts = {
  stuck: ['stuck', 'branch-escapes'],
  runsTwice: ['runs-twice'],
  leftOpen: ['open-work'],
} as const satisfies Record<string, readonly StructureCode[]>;

/**
 * Says of each step whether a case gets `stuck` there, whether it `runsTwice`, and whether work is
 * `leftOpen` there: the ids of the other steps the fault is made of. The process gets `soundness`:
 * sound, unsound, or undecided where the states are too many to be looked at.
 *
 * Worked out when a rule first asks, since the states of a flow can be many.
 */
export function addSoundnessFacts(flow: Flow): void {
  let known: Soundness | undefined;
  const soundness = (): Soundness => (known ??= checkSoundness(indexFlows(toFlowGraph(flow))));
  addFactOnDemand(flow.process, 'soundness', () => soundness().verdict);
  for (const step of flow.steps) {
    for (const [fact, codes] of Object.entries(facts)) {
      addFactOnDemand(step, fact, () => {
        const found = soundness().findings.find(
          ({ at, code }) => at === idOf(step) && codes.some((each) => each === code),
        );
        if (found === undefined) return undefined;
        return found.related.flatMap((id) => flow.byId.get(id) ?? []);
      });
    }
  }
}

function toFlowGraph({ steps, edges, start }: Flow): FlowGraph {
  return {
    start: start ?? '',
    steps: steps.map((step) => toFlowStep(step)),
    edges: edges.map(({ from, to, kind }) => ({ from, to, kind })),
  };
}

function toFlowStep(step: PlainMap): FlowStep {
  const type = stringAt(step, 'type') ?? '';
  const joins = listOf(step['joins']).filter((each) => typeof each === 'string');
  const sideBranches = listOf(step['sideBranches']).filter((each) => typeof each === 'string');
  const [only = ''] = joins;
  return {
    id: idOf(step),
    type: isStepType(type) ? type : 'task',
    ...(joins.length === 0 ? {} : { joins: Array.isArray(step['joins']) ? joins : only }),
    ...(sideBranches.length === 0 ? {} : { sideBranches }),
    ...(step['end'] === true ? { end: true } : {}),
  };
}

function isStepType(type: string): type is StepType {
  return types.has(type);
}
