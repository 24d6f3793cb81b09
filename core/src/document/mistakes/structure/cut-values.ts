import { isCollection, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../../../source/line-index.ts';
import { spanOf } from '../../node-span.ts';
import { causeOf, excerpt, type Cause } from '../cause.ts';
import type { Page } from '../page.ts';
import {
  asciiName,
  joinedEntryCauses,
  machineWord,
  punctuationCause,
  wideQuoteCause,
} from '../punctuation.ts';

/**
 * Keys without colon between `{ }`. YAML allows them, no format of ours does: either a comma has
 * cut a text in two (`{zh: 甲, 乙}`), or the colon is not one, or `[ ]` was meant.
 */
export function cutPieceCauses(map: YAMLMap, page: Page): readonly Cause[] {
  const causes: Cause[] = [];
  for (let index = 0; index < map.items.length;) {
    const pieces = piecesFrom(map.items, index, page);
    const [first] = pieces;
    if (first === undefined) {
      index++;
      continue;
    }
    const before = valueBefore(map.items[index - 1], page);
    const mayBeRest = before !== undefined && !machineWord.test(page.textOf(before));
    const own = pieces.flatMap((piece) => ownCauses(piece, page, mayBeRest));
    if (own.length > 0) causes.push(...own);
    else {
      const end = pieces.at(-1)?.span.end ?? first.span.end;
      causes.push(
        before === undefined ? keyWithoutValue(first, end, page) : cutValue(before, end, page),
      );
    }
    index += pieces.length;
  }
  return causes;
}

interface Piece {
  readonly span: Span;
  readonly isPlain: boolean;
}

/** The keys without colon that stand in a row from an index on. */
function piecesFrom(items: readonly Pair[], from: number, page: Page): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let index = from; index < items.length; index++) {
    const pair = items[index];
    if (pair?.value !== null || !isNode(pair.key) || isCollection(pair.key)) break;
    const isPlain = isScalar(pair.key) && pair.key.type === 'PLAIN';
    pieces.push({ span: spanOf(pair.key, page.text), isPlain });
  }
  return pieces;
}

/** The unquoted text right before, which may be the first half of a text that a comma cut. */
function valueBefore(pair: Pair | undefined, page: Page): Span | undefined {
  const value = pair?.value;
  if (!isScalar(value) || value.type !== 'PLAIN') return undefined;
  const span = spanOf(value, page.text);
  return span.end > span.start ? span : undefined;
}

/**
 * What is wrong with a key without colon by its own punctuation. After prose that may have been
 * cut, `注意：先核实` is the rest of it, and only what looks like a field is a key.
 */
function ownCauses({ span, isPlain }: Piece, page: Page, mayBeRest: boolean): readonly Cause[] {
  const [name = ''] = /^[^：:]*(?=[：:])/.exec(page.textOf(span)) ?? [];
  if (!isPlain || (mayBeRest && !asciiName.test(name))) return [];
  const first = punctuationCause(page, span);
  if (first === undefined) return [];
  return [causeOf(first.fault), ...joinedEntryCauses(page, span, asciiName)];
}

function cutValue(before: Span, end: number, page: Page): Cause {
  const span = { start: before.start, end };
  const text = page.textOf(span);
  if (/^[“‘][^”’]*$/.test(page.textOf(before)) && /[”’]/.test(text)) {
    return wideQuoteCause(page, span.start, span);
  }
  return causeOf({ code: 'document.commaCutsValue', span, data: { text: excerpt(text) } });
}

function keyWithoutValue({ span }: Piece, end: number, page: Page): Cause {
  const data = { key: excerpt(page.textOf(span)) };
  return causeOf({ code: 'document.keyWithoutValue', span, data }, { end });
}
