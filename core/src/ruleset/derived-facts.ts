/** The fields from which the flow of a process is read. */
const flow = [
  'steps',
  'start',
  'next',
  'to',
  'goto',
  'then',
  'joins',
  'type',
  'end',
  'loop',
  'max',
  'onFailure',
  'onTimeout',
  'handoff',
];
const clocks = [...flow, 'slas', 'from', 'firstOf', 'lastOf', 'event'];
const items = [
  ...flow,
  'data',
  'item',
  'source',
  'collects',
  'reads',
  'writes',
  'receives',
  'returns',
  'requires',
  'recording',
  'keeps',
  'optional',
  'verifies',
  'decides',
  'passes',
  'inputs',
  'shares',
];
const hours = [
  'calendars',
  'calendar',
  'week',
  'defaultCalendar',
  'onShift',
  'when',
  'days',
  'seats',
];
/** Nothing but the declarations themselves: what names them is looked for in the text as it was read. */
const declarations: readonly string[] = [];

/**
 * The facts that the model derives from more than the thing it writes them on, with the fields they
 * are read from. Where one of these fields could not be read, a rule on the fact cannot tell.
 */
export const derivedFacts: ReadonlyMap<string, readonly string[]> = new Map([
  ['reachable', flow],
  ['reachableNormally', flow],
  ['canEnd', flow],
  ['incoming', flow],
  ['outgoing', flow],
  ['resolves', flow],
  ['closedLoop', flow],
  ['closesLoop', flow],
  ['approvalPath', flow],
  ['workAfter', flow],
  ['workBefore', flow],
  ['joinedBy', flow],
  ['preparers', [...flow, 'writes', 'item', 'decides']],
  ['performs', ['steps', 'role', 'approvers']],
  ['coveredBy', clocks],
  ['endsWith', clocks],
  ['asked', items],
  ['consumed', items],
  ['obtained', items],
  ['available', items],
  ['openHours', hours],
  ['aroundTheClock', hours],
  ['seatHours', hours],
  ['collection', declarations],
  ['declaredIn', declarations],
  ['alsoDeclared', declarations],
  ['used', declarations],
]);
