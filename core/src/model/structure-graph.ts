import type {
  FlowEdge,
  FlowGraph,
  FlowStep,
  StepType,
} from '../analysis/structure/flow/flow-graph.ts';
import { indexFlows, type Flows } from '../analysis/structure/flow/flow.ts';
import { parsePercent } from '../quantity/amount.ts';
import { idOf, type Flow } from './flow.ts';
import { namesIn, type Edge } from './graph.ts';
import { isMap, listOf, mapAt, stringAt, type PlainMap } from './plain.ts';

/** A flow in the form the structural analyses read, made when one of them first asks. */
export interface Structure {
  readonly graph: () => FlowGraph;
  readonly flows: () => Flows;
}

export function structureOf(flow: Flow, roles: readonly PlainMap[]): Structure {
  const graph = once(() => toFlowGraph(flow, roles));
  return { graph, flows: once(() => indexFlows(graph())) };
}

/** Does the work at the first call and keeps the result. */
export function once<Value>(find: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: find() }).value;
}

function toFlowGraph({ steps, byId, edges, start }: Flow, roles: readonly PlainMap[]): FlowGraph {
  // Of two roles with one id that of the process counts; it stands before the organisation's.
  const roleOf = new Map(roles.toReversed().map((role) => [idOf(role), role]));
  return {
    start: start ?? '',
    steps: steps.map((step) => toFlowStep(step, roleOf)),
    edges: edges.map((edge) => toFlowEdge(edge, byId.get(edge.from))),
  };
}

type Roles = ReadonlyMap<string, PlainMap>;

function toFlowStep(step: PlainMap, roleOf: Roles): FlowStep {
  const role = stringAt(step, 'role');
  const entry = role === undefined ? undefined : roleOf.get(role);
  const performer = performerOf(step, roleOf);
  const stage = stringAt(step, 'stage');
  const department = entry === undefined ? undefined : departmentOf(entry);
  return {
    id: idOf(step),
    type: typeOf(step),
    ...gatewayOf(step),
    ...(step['end'] === true ? { end: true } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(role === undefined ? {} : { role }),
    ...(department === undefined ? {} : { department }),
    ...(performer === undefined ? {} : { performer }),
    customerFacing: isCustomerFacing(step),
    reachesHuman: reachesHuman(step, roleOf),
    approvers: textsIn(step['approvers']),
    decides: textsIn(step['decides']),
    systems: textsIn(step['systems']),
    ...dataOf(step),
  };
}

function gatewayOf(step: PlainMap): Pick<FlowStep, 'joins' | 'sideBranches'> {
  const joins = textsIn(step['joins']);
  const sideBranches = textsIn(step['sideBranches']);
  const [only] = joins;
  return {
    // A list, even of one, makes the join wait for every arrow.
    ...(only === undefined ? {} : { joins: Array.isArray(step['joins']) ? joins : only }),
    ...(sideBranches.length === 0 ? {} : { sideBranches }),
  };
}

/** What a step needs to be there, what it uses if it is there, and what it brings. */
function dataOf(step: PlainMap): Pick<FlowStep, 'collects' | 'reads' | 'optionalReads' | 'writes'> {
  // What comes in with the step itself is there when the step reads it.
  const brought = new Set([
    ...['requires', 'returns', 'recording'].flatMap((key) => namesIn(step[key], 'item')),
    ...dataIn(step['receives']),
  ]);
  const reads = listOf(step['reads']).map((entry) => ({
    items: namesIn(entry, 'item'),
    isOptional: isMap(entry) && entry['optional'] === true,
  }));
  const needed = reads.filter(({ isOptional }) => !isOptional).flatMap(({ items }) => items);
  return {
    collects: namesIn(step['collects'], 'item'),
    reads: needed.filter((item) => !brought.has(item)),
    optionalReads: [
      ...needed.filter((item) => brought.has(item)),
      ...reads.filter(({ isOptional }) => isOptional).flatMap(({ items }) => items),
      ...['verifies', 'passes'].flatMap((key) => namesIn(step[key], 'item')),
      ...namesIn(mapAt(step, 'automated')?.['inputs'], 'item'),
      ...dataIn(step['shares']),
    ],
    writes: [...namesIn(step['writes'], 'item'), ...brought],
  };
}

/** The items of shares or of what is received. */
function dataIn(list: unknown): readonly string[] {
  return listOf(list).flatMap((each) => (isMap(each) ? namesIn(each['data'], 'item') : []));
}

/** People of our own or of a supplier; an unnamed role is theirs, as most work is. */
function performerOf(step: PlainMap, roleOf: Roles): FlowStep['performer'] {
  const type = stringAt(step, 'type');
  if (type === 'automated') return 'machine';
  if (type === 'subprocess') return 'human';
  if (type !== 'task' && type !== 'approval') return undefined;
  const role = stringAt(step, 'role');
  const kind = role === undefined ? undefined : roleOf.get(role)?.['kind'];
  if (kind === 'system') return 'machine';
  return kind === 'customer' ? undefined : 'human';
}

function departmentOf(role: PlainMap): string | undefined {
  const kind = role['kind'];
  return kind === 'system' || kind === 'customer' ? undefined : stringAt(role, 'department');
}

/** A message that only informs is no contact in which the customer could want a person. */
function isCustomerFacing(step: PlainMap): boolean {
  const contact = step['customerContact'];
  const isContact = contact === true || (contact !== false && listOf(step['channels']).length > 0);
  const isMessage =
    listOf(step['notify']).includes('customer') &&
    listOf(step['collects']).length === 0 &&
    step['ai'] === undefined;
  return isContact && !isMessage;
}

function reachesHuman(step: PlainMap, roleOf: Roles): boolean {
  if (mapAt(step, 'onFailure')?.['manual'] !== undefined) return true;
  const handoff = mapAt(step, 'handoff');
  if (handoff === undefined) return false;
  const to = stringAt(handoff, 'to');
  // Without a role the arrow says who takes over; without an arrow it can only be a person.
  if (to === undefined) return handoff['goto'] === undefined;
  const kind = roleOf.get(to)?.['kind'];
  return kind !== 'system' && kind !== 'customer';
}

function toFlowEdge(edge: Edge, source: PlainMap | undefined): FlowEdge {
  const { from, to, kind, probability, loop } = edge;
  const share = typeof probability === 'string' ? parsePercent(probability) : undefined;
  const max = isMap(loop) ? loop['max'] : undefined;
  const keeps = namesIn(mapAt(source ?? {}, 'onFailure')?.['keeps'], 'item');
  return {
    from,
    to,
    kind,
    ...(share === undefined ? {} : { probability: share }),
    ...(isMap(loop) ? { loop: typeof max === 'number' ? { max } : {} } : {}),
    ...(kind === 'failure' && keeps.length > 0 ? { keeps } : {}),
  };
}

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

function typeOf(step: PlainMap): StepType {
  const type = stringAt(step, 'type') ?? '';
  return isStepType(type) ? type : 'task';
}

function isStepType(type: string): type is StepType {
  return types.has(type);
}

function textsIn(value: unknown): readonly string[] {
  return listOf(value).filter((each) => typeof each === 'string');
}
