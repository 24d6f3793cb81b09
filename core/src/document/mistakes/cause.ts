import type { Fault } from '../fault.ts';
import type { Span } from '../../source/line-index.ts';

/** A fault, and the stretch of text in which it explains all further complaints of the parser. */
export interface Cause {
  readonly fault: Fault;
  /** Both ends belong to it. */
  readonly explains: Span;
  /** How far beyond the parser is still misled, where that is further. */
  readonly misleadsTo?: number;
}

/** A cause that explains its own words, or more where it says so. */
export function causeOf(
  fault: Fault,
  { start = fault.span.start, end = fault.span.end }: Partial<Span> = {},
): Cause {
  return { fault, explains: { start, end } };
}

/** Words of a file for a message: on one line, and cut where they get long. */
export function excerpt(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line;
}
