/** A queue that gives the entry with the smallest key first; of equal keys, the one put first. */
export class Heap<Value> {
  private readonly entries: {
    readonly key: number;
    readonly turn: number;
    readonly value: Value;
  }[] = [];
  private turn = 0;

  get size(): number {
    return this.entries.length;
  }

  put(key: number, value: Value): void {
    const entry = { key, turn: this.turn, value };
    this.turn += 1;
    let at = this.entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.entries[parent];
      if (above === undefined || !before(entry, above)) break;
      this.entries[at] = above;
      at = parent;
    }
    this.entries[at] = entry;
  }

  take(): { readonly key: number; readonly value: Value } | undefined {
    const first = this.entries[0];
    const last = this.entries.pop();
    if (first === undefined || last === undefined || this.entries.length === 0) return first;
    let at = 0;
    for (;;) {
      const child = this.smallerChild(at);
      const below = this.entries[child];
      if (below === undefined || !before(below, last)) break;
      this.entries[at] = below;
      at = child;
    }
    this.entries[at] = last;
    return first;
  }

  private smallerChild(at: number): number {
    const [left, right] = [this.entries[2 * at + 1], this.entries[2 * at + 2]];
    const second = left !== undefined && right !== undefined && before(right, left);
    return 2 * at + (second ? 2 : 1);
  }
}

function before(
  a: { readonly key: number; readonly turn: number },
  b: { readonly key: number; readonly turn: number },
): boolean {
  return a.key < b.key || (a.key === b.key && a.turn < b.turn);
}
