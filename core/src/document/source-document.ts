import type { Fault, FileFault } from './fault.ts';
import type { LineIndex, Span } from '../source/line-index.ts';
import type { Directive } from './directive.ts';

/** One file's text, read: what it says, where each part stands, and what is wrong with its YAML. */
export interface SourceFile {
  /** As the caller named it; `/` between folders. Used in results, never opened. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  /**
   * One per document of the stream, those without content (`null`) included; recovered as far as
   * the parser could where there are faults.
   */
  readonly documents: readonly SourceDocument[];
  /** Syntax faults in order of position. */
  readonly faults: readonly Fault[];
  /** Why there is nothing to check; `documents` then holds what was read before, if anything. */
  readonly failure?: FileFault;
  readonly directives: readonly Directive[];
}

/** One YAML document as plain data plus positions, independent of the parser that read it. */
export interface SourceDocument {
  /** Zero-based index in the stream. */
  readonly index: number;
  readonly span: Span;
  /**
   * Plain data: null, booleans, numbers, strings, arrays and objects without prototype.
   * Every map and list is an object of its own, also where YAML says alias or merge, so that
   * identity is position. Timestamps, YAML 1.1 words and whole numbers too long to be exact (an
   * identity number of 18 digits) stay strings, as written.
   */
  readonly value: unknown;
  /** The place of each map and list of `value`. */
  readonly places: WeakMap<object, Place>;
}

/** Where a map or list stands and where its entries stand. */
export interface Place {
  /** The map or list that holds this one; absent at the root. */
  readonly parent?: object;
  /** The key or zero-based index under which `parent` holds it; absent at the root. */
  readonly key?: string | number;
  /** The whole map or list; for one that came by an alias, the alias `*name`. */
  readonly span: Span;
  readonly entries: ReadonlyMap<string | number, Entry>;
}

/** Where one entry of a map or list stands. */
export interface Entry {
  /** The key's own text without the colon; absent in lists. Under an alias, the alias. */
  readonly key?: Span;
  /** The value's own text, quotes included; for an alias, the alias; empty after the key for a missing value. */
  readonly value: Span;
  /** For what came by an alias or a merge: where the value is really written. */
  readonly written?: Span;
}
