import type {
  ArrowKind,
  FlowEdge,
  FlowGraph,
  FlowStep,
  StepType,
} from '../../../core/src/analysis/structure/flow/flow-graph.ts';

/** What a line of a drawing cannot say about a step. */
export type Details = Readonly<Record<string, Partial<FlowStep>>>;

/**
 * Reads a drawing of a flow, one step a line: `id [type] [of <parallel>[,<parallel>]]: arrows`. The
 * first line is the start. An arrow is the id of a step, with what is special about it in front:
 * `failure>x timeout>x handoff>x leave>x loop>x loop2>x 0.4>x`. A dot ends the case.
 */
export function draw(drawing: string, details: Details = {}): FlowGraph {
  const lines = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const drawn = lines.map((line) => drawLine(line));
  const steps = drawn.map(({ step }) => ({ ...step, ...details[step.id] }));
  return { start: steps[0]?.id ?? '', steps, edges: drawn.flatMap(({ edges }) => edges) };
}

function drawLine(line: string): { step: FlowStep; edges: FlowEdge[] } {
  const [left = '', right = ''] = line.split(':');
  const [id = '', type = 'task', , joins] = left.trim().split(/\s+/);
  const targets = right.split(/\s+/).filter((target) => target !== '');
  const names = joins?.split(',');
  const step: FlowStep = {
    id,
    type: type as StepType, // the drawings of the tests name existing types only
    ...(names === undefined ? {} : { joins: names.length === 1 ? (names[0] ?? '') : names }),
    ...(targets.includes('.') ? { end: true } : {}),
  };
  const arrows = targets.filter((target) => target !== '.');
  return { step, edges: arrows.map((arrow) => drawArrow(id, arrow)) };
}

const kinds: Readonly<Record<string, ArrowKind>> = {
  failure: 'failure',
  timeout: 'timeout',
  handoff: 'handoff',
  leave: 'loopExit',
};

function drawArrow(from: string, arrow: string): FlowEdge {
  const [prefix = '', to] = arrow.split('>');
  if (to === undefined) return { from, to: prefix, kind: 'next' };
  const kind = kinds[prefix] ?? 'next';
  const repeats = /^loop(\d*)$/.exec(prefix)?.[1];
  if (repeats !== undefined) {
    return { from, to, kind, loop: repeats === '' ? {} : { max: Number(repeats) } };
  }
  return kind === 'next' ? { from, to, kind, probability: Number(prefix) } : { from, to, kind };
}
