/** Columns of a terminal that a text takes: full-width characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += fullWidth.test(letter) ? 2 : 1;
  return width;
}

/** The text with spaces behind it up to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), as far as our texts use them. */
const fullWidth =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
