import { expect, test } from 'vitest';
import { check } from '../../core/src/engine/check.ts';
import type { Rule } from '../../core/src/ruleset/rule.ts';
import { casesOf } from '../rules/cases.ts';
import { prepareExample, type PreparedExample } from '../rules/example.ts';
import { library } from '../rules/library.ts';
import { allowedPairs } from './allowed-pairs.ts';
import { lawRules } from './judge.ts';

/** Each regime speaks for itself: a finding of China and one of the Union are never one too many. */
const regimeOf = (rule: string): string => {
  const folder = rule.slice(0, rule.indexOf('/'));
  return library.packs.get(folder)?.id ?? folder;
};

/** Where rules find a failure in one file, as `[rule, place]`. */
async function failuresIn(
  { model, asOf, profiles }: PreparedExample,
  rules: readonly Rule[],
): Promise<readonly (readonly [rule: string, place: string])[]> {
  const { results } = await check(model, rules, library, asOf, profiles);
  return results.flatMap((checked) => {
    if (!('result' in checked)) return [];
    return checked.result.evaluations.flatMap(({ finding }) =>
      finding?.outcome === 'fail' ? [[finding.rule, finding.place] as const] : [],
    );
  });
}

/** The kind of a place: the view and the field, without the names of the example. */
function kindOf(place: string): string {
  const [view = '', second = '', third = ''] = place.split('/').slice(1);
  return `${view} ${view === 'organization' ? second : third}`;
}

interface Scene {
  readonly rule: Rule;
  readonly prepared: PreparedExample;
}

/** All examples and cases of all rules, and which rules speak of which kinds of places in their own. */
async function scenesOf(rules: readonly Rule[]): Promise<{
  readonly scenes: readonly Scene[];
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}> {
  const scenes: Scene[] = [];
  const kinds = new Map<string, Set<string>>();
  for (const rule of rules) {
    const mine = new Set<string>();
    for (const text of [...rule.examples, ...casesOf(rule.id)]) {
      const prepared = prepareExample(rule, text, library);
      scenes.push({ rule, prepared });
      for (const [, place] of await failuresIn(prepared, [rule])) mine.add(kindOf(place));
    }
    kinds.set(rule.id, mine);
  }
  return { scenes, kinds };
}

/**
 * Pairs of rules that find a failure at one place of one example, in a single regime or across all.
 * Each example is put to the rules that speak of the same kinds of places as the rule it belongs to.
 */
async function pairsFound(): Promise<ReadonlySet<string>> {
  const { scenes, kinds } = await scenesOf(lawRules);
  const found = new Set<string>();
  for (const { rule, prepared } of scenes) {
    const mine = [...(kinds.get(rule.id) ?? [])];
    const near = lawRules.filter(({ id }) => mine.some((kind) => kinds.get(id)?.has(kind)));
    const failures = await failuresIn(prepared, near);
    for (const [one, place] of failures) {
      for (const [two, other] of failures) {
        if (place !== other || one >= two) continue;
        const regimes = new Set([regimeOf(one), regimeOf(two)]);
        if (regimes.size === 1 || regimes.has('xcheck')) found.add(`${one} × ${two}`);
      }
    }
  }
  return found;
}

test('two rules find a failure at one place only where each has a cause of its own', async () => {
  const allowed = allowedPairs.flatMap(({ pairs }) =>
    Object.entries(pairs).flatMap(([one, others]) =>
      others.map((two) => [one, two].toSorted().join(' × ')),
    ),
  );
  expect([...(await pairsFound())].toSorted()).toEqual(allowed.toSorted());
}, 120_000);
