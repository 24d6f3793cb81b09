import { isAlias, isCollection, isPair, isScalar, type Alias, type Node } from 'yaml';
import type { FileFault } from './fault.ts';
import { spanOf } from './node-span.ts';

/** How much a file may hold before it counts as an attack on the reader's machine. */
export interface Limits {
  /** How many maps and lists may stand in one another. */
  readonly deepest: number;
  /** How many values may come by aliases, in the whole file. */
  readonly mostCopies: number;
}

/** What the aliases of a file stand for. */
export class Aliases {
  /** Why the file cannot be read; set as soon as it shows. */
  failure: FileFault | undefined;
  /** Aliases that stand inside what they name. */
  readonly circular = new Set<Alias>();
  readonly #targets = new Map<Alias, Node>();
  readonly #named = new Set<Node>();
  readonly #text: string;
  readonly #limits: Limits;
  #copies = 0;

  constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
  }

  /** Finds what each alias of one more document names, and adds up what copying it would cost. */
  include(root: unknown): void {
    this.#measure(root, 0, { anchors: new Map(), open: new Set(), extents: new Map() });
  }

  /** The node itself, or what an alias stands for; nothing where that cannot be known. */
  resolve(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  /** Whether an alias names this node. */
  isNamed(node: Node): boolean {
    return this.#named.has(node);
  }

  #measure(node: unknown, level: number, scope: Scope): Extent {
    if (this.failure !== undefined) return leaf;
    if (isAlias(node)) return this.#measureAlias(node, level, scope);
    if (isPair(node)) {
      const key = this.#measure(node.key, level, scope);
      const value = this.#measure(node.value, level, scope);
      return { size: key.size + value.size, height: Math.max(key.height, value.height) };
    }
    if (isScalar(node)) return this.#anchor(node, leaf, scope);
    return isCollection(node) ? this.#measureCollection(node, level, scope) : leaf;
  }

  #measureCollection(node: Node & { items: unknown[] }, level: number, scope: Scope): Extent {
    if (level + 1 > this.#limits.deepest) this.#fail('document.tooDeep', node);
    this.#anchor(node, leaf, scope);
    scope.open.add(node);
    let size = 1;
    let height = 0;
    for (const item of node.items) {
      const extent = this.#measure(item, level + 1, scope);
      size += extent.size;
      height = Math.max(height, extent.height);
    }
    scope.open.delete(node);
    const extent = { size, height: height + 1 };
    scope.extents.set(node, extent);
    return extent;
  }

  #measureAlias(alias: Alias, level: number, scope: Scope): Extent {
    const target = scope.anchors.get(alias.source);
    if (target === undefined) return leaf;
    this.#named.add(target);
    if (scope.open.has(target)) {
      this.circular.add(alias);
      return leaf;
    }
    this.#targets.set(alias, target);
    const extent = scope.extents.get(target) ?? leaf;
    this.#copies += extent.size - 1;
    if (this.#copies > this.#limits.mostCopies) this.#fail('document.tooManyAliases', alias);
    if (level + extent.height > this.#limits.deepest) this.#fail('document.tooDeep', alias);
    return extent;
  }

  #anchor(node: Node & { anchor?: string }, extent: Extent, scope: Scope): Extent {
    if (node.anchor !== undefined) scope.anchors.set(node.anchor, node);
    return extent;
  }

  #fail(code: 'document.tooDeep' | 'document.tooManyAliases', node: Node): void {
    const limit = code === 'document.tooDeep' ? this.#limits.deepest : this.#limits.mostCopies;
    this.failure ??= { code, data: { limit }, span: spanOf(node, this.#text) };
  }
}

/** What is known while a document is walked in the order of its text. */
interface Scope {
  /** The last node with each anchor so far. */
  readonly anchors: Map<string, Node>;
  /** The maps and lists that are not at their end yet. */
  readonly open: Set<Node>;
  readonly extents: Map<Node, Extent>;
}

/** How many values a node holds and how many levels, with all aliases in it written out. */
interface Extent {
  readonly size: number;
  readonly height: number;
}

const leaf: Extent = { size: 1, height: 0 };
