import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../core/src/pdf/text/line-wrap.ts';

/** A font of two widths: 1 for Chinese characters and marks, 0.5 for the rest. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2000' ? 1 : 0.5), 0);
}

const wrap = (text: string, width: number): readonly string[] =>
  wrapText(text, width, widthOf).map((line) => line.trimEnd());

describe('a line', () => {
  it('breaks between Chinese characters', () => {
    expect(wrap('客户投诉处理流程', 3)).toEqual(['客户投', '诉处理', '流程']);
  });

  it('breaks between words', () => {
    expect(wrap('an alias is reported', 5)).toEqual(['an alias', 'is', 'reported']);
  });

  it('takes a closing mark along with the character before it', () => {
    expect(wrap('投诉处理，完成', 4)).toEqual(['投诉处', '理，完成']);
  });

  it('does not end with an opening mark', () => {
    expect(wrap('投诉处（处理）', 4)).toEqual(['投诉处', '（处理）']);
  });

  it('breaks before an opening and after a closing quotation mark in Chinese', () => {
    expect(wrap('步骤“受理”完成', 3)).toEqual(['步骤', '“受', '理”完', '成']);
  });

  it('breaks at the space between a closing quotation mark and a bracket', () => {
    expect(wrap('criterion “a7” (documents)', 8)).toEqual(['criterion “a7”', '(documents)']);
  });

  it('does not part a dash or an ellipsis', () => {
    expect(wrap('投诉处——理', 4)).toEqual(['投诉处', '——理']);
    expect(wrap('投诉处……理', 4)).toEqual(['投诉', '处……理']);
  });

  it('keeps an apostrophe inside its word', () => {
    expect(wrap('the owner’s role', 5)).toEqual(['the', 'owner’s', 'role']);
  });

  it('starts a long name on a new line before it cuts it, after a separator', () => {
    expect(wrap('见 samples_complaint_declared', 8)).toEqual([
      '见',
      'samples_',
      'complaint_',
      'declared',
    ]);
    expect(wrap('sha aaaaaaaaaaaaaaaaaaaaaaaa', 8)).toEqual(['sha', 'a'.repeat(16), 'a'.repeat(8)]);
  });

  it('does not cut a character in two', () => {
    expect(wrap('😀'.repeat(5), 2).join('')).toBe('😀'.repeat(5));
    expect(wrap('😀'.repeat(5), 2).every((line) => !/[\ud800-\udbff]$/.test(line))).toBe(true);
  });

  it('stays empty where the text has an empty line', () => {
    expect(wrap('甲\n\n乙', 4)).toEqual(['甲', '', '乙']);
    expect(wrap('', 4)).toEqual(['']);
  });

  it('keeps one space where it ends between words', () => {
    expect(wrapText('an alias is', 4, widthOf)).toEqual(['an alias ', 'is']);
  });
});

const hanzi = fc.constantFrom(...Array.from('客户投诉处理流程负责人的是在和有不为这中大到说要就'));
const word = fc.stringMatching(/^[a-zA-Z]{1,14}$/);
const number = fc.stringMatching(/^[1-9][0-9]{0,3}(\.[0-9]{1,2})?(%|℃| ms)?$/);
const phrase = fc.array(hanzi, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const quoted = fc
  .tuple(fc.constantFrom('“”', '（）', '《》', '「」', '【】', '‘’'), fc.oneof(phrase, word))
  .map(([pair, inner]) => `${pair.charAt(0)}${inner}${pair.charAt(1)}`);
const mark = fc.constantFrom('，', '。', '、', '；', '：', '？', '！', '——', '……', ' ');
const sentence = fc
  .array(fc.tuple(fc.oneof(phrase, phrase, quoted, word, number), mark), {
    minLength: 3,
    maxLength: 30,
  })
  .map((parts) => parts.flat().join(''));

const neverFirst = '。，、；：？！）》」』】〕〉…·％℃”’';
const neverLast = '（《「『【〔〈“‘';

describe('the lines of random Chinese text', () => {
  const runs = { numRuns: 2000, seed: 20261121 };

  it('never begin or end with a forbidden mark', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 9, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines.slice(1)) expect(neverFirst).not.toContain(line.charAt(0) || '?');
        for (const line of lines.slice(0, -1)) expect(neverLast).not.toContain(line.at(-1));
      }),
      runs,
    );
  });

  it('are never wider than asked for and lose nothing but spaces', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 9, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      runs,
    );
  });
});
