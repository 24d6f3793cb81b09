import { itemAt } from '../flow/item.ts';

/** One set of data items per row, a bit per item, all rows in one array. */
export interface ItemSets {
  readonly words: number;
  readonly bits: Uint32Array;
}

export function itemSets(rows: number, items: number, full = false): ItemSets {
  const words = Math.max(1, Math.ceil(items / 32));
  const bits = new Uint32Array(rows * words);
  return { words, bits: full ? bits.fill(0xffffffff) : bits };
}

export function addItem({ words, bits }: ItemSets, row: number, item: number): void {
  const at = row * words + (item >>> 5);
  bits[at] = itemAt(bits, at) | (1 << (item & 31));
}

export function hasItem({ words, bits }: ItemSets, row: number, item: number): boolean {
  return ((itemAt(bits, row * words + (item >>> 5)) >>> (item & 31)) & 1) === 1;
}

/** A row of its own that can be filled and compared. */
export function rowOf({ words, bits }: ItemSets, row: number): Uint32Array {
  return bits.subarray(row * words, (row + 1) * words);
}

export function addAll(target: Uint32Array, source: Uint32Array): void {
  for (let word = 0; word < target.length; word++) {
    target[word] = itemAt(target, word) | itemAt(source, word);
  }
}

export function keepCommon(target: Uint32Array, source: Uint32Array): void {
  for (let word = 0; word < target.length; word++) {
    target[word] = itemAt(target, word) & itemAt(source, word);
  }
}

export function isEqual(one: Uint32Array, other: Uint32Array): boolean {
  return one.every((bits, word) => bits === other[word]);
}
