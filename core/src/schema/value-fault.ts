import type { MessageData, MessageId } from '../i18n/translate.ts';
import { expectationCode, isLength } from './expectation.ts';
import { valuesOf, type SchemaNode } from './node.ts';
import type { ShapeFault } from './shape-fault.ts';
import { isScalar, nameOf, type Spot } from './spot.ts';
import { closest } from './suggest.ts';

/** A value that does not fit its place. */
export function valueFault(
  spot: Spot,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): ShapeFault {
  const { value, pointer } = spot;
  const { code, data } = describe(spot, keyword, params);
  const key = nameOf(isScalar(value) ? holderOf(spot) : spot);
  const about = isScalar(value) && value !== '' ? 'value' : 'key';
  return { code, pointer, about, data: { key, value: written(value), ...data } };
}

/** For a scalar in a list the list, else the place itself. */
function holderOf(spot: Spot): Pick<Spot, 'path' | 'values'> {
  if (typeof spot.path.at(-1) === 'string') return spot;
  return { path: spot.path.slice(0, -1), values: spot.values.slice(0, -1) };
}

/** A scalar as text; for larger things a sign that is the same in every language. */
function written(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return isScalar(value) ? String(value) : '{…}';
}

interface Description {
  readonly code: MessageId;
  readonly data?: MessageData;
}

function describe(
  { value, node = {} }: Spot,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): Description {
  const { limit } = params;
  if (value === null) return { code: takesNone(node) ? 'schema.empty.orNone' : 'schema.empty' };
  if (value === '') return { code: 'schema.empty.text' };
  if (keyword === 'minItems') return { code: 'schema.list.short', data: { limit: Number(limit) } };
  if (keyword === 'maxItems') return { code: 'schema.list.long', data: { limit: Number(limit) } };
  if (keyword === 'minProperties') return { code: 'schema.map.empty' };
  if (keyword === 'minimum') return { code: 'schema.number.low', data: { limit: Number(limit) } };
  if (keyword === 'maximum') return { code: 'schema.number.high', data: { limit: Number(limit) } };
  return (isScalar(value) ? scalarFault(value, node) : undefined) ?? generalFault(value, node);
}

function takesNone(node: SchemaNode): boolean {
  return node.format === 'none' || (valuesOf(node)?.includes('none') ?? false);
}

/** The slips that have a name of their own. */
function scalarFault(value: string | number | boolean, node: SchemaNode): Description | undefined {
  const text = String(value);
  const plain = typeof value === 'string' ? text.normalize('NFKC') : text;
  if (plain !== text && fits(plain, node)) {
    return { code: 'schema.fullWidth', data: { suggestion: plain } };
  }
  const isNumber = /^\d+(?:\.\d+)?$/.test(text);
  const { format } = node;
  if (isLength(format) && isNumber) return { code: 'schema.length.noUnit' };
  if (isLength(format) && /^\d+(?:\.\d+)? ?[mM]$/.test(text))
    return { code: 'schema.length.minute' };
  if (format === 'percent' && isNumber) {
    return { code: 'schema.percent.noSign', data: { suggestion: percentOf(Number(text)) } };
  }
  if (format === 'quantity' && fits(text, node)) return { code: 'schema.unitTwice' };
  if (format === 'money' && isNumber) return { code: 'schema.money.noCurrency' };
  if (format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { code: 'schema.date.notReal' };
  return undefined;
}

function fits(text: string, { pattern, enum: words }: SchemaNode): boolean {
  if (words !== undefined) return words.includes(text);
  return pattern !== undefined && new RegExp(pattern, 'u').test(text);
}

/** A number up to one is read as a share, so `0.55` becomes `55%`. */
function percentOf(number: number): string {
  const hundred = number > 0 && number <= 1 ? Number((number * 100).toPrecision(12)) : number;
  return `${String(hundred)}%`;
}

/** How many words a message lists. */
const longestList = 12;

function generalFault(value: unknown, node: SchemaNode): Description {
  const words = node['x-open'] === true || node.format === 'event' ? undefined : valuesOf(node);
  if (words === undefined || node.format === 'statistic')
    return { code: expectationCode(value, node) };
  const [first = ''] = words;
  if (words.length === 1) {
    const code = first.startsWith('flowaudit/') ? 'schema.word.apiVersion' : 'schema.word.one';
    return { code, data: { allowed: first } };
  }
  const text = written(value);
  const isLong = words.length > longestList;
  const suggestion =
    value === false && words.includes('none') ? 'none' : wordFor(text, words, node);
  if (suggestion === undefined && isLong) {
    const allowed = words.slice(0, 8).join(', ');
    return { code: 'schema.word.some', data: { allowed, total: words.length } };
  }
  if (suggestion === undefined) {
    const code = isOwn(node) ? 'schema.word.listOrOwn' : 'schema.word.list';
    return { code, data: { allowed: words.join(', ') } };
  }
  if (isLong) return { code: 'schema.word.suggest', data: { suggestion } };
  const code = isOwn(node) ? 'schema.word.suggestOrOwn' : 'schema.word.suggestOf';
  return { code, data: { allowed: words.join(', '), suggestion } };
}

function isOwn({ format }: SchemaNode): boolean {
  return format === 'openWord';
}

/** The word that was meant: one spelt alike, or the one whose meaning was written in its place. */
function wordFor(text: string, words: readonly string[], node: SchemaNode): string | undefined {
  const meanings = Object.entries(node['x-values'] ?? {});
  const meant = meanings.find(([, { en, zh }]) =>
    [en.toLowerCase(), zh, ...zh.split('、')].includes(text.toLowerCase()),
  );
  return closest(text, words) ?? meant?.[0];
}
