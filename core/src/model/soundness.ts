import type { StructureCode } from '../analysis/structure/soundness/finding.ts';
import { checkSoundness } from '../analysis/structure/soundness/soundness.ts';
import { idOf, type Flow } from './flow.ts';
import { addFactOnDemand } from './plain.ts';
import { once, type Structure } from './structure-graph.ts';

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
export function addSoundnessFacts(flow: Flow, structure: Structure): void {
  const soundness = once(() => checkSoundness(structure.flows()));
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
