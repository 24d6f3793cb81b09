import { CST, Lexer, Parser } from 'yaml';
import type { Span } from '../source/line-index.ts';

/**
 * The parser's own kinds, where `scalar` is plain text; the lines after `|` or `>` are
 * `block-text`, and a bracket that closes nothing is a `stray-bracket`.
 */
export type LexemeKind = CST.TokenType | 'block-text' | 'stray-bracket' | 'unknown';

/** The smallest piece of YAML that says something: an indicator, a comment, a scalar; no blanks. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind;
  /** Whether it stands between `{ }` or `[ ]`; the brackets count too. */
  readonly inFlow: boolean;
}

/** A text cut into lexemes, and the concrete syntax that the composer makes documents of. */
export interface Lexed {
  readonly lexemes: readonly Lexeme[];
  readonly tokens: readonly CST.Token[];
  /** Offsets of quotes that were ignored because they would have run to the end of the file. */
  readonly runaways: readonly number[];
  /** Where maps and lists were found to nest too deep; nothing was read from there on. */
  readonly tooDeep?: Span;
}

/** How many runaway quotes are looked past; each costs one more reading. */
const mostRunaways = 8;

/**
 * Reads a text as lexemes and concrete syntax.
 *
 * Two repairs keep one slip from taking the rest of the file with it: a closing bracket that
 * closes nothing, and an opening quote without end, are read as spaces. Offsets stay true.
 *
 * @param deepest how many maps and lists may stand in one another
 */
export function lex(text: string, deepest: number): Lexed {
  const runaways: number[] = [];
  let readable = text;
  for (;;) {
    const reading = new Reading(deepest);
    for (const source of new Lexer().lex(readable)) if (!reading.take(source)) break;
    const { lexemes, tooDeep } = reading;
    const runaway = runaways.length < mostRunaways ? runawayQuote(readable, lexemes) : undefined;
    if (runaway === undefined || tooDeep !== undefined) {
      const tokens = reading.end();
      return { lexemes, tokens, runaways, ...(tooDeep === undefined ? {} : { tooDeep }) };
    }
    runaways.push(runaway);
    readable = `${readable.slice(0, runaway)} ${readable.slice(runaway + 1)}`;
  }
}

/** Whether a quoted scalar lacks its closing quote. */
export function isUnclosed(source: string): boolean {
  // In 'it''s' a doubled quote closes nothing, in "\"" neither does an escaped one.
  const quotes = runBefore(source, source.length, "'");
  if (source.startsWith("'")) return (quotes === source.length ? quotes - 1 : quotes) % 2 === 0;
  if (source.length === 1 || !source.endsWith('"')) return true;
  return runBefore(source, source.length - 1, '\\') % 2 === 1;
}

/** How often a character stands in a row before an offset. */
function runBefore(source: string, end: number, character: string): number {
  let start = end;
  while (source[start - 1] === character) start--;
  return end - start;
}

/** The quote whose scalar runs over several lines to the end of the text without being closed. */
function runawayQuote(text: string, lexemes: readonly Lexeme[]): number | undefined {
  const last = lexemes.at(-1);
  if (last?.kind !== 'double-quoted-scalar' && last?.kind !== 'single-quoted-scalar')
    return undefined;
  const source = text.slice(last.start, last.end);
  return isUnclosed(source) && source.trimEnd().includes('\n') ? last.start : undefined;
}

/** One pass over the lexer's output, which also marks with control characters what it found. */
class Reading {
  readonly lexemes: Lexeme[] = [];
  tooDeep: Span | undefined;
  readonly #parser = new Parser();
  readonly #tokens: CST.Token[] = [];
  readonly #deepest: number;
  #offset = 0;
  #openBrackets = 0;
  #scalar: 'none' | 'plain' | 'block' = 'none';
  #afterHeader = false;

  constructor(deepest: number) {
    this.#deepest = deepest;
  }

  /** Takes the next lexeme; false when no more shall follow. */
  take(source: string): boolean {
    const stray = this.#record(source);
    for (const token of this.#parser.next(stray ? ' ' : source)) this.#tokens.push(token);
    // The stack holds the document, its open maps and lists, and at most one scalar.
    if (this.#parser.stack.length <= this.#deepest + 2) return true;
    this.tooDeep = { start: this.#offset - 1, end: this.#offset };
    return false;
  }

  /** The concrete syntax, complete. */
  end(): readonly CST.Token[] {
    if (this.tooDeep === undefined) {
      for (const token of this.#parser.end()) this.#tokens.push(token);
    }
    return this.#tokens;
  }

  /** Adds the lexeme; tells whether it is a closing bracket that closes nothing. */
  #record(source: string): boolean {
    if (this.#scalar !== 'none') {
      this.#add(this.#scalar === 'plain' ? 'scalar' : 'block-text', source);
      this.#scalar = 'none';
      return false;
    }
    const kind = CST.tokenType(source) ?? 'unknown';
    switch (kind) {
      case 'scalar':
        this.#scalar = this.#afterHeader ? 'block' : 'plain';
        this.#afterHeader = false;
        return false;
      case 'doc-mode':
        return false;
      case 'flow-error-end':
        this.#add(kind, '');
        this.#openBrackets = 0;
        return false;
      case 'flow-map-start':
      case 'flow-seq-start':
        this.#openBrackets++;
        this.#add(kind, source);
        return false;
      case 'flow-map-end':
      case 'flow-seq-end':
        return this.#close(kind, source);
      default:
        this.#afterHeader ||= kind === 'block-scalar-header';
        this.#add(kind, source);
        return false;
    }
  }

  #close(kind: LexemeKind, source: string): boolean {
    const stray = this.#openBrackets === 0;
    this.#add(stray ? 'stray-bracket' : kind, source);
    if (!stray) this.#openBrackets--;
    return stray;
  }

  #add(kind: LexemeKind, source: string): void {
    const start = this.#offset;
    this.#offset += source.length;
    if (kind === 'space' || kind === 'newline') return;
    this.lexemes.push({ kind, start, end: this.#offset, inFlow: this.#openBrackets > 0 });
  }
}
