import { describe, expect, test } from 'vitest';
import { articleList, articlesCited } from '../../core/src/ruleset/article-citation.ts';
import { lawNamed, loadCoverage } from '../../core/src/ruleset/coverage.ts';
import {
  coverageOf,
  otherSources,
  type CoverageRow,
} from '../../core/src/ruleset/coverage-table.ts';
import { loadLibrary } from '../../core/src/ruleset/library.ts';
import { RulesetError } from '../../core/src/ruleset/rule.ts';
import { library } from '../rules/library.ts';

const laws = [...library.coverage.values()].map((law) => [law.id, law] as const);

describe('a citation', () => {
  test.each<readonly [string, readonly string[]]>([
    ['33', ['33']],
    ['13(1)', ['13']],
    ['24(3)', ['24']],
    ['17(1)(1)', ['17']],
    ['Art. 5, Art. 6', ['5', '6']],
    ['9(2), 9(4)', ['9']],
    ['7(1)–(2),(4)', ['7']],
    ['39, 55(4)', ['39', '55']],
    ['44–49', ['44', '45', '46', '47', '48', '49']],
    ['46(1)–(2)', ['46']],
    ['11a', ['11a']],
    ['1798.105(c)', ['1798.105']],
    ['§1798.130(a)(1)(A)–(B)', ['1798.130']],
    ['§1798.140(e), (j), (ag)', ['1798.140']],
    ['§§7220–7222', ['7220', '7221', '7222']],
    ['§1500-DD', ['1500-DD']],
    ['13-77-103', ['13-77-103']],
  ])('%s names its articles', (text, articles) => {
    expect(articlesCited(text)).toEqual(articles);
  });

  test.each([
    'recitals 32, 42, 43',
    'Annex III 5(b)',
    'Art. 33 GDPR',
    '附录 A',
    '—',
    '¶157 ff.',
    'clause 14',
    '年度风险评估',
  ])('in words, such as %s, names none', (text) => {
    expect(articlesCited(text)).toEqual([]);
  });

  test('goes on with articles after words only where it says so', () => {
    expect(articlesCited('recitals 32, 42, Art. 7')).toEqual(['7']);
    expect(articlesCited('50(1), Annex III, 6')).toEqual(['50']);
  });
});

test('articles that follow each other are written as a range', () => {
  expect(articleList(['2', '1', '3', '5', '6', '11', '11a'])).toBe('1–3, 5, 6, 11, 11a');
});

test('the counted laws have their numbers of articles', () => {
  const counted = Object.fromEntries(
    laws.flatMap(([id, { articles }]) => (articles === undefined ? [] : [[id, articles]])),
  );
  expect(counted).toEqual({
    'ai-act': 113,
    'ai-labels': 14,
    algorithms: 35,
    'audit-measures': 20,
    'consumer-law': 63,
    'consumer-regulation': 53,
    'credit-reporting': 47,
    'data-flows': 14,
    'deep-synthesis': 25,
    dsa: 93,
    dsl: 55,
    'e-commerce': 89,
    'face-recognition': 20,
    gdpr: 99,
    'generative-ai': 24,
    'incident-reporting': 14,
    'minors-law': 132,
    'minors-online': 60,
    ndr: 64,
    pipl: 74,
    'public-video': 34,
    'standard-contract': 13,
  });
});

describe.each(laws)('the coverage of %s', (_, law) => {
  const table = coverageOf(library, law);

  test('has every article once, and their sum is the number of articles', () => {
    const articles = table.rows.flatMap((row) => articlesCited(row.articles));
    expect(new Set(articles).size).toBe(articles.length);
    const { automated, partial, manual, not_assessed: open } = table.counts;
    expect(automated + partial + manual + open).toBe(articles.length);
    if (law.articles === undefined) return;
    const all = Array.from({ length: law.articles }, (each, index) => String(index + 1));
    expect(articles.toSorted((a, b) => Number(a) - Number(b))).toEqual(all);
  });

  test('cites no article that does not exist', () => {
    expect(table.unknown).toEqual([]);
  });

  test('calls nothing automated or partial without a rule', () => {
    expect(claimed(table.rows).filter(({ rules }) => rules.length === 0)).toEqual([]);
  });

  test('states how articles are looked at as the rules have it', () => {
    const stated = table.rows.filter(({ articles, status }) => {
      const [first = ''] = articlesCited(articles);
      return law.byArticle.has(first) && law.byArticle.get(first)?.status !== status;
    });
    expect(stated.map(({ articles, status }) => `${articles} is ${status}`)).toEqual([]);
  });

  test('says of each article that is not automated why, and who must look at it', () => {
    for (const { status, text, who } of table.rows) {
      if (status === 'automated') continue;
      expect(text?.zh).toMatch(/。$/);
      expect(text?.en).toMatch(/\.$/);
      expect(who.length > 0).toBe(status !== 'not_assessed');
    }
  });

  test('belongs to a pack', () => {
    expect([...library.packs.values()].map(({ id }) => id)).toContain(law.pack);
  });
});

