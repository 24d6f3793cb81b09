/**
 * A value, or the reason why it cannot be known. Nothing is assumed in place of a fact that is not
 * there: a calendar whose holidays are not published yet gives no working time.
 */
export type Known<Value> = { readonly known: true; readonly value: Value } | Unknown;

/** Why a calendar gives no answer. */
export type UnknownReason =
  /** The holidays of the years named are not in the table (not published, or too long ago). */
  | 'holidays_unpublished'
  /** The calendar says nothing about holidays; `none` would say there are none. */
  | 'holidays_undeclared'
  /** There is no holiday table for the country named. */
  | 'country_without_table'
  /** The calendar has no opening at all. */
  | 'never_open';

export interface Unknown {
  readonly known: false;
  readonly reason: UnknownReason;
  /** The years that were asked for and are not known; empty when the year is not the cause. */
  readonly years: readonly number[];
}

export function known<Value>(value: Value): Known<Value> {
  return { known: true, value };
}

export function unknown(reason: UnknownReason, years: readonly number[] = []): Unknown {
  return { known: false, reason, years };
}
