import type { FlowGraph, StepType } from '../flow/flow-graph.ts';

/** What the file declares besides the steps. */
export interface Declared {
  readonly roles: readonly string[];
  readonly systems: readonly string[];
}

/** Declarations no step uses, and work nobody is named for. */
export interface Orphans {
  readonly roles: readonly string[];
  readonly systems: readonly string[];
  readonly stepsWithoutRole: readonly string[];
}

const workTypes: ReadonlySet<StepType> = new Set(['task', 'automated', 'approval']);

/** Roles and systems that stand in no step; `approvers` count as a role's use. */
export function orphans(graph: FlowGraph, declared: Declared): Orphans {
  const roles = new Set<string>();
  const systems = new Set<string>();
  for (const step of graph.steps) {
    for (const role of [step.role, ...(step.approvers ?? [])])
      if (role !== undefined) roles.add(role);
    for (const system of step.systems ?? []) systems.add(system);
  }
  return {
    roles: declared.roles.filter((role) => !roles.has(role)),
    systems: declared.systems.filter((system) => !systems.has(system)),
    stepsWithoutRole: graph.steps
      .filter(({ type, role }) => workTypes.has(type) && role === undefined)
      .map(({ id }) => id),
  };
}
