import type { Span } from '../source/line-index.ts';

/** A `# flowaudit-disable-…` comment. A directive without a reason suppresses nothing. */
export interface Directive {
  readonly scope: 'next-line' | 'file';
  /** The rule id as written; absent when the comment names none. */
  readonly rule?: string;
  readonly reason?: string;
  /** The whole comment, from `#`. */
  readonly span: Span;
  /** One-based line that a `next-line` directive covers: the next line that is no comment and not blank. */
  readonly line?: number;
}
