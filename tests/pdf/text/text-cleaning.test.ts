import { describe, expect, it } from 'vitest';
import { TextCleaner } from '../../../core/src/pdf/text/text-cleaning.ts';

/** A font with Latin letters and Han characters. */
const drawable = (codePoint: number): boolean =>
  codePoint < 0x2100 || /\p{Script=Han}/u.test(String.fromCodePoint(codePoint));

function clean(text: string): string {
  return new TextCleaner(drawable).clean(text);
}

describe('text for drawing', () => {
  it('keeps what the font has', () => {
    expect(clean('客户 customer')).toBe('客户 customer');
  });

  it('shows what the font lacks by its number', () => {
    expect(clean('a🙂b')).toBe('a〔U+1F642〕b');
  });

  it('shows invisible characters, which could hide something', () => {
    expect(clean('a\u200bb\u202ec\ufeff\u0000')).toBe(
      'a〔U+200B〕b〔U+202E〕c〔U+FEFF〕〔U+0000〕',
    );
  });

  it('shows half a surrogate pair', () => {
    expect(clean('a\ud83d')).toBe('a〔U+D83D〕');
  });

  it('writes ideographs for radicals and compatibility ideographs', () => {
    expect(clean('⼀⾦\uf900')).toBe('一金豈');
  });

  it('leaves full-width letters alone', () => {
    const cleaner = new TextCleaner(() => true);
    expect(cleaner.clean('（Ａ）')).toBe('（Ａ）');
  });

  it('writes one character for all that share a glyph', () => {
    expect(clean('a\u2011b\u2022c')).toBe('a-b·c');
    expect(clean('a\u00a0b')).toBe('a b');
  });

  it('makes tabs spaces and line ends one kind', () => {
    expect(clean('a\tb\r\nc\rd')).toBe('a    b\nc\nd');
  });

  it('remembers which characters it replaced', () => {
    const cleaner = new TextCleaner(drawable);
    cleaner.clean('🙂🙂\u0007');
    expect([...cleaner.replaced]).toEqual([0x1f642, 7]);
  });
});
