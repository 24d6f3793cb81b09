/**
 * An order in which every node comes after those it depends on; nothing when they depend on each
 * other in a circle. O(V + E).
 * Source: A. B. Kahn, Comm. ACM 5 (1962) 558–562.
 */
export function topologicalSort(before: readonly (readonly number[])[]): number[] | undefined {
  const waiting = before.map((of) => of.length);
  const after: number[][] = before.map(() => []);
  for (const [node, of] of before.entries()) for (const from of of) after[from]?.push(node);
  const order = [...before.keys()].filter((node) => waiting[node] === 0);
  for (const node of order) {
    for (const to of after[node] ?? []) {
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) order.push(to);
    }
  }
  return order.length === before.length ? order : undefined;
}
