const number = String.raw`\d+(?:[.-][\dA-Z]+)*[a-z]?`;
const paragraphs = String.raw`(?:\([^()]*\))*(?:[–-](?:\([^()]*\))+)?`;
const cited = new RegExp(
  String.raw`^(?:(?:Arts?\.?|Articles?|§{1,2}) ?)?(${number})${paragraphs}(?:–(${number})${paragraphs})?$`,
);
const named = /^(?:Arts?\.?|Articles?|§)/;
const sameArticle = new RegExp(String.raw`^(?:\([^()]*\))+(?:[–-](?:\([^()]*\))+)?$`);

/**
 * The articles that a reference cites, without their paragraphs: `13(1)` is 13, `44–49` is six
 * articles, `9(2), 9(4)` is one. What is said in words, such as `recitals 32, 42` or `Annex III`,
 * is no article; nor are the bare numbers that follow it.
 */
export function articlesCited(text: string): readonly string[] {
  const found = new Set<string>();
  let inWords = false;
  for (const part of text.split(/[,;，；、]/).map((each) => each.trim())) {
    if (sameArticle.test(part)) continue;
    const [, first, last] = cited.exec(part) ?? [];
    if (first === undefined) inWords = true;
    else if (named.test(part)) inWords = false;
    if (first === undefined || inWords) continue;
    for (const article of rangeOf(first, last)) found.add(article);
  }
  return [...found];
}

function rangeOf(first: string, last: string | undefined): readonly string[] {
  if (last === undefined) return [first];
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) return [first, last];
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

/** Articles in the order of their numbers: 9, 11, 11a, 12, 1798.100. */
export function byArticle(a: string, b: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(a, b);
}

/** Articles as people write them: consecutive whole numbers as ranges. */
export function articleList(articles: readonly string[]): string {
  const runs: string[][] = [];
  for (const article of articles.toSorted(byArticle)) {
    const run = runs.at(-1);
    const before = Number(run?.at(-1));
    if (run !== undefined && Number(article) === before + 1 && /^\d+$/.test(article)) {
      run.push(article);
    } else {
      runs.push([article]);
    }
  }
  return runs
    .flatMap((run) => (run.length > 2 ? [`${run[0] ?? ''}–${run.at(-1) ?? ''}`] : run))
    .join(', ');
}
