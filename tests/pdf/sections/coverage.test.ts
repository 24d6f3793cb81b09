import { describe, expect, it } from 'vitest';
import { locales, textIn } from '../../../core/src/i18n/text.ts';
import { renderReport } from '../../../core/src/pdf/index.ts';
import { coveragePagesOf } from '../../../core/src/workspace/report-coverage.ts';
import { library } from '../../rules/library.ts';
import { readPdf, squeezed } from '../read-pdf.ts';
import { reportFonts } from '../report-fonts.ts';
import { sampleInput } from '../sample-input.ts';

const fonts = reportFonts();

/** A run in which one rule of the PIPL was asked, one of the GDPR was not, and no other was in use. */
function pages() {
  const { result } = sampleInput('en');
  const [rule] = result.rules;
  if (rule === undefined) throw new Error('the sample has no rule');
  const { notApplicable: _, ...asked } = rule;
  const rules = [
    { ...asked, id: 'pipl/consent-withdrawal' },
    { ...rule, id: 'gdpr/rectification', notApplicable: 'Not in the EEA.' },
  ];
  return coveragePagesOf(library, { ...result, rules });
}

describe('the coverage of laws in a report', () => {
  it('lists the laws that a rule of the run asked about, counted by the rules in use', () => {
    const [pipl, regulation, ...others] = pages();
    expect(others).toEqual([]);
    expect(regulation?.title).toMatchObject({ zh: '网络数据安全管理条例（2025-01-01 施行）' });
    expect(pipl?.articles).toBe(74);
    // Articles 15 and 47 have that rule; those of all others were not in use.
    expect(pipl?.counts).toEqual({ automated: 1, partial: 1, manual: 8, not_assessed: 64 });
    expect(pipl?.groups[0]).toEqual({ status: 'automated', articles: '15', who: [] });
    expect(pipl?.groups.at(-1)?.status).toBe('not_assessed');
  });

  it.each(locales)('is printed in %s with every article group', async (locale) => {
    const coverage = pages();
    const { text, outline } = await readPdf(
      await renderReport({ ...sampleInput(locale), coverage }, fonts),
    );
    const all = squeezed(text);
    const wanted = {
      zh: ['全法共 74 条：自动检查 1 条', '任何一种状态都不表示已经符合法律', '由谁核查'],
      en: ['The law has 74 articles: 1 automated', 'no status says that the law is kept'],
    };
    for (const part of wanted[locale]) expect(all).toContain(squeezed(part));
    const groups = coverage.flatMap(({ groups: each }) => each);
    expect(groups.length).toBeGreaterThan(10);
    for (const { articles } of groups) expect(all).toContain(squeezed(articles));
    for (const person of groups.flatMap(({ who }) => who)) {
      expect(all).toContain(squeezed(textIn(person, locale) ?? '?'));
    }
    expect(JSON.stringify(outline)).toContain(
      locale === 'zh' ? '法律覆盖情况' : 'Coverage of laws',
    );
    expect(all).not.toMatch(/compliant/i);
  });

  it('is left out when no law was asked about', async () => {
    const { text } = await readPdf(await renderReport(sampleInput('en'), fonts));
    expect(text).not.toContain('Coverage of laws');
  });
});
