import type { MessageId } from '../i18n/translate.ts';
import { typesOf, type SchemaNode } from './node.ts';

/** What to say where a place takes values of several types: types in order of letters, then format. */
const unions = {
  'array+number': 'schema.expects.numberOrList',
  'array+object': 'schema.expects.mapOrList',
  'array+object+string:id': 'schema.expects.idOrListOrMap',
  'array+string:holidays': 'schema.expects.holidays',
  'array+string:id': 'schema.expects.idOrList',
  'array+string:none': 'schema.expects.listOrNone',
  'boolean+number+string': 'schema.expects.line',
  'boolean+object+string': 'schema.expects.booleanOrText',
  'boolean+object+string:none': 'schema.expects.booleanOrMapOrNone',
  'boolean+string': 'schema.expects.booleanOrText',
  'boolean+string:date': 'schema.expects.booleanOrDate',
  'boolean+string:id': 'schema.expects.booleanOrId',
  'boolean+string:length': 'schema.expects.booleanOrLength',
  'integer+object': 'schema.expects.integerOrMap',
  'integer+string': 'schema.expects.version',
  'number+object+string:quantity': 'schema.expects.quantity',
  'number+string': 'schema.expects.line',
  'number+string:amount': 'schema.expects.amount',
  'number+string:quantity': 'schema.expects.quantity',
  'object+string': 'schema.expects.text',
  'object+string:event': 'schema.expects.event',
  'object+string:id': 'schema.expects.idOrMap',
  'object+string:length': 'schema.expects.spread',
  'object+string:money': 'schema.expects.moneyOrMap',
  'object+string:none': 'schema.expects.mapOrNone',
} as const satisfies Readonly<Record<string, MessageId>>;

/** What to say where a place takes one type, by its format or else by its type. */
const single = {
  array: 'schema.expects.list',
  boolean: 'schema.expects.boolean',
  change: 'schema.expects.change',
  check: 'schema.expects.check',
  clockTime: 'schema.expects.clockTime',
  country: 'schema.expects.country',
  currency: 'schema.expects.currency',
  date: 'schema.expects.date',
  days: 'schema.expects.days',
  formula: 'schema.expects.formula',
  id: 'schema.expects.id',
  integer: 'schema.expects.integer',
  kebab: 'schema.expects.kebab',
  keep: 'schema.expects.keep',
  language: 'schema.expects.language',
  legalLimit: 'schema.expects.legalLimit',
  length: 'schema.expects.length',
  moment: 'schema.expects.moment',
  money: 'schema.expects.money',
  moneyRate: 'schema.expects.moneyRate',
  number: 'schema.expects.number',
  object: 'schema.expects.map',
  path: 'schema.expects.path',
  percent: 'schema.expects.percent',
  percentOrLength: 'schema.expects.percentOrLength',
  rate: 'schema.expects.rate',
  rePrompt: 'schema.expects.rePrompt',
  ruleId: 'schema.expects.ruleId',
  statistic: 'schema.expects.statistic',
  string: 'schema.expects.line',
  timezone: 'schema.expects.timezone',
  url: 'schema.expects.url',
  window: 'schema.expects.window',
} as const satisfies Readonly<Record<string, MessageId>>;

/** Formats whose values are a length of time, or one of a few words. */
const lengths: ReadonlySet<string | undefined> = new Set([
  'keep',
  'legalLimit',
  'length',
  'rePrompt',
]);

export function isLength(format: string | undefined): boolean {
  return lengths.has(format);
}

/** The message that says which values a place takes. */
export function expectationCode(value: unknown, node: SchemaNode): MessageId {
  const code = expectationOf(node);
  if (
    code === 'schema.expects.map' &&
    Array.isArray(value) &&
    typeof node.additionalProperties === 'object'
  ) {
    return 'schema.expects.mapNotList';
  }
  return code;
}

/**
 * The message for a node, whatever the value.
 *
 * @throws TypeError for a node that has none; a test asks for every node of every schema
 */
export function expectationOf(node: SchemaNode): MessageId {
  const types = typesOf(node).toSorted();
  if (types.length === 1) {
    const name = node.format ?? types[0] ?? '';
    if (name in single) return single[name as keyof typeof single]; // `in` has just found it
  }
  const union = types.join('+') + (node.format === undefined ? '' : `:${node.format}`);
  if (union in unions) return unions[union as keyof typeof unions]; // `in` has just found it
  throw new TypeError(`nothing says what ${union} expects`);
}
