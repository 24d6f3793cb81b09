import { describe, expect, it } from 'vitest';
import { ReportDocument } from '../../core/src/pdf/file/report-document.ts';
import { reportFonts } from './report-fonts.ts';

const document = new ReportDocument(
  {
    title: '',
    subject: '',
    producer: '',
    language: 'zh-CN',
    date: new Date(0),
    narrowQuotes: false,
  },
  reportFonts(),
);
const regular = document.fontOf('regular').font;
const bold = document.fontOf('bold').font;

function lacks(text: string): string {
  return Array.from(text)
    .filter((one) => !regular.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
    .join('');
}

describe('the report fonts', () => {
  it('have Latin letters, punctuation, symbols and rare names', () => {
    expect(lacks('AZaz09 ÄßéüñØ €¥ —–…“”‘’·§±× →≤≥≠ ①⑩ ▶■□●│ ℃№ 、。《》【】〔〕（）：；～')).toBe(
      '',
    );
    expect(lacks('镕喆堃燚瑢犇赟')).toBe('');
  });

  it('have the same characters in both weights', () => {
    expect(new Set(bold.characterSet)).toEqual(new Set(regular.characterSet));
    expect(regular.characterSet.length).toBeGreaterThan(21_000);
  });

  it('draw different characters differently, so that text read back is the text printed', () => {
    const byGlyph = new Map<number, Set<string>>();
    for (const codePoint of regular.characterSet) {
      const { id } = regular.glyphForCodePoint(codePoint);
      const forms = byGlyph.get(id) ?? new Set();
      byGlyph.set(id, forms.add(String.fromCodePoint(codePoint).normalize('NFKC')));
    }
    expect([...byGlyph.values()].filter((forms) => forms.size > 1)).toEqual([]);
  });
});
