import { withArrows, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { reachedFrom } from '../flow/reachability.ts';
import { branchingOf, type Branching } from './branching.ts';
import { contextsOf, type Contexts } from './contexts.ts';
import { pairingOf, type Pairing } from './pairing.ts';

/** The reached part of a flow: where it divides, what encloses what, and what each join waits for. */
export interface Sections {
  readonly branching: Branching;
  readonly contexts: Contexts;
  readonly pairing: Pairing;
}

/** What is known of flows already; every analysis of a flow starts from the same. */
const knownSections = new WeakMap<Flow, Sections>();

/** The flow a case can reach, its blocks and its joins. */
export function sectionsOf(flow: Flow): Sections {
  const known = knownSections.get(flow);
  if (known !== undefined) return known;
  const sections = divide(flow);
  knownSections.set(flow, sections);
  return sections;
}

function divide(flow: Flow): Sections {
  const reached = reachedFrom(flow, flow.start === -1 ? [] : [flow.start]);
  const branching = branchingOf(
    withArrows(flow, (arrow) => reached[itemAt(flow.from, arrow)] === 1),
  );
  const contexts = contextsOf(branching);
  return { branching, contexts, pairing: pairingOf(branching, contexts) };
}
