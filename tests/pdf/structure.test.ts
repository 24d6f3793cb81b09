import { describe, expect, it } from 'vitest';
import { locales } from '../../core/src/i18n/text.ts';
import { renderReport } from '../../core/src/pdf/index.ts';
import { nodesOf, readPdf, squeezed } from './read-pdf.ts';
import type { OutlineEntry } from './read-pdf.ts';
import { reportFonts } from './report-fonts.ts';
import { sampleInput } from './sample-input.ts';

const fonts = reportFonts();
const read = {
  zh: await readPdf(await renderReport(sampleInput('zh'), fonts)),
  en: await readPdf(await renderReport(sampleInput('en'), fonts)),
};

describe.each(locales)('the structure of the %s report', (locale) => {
  const { structure, outline, pages, links, isMarked, language, signatureFields } = read[locale];

  it('is marked as tagged and names its language', () => {
    expect(isMarked).toBe(true);
    expect(language).toBe({ zh: 'zh-CN', en: 'en' }[locale]);
  });

  it.each([
    ['Document'],
    ['H1'],
    ['H2'],
    ['H3'],
    ['P'],
    ['Table'],
    ['TR'],
    ['TH'],
    ['TD'],
    ['L'],
    ['LI'],
    ['TOC'],
    ['TOCI'],
    ['Link'],
    ['Figure'],
    ['Form'],
    ['Code'],
  ])('has the role %s', (role) => {
    expect(nodesOf(structure, role).length).toBeGreaterThan(0);
  });

  it('has column titles in every table', () => {
    const tables = nodesOf(structure, 'Table').filter(
      (table) => nodesOf(table.children, 'THead').length > 0,
    );
    expect(tables.length).toBeGreaterThanOrEqual(9);
    for (const table of tables) {
      expect(nodesOf(nodesOf(table.children, 'THead'), 'TH').length).toBeGreaterThan(1);
    }
  });

  it('says in words what the figure shows', () => {
    const expected = {
      zh: '未处理的发现项按严重程度分布：错误 2 个，警告 2 个，提示 1 个。',
      en: 'Open findings by severity: error 2, warning 2, info 1.',
    };
    expect(nodesOf(structure, 'Figure').map(({ alt }) => alt)).toEqual([expected[locale]]);
  });

  it('has one card heading for each open finding and one heading for each section', () => {
    expect(nodesOf(structure, 'H3')).toHaveLength(5);
    // The title, the table of contents and ten sections.
    expect(nodesOf(structure, 'H1')).toHaveLength(12);
  });

  it('has bookmarks of two levels, each leading to the page with its title', () => {
    expect(outline).toHaveLength(10);
    expect(outline.flatMap(({ items }) => items).length).toBeGreaterThan(10);
    for (const { title, page } of flattened(outline)) {
      expect(squeezed(pages[page] ?? '')).toContain(squeezed(title));
    }
  });

  it('lists every section in the table of contents with the page where it is', () => {
    const contents = squeezed(pages[1] ?? '');
    for (const { title, page } of outline) {
      expect(contents).toContain(squeezed(`${title} ${page + 1}`));
    }
  });

  it('links each line of the table of contents and each named finding to its place', () => {
    const fromContents = links.filter(({ page }) => page === 1).map(({ target }) => target);
    const listed = flattened(outline).filter(
      ({ title }) => !['客户投诉处理', 'Customer complaint handling'].includes(title),
    );
    expect(fromContents).toEqual(listed.map(({ page }) => page));
    const named = links.filter(({ page }) => page === 2);
    expect(named).toHaveLength(5);
    for (const [index, { target }] of named.entries()) {
      expect(squeezed(pages[target] ?? '')).toContain(`[${index + 1}]`);
    }
  });

  it('has one empty signature field for each role, with a spoken name', () => {
    expect(signatureFields.map(({ name }) => name)).toEqual(['auditor', 'owner', 'quality']);
    for (const { label } of signatureFields) expect(label).toMatch(/^(Signature: |签字：)\S/);
  });
});

function flattened(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return entries.flatMap((entry) => [entry, ...flattened(entry.items)]);
}
