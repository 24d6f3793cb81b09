import { nodeAt } from '../schema/node.ts';
import type { CoverageStatus } from '../schema/types.ts';
import { isCoverageFile } from '../schema/validate.ts';
import { articleList, articlesCited } from './article-citation.ts';
import { readYaml } from './load.ts';
import { RulesetError, type BilingualText, type Library } from './rule.ts';

/** What is written by hand about a law: how each article is looked at, rules or no rules. */
export interface LawCoverage {
  readonly id: string;
  /** How the references of rules name it. */
  readonly names: readonly string[];
  readonly title: BilingualText;
  readonly pack: string;
  /** How many articles it has; absent where nobody is certain. */
  readonly articles?: number;
  readonly note?: BilingualText;
  readonly byArticle: ReadonlyMap<string, StatedCoverage>;
}

/** How one article is looked at, as stated by hand. */
export interface StatedCoverage {
  readonly status: CoverageStatus;
  readonly who: readonly BilingualText[];
  readonly text?: BilingualText;
}

/**
 * Makes the coverage of a law from its file's text.
 *
 * @throws RulesetError where an article is missing, occurs twice or does not exist
 */
export function loadCoverage(path: string, text: string): LawCoverage {
  const file = readYaml(path, text, 'Coverage');
  if (!isCoverageFile(file)) throw new RulesetError(path, 'is no coverage file');
  const { id, names, title, pack, articles, note } = file;
  if (`coverage/${id}.yaml` !== path) {
    throw new RulesetError(path, `its id is “${id}”, but its path says otherwise`);
  }
  const stated = new Map<string, StatedCoverage>();
  for (const entry of file.entries) {
    const cited = articlesCited(entry.articles);
    if (cited.length === 0) throw new RulesetError(path, `“${entry.articles}” names no article`);
    const { status, text: remark } = entry;
    const who = (entry.who ?? []).map(personNamed);
    if (status !== 'automated' && remark === undefined) {
      throw new RulesetError(path, `article ${entry.articles} is ${status} and does not say why`);
    }
    if ((status === 'partial' || status === 'manual') && who.length === 0) {
      throw new RulesetError(path, `article ${entry.articles} does not say who must look at it`);
    }
    const coverage = { status, who, ...(remark === undefined ? {} : { text: remark }) };
    for (const article of cited) {
      if (stated.has(article)) throw new RulesetError(path, `article ${article} occurs twice`);
      stated.set(article, coverage);
    }
  }
  if (articles !== undefined) checkArticles(path, articles, stated);
  return {
    id,
    names,
    title,
    pack,
    byArticle: stated,
    ...(articles === undefined ? {} : { articles }),
    ...(note === undefined ? {} : { note }),
  };
}

function checkArticles(
  path: string,
  articles: number,
  stated: ReadonlyMap<string, StatedCoverage>,
): void {
  const all = numbersTo(articles);
  const missing = all.filter((article) => !stated.has(article));
  if (missing.length > 0) throw new RulesetError(path, `lacks article ${articleList(missing)}`);
  const beyond = [...stated.keys()].filter((article) => !all.includes(article));
  if (beyond.length > 0) throw new RulesetError(path, `the law has no article ${beyond.join()}`);
}

/** `1` to the last, as texts. */
export function numbersTo(last: number): readonly string[] {
  return Array.from({ length: last }, (_, index) => String(index + 1));
}

/** A function in the organisation, in both languages. */
export function personNamed(word: string): BilingualText {
  const { 'x-values': meanings = {} } = nodeAt('Coverage', ['entries', 0, 'who', 0]) ?? {};
  return meanings[word] ?? { zh: word, en: word };
}

/** All laws, pack by pack: the one its rules are named for, those whose articles are counted, the others. */
export function lawsOf(library: Library): readonly LawCoverage[] {
  const main = new Set([...library.packs.values()].map(({ folders }) => folders[0]));
  const rank = ({ id, articles }: LawCoverage): number =>
    main.has(id) ? 0 : articles === undefined ? 2 : 1;
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...library.coverage.values()].toSorted(
    (a, b) => order(a.pack, b.pack) || rank(a) - rank(b) || order(a.id, b.id),
  );
}

/** The law called so, by its id or as rules name it. */
export function lawNamed(library: Library, name: string): LawCoverage | undefined {
  const found = library.coverage.get(name.toLowerCase());
  return found ?? [...library.coverage.values()].find(({ names }) => names.includes(name));
}
