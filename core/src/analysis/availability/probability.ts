import { always, never, type Expression, type Expressions } from './expression.ts';

/** A probability, or bounds on it where working it out was cut short. */
export interface Bounded {
  readonly low: number;
  readonly high: number;
}

/** More cases than this are not told apart; the rest is bounded. */
const maxConditions = 20_000;

/**
 * The probability that an expression works, its parts being independent. Members that share no
 * part are multiplied or counted; where they share one, both its states are worked out:
 * P(f) = p·P(f | works) + (1 − p)·P(f | fails). Exact, unless that takes too many cases: then what
 * is shared is once taken to fail and once to work, which bounds every coherent system.
 * Source: Barlow, Proschan, Statistical Theory of Reliability and Life Testing, ch. 2 (pivotal
 * decomposition, monotonicity).
 */
export function probabilityOf(
  expressions: Expressions,
  expression: Expression,
  availability: (part: string) => number,
): Bounded {
  return new Evaluation(expressions, availability).of(expression);
}

class Evaluation {
  private readonly expressions: Expressions;
  private readonly availability: (part: string) => number;
  private readonly known = new Map<Expression, Bounded>();
  private conditions = 0;

  constructor(expressions: Expressions, availability: (part: string) => number) {
    this.expressions = expressions;
    this.availability = availability;
  }

  of(expression: Expression): Bounded {
    if (expression === always) return { low: 1, high: 1 };
    if (expression === never) return { low: 0, high: 0 };
    if (expression.kind === 'part') {
      const own = this.availability(expression.id);
      return { low: own, high: own };
    }
    const found = this.known.get(expression);
    if (found !== undefined) return found;
    const shared = mostShared(expression.of);
    const result =
      shared === undefined
        ? atLeast(
            expression.count,
            expression.of.map((member) => this.of(member)),
          )
        : this.condition(expression, shared);
    this.known.set(expression, result);
    return result;
  }

  private condition(expression: Expression, part: string): Bounded {
    const works = this.expressions.given(expression, part, true);
    const fails = this.expressions.given(expression, part, false);
    this.conditions += 1;
    if (this.conditions > maxConditions)
      return { low: this.withShared(expression, false), high: this.withShared(expression, true) };
    const [up, down, own] = [this.of(works), this.of(fails), this.availability(part)];
    return {
      low: own * up.low + (1 - own) * down.low,
      high: own * up.high + (1 - own) * down.high,
    };
  }

  /** The probability when every part that is shared works, or fails. */
  private withShared(expression: Expression, works: boolean): number {
    let rest = expression;
    for (;;) {
      const part = rest.kind === 'part' ? undefined : anyShared(rest);
      if (part === undefined) break;
      rest = this.expressions.given(rest, part, works);
    }
    const { low, high } = this.of(rest);
    return works ? high : low;
  }
}

/** A part that occurs in more than one member, the most frequent one. */
function mostShared(members: readonly Expression[]): string | undefined {
  const counts = new Map<string, number>();
  let most: string | undefined;
  for (const { parts } of members) {
    for (const part of parts) {
      const count = (counts.get(part) ?? 0) + 1;
      counts.set(part, count);
      if (count > 1 && (most === undefined || count > (counts.get(most) ?? 0))) most = part;
    }
  }
  return most;
}

/** A part shared at any depth. */
function anyShared(expression: Expression): string | undefined {
  if (expression.kind === 'part') return undefined;
  const here = mostShared(expression.of);
  if (here !== undefined) return here;
  for (const member of expression.of) {
    const below = anyShared(member);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** At least k of independent members: all as a product, else counted one by one. */
function atLeast(count: number, members: readonly Bounded[]): Bounded {
  return {
    low: countShare(
      count,
      members.map(({ low }) => low),
    ),
    high: countShare(
      count,
      members.map(({ high }) => high),
    ),
  };
}

function countShare(count: number, shares: readonly number[]): number {
  if (count === shares.length) return shares.reduce((product, share) => product * share, 1);
  if (count === 1) return 1 - shares.reduce((product, share) => product * (1 - share), 1);
  // working[k] is the probability that exactly k of those seen so far work.
  let working = [1];
  for (const share of shares) {
    const next = Array.from({ length: working.length + 1 }, () => 0);
    for (const [k, probability] of working.entries()) {
      next[k] = (next[k] ?? 0) + probability * (1 - share);
      next[k + 1] = (next[k + 1] ?? 0) + probability * share;
    }
    working = next;
  }
  return working.slice(count).reduce((sum, probability) => sum + probability, 0);
}
