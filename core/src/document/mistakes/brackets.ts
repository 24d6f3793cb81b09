import { isUnclosed, type Lexeme } from '../lexemes.ts';
import { causeOf, type Cause } from './cause.ts';
import type { Page } from './page.ts';
import {
  closing,
  strayBracket,
  unclosedBracket,
  unclosedQuote,
  wideCloser,
  wideOpener,
} from './partners.ts';
import { tabCause } from './tabs.ts';

/**
 * Pairs brackets, and looks for the ends of quotes.
 *
 * A cause explains everything up to where the parser is out of all brackets again, since until
 * there it may have taken a bracket for another one's partner.
 */
export class Pairing {
  readonly causes: Cause[] = [];
  readonly #page: Page;
  readonly #open: Lexeme[] = [];
  readonly #brokenOff: Lexeme[] = [];
  #waiting: ((recovered: number) => Cause)[] = [];
  #last: Lexeme | undefined;
  #strayUntil = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  take(lexeme: Lexeme, index: number): void {
    const { kind, inFlow } = lexeme;
    const isOutside = !inFlow && kind !== 'comment' && kind !== 'flow-error-end';
    if (isOutside && this.#waiting.length > 0) this.#recover(lexeme.start, this.#endOfLine(index));
    this.#pair(lexeme);
    this.#last = lexeme;
  }

  end(): void {
    const { length } = this.#page.text;
    this.#breakOff(length);
    this.#recover(length, length);
  }

  #pair(lexeme: Lexeme): void {
    switch (lexeme.kind) {
      case 'flow-map-start':
        if (this.#last?.kind === 'flow-map-start' && this.#last.end === lexeme.start) {
          this.#template(this.#last.start);
        }
        this.#open.push(lexeme);
        return;
      case 'flow-seq-start':
        this.#open.push(lexeme);
        return;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.#close(lexeme);
        return;
      case 'flow-error-end':
        this.#breakOff(lexeme.start);
        return;
      case 'stray-bracket':
        this.#stray(lexeme);
        return;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        if (isUnclosed(this.#page.textOf(lexeme))) {
          const { start } = lexeme;
          this.#wait((end) => unclosedQuote(this.#page, { start, end }, start));
        }
        return;
      default:
    }
  }

  #close(lexeme: Lexeme): void {
    const bracket = this.#page.textOf(lexeme);
    const opener = this.#open.at(-1);
    if (opener === undefined) return; // never: such a bracket is a stray one
    this.#open.pop();
    const expected = closing[this.#page.textOf(opener)] ?? '';
    if (expected === bracket) return;
    const line = this.#page.lineOf(lexeme.start);
    this.#strayUntil = line.end; // one bracket taken for another leaves the next without partner
    const wide =
      wideOpener(this.#page, opener.start, lexeme) ??
      wideCloser(this.#page, opener, { start: opener.start, end: lexeme.start });
    if (wide !== undefined) {
      this.#wait((end) => causeOf(wide.fault, { start: opener.start, end }));
      return;
    }
    const data = { bracket: this.#page.textOf(opener), closing: expected, found: bracket };
    const fault = {
      code: 'document.wrongBracket',
      span: lexeme,
      data,
      related: opener,
    } as const;
    this.#wait((end) => causeOf(fault, { start: opener.start, end: Math.max(end, line.end) }));
    // In `{a: [b}` the brace ends the map: the list in it is what was left open.
    const below = this.#open.at(-1);
    if (below !== undefined && closing[this.#page.textOf(below)] === bracket) this.#open.pop();
  }

  /** One cause for a line: what is missing before the first is missing for the rest. */
  #stray(lexeme: Lexeme): void {
    if (lexeme.start < this.#strayUntil) return;
    // Lines between brackets that are not indented break them off; their end is no second mistake.
    const broken = this.#brokenOff.at(-1);
    if (broken !== undefined && closing[this.#page.textOf(broken)] === this.#page.textOf(lexeme)) {
      this.#brokenOff.pop();
      return;
    }
    this.#strayUntil = this.#page.lineOf(lexeme.start).end;
    this.causes.push(strayBracket(this.#page, lexeme));
  }

  /** The text left the brackets without closing them; the innermost is the one to repair. */
  #breakOff(offset: number): void {
    const opener = this.#open.at(-1);
    this.#brokenOff.push(...this.#open.splice(0));
    if (opener === undefined || this.#waiting.length > 0) return;
    const { start, end } = this.#page.lineOf(offset);
    if (/^ *\t/.test(this.#page.text.slice(start, end))) {
      const { fault, explains } = tabCause(this.#page, start);
      this.causes.push(causeOf(fault, { start: opener.start, end: explains.end }));
      return;
    }
    this.#wait((recovered) => unclosedBracket(this.#page, opener, recovered));
  }

  #template(start: number): void {
    const line = this.#page.lineOf(start);
    const close = this.#page.text.indexOf('}}', start);
    const end = close === -1 || close > line.end ? line.end : close + 2;
    const data = { text: this.#page.text.slice(start, end) };
    this.causes.push(causeOf({ code: 'document.template', span: { start, end }, data }, line));
  }

  #wait(make: (recovered: number) => Cause): void {
    this.#waiting.push(make);
  }

  /** The end of what begins on a lexeme's line, where the parser still misjudges indentation. */
  #endOfLine(index: number): number {
    const line = this.#page.lineOf(this.#page.lexemes[index]?.start ?? 0);
    let end = line.start;
    for (let next = index; (this.#page.lexemes[next]?.start ?? line.end) < line.end; next++) {
      end = Math.max(end, this.#page.lexemes[next]?.end ?? 0);
    }
    return end;
  }

  #recover(offset: number, misleadsTo: number): void {
    for (const make of this.#waiting) this.causes.push({ ...make(offset - 1), misleadsTo });
    this.#waiting = [];
  }
}
