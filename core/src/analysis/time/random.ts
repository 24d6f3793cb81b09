/**
 * Counter-based random numbers: a number depends on what it is drawn for, not on what was drawn
 * before. The same seed, case, step and visit give the same number on every machine and in every
 * order, and an edit of one step changes the numbers of no other.
 *
 * Philox4x32-10, four 32-bit words into `out` for a counter of four words and a key of two.
 * Source: Salmon, Moraes, Dror, Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC11 (2011);
 * checked against the known answers of its reference implementation.
 */
export function philox(
  out: Uint32Array,
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): void {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round += 1) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low0 = Math.imul(0xd2511f53, c0);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of a product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const rest = aLow * bHigh + (middle & 0xffff);
  return aHigh * bHigh + (middle >>> 16) + (rest >>> 16);
}

/** Numbers evenly spread over the open interval (0, 1), of 52 random bits each. */
export class Draws {
  private readonly words = new Uint32Array(4);
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  /**
   * The number of a purpose: whose stream, which case, which visit of it, and which of the numbers
   * of that visit. Two neighbouring `use`s come from one call of the generator.
   */
  draw(stream: number, ofCase: number, visit: number, use: number): number {
    philox(this.words, [ofCase, visit, use >>> 1, 0], [this.seed, stream]);
    const at = (use & 1) * 2;
    const [high = 0, low = 0] = [this.words[at], this.words[at + 1]];
    return (2 * ((high >>> 6) * 0x400_0000 + (low >>> 6)) + 1) * 2 ** -53;
  }
}

/** A 32-bit number for a text (FNV-1a over its UTF-16 units). */
export function streamOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A stream for each id, made from the id alone. Should two ids meet in one number the later one
 * gets the number of a longer text instead.
 */
export function streamsOf(ids: readonly string[]): number[] {
  const taken = new Set<number>();
  return ids.map((id) => {
    let text = id;
    while (taken.has(streamOf(text))) text += '#';
    taken.add(streamOf(text));
    return streamOf(text);
  });
}
