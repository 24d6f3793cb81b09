import { isCollection, isPair, isScalar, type Node } from 'yaml';
import type { Span } from '../source/line-index.ts';

/**
 * Where a node is written, without its anchor and tag: for an alias the alias, for a scalar its
 * text with quotes, for a map or list from its first entry to its last; no comments around it.
 */
export function spanOf(node: Node, text: string): Span {
  const start = clamp(node.range?.[0] ?? 0, text);
  return { start, end: Math.max(start, clamp(endOf(node, text), text)) };
}

function endOf(node: Node, text: string): number {
  const end = node.range?.[1] ?? 0;
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    // The parser counts comments and blank lines after the last entry to a block map or list.
    if (isPair<Node | null, Node | null>(last))
      return Math.max(...partsOf(last, text), node.range?.[0] ?? 0);
    return last === undefined ? end : endOf(last as Node, text); // lists from a parser hold nodes
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    return (node.range?.[0] ?? 0) + text.slice(node.range?.[0], end).trimEnd().length;
  }
  return end;
}

function partsOf(pair: { key: Node | null; value: Node | null }, text: string): readonly number[] {
  return [pair.key, pair.value].flatMap((part) => (part === null ? [] : [endOf(part, text)]));
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length);
}
