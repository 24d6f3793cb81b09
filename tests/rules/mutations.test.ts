import { describe, expect, test } from 'vitest';
import { loadRule } from '../../core/src/ruleset/load.ts';
import type { Rule } from '../../core/src/ruleset/rule.ts';
import { casesOf } from './cases.ts';
import { runExample } from './example.ts';
import { library, ruleTexts } from './library.ts';

/** A rule whose comparison is wrong at its boundary must contradict one of its examples. */
const swaps: readonly (readonly [RegExp, string])[] = [
  [/<=/, '<'],
  [/>=/, '>'],
  [/(?<![<~])<(?!=)/, '<='],
  [/(?<![->~])>(?!=)/, '>='],
];

interface Mutant {
  readonly name: string;
  readonly rule: Rule;
}

function mutantsOf(rule: Rule): readonly Mutant[] {
  const holds = rule.logic?.holds.text ?? '';
  return swaps.flatMap(([pattern, replacement]) =>
    [...holds.matchAll(new RegExp(pattern.source, 'g'))].flatMap((match) => {
      const at = match.index;
      const changed = `${holds.slice(0, at)}${replacement}${holds.slice(at + match[0].length)}`;
      const name = `${match[0]} -> ${replacement} at ${String(at)} of holds`;
      return [{ name, rule: withHolds(rule, changed) }];
    }),
  );
}

function withHolds(rule: Rule, holds: string): Rule {
  const path = `${rule.id}.yaml`;
  const text = ruleTexts.get(path) ?? '';
  const replaced = text.replace(
    /^holds:.*\n(?:[ ]+.*\n)*/m,
    () => `holds: ${JSON.stringify(holds)}\n`,
  );
  expect(replaced).not.toBe(text);
  return loadRule(path, replaced);
}

/** True when some example or case no longer says what its author marked. */
async function contradictsAnExample(rule: Rule): Promise<boolean> {
  for (const example of [...rule.examples, ...casesOf(rule.id)]) {
    const { marks, reported, checked } = await runExample(rule, example, library);
    const crashed = 'result' in checked && checked.result.error !== undefined;
    if (crashed || marks.join() !== reported.join()) return true;
  }
  return false;
}

const compared = [...library.rules.values()]
  .map((rule) => ({ rule, mutants: mutantsOf(rule) }))
  .filter(({ mutants }) => mutants.length > 0);

test('there are comparisons to swap', () => {
  expect(compared.length).toBeGreaterThan(3);
});

describe.each(compared.map(({ rule, mutants }) => [rule.id, mutants] as const))(
  '%s',
  (_, mutants) => {
    test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
      '%s turns an example red',
      async (__, mutant) => {
        expect(await contradictsAnExample(mutant.rule)).toBe(true);
      },
    );
  },
);

const asked = [...library.rules.values()].filter((rule) => rule.logic !== undefined);

test.each(asked.map((rule) => [rule.id, rule] as const))(
  '%s without holds turns an example red',
  async (_, rule) => {
    expect(await contradictsAnExample(withHolds(rule, 'true'))).toBe(true);
  },
);
