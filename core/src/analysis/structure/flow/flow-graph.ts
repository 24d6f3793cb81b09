/** What a step is; `choice`, `parallel` and `join` are the gateways. */
export type StepType =
  | 'task'
  | 'automated'
  | 'approval'
  | 'choice'
  | 'parallel'
  | 'join'
  | 'wait'
  | 'subprocess'
  | 'end';

/** How a case gets along an arrow; `next` and `loopExit` are the normal flow, the others leave it. */
export type ArrowKind = 'next' | 'failure' | 'timeout' | 'handoff' | 'loopExit';

/** One step with what the structural analyses read of it. */
export interface FlowStep {
  readonly id: string;
  readonly type: StepType;
  /** The parallel a join closes, or several: a list makes the join wait for every arrow. */
  readonly joins?: string | readonly string[];
  /** First steps of the branches of a parallel that are meant to end on their own. */
  readonly sideBranches?: readonly string[];
  /** The case can be over after this step. */
  readonly end?: boolean;
  readonly stage?: string;
  readonly role?: string;
  /** Department of the role; left out for systems, which count as no department. */
  readonly department?: string;
  /** Who does the work; a gateway has none. */
  readonly performer?: 'human' | 'machine';
  readonly customerFacing?: boolean;
  /** The case can be taken over by a human here without an arrow that says where it goes on. */
  readonly reachesHuman?: boolean;
  /** Roles that approve besides `role`. */
  readonly approvers?: readonly string[];
  /** Data items or steps an approval decides about. */
  readonly decides?: readonly string[];
  readonly systems?: readonly string[];
  /** Data items asked of the person concerned. */
  readonly collects?: readonly string[];
  readonly reads?: readonly string[];
  /** Data items the step uses if they exist; reading them unwritten is no fault. */
  readonly optionalReads?: readonly string[];
  readonly writes?: readonly string[];
}

/** One arrow of the flow. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: ArrowKind;
  /** Share of the cases that leave `from` this way, 0 to 1; absent when the file does not say. */
  readonly probability?: number;
  /** The arrow repeats work; `max` is how often a case may take it. */
  readonly loop?: { readonly max?: number };
  /** Data items that count as written although the step was not completed. */
  readonly keeps?: readonly string[];
}

/** The flow of one process, as the file draws it. */
export interface FlowGraph {
  readonly start: string;
  readonly steps: readonly FlowStep[];
  readonly edges: readonly FlowEdge[];
}
