import { always, Expressions, type Expression } from './expression.ts';
import { probabilityOf, type Bounded } from './probability.ts';
import { availabilityFrom } from './repair.ts';

/** A system as the file declares it. Shares between 0 and 1, times in seconds. */
export interface SystemInput {
  readonly id: string;
  /** As users see it: redundancy included, what it depends on not. */
  readonly availability?: number;
  /** Number of sites the number stands for each, when it is per site; one must work. */
  readonly sites?: number;
  readonly mtbfSeconds?: number;
  readonly mttrSeconds?: number;
  /** Systems it cannot work without. */
  readonly dependsOn?: readonly string[];
  /** It works while one of these, or k of these, work. */
  readonly oneOf?: readonly string[];
  readonly kOf?: { readonly k: number; readonly of: readonly string[] };
  readonly fallback?: { readonly system?: string; readonly manual?: boolean };
}

export type ComposedAvailability =
  | {
      readonly decided: true;
      readonly availability: number;
      /** Systems in the order they were met, each once. */
      readonly systems: readonly string[];
    }
  | {
      readonly decided: false;
      readonly cause: 'undeclared' | 'unknown_system' | 'circle' | 'too_many_cases';
      /** The systems it is about. */
      readonly systems: readonly string[];
      /** What is certain even so. */
      readonly bounds?: Bounded;
    };

/**
 * The availability of several systems that are all needed: series Π A_i, parallel 1 − Π(1 − A_i),
 * k-of-n by counting, and what several of them depend on counted once. A fallback system helps;
 * a manual one only where it may (a step goes on by hand, a promise about availability does not).
 * Systems are taken as independent but for what they share.
 * Source: Barlow, Proschan, Statistical Theory of Reliability and Life Testing, ch. 1 and 2.
 */
export function availabilityOf(
  systems: ReadonlyMap<string, SystemInput>,
  needed: readonly string[],
  options: { readonly manualCounts: boolean },
): ComposedAvailability {
  const composer = new Composer(systems, options.manualCounts);
  const expression = composer.all(needed);
  const { unknown, circle, undeclared } = composer;
  if (unknown.size > 0) return { decided: false, cause: 'unknown_system', systems: [...unknown] };
  if (circle.size > 0) return { decided: false, cause: 'circle', systems: [...circle] };
  // A part that nothing counts on (behind something manual) need not be declared.
  const missing = [...undeclared].filter((id) => expression.parts.has(id));
  const own = (id: string): number => ownAvailability(systems.get(id)) ?? Number.NaN;
  if (missing.length > 0) return { decided: false, cause: 'undeclared', systems: missing };
  const { low, high } = probabilityOf(composer.expressions, expression, own);
  return high - low < 1e-12
    ? { decided: true, availability: low, systems: [...composer.met] }
    : {
        decided: false,
        cause: 'too_many_cases',
        systems: [...composer.met],
        bounds: { low, high },
      };
}

/** The availability of a system by itself: declared, of its sites, or from MTBF and MTTR. */
export function ownAvailability(system: SystemInput | undefined): number | undefined {
  const { availability, mtbfSeconds, mttrSeconds, sites = 1 } = system ?? {};
  const repaired =
    mtbfSeconds === undefined || mttrSeconds === undefined
      ? undefined
      : availabilityFrom(mtbfSeconds, mttrSeconds);
  const one = availability ?? repaired;
  return one === undefined || sites === 1 ? one : 1 - (1 - one) ** sites;
}

class Composer {
  readonly expressions = new Expressions();
  readonly met = new Set<string>();
  readonly unknown = new Set<string>();
  readonly circle = new Set<string>();
  readonly undeclared = new Set<string>();
  private readonly systems: ReadonlyMap<string, SystemInput>;
  private readonly manualCounts: boolean;
  private readonly done = new Map<string, Expression>();
  private readonly open = new Set<string>();

  constructor(systems: ReadonlyMap<string, SystemInput>, manualCounts: boolean) {
    this.systems = systems;
    this.manualCounts = manualCounts;
  }

  all(ids: readonly string[]): Expression {
    return this.expressions.all(ids.map((id) => this.one(id)));
  }

  private one(id: string): Expression {
    const found = this.done.get(id);
    if (found !== undefined) return found;
    const system = this.systems.get(id);
    if (system === undefined || this.open.has(id)) {
      (system === undefined ? this.unknown : this.circle).add(id);
      return always;
    }
    this.open.add(id);
    this.met.add(id);
    const works = this.expressions.all([...this.itself(system), this.all(system.dependsOn ?? [])]);
    const { system: other, manual = false } = system.fallback ?? {};
    const expression =
      manual && this.manualCounts
        ? always
        : other === undefined
          ? works
          : this.expressions.any([works, this.one(other)]);
    this.open.delete(id);
    this.done.set(id, expression);
    return expression;
  }

  /** A declared number is what users see and includes the members; without one they make it. */
  private itself(system: SystemInput): Expression[] {
    if (ownAvailability(system) !== undefined) return [this.expressions.part(system.id)];
    const { oneOf, kOf } = system;
    const groups = [
      ...(oneOf === undefined ? [] : [{ k: 1, of: oneOf }]),
      ...(kOf === undefined ? [] : [kOf]),
    ];
    if (groups.length > 0) {
      return groups.map(({ k, of }) =>
        this.expressions.atLeast(
          k,
          [...new Set(of)].map((id) => this.one(id)),
        ),
      );
    }
    this.undeclared.add(system.id);
    return [this.expressions.part(system.id)];
  }
}
