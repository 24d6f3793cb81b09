/** A process as it is drawn: what the eye needs, with every text in the report's language. */
export interface FlowDrawing {
  /** In reading order; the first is where a case starts. Each id is there once. */
  readonly steps: readonly DrawnStep[];
  /** An arrow to or from a step that is not there is left out. */
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnStep {
  readonly id: string;
  readonly name: string;
  readonly type: StepType;
  /** Who does it, in words. */
  readonly role?: string;
  readonly critical: boolean;
}

export type StepType =
  | 'task'
  | 'approval'
  | 'automated'
  | 'choice'
  | 'parallel'
  | 'join'
  | 'wait'
  | 'subprocess'
  | 'end';

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** Share of the cases at `from` that go this way, from 0 to 1. */
  readonly probability?: number;
  readonly kind: EdgeKind;
  readonly critical: boolean;
}

export type EdgeKind = 'next' | 'loopExit' | 'failure' | 'timeout' | 'handoff';
