import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { days, platform, smallShop, type Row } from './as-of-table.ts';
import { startsOn } from './catalogue-ids.ts';
import { judge, lawRules } from './judge.ts';

/** Every finding that is not the same on all days. */
async function differencesOf(file: string): Promise<readonly Row[]> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const verdicts = await Promise.all(days.map((asOf) => judge(text, { asOf })));
  const found = new Map<string, string[]>();
  for (const [day, verdict] of verdicts.entries()) {
    for (const finding of verdict) {
      const [rule = '', outcome = '', place = ''] = finding.split(' ');
      const row = found.get(`${rule} ${place}`) ?? days.map(() => '-');
      row[day] = outcome;
      found.set(`${rule} ${place}`, row);
    }
  }
  return [...found].flatMap(([key, outcomes]): readonly Row[] => {
    const [rule = '', place = ''] = key.split(' ');
    return new Set(outcomes).size === 1 ? [] : [[rule, place, outcomes.join(' ')]];
  });
}

/** In the order of rule and place. */
function sorted(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.join(' ')).toSorted();
}

describe.each([
  ['as-of.yaml', platform],
  ['as-of-small.yaml', smallShop],
])('%s', (file, table) => {
  test('says on the four days what the table says, and else the same on all of them', async () => {
    expect(sorted(await differencesOf(file))).toEqual(sorted(table));
  });
});

/** Words of a page for an outcome. */
const words: Readonly<Record<string, string>> = {
  错误: 'error',
  警告: 'warning',
  提示: 'info',
  无法判定: 'undecided',
  '–': '-',
};

/** The rows of all tables of a page, in their order. */
function rowsOf(page: string): readonly Row[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((line): readonly Row[] => {
    const [, rule, place, outcomes] =
      /^\| `([^`]+)` \| `([^`]+)` \| ((?:\S+ \| ){4})/.exec(line) ?? [];
    if (rule === undefined || place === undefined || outcomes === undefined) return [];
    const said = outcomes.split(' | ').slice(0, 4);
    return [[rule, place, said.map((word) => words[word] ?? word).join(' ')]];
  });
}

test.each(['as-of.md', 'zh/as-of.md'])('the page %s has the same rows', (page) => {
  expect(rowsOf(page)).toEqual([...platform, ...smallShop]);
});

test('every rule whose law begins between the first and the last day is in the table', () => {
  const [first, last] = [days[0], days[3]];
  const begun = Object.entries(startsOn).filter(([, day]) => day > first && day <= last);
  const listed = new Set([...platform, ...smallShop].map(([rule]) => rule));
  expect(begun.map(([rule]) => rule).filter((rule) => !listed.has(rule))).toEqual([]);
});

test('a rule speaks from the very day its law begins', async () => {
  const text = readFileSync(new URL('as-of.yaml', import.meta.url), 'utf8');
  const rules = lawRules.filter(({ id }) => id.startsWith('cncs/'));
  expect(rules).toHaveLength(3);
  expect(await judge(text, { rules, asOf: '2026-08-31' })).toEqual([]);
  expect(await judge(text, { rules, asOf: '2026-09-01' })).toHaveLength(3);
});
