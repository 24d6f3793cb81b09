/**
 * When something works, as a function of independent parts: a part itself, all of several, or at
 * least k of several. Equal expressions are one object, so that what is shared is seen.
 */
export type Expression =
  | { readonly kind: 'part'; readonly id: string; readonly parts: ReadonlySet<string> }
  | {
      readonly kind: 'at_least';
      readonly count: number;
      readonly of: readonly Expression[];
      /** Every part that occurs in it. */
      readonly parts: ReadonlySet<string>;
    };

/** What always works, and what never does. */
export const always: Expression = { kind: 'at_least', count: 0, of: [], parts: new Set() };
export const never: Expression = { kind: 'at_least', count: 1, of: [], parts: new Set() };

/** Makes expressions, simplified and each only once. */
export class Expressions {
  private readonly made = new Map<string, Expression>();
  private readonly numbers = new Map<Expression, number>([
    [always, 0],
    [never, 1],
  ]);

  part(id: string): Expression {
    return this.once(`part ${id}`, () => ({ kind: 'part', id, parts: new Set([id]) }));
  }

  /** All of them; parts that occur twice count once. */
  all(of: readonly Expression[]): Expression {
    const flat = of.flatMap((expression) =>
      expression.kind === 'at_least' && expression.count === expression.of.length
        ? expression.of
        : [expression],
    );
    const different = [...new Set(flat)];
    return this.atLeast(different.length, different);
  }

  any(of: readonly Expression[]): Expression {
    return this.atLeast(1, [...new Set(of)]);
  }

  atLeast(count: number, of: readonly Expression[]): Expression {
    const sure = of.filter((expression) => expression === always).length;
    const open = of.filter((expression) => expression !== always && expression !== never);
    const needed = count - sure;
    const [only, ...others] = open;
    if (needed <= 0) return always;
    if (needed > open.length || only === undefined) return never;
    if (others.length === 0) return only;
    const key = `${needed} of ${open.map((expression) => this.numberOf(expression)).join()}`;
    return this.once(key, () => ({
      kind: 'at_least',
      count: needed,
      of: open,
      parts: new Set(open.flatMap(({ parts }) => [...parts])),
    }));
  }

  /** The expression once it is known whether a part works. */
  given(expression: Expression, part: string, works: boolean): Expression {
    const done = new Map<Expression, Expression>();
    const put = (of: Expression): Expression => {
      if (!of.parts.has(part)) return of;
      if (of.kind === 'part') return works ? always : never;
      const found = done.get(of);
      if (found !== undefined) return found;
      const members = of.of.map(put);
      const result =
        of.count === of.of.length ? this.all(members) : this.atLeast(of.count, members);
      done.set(of, result);
      return result;
    };
    return put(expression);
  }

  private once(key: string, make: () => Expression): Expression {
    const found = this.made.get(key);
    if (found !== undefined) return found;
    const expression = make();
    this.made.set(key, expression);
    return expression;
  }

  private numberOf(expression: Expression): number {
    const found = this.numbers.get(expression);
    if (found !== undefined) return found;
    this.numbers.set(expression, this.numbers.size);
    return this.numbers.size - 1;
  }
}
