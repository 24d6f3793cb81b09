import type { Model } from '../model/model.ts';
import { ExpressionError } from '../ruleset/expression.ts';
import type { BilingualText, Library, Pack, PackCondition, Rule } from '../ruleset/rule.ts';
import { evaluate, inquire, type Inquiry } from './evaluate.ts';
import type { RuleResult } from './finding.ts';
import { missingNeeds } from './needs.ts';

/** What the selected rules had to say about one model. */
export interface ModelResult {
  readonly model: Model;
  /** In the order of the rule ids. */
  readonly results: readonly CheckedRule[];
}

/** A rule's result, or why it was not asked. */
export type CheckedRule =
  | { readonly rule: Rule; readonly result: RuleResult }
  | { readonly rule: Rule; readonly left: LeftOut };

/** Why a rule was not asked about a model. */
export type LeftOut =
  /** Its pack does not apply on the declared facts. */
  | { readonly because: 'outOfScope'; readonly text: BilingualText }
  /** Nobody declared the facts that decide whether its pack applies. */
  | { readonly because: 'undeclaredScope'; readonly facts: readonly string[] }
  /** It simulates, and was asked for a quick answer. */
  | { readonly because: 'later' }
  /** The law it stands for is not in force on the as-of date. */
  | { readonly because: 'notInForce'; readonly from?: string; readonly until?: string };

/** How rules are put to a model. */
export interface CheckOptions {
  /** Leaves out the rules that simulate. */
  readonly quick?: boolean;
  /** Asked while cases are simulated; true ends that early. */
  readonly shouldStop?: () => boolean;
}

/**
 * Puts the rules to one model.
 *
 * @param asOf ISO date on which dated facts and the law in force are judged
 * @param profiles names of the switches that make rules stricter
 */
export async function check(
  model: Model,
  rules: readonly Rule[],
  library: Library,
  asOf: string,
  profiles: readonly string[] = [],
  { quick = false, shouldStop }: CheckOptions = {},
): Promise<ModelResult> {
  const inquiry = inquire(model, asOf, profiles, shouldStop);
  const scopes = new Map<Pack | undefined, Scope>();
  const results: CheckedRule[] = [];
  for (const rule of rules) {
    const pack = library.packs.get(rule.id.slice(0, rule.id.indexOf('/')));
    const scope = scopes.get(pack) ?? (await scopeOf(pack, inquiry));
    scopes.set(pack, scope);
    if ('error' in scope) {
      results.push({ rule, result: { rule: rule.id, evaluations: [], error: scope.error } });
      continue;
    }
    const later = quick && rule.logic?.simulates === true;
    const left = scope.left ?? outOfForce(rule, asOf) ?? (later ? { because: 'later' } : undefined);
    results.push(
      left === undefined ? { rule, result: await evaluate(rule, inquiry) } : { rule, left },
    );
  }
  return { model, results };
}

/** Why the rules of a pack do not apply, if they do not; or why nobody can tell: its condition crashed. */
type Scope = { readonly left?: LeftOut } | { readonly error: string };

async function scopeOf(pack: Pack | undefined, inquiry: Inquiry): Promise<Scope> {
  try {
    const left = await leftOutBy(pack, inquiry);
    return left === undefined ? {} : { left };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { error: error.message };
  }
}

/** Nothing when the rules of a pack apply, else why not. */
async function leftOutBy(pack: Pack | undefined, inquiry: Inquiry): Promise<LeftOut | undefined> {
  const condition = pack?.appliesWhen;
  if (condition === undefined) return undefined;
  const { given, holds, needs, otherwise } = condition;
  const out = { because: 'outOfScope', text: otherwise } as const;
  if (given !== undefined && !(await isTrue(given, inquiry))) return out;
  if (await isTrue(holds, inquiry)) return undefined;
  const facts = missingNeeds(needs, undefined, inquiry.model.views);
  return facts.length > 0 ? { because: 'undeclaredScope', facts } : out;
}

async function isTrue(expression: PackCondition['holds'], inquiry: Inquiry): Promise<boolean> {
  return (await expression.evaluate(inquiry.model.views, inquiry.bindings)) === true;
}

/** Dates in ISO form compare as texts; both ends belong to the time in force. */
function outOfForce(rule: Rule, asOf: string): LeftOut | undefined {
  const { appliesFrom, until } = rule;
  const early = appliesFrom !== undefined && asOf < appliesFrom;
  const late = until !== undefined && asOf > until;
  if (!early && !late) return undefined;
  return {
    because: 'notInForce',
    ...(appliesFrom === undefined ? {} : { from: appliesFrom }),
    ...(until === undefined ? {} : { until }),
  };
}
