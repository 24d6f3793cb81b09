/** An entry of a sparse matrix row: column and value. */
export interface Entry {
  readonly column: number;
  readonly value: number;
}

/**
 * The matrix I − P factored once, P being given by its rows. Solves (I − P)x = b and
 * (I − P)ᵀy = c. Where P leads from step to step with probabilities, y are expected visits and x
 * expected totals until the end.
 */
export interface Factored {
  solve(right: ArrayLike<number>): Float64Array;
  solveTransposed(right: ArrayLike<number>): Float64Array;
}

interface Elimination {
  readonly node: number;
  readonly pivot: number;
  /** Entries of the row and the column towards nodes that are eliminated later. */
  readonly row: readonly Entry[];
  readonly column: readonly Entry[];
}

/**
 * Eliminates the node with the fewest neighbours first (Markowitz), which takes about linear time
 * on graphs as flat as processes. No pivoting is needed: from every state the end can be reached,
 * so I − P is an M-matrix and every pivot stays positive; nothing when one does not.
 * Source: Duff, Erisman, Reid, Direct Methods for Sparse Matrices, 2nd ed., 7.2; Berman,
 * Plemmons, Nonnegative Matrices in the Mathematical Sciences, ch. 6.
 */
export function factor(rows: readonly (readonly Entry[])[]): Factored | undefined {
  const matrix = rows.map((entries) => {
    const row = new Map<number, number>();
    for (const { column, value } of entries) row.set(column, (row.get(column) ?? 0) + value);
    return row;
  });
  const columns = rows.map(() => new Set<number>());
  for (const [node, row] of matrix.entries()) {
    for (const column of row.keys()) if (column !== node) columns[column]?.add(node);
  }
  const steps: Elimination[] = [];
  for (const node of eliminationOrder(matrix, columns)) {
    const step = eliminate(matrix, columns, node);
    if (!(step.pivot > 1e-15)) return undefined;
    steps.push(step);
  }
  return {
    solve: (right) => substitute(steps, right, 'row', 'column'),
    solveTransposed: (right) => substitute(steps, right, 'column', 'row'),
  };
}

/** Nodes by rising fill-in (row length times column length), kept up to date while they go. */
function* eliminationOrder(
  matrix: readonly ReadonlyMap<number, number>[],
  columns: readonly ReadonlySet<number>[],
): Generator<number> {
  // Beyond the last bucket the order no longer matters much.
  const cost = (node: number): number =>
    Math.min((matrix[node]?.size ?? 0) * (columns[node]?.size ?? 0), 4096);
  const buckets: number[][] = [];
  const put = (node: number): void => void (buckets[cost(node)] ??= []).push(node);
  const done = new Uint8Array(matrix.length);
  for (const node of matrix.keys()) put(node);
  for (let at = 0; at < buckets.length;) {
    const node = buckets[at]?.pop();
    if (node === undefined) {
      at += 1;
      continue;
    }
    // Only a neighbour's going changes a cost, and then the node was put again: this entry is old.
    if (done[node] === 1 || cost(node) !== at) continue;
    done[node] = 1;
    const neighbours = [...(matrix[node]?.keys() ?? []), ...(columns[node] ?? [])];
    yield node;
    for (const neighbour of neighbours) {
      if (done[neighbour] === 1) continue;
      put(neighbour);
      at = Math.min(at, cost(neighbour));
    }
  }
}

function eliminate(
  matrix: readonly Map<number, number>[],
  columns: readonly Set<number>[],
  node: number,
): Elimination {
  const own = matrix[node] ?? new Map<number, number>();
  const pivot = 1 - (own.get(node) ?? 0);
  own.delete(node);
  const row = [...own].map(([column, value]) => ({ column, value }));
  const column = [...(columns[node] ?? [])].map((from) => ({
    column: from,
    value: matrix[from]?.get(node) ?? 0,
  }));
  for (const { column: from, value } of column) {
    const target = matrix[from];
    target?.delete(node);
    for (const { column: to, value: share } of row) {
      target?.set(to, (target.get(to) ?? 0) + (value * share) / pivot);
      if (from !== to) columns[to]?.add(from);
    }
  }
  for (const { column: to } of row) columns[to]?.delete(node);
  return { node, pivot, row, column };
}

function substitute(
  steps: readonly Elimination[],
  right: ArrayLike<number>,
  later: 'row' | 'column',
  earlier: 'row' | 'column',
): Float64Array {
  const x = Float64Array.from(right);
  for (const { node, pivot, [earlier]: entries } of steps) {
    const own = (x[node] ?? 0) / pivot;
    x[node] = own;
    for (const { column, value } of entries) x[column] = (x[column] ?? 0) + value * own;
  }
  for (const { node, pivot, [later]: entries } of steps.toReversed()) {
    let sum = 0;
    for (const { column, value } of entries) sum += value * (x[column] ?? 0);
    x[node] = (x[node] ?? 0) + sum / pivot;
  }
  return x;
}
