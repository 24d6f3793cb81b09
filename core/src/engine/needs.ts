import { isMap } from '../model/plain.ts';
import type { Views } from '../model/model.ts';

/**
 * The needed paths that nobody declared. `$organization.…` and `$process.…` start at a document,
 * all others at the subject; in a list every item is asked. Of `a | b` one must be declared; when
 * none is, the last stands for all, as it is the general one.
 */
export function missingNeeds(
  needs: readonly string[],
  subject: unknown,
  views: Views,
): readonly string[] {
  return needs.flatMap((need) => {
    const paths = need.split('|').map((path) => path.trim());
    return paths.every((path) => isUndeclared(path, subject, views)) ? (paths.at(-1) ?? []) : [];
  });
}

function isUndeclared(path: string, subject: unknown, views: Views): boolean {
  const [first = '', ...rest] = path.split('.');
  if (first === '$organization') return isMissing(views.organization, rest);
  if (first === '$process') return isMissing(views.process, rest);
  return isMissing(subject, [first, ...rest]);
}

function isMissing(value: unknown, path: readonly string[]): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.some((item) => isMissing(item, path));
  const [first, ...rest] = path;
  // The word `none` declares that there is nothing below it, which is an answer, as any word is.
  if (first === undefined || !isMap(value)) return false;
  return isMissing(value[first], rest);
}
