/**
 * The candidate that was most likely meant; nothing when none is near.
 *
 * Case, `-` and `_` do not count, so `on_failure` finds `onFailure`. Otherwise one slip of the
 * fingers in three letters is forgiven: a letter too many, too few, wrong, or two exchanged.
 */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  const folded = fold(text);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(folded, fold(candidate)) }))
    .filter((each) => each.distance <= limit)
    .toSorted((a, b) => a.distance - b.distance); // stable: the first in the file wins
  return ranked[0]?.candidate;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Edits between two texts: insertions, deletions, replacements, exchanges of neighbours. */
function distance(from: string, to: string): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replace = (above[j] ?? 0) + (letter === other ? 0 : 1);
      const edit = Math.min(replace, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1);
      const exchanged = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      row.push(exchanged ? Math.min(edit, (before[j - 1] ?? 0) + 1) : edit);
    }
    [before, above] = [above, row];
  }
  return above.at(-1) ?? 0;
}
