/**
 * What can be wrong with the gateways of a flow.
 *
 * `stuck`: a join waits for work that never comes (deadlock). `runs-twice`: two pieces of work of
 * one case get to one step (lack of synchronisation). `branch-escapes`: work leaves a branch
 * without passing the join that waits for it. `open-work`: a branch ends on its own although
 * nothing says it may (a warning, no unsoundness). `join-names-other`: a join names something else
 * than the parallel it stands for. `join-unnamed`: a join names nothing. `pairs-cross`: a join
 * closes a parallel while another one inside it is still open. `dead-end`, `endless-loop`: no way
 * leads on, or only round in a circle.
 */
export type StructureCode =
  | 'stuck'
  | 'runs-twice'
  | 'branch-escapes'
  | 'open-work'
  | 'join-names-other'
  | 'join-unnamed'
  | 'pairs-cross'
  | 'dead-end'
  | 'endless-loop';

/** One fault, at the step where it shows, by ids. */
export interface StructureFinding {
  readonly code: StructureCode;
  readonly at: string;
  /** Other steps the fault is made of: the parallel, the step the work comes from or goes to. */
  readonly related: readonly string[];
  /** Ways through the flow that show it; two when two pieces of work meet. */
  readonly paths: readonly (readonly string[])[];
}
