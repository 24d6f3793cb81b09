import type { CoverageStatus } from '../schema/types.ts';
import { articleList, articlesCited, byArticle } from './article-citation.ts';
import { numbersTo, personNamed, type LawCoverage, type StatedCoverage } from './coverage.ts';
import type { BilingualText, Library, Rule } from './rule.ts';

export type { CoverageStatus } from '../schema/types.ts';

/** A law with each of its articles once. */
export interface CoverageTable {
  readonly law: string;
  readonly title: BilingualText;
  readonly note?: BilingualText;
  /** All articles of the law; absent where their number is not certain. */
  readonly articles?: number;
  readonly counts: Readonly<Record<CoverageStatus, number>>;
  readonly rows: readonly CoverageRow[];
  /** What rules cite of the law in words, such as an annex; it counts for no article. */
  readonly besides: readonly string[];
  /** Numbers that rules cite and the law does not have. */
  readonly unknown: readonly string[];
}

/** Articles that stand next to each other and are looked at alike. */
export interface CoverageRow {
  /** Such as `13` or `60–65`. */
  readonly articles: string;
  readonly count: number;
  readonly status: CoverageStatus;
  readonly rules: readonly CitingRule[];
  /** Who must look at what no rule checks. */
  readonly who: readonly BilingualText[];
  readonly text?: BilingualText;
}

export interface CitingRule {
  readonly id: string;
  /** Its text was not checked against the primary source. */
  readonly unverified: boolean;
}

/**
 * Which articles of a law rules look at. An article that is stated to be checked and is cited by no
 * rule of the library counts as not assessed: nothing is called automated without a rule.
 *
 * @param counts which rules count; all of the library when absent
 */
export function coverageOf(
  library: Library,
  law: LawCoverage,
  counts: (rule: Rule) => boolean = () => true,
): CoverageTable {
  const rules = [...library.rules.values()].filter(counts);
  const citations = rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((rule) =>
      rule.references
        .filter((reference) => law.names.includes(reference.law))
        .map(({ article }) => ({ rule, text: article, articles: articlesCited(article) })),
    );
  const citing = new Map<string, Map<string, CitingRule>>();
  for (const { rule, articles } of citations) {
    for (const article of articles) {
      const entry = citing.get(article) ?? new Map<string, CitingRule>();
      citing.set(article, entry);
      entry.set(rule.id, { id: rule.id, unverified: rule.confidence === 'unverified' });
    }
  }
  const listed =
    law.articles === undefined ? [...citing.keys()].toSorted(byArticle) : numbersTo(law.articles);
  const rows = rowsOf(listed, law, citing);
  return {
    law: law.id,
    title: law.title,
    rows,
    counts: countsOf(rows),
    ...(law.note === undefined ? {} : { note: law.note }),
    ...(law.articles === undefined ? {} : { articles: law.articles }),
    besides: unique(
      citations.filter(({ articles }) => articles.length === 0),
      ({ text }) => text,
    ),
    unknown: [...citing.keys()].filter((article) => !listed.includes(article)),
  };
}

function unique<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly string[] {
  return [...new Set(items.map(nameOf))];
}

function rowsOf(
  listed: readonly string[],
  law: LawCoverage,
  citing: ReadonlyMap<string, ReadonlyMap<string, CitingRule>>,
): readonly CoverageRow[] {
  const groups: { articles: string[]; row: Omit<CoverageRow, 'articles' | 'count'> }[] = [];
  let before: unknown;
  for (const article of listed) {
    const stated = law.byArticle.get(article) ?? citedOnly;
    const rules = [...(citing.get(article)?.values() ?? [])];
    const last = groups.at(-1);
    const goesOn = last !== undefined && before === stated && sameRules(last.row.rules, rules);
    before = stated;
    if (goesOn) last.articles.push(article);
    else groups.push({ articles: [article], row: judged(stated, rules) });
  }
  return groups.map(({ articles, row }) => ({
    articles: articleList(articles),
    count: articles.length,
    ...row,
  }));
}

/** An article of a law that nobody has gone through: a rule cites it, and that is all that is known. */
const citedOnly: StatedCoverage = {
  status: 'partial',
  who: [personNamed('legal')],
  text: {
    zh: '规则只检查所引用的内容，该条其余部分未经逐款核对。',
    en: 'Rules check what they cite of it; the rest of the article was not gone through.',
  },
};

const withoutRule: BilingualText = {
  zh: '本次采用的规则均未引用该条。',
  en: 'None of the rules in use cites it.',
};

function judged(
  stated: StatedCoverage,
  rules: readonly CitingRule[],
): Omit<CoverageRow, 'articles' | 'count'> {
  const claims = stated.status === 'automated' || stated.status === 'partial';
  if (claims && rules.length === 0) {
    return { status: 'not_assessed', rules, who: [], text: withoutRule };
  }
  const { who, text } = stated;
  // A rule looks at it after all: more than nothing, and not more than a part.
  const status = !claims && rules.length > 0 ? 'partial' : stated.status;
  return { status, rules, who, ...(text === undefined ? {} : { text }) };
}

function sameRules(one: readonly CitingRule[], other: readonly CitingRule[]): boolean {
  return one.map(({ id }) => id).join() === other.map(({ id }) => id).join();
}

function countsOf(rows: readonly CoverageRow[]): Readonly<Record<CoverageStatus, number>> {
  const counts = { automated: 0, partial: 0, manual: 0, not_assessed: 0 };
  for (const { status, count } of rows) counts[status] += count;
  return counts;
}

/** What rules of law cite besides the laws that have a coverage file: standards and guidance. */
export interface OtherSource {
  readonly name: string;
  readonly citations: readonly string[];
  readonly rules: readonly CitingRule[];
}

/** Standards, guidance and announcements that rules of the law packs cite; nobody counts their articles. */
export function otherSources(library: Library): readonly OtherSource[] {
  const laws = new Set([...library.coverage.values()].flatMap(({ names }) => names));
  const sources = new Map<string, { citations: Set<string>; rules: Map<string, CitingRule> }>();
  for (const rule of library.rules.values()) {
    if (!library.packs.has(rule.id.slice(0, rule.id.indexOf('/')))) continue;
    for (const { law, article } of rule.references) {
      if (laws.has(law)) continue;
      const source = sources.get(law) ?? { citations: new Set(), rules: new Map() };
      sources.set(law, source);
      source.citations.add(article);
      source.rules.set(rule.id, { id: rule.id, unverified: rule.confidence === 'unverified' });
    }
  }
  return [...sources]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { citations, rules }]) => ({
      name,
      citations: [...citations].toSorted(byArticle),
      rules: [...rules.values()],
    }));
}
