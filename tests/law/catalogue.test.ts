import { expect, test } from 'vitest';
import type { Rule } from '../../core/src/ruleset/rule.ts';
import { library } from '../rules/library.ts';
import { catalogueIds, notChecked, startsOn } from './catalogue-ids.ts';

const ids = Object.entries(catalogueIds).flatMap(([folder, names]) =>
  names.map((name) => `${folder}/${name}`),
);

/** Those that exist, so that one that is missing is reported once and not by every test. */
const rules: readonly Rule[] = ids.flatMap((id) => library.rules.get(id) ?? []);

/**
 * Rules with a first day although their row has none. The row's law names that day itself: the
 * implementing regulation has been in force since then.
 */
const startsByItsLaw = { 'cncons/no-bundled-consent': '2024-07-01' };

test('the catalogue has 228 obligations, each once', () => {
  expect(ids).toHaveLength(228);
  expect(new Set(ids).size).toBe(228);
  for (const data of [startsOn, notChecked, startsByItsLaw]) {
    expect(Object.keys(data).filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test('every obligation has a rule that asks something', () => {
  const missing = ids.filter((id) => library.rules.get(id)?.logic === undefined);
  expect(missing).toEqual([]);
});

test('the folders of the law hold no rule that the catalogue does not know', () => {
  const strays = [...library.rules.keys()].filter(
    (id) => id.slice(0, id.indexOf('/')) in catalogueIds && !ids.includes(id),
  );
  expect(strays).toEqual([]);
});

/** Of a recommended standard without public text no clause is known. */
const withoutClause = ['cncs/human-handoff', 'cncs/handoff-context'];

test('every rule names its law and an article of it', () => {
  const bare = rules.filter(
    ({ references }) =>
      references.some(({ law, article }) => law.trim() === '' || article.trim() === '') ||
      !references.some(({ article }) => /\d|附录/.test(article)),
  );
  expect(bare.map(({ id }) => id)).toEqual(withoutClause);
});

test('every rule begins on the day of the catalogue and none ends', () => {
  const expected = { ...startsOn, ...startsByItsLaw };
  const begins = rules.flatMap(({ id, appliesFrom }) =>
    appliesFrom === undefined ? [] : [[id, appliesFrom] as const],
  );
  const awaited = Object.entries(expected).filter(([id]) => library.rules.has(id));
  expect(Object.fromEntries(begins)).toEqual(Object.fromEntries(awaited));
  expect(rules.filter(({ until }) => until !== undefined)).toEqual([]);
});

test('the rules not checked against a primary source are exactly those of the catalogue', () => {
  const unverified = rules.filter(({ confidence }) => confidence === 'unverified');
  const expected = rules.filter(({ id }) => id in notChecked);
  expect(unverified.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});
