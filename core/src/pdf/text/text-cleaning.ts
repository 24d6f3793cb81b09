/**
 * Makes texts drawable: every character is in the font, and none is lost or hidden.
 *
 * A character without a glyph would be drawn as nothing, and an invisible one could hide what an
 * auditor must see; both are printed as their number, such as 〔U+1F642〕.
 */
export class TextCleaner {
  /** The code points that had to be printed as numbers so far. */
  readonly replaced = new Set<number>();
  readonly #canDraw: (codePoint: number) => boolean;
  readonly #known = new Map<string, string>();

  constructor(canDraw: (codePoint: number) => boolean) {
    this.#canDraw = canDraw;
  }

  /** Text for one paragraph or more; line ends stay, tabs become spaces. */
  clean(text: string): string {
    let cleaned = '';
    for (const character of text.replace(/\r\n?/g, '\n')) {
      cleaned += this.#known.get(character) ?? this.#learn(character);
    }
    return cleaned;
  }

  #learn(character: string): string {
    const drawable = this.#drawable(character);
    this.#known.set(character, drawable);
    return drawable;
  }

  #drawable(character: string): string {
    if (character === '\n') return character;
    if (character === '\t') return '    ';
    const twin = twinOf(character);
    const codePoint = twin.codePointAt(0) ?? 0;
    if (!hidden.test(twin) && this.#canDraw(codePoint)) return twin;
    this.replaced.add(codePoint);
    return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  }
}

/** Control and format characters, and surrogates without their other half. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * The character that shares its glyph. A PDF remembers one character per glyph, so that with both
 * in use one of them would read back as the other.
 */
function twinOf(character: string): string {
  const twin = twins.get(character);
  if (twin !== undefined) return twin;
  // Radicals (U+2E80 to U+2FDF) and compatibility ideographs look like the ideographs they stand for.
  if (/[\u2e80-\u2fdf\uf900-\ufaff]/u.test(character)) return character.normalize('NFKC');
  if (/\p{Zs}/u.test(character) && character !== '\u3000') return ' ';
  return character;
}

const twins: ReadonlyMap<string, string> = new Map([
  ['\u2011', '-'],
  ['\u2012', '–'],
  ['\u2022', '·'],
  ['\u2027', '·'],
  ['\u30fb', '·'],
  ['\u2035', '\uff40'],
  ['\u2215', '\uff0f'],
  ['\u22ef', '…'],
  ['\u301c', '～'],
]);
