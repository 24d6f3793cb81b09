import type { ArrowKind, FlowEdge, FlowGraph, FlowStep } from './flow-graph.ts';
import { itemAt } from './item.ts';

/** A flow with its steps and arrows numbered in reading order, the form every analysis works on. */
export interface Flow {
  readonly steps: readonly FlowStep[];
  /** Number of the first step; -1 when the file names no existing one. */
  readonly start: number;
  readonly arrows: readonly FlowEdge[];
  /** Step number at the tail and at the head of each arrow. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Arrow numbers by step number. */
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
  readonly numberOf: ReadonlyMap<string, number>;
}

/** The flow a case takes while nothing fails, and the flow with failure, timeout and hand-off. */
export interface Flows {
  readonly normal: Flow;
  readonly complete: Flow;
}

/** Which of the two flows shows a fact: the normal one, or only the one with the exits. */
export type FlowName = 'normal' | 'exits';

export function isNormal(kind: ArrowKind): boolean {
  return kind === 'next' || kind === 'loopExit';
}

/** True for a step after which the case can be over. */
export function isEnd(step: FlowStep): boolean {
  return step.end === true || step.type === 'end';
}

/** Numbers a flow twice; arrows to steps that do not exist are left out. */
export function indexFlows(graph: FlowGraph): Flows {
  const numberOf = new Map(graph.steps.map((step, index) => [step.id, index]));
  const arrows = graph.edges.filter(({ from, to }) => numberOf.has(from) && numberOf.has(to));
  const start = numberOf.get(graph.start) ?? -1;
  const complete = numbered(graph.steps, numberOf, start, arrows);
  const normal = arrows.filter(({ kind }) => isNormal(kind));
  if (normal.length === arrows.length) return { normal: complete, complete };
  return { normal: numbered(graph.steps, numberOf, start, normal), complete };
}

/** The same steps with only the arrows for which `keep` holds. */
export function withArrows(flow: Flow, keep: (arrow: number) => boolean): Flow {
  const arrows = flow.arrows.filter((_, arrow) => keep(arrow));
  if (arrows.length === flow.arrows.length) return flow;
  return numbered(flow.steps, flow.numberOf, flow.start, arrows);
}

function numbered(
  steps: readonly FlowStep[],
  numberOf: ReadonlyMap<string, number>,
  start: number,
  arrows: readonly FlowEdge[],
): Flow {
  const from = new Int32Array(arrows.length);
  const to = new Int32Array(arrows.length);
  const outgoing: number[][] = steps.map(() => []);
  const incoming: number[][] = steps.map(() => []);
  for (const [arrow, edge] of arrows.entries()) {
    const tail = numberOf.get(edge.from) ?? -1;
    const head = numberOf.get(edge.to) ?? -1;
    from[arrow] = tail;
    to[arrow] = head;
    itemAt(outgoing, tail).push(arrow);
    itemAt(incoming, head).push(arrow);
  }
  return { steps, start, arrows, from, to, outgoing, incoming, numberOf };
}

/** Step numbers at the far ends of each step's arrows. */
export function successorsOf(flow: Flow): number[][] {
  return flow.outgoing.map((arrows) => arrows.map((arrow) => itemAt(flow.to, arrow)));
}

export function predecessorsOf(flow: Flow): number[][] {
  return flow.incoming.map((arrows) => arrows.map((arrow) => itemAt(flow.from, arrow)));
}

export function idOf(flow: Flow, step: number): string {
  return itemAt(flow.steps, step).id;
}

export function idsOf(flow: Flow, steps: Iterable<number>): string[] {
  return Array.from(steps, (step) => idOf(flow, step));
}
