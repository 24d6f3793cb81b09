/** `linebreak` 1.1 ships no types. */
declare module 'linebreak' {
  /** Finds the line break opportunities of UAX #14. */
  export default class LineBreaker {
    constructor(text: string);
    /** The next opportunity as a UTF-16 offset; null after the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
