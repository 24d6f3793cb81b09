import LineBreaker from 'linebreak';

/** Characters that may not begin a line (GB/T 15834 and its Latin counterparts). */
const forbiddenAtStart = new Set('。，、；：？！）》」』】〕〉〗］｝…·～％℃°”’,.;:?!)]}%');

/** Characters that may not end a line. */
const forbiddenAtEnd = new Set('（《「『【〔〈〖［｛“‘([{￥¥$€£');

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Breaks a text into lines of at most `width`, by UAX #14 and the Chinese rules of line ends.
 *
 * A piece without a break opportunity that is wider than a line is cut, after a separator where
 * there is one. Of several spaces at a line's end one stays; it is not counted in the width.
 */
export function wrapText(
  text: string,
  width: number,
  widthOf: (piece: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

function wrapParagraph(
  text: string,
  width: number,
  widthOf: (piece: string) => number,
): readonly string[] {
  const limit = width + 0.001;
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const finishLine = (): void => {
    if (line.trimEnd() !== '') lines.push(oneSpaceAtEnd(line));
    line = '';
    used = 0;
  };
  for (const segment of segmentsOf(text)) {
    const solid = segment.trimEnd();
    if (used + widthOf(solid) > limit) finishLine();
    let rest = segment;
    while (used + widthOf(rest.trimEnd()) > limit) {
      const end = cutPosition(rest, limit, widthOf);
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    line += rest;
    used += widthOf(rest);
  }
  finishLine();
  const last = lines.pop() ?? '';
  return [...lines, last.trimEnd()];
}

/** The space between two words stays where a line ends, so that text read back keeps it. */
function oneSpaceAtEnd(line: string): string {
  const solid = line.trimEnd();
  return solid === line ? line : `${solid} `;
}

/** The text cut at every place where a line may break. */
function segmentsOf(text: string): readonly string[] {
  const segments: string[] = [];
  let start = 0;
  for (const position of breakPositions(text)) {
    if (position < text.length && !mayBreak(text, position)) continue;
    segments.push(text.slice(start, position));
    start = position;
  }
  return segments;
}

function breakPositions(text: string): readonly number[] {
  const positions = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    positions.add(found.position);
  }
  // UAX #14 glues curly quotation marks to both neighbours; Chinese text may break outside them.
  for (const { index } of text.matchAll(/[“‘]/g)) {
    if (wide.test(text.charAt(index - 1))) positions.add(index);
  }
  for (const { index } of text.matchAll(/[”’]/g)) {
    if (wide.test(text.charAt(index + 1))) positions.add(index + 1);
  }
  // It also takes every quotation mark for one that may open, and keeps what follows its space.
  for (const { index } of text.matchAll(/[”’] (?=[(“‘])/g)) positions.add(index + 2);
  return [...positions].toSorted((left, right) => left - right);
}

/** Whether the rules of line ends allow a break at this offset. */
function mayBreak(text: string, position: number): boolean {
  const next = text.charAt(position);
  let before = position - 1;
  while (text.charAt(before) === ' ') before--;
  const last = text.charAt(before);
  return !forbiddenAtStart.has(next) && !forbiddenAtEnd.has(last);
}

const separators = new Set('/\\_-.:,;=&?#|~@+');

/** How far back from the edge a separator is looked for, in UTF-16 units. */
const separatorReach = 16;

/** Where to cut a piece that has no break opportunity; at least one character stays before it. */
function cutPosition(piece: string, limit: number, widthOf: (piece: string) => number): number {
  let fitting = 0;
  let used = 0;
  for (const character of piece) {
    used += widthOf(character);
    if (used > limit && fitting > 0) break;
    fitting += character.length;
  }
  for (let end = fitting; end > Math.max(1, fitting - separatorReach); end--) {
    if (separators.has(piece.charAt(end - 1)) && mayBreak(piece, end)) return end;
  }
  for (let end = fitting; end > 1; end--) {
    if (mayBreak(piece, end) && !isInsidePair(piece, end)) return end;
  }
  return fitting;
}

function isInsidePair(text: string, position: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(position));
}