function claimed(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  return rows.filter(({ status }) => status === 'automated' || status === 'partial');
}

test('no law goes by a name of another', () => {
  const names = laws.flatMap(([, law]) => law.names);
  expect(new Set(names).size).toBe(names.length);
});

test('a law is found by its id and as rules name it', () => {
  expect(lawNamed(library, 'pipl')?.id).toBe('pipl');
  expect(lawNamed(library, 'GDPR')?.id).toBe('gdpr');
  expect(lawNamed(library, '网络数据安全管理条例')?.id).toBe('ndr');
  expect(lawNamed(library, 'nothing')).toBe(undefined);
});

test('standards and guidance count for no law, and nothing else is left without one', () => {
  const names = otherSources(library).map(({ name }) => name);
  const known =
    /^(?:GB\/T|EDPB|WP\d|Decision \(EU\)|CAC announcement|App违法违规|网络安全事件分级指南)/;
  expect(names.filter((name) => !known.test(name))).toEqual([]);
  expect(names).toContain('GB/T 47746-2026');
  expect(names).toContain('EDPB Guidelines 9/2022');
  expect(names).not.toContain('PIPL');
});

const rule = (id: string, article: string): string => `
id: ${id}
severity: info
references: [{ law: Little Act, article: "${article}" }]
title: { zh: 标题, en: Title }
message: { zh: 说明, en: Message }
rationale: { zh: 原因, en: Rationale }
remedy: { zh: 整改, en: Remedy }
builtin: true
`;

const act = (entries: string): string => `
id: little
names: [Little Act]
title: { zh: 小法, en: Little Act }
pack: little
articles: 4
entries:
${entries}`;

const all = act(`
  - { articles: "1", status: automated }
  - { articles: "2", status: partial, who: [legal], text: { zh: 其余由人核查。, en: The rest is for people. } }
  - { articles: "3–4", status: manual, who: [legal], text: { zh: 由人核查。, en: For people. } }
`);

function littleTable(...articles: readonly string[]) {
  const rules = articles.map((article, index) => {
    const id = `little/rule-${String(index + 1)}`;
    return [`${id}.yaml`, rule(id, article)] as const;
  });
  const made = loadLibrary(new Map([['coverage/little.yaml', all], ...rules]));
  const law = lawNamed(made, 'Little Act');
  if (law === undefined) throw new Error('the little law was not loaded');
  return coverageOf(made, law);
}

describe('a small law', () => {
  test('is counted by hand', () => {
    const { rows, counts } = littleTable('1', '2(1)', '1(2), 2');
    expect(counts).toEqual({ automated: 1, partial: 1, manual: 2, not_assessed: 0 });
    const seen = rows.map(({ articles, count, rules }) => [
      articles,
      count,
      rules.map(({ id }) => id),
    ]);
    expect(seen).toEqual([
      ['1', 1, ['little/rule-1', 'little/rule-3']],
      ['2', 1, ['little/rule-2', 'little/rule-3']],
      ['3, 4', 2, []],
    ]);
  });

  test('whose rules are gone claims nothing', () => {
    expect(littleTable().counts).toEqual({
      automated: 0,
      partial: 0,
      manual: 2,
      not_assessed: 2,
    });
  });

  test('splits a range of which a rule cites one article, and calls that partial', () => {
    const { rows } = littleTable('1', '2', '4(1)');
    expect(rows.map(({ articles, status }) => [articles, status])).toEqual([
      ['1', 'automated'],
      ['2', 'partial'],
      ['3', 'manual'],
      ['4', 'partial'],
    ]);
  });

  test('names what is cited beyond its articles', () => {
    const { unknown, besides } = littleTable('7', 'preamble');
    expect(unknown).toEqual(['7']);
    expect(besides).toEqual(['preamble']);
  });

  test.each([
    ['article 1 occurs twice', `  - { articles: "1", status: automated }\n`.repeat(2)],
    ['lacks article 3, 4', `  - { articles: "1–2", status: automated }`],
    ['the law has no article 5', `  - { articles: "1–5", status: automated }`],
    ['names no article', `  - { articles: "Annex", status: automated }`],
    ['does not say why', `  - { articles: "1–4", status: not_assessed }`],
    [
      'does not say who must look',
      `  - { articles: "1–4", status: manual, text: { zh: 甲。, en: A. } }`,
    ],
  ])('is refused where it %s', (reason, entries) => {
    expect(() => loadCoverage('coverage/little.yaml', act(entries))).toThrow(RulesetError);
    expect(() => loadCoverage('coverage/little.yaml', act(entries))).toThrow(reason);
  });
});
