import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { flips, type Facts } from './flips.ts';
import { judge } from './judge.ts';

const scenario = readFileSync(new URL('scenario.yaml', import.meta.url), 'utf8');

/** A file with some facts changed, and what they were before. */
function change(text: string, facts: Facts): { readonly text: string; readonly before: Facts } {
  const [process, organization] = parseAllDocuments(text);
  const before = Object.entries(facts).map(([name, value]) => {
    const ours = name.startsWith('organization.');
    const document = ours ? organization : process;
    if (document === undefined) throw new Error('the scenario has two documents');
    const path = name.split('.').slice(ours ? 1 : 0);
    const old: unknown = document.getIn(path);
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
    return [name, old] as const;
  });
  const changed = [process, organization].map((each) => each?.toString({ lineWidth: 0 }) ?? '');
  return { text: changed.join(''), before: Object.fromEntries(before) };
}

const verdicts = new Map<string, Promise<readonly string[]>>();

/** Judges each text once: many changes start from the same one. */
function verdictOn(text: string): Promise<readonly string[]> {
  const verdict = verdicts.get(text) ?? judge(text);
  verdicts.set(text, verdict);
  return verdict;
}

test('the scenario breaks no rule and leaves nothing open', async () => {
  expect(await judge(scenario)).toEqual([]);
});

test.each(flips.map((flip) => [flip.name, flip] as const))('%s', async (_, flip) => {
  const given = change(scenario, flip.given ?? {}).text;
  const flipped = change(given, flip.set);
  const before = await verdictOn(given);
  const after = await judge(flipped.text);
  expect({
    appears: after.filter((each) => !before.includes(each)).toSorted(),
    disappears: before.filter((each) => !after.includes(each)).toSorted(),
  }).toEqual({
    appears: (flip.appears ?? []).toSorted(),
    disappears: (flip.disappears ?? []).toSorted(),
  });
  const back = change(flipped.text, flipped.before).text;
  expect((await verdictOn(back)).toSorted()).toEqual(before.toSorted());
});
