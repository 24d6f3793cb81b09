/** The path of a file as results name it; files outside the working directory go up by `..`. */
export function relativePath(workingDirectory: string, path: string): string {
  const from = workingDirectory.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
