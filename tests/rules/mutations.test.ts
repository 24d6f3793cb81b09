import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../core/src/ruleset/library.ts';
import type { Library, Rule } from '../../core/src/ruleset/rule.ts';
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
  readonly library: Library;
}

function mutantsOf(rule: Rule): readonly Mutant[] {
  const holds = rule.logic?.holds.text ?? '';
  return swaps.flatMap(([pattern, replacement]) =>
    [...holds.matchAll(new RegExp(pattern.source, 'g'))].flatMap((match) => {
      const at = match.index;
      const changed = `${holds.slice(0, at)}${replacement}${holds.slice(at + match[0].length)}`;
      const mutant = withHolds(rule, changed);
      return [{ name: `${match[0]} -> ${replacement} at ${String(at)} of holds`, ...mutant }];
    }),
  );
}

function withHolds(rule: Rule, holds: string): Pick<Mutant, 'rule' | 'library'> {
  const path = `${rule.id}.yaml`;
  const text = ruleTexts.get(path) ?? '';
  const replaced = text.replace(
    /^holds:.*\n(?:[ ]+.*\n)*/m,
    () => `holds: ${JSON.stringify(holds)}\n`,
  );
  expect(replaced).not.toBe(text);
  const changed = loadLibrary(new Map([...ruleTexts, [path, replaced]]));
  const loaded = changed.rules.get(rule.id);
  if (loaded === undefined) throw new Error(`${rule.id} was not loaded`);
  return { rule: loaded, library: changed };
}

/** True when some example or case no longer says what its author marked. */
async function contradictsAnExample({ rule, library: changed }: Mutant): Promise<boolean> {
  for (const example of [...rule.examples, ...casesOf(rule.id)]) {
    const { marks, reported, checked } = await runExample(rule, example, changed);
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
        expect(await contradictsAnExample(mutant)).toBe(true);
      },
    );
  },
);

const asked = [...library.rules.values()].filter((rule) => rule.logic !== undefined);

test.each(asked.map((rule) => [rule.id, rule] as const))(
  '%s without holds turns an example red',
  async (_, rule) => {
    const mutant = { name: 'holds always', ...withHolds(rule, 'true') };
    expect(await contradictsAnExample(mutant)).toBe(true);
  },
);
