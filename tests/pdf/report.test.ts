import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportMessages } from '../../core/src/i18n/messages/report.ts';
import type { Locale } from '../../core/src/i18n/text.ts';
import { locales } from '../../core/src/i18n/text.ts';
import { renderReport } from '../../core/src/pdf/index.ts';
import type { ReportInput } from '../../core/src/pdf/index.ts';
import { readPdf, squeezed } from './read-pdf.ts';
import type { ReadPdf } from './read-pdf.ts';
import { reportFonts } from './report-fonts.ts';
import { cleanInput, emptyInput, processPath, sampleInput, withMessage } from './sample-input.ts';

const fonts = reportFonts();

async function read(input: ReportInput): Promise<ReadPdf> {
  return readPdf(await renderReport(input, fonts));
}

const samples: Readonly<Record<Locale, ReadPdf>> = {
  zh: await read(sampleInput('zh')),
  en: await read(sampleInput('en')),
};

/** Those of the wanted texts that a report lacks, however its lines are broken. */
function missing(text: string, wanted: readonly string[]): readonly string[] {
  const all = squeezed(text);
  return wanted.filter((part) => !all.includes(squeezed(part)));
}

describe.each(locales)('the %s report', (locale) => {
  const { result, ruleTexts, processes } = sampleInput(locale);
  const { text, pages } = samples[locale];

  it('holds every message, place, pointer and fingerprint', () => {
    expect(
      missing(
        text,
        result.findings.flatMap((finding) => [
          finding.message,
          finding.fingerprint,
          `${processPath}:${finding.range.start.line}:${finding.range.start.column}`,
          ...finding.related.map(({ message }) => message),
        ]),
      ),
    ).toEqual([]);
    expect(
      missing(
        text,
        result.findings
          .filter(({ suppressed }) => suppressed === undefined)
          .map(({ pointer }) => pointer),
      ),
    ).toEqual([]);
  });

  it('holds title, rationale and remedy of every rule with an open finding', () => {
    const rules = result.findings
      .filter(({ suppressed }) => suppressed === undefined)
      .map(({ rule }) => ruleTexts.get(rule));
    expect(
      missing(
        text,
        rules.flatMap((rule) =>
          [rule?.title, rule?.rationale, rule?.remedy].map((part) =>
            typeof part === 'object' ? (part[locale] ?? '') : (part ?? ''),
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('lists every rule with its counts, and says why some did not apply or finish', () => {
    expect(
      missing(
        text,
        result.rules.flatMap(({ id, title, notApplicable, error }) => [
          id,
          // What did not apply is listed by its reason, with ids only.
          notApplicable === undefined ? title : '',
          notApplicable ?? '',
          error ?? '',
        ]),
      ),
    ).toEqual([]);
    const row = {
      zh: 'sla/escalates-before-breach警告211',
      en: 'sla/escalates-before-breachWarning211',
    };
    expect(squeezed(text)).toContain(row[locale]);
  });

  it('prints the full hash of every file, every ruleset and the result', () => {
    expect(
      missing(text, [
        ...result.files.map(({ sha256 }) => sha256),
        ...result.rulesets.map(({ sha256 }) => sha256),
        createHash('sha256').update(resultBytes(locale)).digest('hex'),
      ]),
    ).toEqual([]);
  });

  it('gives the reason of every skipped and failed file and of every suppression', () => {
    expect(
      missing(text, [
        ...result.files.map(({ reason }) => reason ?? ''),
        ...result.findings.map(({ suppressed }) => suppressed?.reason ?? ''),
        '2027-03-31',
      ]),
    ).toEqual([]);
  });

  it('prints each criterion with its demand and what decided it', () => {
    const criteria = processes.flatMap((process) => process.criteria);
    expect(
      missing(
        text,
        criteria.flatMap(({ id, demand, because }) => [id, demand, because]),
      ),
    ).toEqual([]);
  });

  it('says on the cover who, what and with which verdict, and what limits it', () => {
    const cover = {
      zh: ['优品商城有限公司', '客户投诉处理', '不通过', '2026-11-21', '有1个文件无法读取。'],
      en: [
        'Youpin Mall Ltd.',
        'Customer complaint handling',
        'Fail',
        '2026-11-21',
        '1 file could not be read.',
      ],
    };
    expect(missing(pages[0] ?? '', cover[locale])).toEqual([]);
  });

  it('keeps the summary on one page', () => {
    const [summary, scope] = { zh: ['1摘要', '2范围'], en: ['1Summary', '2Scope'] }[locale];
    expect(squeezed(pages[2] ?? '').startsWith(summary ?? '?')).toBe(true);
    expect(squeezed(pages[3] ?? '').startsWith(scope ?? '?')).toBe(true);
  });

  it('quotes the source with line numbers and marks the offending line', () => {
    expect(
      missing(text, [
        '11 role: bot',
        '▶ 13 collects: [contact, complaint, id_number]',
        '15 sla: { within: 5min }',
        '▶ 31 target: 99.99%',
      ]),
    ).toEqual([]);
    expect(squeezed(text)).not.toContain(squeezed('▶ 12'));
  });

  it('says which rule was not checked against the primary text', () => {
    expect(
      missing(text, [
        { zh: '未经原文核对。', en: 'Not checked against the primary text.' }[locale],
      ]),
    ).toEqual([]);
  });

  it('names law, article and edition, and says when no edition is known', () => {
    const wanted = {
      zh: ['PIPL 第 29 条（2021 版）', 'ISO/IEC 20000-1 第 8.3.3 条（未注明版本）'],
      en: ['PIPL Art. 29 (edition 2021)', 'ISO/IEC 20000-1 Art. 8.3.3 (edition not stated)'],
    };
    expect(missing(text, wanted[locale])).toEqual([]);
  });

  it('numbers every page but the cover', () => {
    const label = (page: number): string =>
      locale === 'zh' ? `第 ${page} 页 / 共 ${pages.length} 页` : `Page ${page} of ${pages.length}`;
    expect(pages.length).toBeGreaterThan(8);
    expect(squeezed(pages[0] ?? '')).not.toContain(squeezed(label(1)));
    for (const [index, page] of pages.slice(1).entries()) {
      expect(squeezed(page)).toContain(squeezed(label(index + 2)));
    }
  });

  it('leaves no placeholder and no undefined value', () => {
    expect(text).not.toMatch(/\{(?!\s)[\w.]+\}(?!\s*\])|undefined|NaN|\[object/);
  });
});

function resultBytes(locale: Locale): string {
  return `${JSON.stringify(sampleInput(locale).result, null, 2)}\n`;
}

describe('a report', () => {
  it('says in sentences that there is nothing', async () => {
    const { text } = await read(emptyInput('zh'));
    expect(
      missing(text, [
        '没有发现项。',
        '没有读取任何文件。',
        '没有使用任何规则集。',
        '没有读到任何流程。',
        '没有流程声明验收标准。',
        '没有被豁免或忽略的发现项。',
        '每条规则都有可核对的对象。',
        '未提供',
        '无法判定',
      ]),
    ).toEqual([]);
  });

  it('says Pass in words when everything passed', async () => {
    const { pages, text } = await read(cleanInput('en'));
    expect(missing(pages[0] ?? '', ['Pass', 'Every rule that applies holds'])).toEqual([]);
    expect(
      missing(text, ['No findings.', 'Nothing failed, and nothing limits this verdict.']),
    ).toEqual([]);
  });

  it('prints what the font lacks, and what is invisible, as numbers', async () => {
    const { text } = await read(withMessage('zh', '步骤“🙂受理\u202e投\ud800诉”\u0007有误。'));
    expect(
      missing(text, ['步骤“〔U+1F642〕受理〔U+202E〕投〔U+D800〕诉”〔U+0007〕有误。']),
    ).toEqual([]);
    expect(
      missing(text, ['有 4 种字符无法显示或不可见，以编号代替：U+0007 U+202E U+D800 U+1F642。']),
    ).toEqual([]);
  });

  it('draws rare characters of names', async () => {
    const { text } = await read(withMessage('zh', '负责人：朱镕基、李喆、王堃、赵燚。'));
    expect(missing(text, ['负责人：朱镕基、李喆、王堃、赵燚。'])).toEqual([]);
  });

  it('reads back ideographs where the input has radicals that look like them', async () => {
    const { text } = await read(withMessage('zh', '⼀次⾦额一次金额'));
    expect(text).toContain('一次金额一次金额');
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('breaks a long string without spaces and keeps all of it', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `segment${index}`).join('_');
    expect(missing((await read(withMessage('en', long))).text, [long])).toEqual([]);
  });

  it('keeps a message of several pages whole', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `Line ${index} of the message.`);
    expect(missing((await read(withMessage('en', lines.join('\n')))).text, lines)).toEqual([]);
  });

  it('says how much of a very long source line it leaves out', async () => {
    const sample = sampleInput('en');
    const source = `${'a'.repeat(5000)}\n`.repeat(40);
    const { text } = await read({ ...sample, sources: new Map([[processPath, source]]) });
    expect(missing(text, ['[4600 characters not shown]'])).toEqual([]);
  });

  it('says when the source of a finding is not there', async () => {
    const { text } = await read({ ...sampleInput('zh'), sources: new Map() });
    expect(missing(text, ['没有该文件的原文。'])).toEqual([]);
  });

  it('names only some of many processes on the cover and says how many more there are', async () => {
    const sample = sampleInput('en');
    const processes = Array.from({ length: 30 }, (_, index) => ({
      path: `p${index}.yaml`,
      id: `process-${index}`,
      name: `Process number ${index}`,
      criteria: [],
    }));
    const { pages, text } = await read({ ...sample, processes });
    expect(missing(pages[0] ?? '', ['Process number 5', 'and 24 more processes', 'Fail'])).toEqual(
      [],
    );
    expect(pages[0]).not.toContain('Process number 6');
    expect(missing(text, ['Process number 29', 'Organization Not provided.'])).toEqual([]);
  });
});

describe('the strings of the report', () => {
  const strings = Object.values(reportMessages).flatMap(({ en, zh }) => [
    zh,
    ...(typeof en === 'string' ? [en] : Object.values(en)),
  ]);

  it('never call anything compliant', () => {
    expect(strings.filter((text) => /complian|合规/i.test(text))).toEqual([]);
  });

  it('never promise more than a PKCS#7 signature', () => {
    expect(strings.filter((text) => /PAdES|legally binding|具有法律效力/i.test(text))).toEqual([]);
  });

  it('have full-width punctuation between Chinese characters', () => {
    const chinese = Object.values(reportMessages).map(({ zh }) => zh);
    expect(chinese.filter((text) => /\p{Script=Han}[,;:!?()]/u.test(text))).toEqual([]);
  });
});
