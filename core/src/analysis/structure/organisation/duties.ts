import { idOf, idsOf, type Flow } from '../flow/flow.ts';
import { itemAt } from '../flow/item.ts';
import { shortestPath } from '../flow/paths.ts';

/** One role does work and approves it. */
export interface DutyConflict {
  /** The approval. */
  readonly at: string;
  readonly role: string;
  /** What it decides about: a data item or a step. */
  readonly decides: string;
  /** The nearest step that does the work, and the way from it to the approval. */
  readonly performer: string;
  readonly path: readonly string[];
}

/**
 * Segregation of duties (four eyes): approvals by a role that also writes what the approval decides
 * about, or performs the step it decides about, on a way to the approval. Only roles can be
 * compared here: one person in two roles stays unseen.
 */
export function dutyConflicts(flow: Flow): DutyConflict[] {
  const performers = performersOf(flow);
  return [...flow.steps.keys()].flatMap((approval) => {
    const { type, role, approvers = [], decides = [] } = itemAt(flow.steps, approval);
    if (type !== 'approval') return [];
    const roles = new Set(role === undefined ? approvers : [role, ...approvers]);
    return decides.flatMap((subject) =>
      [...roles].flatMap((approving) => {
        const steps = performers.get(approving)?.get(subject);
        const path = steps === undefined ? undefined : wayFrom(flow, steps, approval);
        return path === undefined ? [] : [conflict(flow, approving, subject, path)];
      }),
    );
  });
}

function conflict(
  flow: Flow,
  role: string,
  decides: string,
  path: readonly number[],
): DutyConflict {
  return {
    at: idOf(flow, path.at(-1) ?? -1),
    role,
    decides,
    performer: idOf(flow, itemAt(path, 0)),
    path: idsOf(flow, path),
  };
}

/** Steps by role and by what they make: the data they write and themselves. */
function performersOf(flow: Flow): ReadonlyMap<string, ReadonlyMap<string, Set<number>>> {
  const performers = new Map<string, Map<string, Set<number>>>();
  for (const [step, { id, role, writes = [] }] of flow.steps.entries()) {
    if (role === undefined) continue;
    const made = performers.get(role) ?? new Map<string, Set<number>>();
    performers.set(role, made);
    for (const subject of [id, ...writes]) {
      const steps = made.get(subject);
      if (steps === undefined) made.set(subject, new Set([step]));
      else steps.add(step);
    }
  }
  return performers;
}

function wayFrom(
  flow: Flow,
  performers: ReadonlySet<number>,
  approval: number,
): number[] | undefined {
  return shortestPath(flow, {
    from: [approval],
    isGoal: (step) => step !== approval && performers.has(step),
    backwards: true,
  });
}
