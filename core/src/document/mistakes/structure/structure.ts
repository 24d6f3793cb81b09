import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../../../source/line-index.ts';
import type { Aliases } from '../../aliases.ts';
import { spanOf } from '../../node-span.ts';
import { isMergeKey, keyText } from '../../plain-data.ts';
import { causeOf, excerpt, type Cause } from '../cause.ts';
import { cutPieceCauses } from './cut-values.ts';
import type { Page } from '../page.ts';
import { oddKeyCause } from './odd-keys.ts';
import {
  punctuationCause,
  textAfterBracket,
  wideCommaCause,
  wideQuoteCause,
} from '../punctuation.ts';
import { scalarCauses } from './scalars.ts';

/** Mistakes that leave legal YAML behind, or that the parser does not look for. */
export function structureCauses(
  roots: readonly unknown[],
  page: Page,
  aliases: Aliases,
): readonly Cause[] {
  const inspection = new Inspection(page, aliases);
  for (const root of roots) inspection.inspect(root, 'block');
  const texts = roots.filter((root) => isScalar(root)).filter(({ source }) => source !== '');
  const isStream = texts.length < roots.length && roots.some((root) => isCollection(root));
  return [...inspection.causes, ...texts.flatMap((root) => textCauses(root, isStream, page))];
}

/** A document that is one text: `key：value` lines to the author, or nothing of ours in a stream. */
function textCauses(root: Scalar, isStream: boolean, page: Page): readonly Cause[] {
  const span = spanOf(root, page.text);
  const [first] = page.linesOf(span);
  const cause =
    root.type === 'PLAIN' && first !== undefined ? punctuationCause(page, first) : undefined;
  if (cause !== undefined) return [cause];
  if (!isStream) return [];
  const data = { text: excerpt(page.textOf(span)) };
  return [causeOf({ code: 'document.textDocument', span: first ?? span, data })];
}

/** Between what a node stands: brackets make commas and brackets into signs. */
type Surroundings = 'block' | 'flow-map' | 'flow-list';

class Inspection {
  readonly causes: Cause[] = [];
  readonly #page: Page;
  readonly #aliases: Aliases;

  constructor(page: Page, aliases: Aliases) {
    this.#page = page;
    this.#aliases = aliases;
  }

  inspect(node: unknown, surroundings: Surroundings): void {
    if (isMap(node)) this.#inspectMap(node, surroundings);
    else if (isSeq(node)) this.#inspectList(node, surroundings);
    else if (isScalar(node)) this.#inspectScalar(node, surroundings);
    else if (isAlias(node)) this.#inspectAlias(node);
  }

