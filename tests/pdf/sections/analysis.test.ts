import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../core/src/i18n/text.ts';
import { locales } from '../../../core/src/i18n/text.ts';
import { renderReport } from '../../../core/src/pdf/index.ts';
import type { AnalysisPage } from '../../../core/src/pdf/index.ts';
import { nodesOf, readPdf, squeezed } from '../read-pdf.ts';
import type { ReadPdf } from '../read-pdf.ts';
import { reportFonts } from '../report-fonts.ts';
import { sampleInput } from '../sample-input.ts';
import { emptyAnalysis, sampleAnalysis, textsOf } from './sample-analysis.ts';

const fonts = reportFonts();

async function read(locale: Locale, analyses?: readonly AnalysisPage[]): Promise<ReadPdf> {
  const input = sampleInput(locale);
  return readPdf(
    await renderReport(analyses === undefined ? input : { ...input, analyses }, fonts),
  );
}

const samples: Readonly<Record<Locale, ReadPdf>> = {
  zh: await read('zh', [sampleAnalysis('zh')]),
  en: await read('en', [sampleAnalysis('en')]),
};

const title = { zh: '时间、人力与可用率', en: 'Times, staffing and availability' };

/** Those of the wanted texts that a report lacks, however its lines are broken. */
function missing(text: string, wanted: readonly string[]): readonly string[] {
  const all = squeezed(text);
  return wanted.filter((part) => !all.includes(squeezed(part)));
}

describe.each(locales)('the analysis section of the %s report', (locale) => {
  const { text, structure, outline, pages } = samples[locale];

  it('prints every sentence and number that it was given', () => {
    const wanted = textsOf(sampleAnalysis(locale));
    expect(wanted.length).toBeGreaterThan(40);
    expect(missing(text, wanted)).toEqual([]);
  });

  it('prints the row of a role in order, with a dash for what nobody knows', () => {
    const rows = {
      zh: [
        '前端坐席0.914017.61分钟每天352小时每天336小时104.8%18',
        '0.22806.850分钟每天137小时–––',
      ],
      en: ['Frontline0.914017.61min352haday336haday104.8%18', '0.22806.850min137haday–––'],
    };
    expect(missing(text, rows[locale])).toEqual([]);
  });

  it('says what a percentile means', () => {
    const rows = {
      zh: ['p50 38.00 分钟 一半的案件在此时间内办完。', 'p90 199.0 分钟 每 100 件中有 90 件'],
      en: [
        'p50 38.00 min Half of the cases take at most this long.',
        'p90 199.0 min 90 of 100 cases',
      ],
    };
    expect(missing(text, rows[locale])).toEqual([]);
  });

  it('says beside a verdict how it was found and how certain its input is', () => {
    const rows = {
      zh: ['兑现不了 人力 最弱依据：假定', '能兑现 模拟 最弱依据：申报'],
      en: ['not kept capacity Weakest input: assumed', 'kept simulation Weakest input: declared'],
    };
    expect(missing(text, rows[locale])).toEqual([]);
  });

  it('follows the findings, with a bookmark and a line in the table of contents', () => {
    const titles = outline.map((entry) => entry.title);
    expect(titles.indexOf(`5  ${title[locale]}`)).toBe(4);
    expect(squeezed(titles[3] ?? '')).toBe(
      squeezed({ zh: '4 已豁免或忽略的发现项', en: '4 Accepted and suppressed findings' }[locale]),
    );
    const page = outline[4]?.page ?? 0;
    expect(missing(pages[1] ?? '', [`5 ${title[locale]} ${page + 1}`])).toEqual([]);
    expect(missing(pages[page] ?? '', [title[locale]])).toEqual([]);
  });

  it('has a heading and column titles for each of its tables', () => {
    const headings = nodesOf(structure, 'H3').length;
    // Five cards of findings; times, people, availability, promises and the drawing.
    expect(headings).toBe(5 + 5);
    for (const table of nodesOf(structure, 'Table')) {
      if (nodesOf(table.children, 'THead').length === 0) continue; // the rest on another page
      expect(nodesOf(nodesOf(table.children, 'THead'), 'TH').length).toBeGreaterThan(1);
    }
  });

  it('explains its terms in the glossary', () => {
    const terms = { zh: ['关键路径决定办理用时'], en: ['Critical path The chain of steps'] };
    expect(missing(text, terms[locale])).toEqual([]);
  });
});

describe('the analysis section', () => {
  it('is left out when nothing was analysed for the report', async () => {
    const { text, outline } = await read('en');
    expect(missing(text, [title.en])).toEqual([title.en]);
    expect(missing(text, ['The chain of steps'])).toEqual(['The chain of steps']);
    expect(outline).toHaveLength(10);
  });

  it('says that there was no process', async () => {
    const { text } = await read('zh', []);
    expect(missing(text, [title.zh, '没有可供分析的流程。'])).toEqual([]);
  });

  it('says of a process without numbers what is not there', async () => {
    const { text } = await read('zh', [emptyAnalysis({ zh: '空流程', en: 'Empty' })]);
    expect(
      missing(text, [
        '空流程',
        '分析没有需要特别指出的事项。',
        '没有计算每件用时。',
        '该流程中没有承担工作的角色。',
        '该流程所用系统均未声明可用率。',
        '该流程没有作出时限承诺。',
        '该流程没有可绘制的步骤。',
      ]),
    ).toEqual([]);
  });

  it('holds one part for each process', async () => {
    const { text, structure } = await read('en', [
      sampleAnalysis('en'),
      emptyAnalysis({ zh: '第二', en: 'The second process' }),
    ]);
    expect(missing(text, ['The second process'])).toEqual([]);
    expect(nodesOf(structure, 'H3')).toHaveLength(5 + 10);
  });
});
