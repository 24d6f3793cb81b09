import { parseDate } from '../quantity/date.ts';
import { parseDuration, secondsOf } from '../quantity/duration.ts';
import { parseMoney, parsePercent, type Money } from '../quantity/amount.ts';
import type { Views } from '../model/model.ts';

/**
 * The words we add to JSONata. Each gives nothing for an absent value, so that the rule becomes
 * undecided, and throws for a wrong one, so that nonsense is never compared.
 */
export const quantityFunctions = {
  /** Seconds; nothing for working days, which have no length without a calendar. */
  duration: reader('a duration such as 2h', (text) => {
    const duration = parseDuration(text);
    return duration === undefined ? undefined : { value: secondsOf(duration) };
  }),
  /** Working days; nothing for a duration in natural time. */
  workingDays: reader('a duration such as 10wd', (text) => {
    const duration = parseDuration(text);
    if (duration === undefined) return undefined;
    return { value: duration.workingDays > 0 ? duration.workingDays : undefined };
  }),
  /** A fraction: `55%` is 0.55. */
  percent: reader('a percentage such as 55%', (text) => wrap(parsePercent(text))),
  /** `{amount, currency}`. */
  money: reader('an amount such as 500 CNY', (text) => wrap<Money>(parseMoney(text))),
  /** Days since 1970-01-01, for comparing dates and counting days between them. */
  date: reader('a date such as 2026-03-31', (text) => wrap(parseDate(text))),
} as const;

interface Read<Value> {
  readonly value: Value | undefined;
}

function wrap<Value>(value: Value | undefined): Read<Value> | undefined {
  return value === undefined ? undefined : { value };
}

function reader<Value>(
  expected: string,
  parse: (text: string) => Read<Value> | undefined,
): (text: unknown) => Value | undefined {
  return (text) => {
    if (text === undefined || text === null) return undefined;
    const read = typeof text === 'string' ? parse(text) : undefined;
    if (read === undefined) throw new TypeError(`${JSON.stringify(text)} is not ${expected}`);
    return read.value;
  };
}

/** `$named("roles", id)`: the entry of a collection with that id, found without a search. */
export function namedLookup(views: Views): (collection: string, id: unknown) => unknown {
  const indexes = new Map<string, Map<unknown, unknown>>();
  return (collection, id) => {
    let index = indexes.get(collection);
    if (index === undefined) {
      const view = views[collection];
      if (!Array.isArray(view)) throw new TypeError(`there is no view “${collection}”`);
      // Later entries do not replace earlier ones: the process stands before the organisation.
      index = new Map(view.toReversed().map((entry: { id?: unknown }) => [entry.id, entry]));
      indexes.set(collection, index);
    }
    return index.get(id);
  };
}
