import type { AuditResult } from '../audit/audit-result.ts';
import type { LawCoveragePage } from '../pdf/coverage-input.ts';
import { articleList, articlesCited } from '../ruleset/article-citation.ts';
import { lawsOf } from '../ruleset/coverage.ts';
import { coverageOf, type CoverageRow, type CoverageTable } from '../ruleset/coverage-table.ts';
import type { Library } from '../ruleset/rule.ts';

/** The laws that at least one rule of the run had something to ask about. */
export function coveragePagesOf(library: Library, result: AuditResult): readonly LawCoveragePage[] {
  const used = new Set(result.rules.map(({ id }) => id));
  const asked = new Set(
    result.rules.filter(({ notApplicable }) => notApplicable === undefined).map(({ id }) => id),
  );
  return lawsOf(library)
    .filter(({ names }) =>
      [...library.rules.values()].some(
        ({ id, references }) => asked.has(id) && references.some(({ law }) => names.includes(law)),
      ),
    )
    .map((law) => pageOf(coverageOf(library, law, ({ id }) => used.has(id))));
}

function pageOf({ title, note, articles, counts, rows }: CoverageTable): LawCoveragePage {
  return {
    title,
    counts,
    groups: groupsOf(rows),
    ...(note === undefined ? {} : { note }),
    ...(articles === undefined ? {} : { articles }),
  };
}

const order = ['automated', 'partial', 'manual', 'not_assessed'] as const;

/** The rows of one status and the same people together: the page stays short. */
function groupsOf(rows: readonly CoverageRow[]): LawCoveragePage['groups'] {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const key = [row.status, ...row.who.map(({ en }) => en)].join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const articles = articleList(group.flatMap((row) => articlesCited(row.articles)));
      return [{ status: first.status, articles, who: first.who }];
    })
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}