  #inspectMap(map: YAMLMap, surroundings: Surroundings): void {
    const firstByKey = new Map<string, Span>();
    for (const { key, value } of map.items) {
      const isPiece = map.flow === true && value === null;
      if (isMergeKey(key)) this.#inspectMerge(value);
      else if (isNode(key) && !isPiece) this.#inspectKey(key, firstByKey);
      this.inspect(value, map.flow === true ? 'flow-map' : surroundings);
    }
    if (map.flow === true) this.causes.push(...cutPieceCauses(map, this.#page));
  }

  #inspectKey(key: Node, firstByKey: Map<string, Span>): void {
    const span = spanOf(key, this.#page.text);
    if (isAlias(key)) this.#inspectAlias(key);
    if (isCollection(this.#aliases.resolve(key))) {
      this.#inspectCollectionKey(key, span);
      return;
    }
    const odd = isScalar(key) && key.type === 'PLAIN' ? oddKeyCause(this.#page, span) : undefined;
    if (odd !== undefined) this.causes.push(odd);
    const text = keyText(key, this.#page.text, this.#aliases);
    const first = firstByKey.get(text);
    if (first === undefined) firstByKey.set(text, span);
    else {
      const data = { key: excerpt(text) };
      this.causes.push(causeOf({ code: 'document.duplicateKey', span, data, related: first }));
    }
  }

  /** A list without brackets is a key only by mistake, which the parser sees, or after `?`. */
  #inspectCollectionKey(key: Node, span: Span): void {
    const before = this.#page.lexemes[this.#page.previous(this.#page.indexAt(span.start))];
    const isBlock = isCollection(key) && key.flow !== true;
    if (isBlock && before?.kind !== 'explicit-key-ind') return;
    const line = this.#page.lineOf(span.end);
    const rest = this.#page.trim({ start: span.end, end: line.end });
    if (!isBlock && rest.end > rest.start && this.#page.text[rest.start] !== ':') {
      this.causes.push(this.#joinedCause(rest, { start: span.start, end: line.end }));
      return;
    }
    const data = { text: excerpt(this.#page.textOf(span)) };
    this.causes.push(causeOf({ code: 'document.keyIsCollection', span, data }));
  }

  /** What follows a closing bracket without a comma between. */
  #joinedCause(rest: Span, explains: Span): Cause {
    if (this.#page.text[rest.start] === '，') return wideCommaCause(rest.start, explains);
    const next = this.#page.lexemes[this.#page.indexAt(rest.start)];
    if (next?.inFlow !== true) return textAfterBracket(this.#page, rest, explains);
    const data = { text: excerpt(this.#page.textOf(rest)) };
    return causeOf({ code: 'document.missingComma', span: rest, data }, explains);
  }

  #inspectMerge(value: unknown): void {
    const target = this.#aliases.resolve(value);
    const parts = isSeq(target)
      ? target.items.map((item) => this.#aliases.resolve(item))
      : [target];
    if (parts.every((part) => isMap(part) || part === undefined) || !isNode(value)) return;
    const span = spanOf(value, this.#page.text);
    this.causes.push(causeOf({ code: 'document.mergeOfNoMap', span, data: {} }));
  }

  #inspectList(list: YAMLSeq, surroundings: Surroundings): void {
    const isFlow = list.flow === true;
    for (const item of list.items) this.inspect(item, isFlow ? 'flow-list' : surroundings);
    if (isFlow) this.#inspectCutItems(list);
  }

  /** `[“a, b”]`: Chinese quotes hold nothing together, so the comma in them makes two items. */
  #inspectCutItems(list: YAMLSeq): void {
    let opener: Span | undefined;
    for (const item of list.items) {
      if (!isScalar(item) || item.type !== 'PLAIN') continue;
      const span = spanOf(item, this.#page.text);
      const words = this.#page.textOf(span);
      if (/^[“‘][^”’]*$/.test(words)) opener = span;
      else if (opener !== undefined && /^[^“‘]*[”’]$/.test(words)) {
        const explains = { start: opener.start, end: span.end };
        this.causes.push(wideQuoteCause(this.#page, opener.start, explains));
        opener = undefined;
      }
    }
  }

  #inspectScalar(scalar: Scalar, surroundings: Surroundings): void {
    const span = spanOf(scalar, this.#page.text);
    const isEmpty = span.end === span.start;
    if (isEmpty && scalar.anchor !== undefined && !this.#aliases.isNamed(scalar)) {
      const start = this.#page.text.lastIndexOf('&', span.start - 1);
      const name = `&${scalar.anchor}`;
      const data = { character: '&', text: excerpt(name) };
      const at = { start, end: start + name.length };
      this.causes.push(causeOf({ code: 'document.leadingCharacter', span: at, data }));
    }
    if (scalar.type === 'PLAIN' && !isEmpty) {
      this.causes.push(...scalarCauses(this.#page, span, surroundings));
    }
  }

  #inspectAlias(alias: Node & { source: string }): void {
    if (alias.source === '' || this.#aliases.resolve(alias) !== undefined) return;
    const isCircular = isAlias(alias) && this.#aliases.circular.has(alias);
    const code = isCircular ? 'document.aliasInsideItself' : 'document.unknownAlias';
    const span = spanOf(alias, this.#page.text);
    this.causes.push(causeOf({ code, span, data: { text: excerpt(this.#page.textOf(span)) } }));
  }
}
