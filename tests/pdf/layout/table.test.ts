import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../core/src/pdf/index.ts';
import type { ReportInput } from '../../../core/src/pdf/index.ts';
import { nodesOf, readPdf, squeezed } from '../read-pdf.ts';
import type { ReadPdf } from '../read-pdf.ts';
import { reportFonts } from '../report-fonts.ts';
import { sampleInput } from '../sample-input.ts';

const fonts = reportFonts();

/** The sample whose only criterion has this reason. */
function inputWithReason(because: string): ReportInput {
  const sample = sampleInput('en');
  const processes = sample.processes.map((process) => ({
    ...process,
    criteria: [{ id: 'tall', demand: 'x >= 1', verdict: 'fail' as const, because }],
  }));
  return { ...sample, processes };
}

async function readWithReason(because: string): Promise<ReadPdf> {
  return readPdf(await renderReport(inputWithReason(because), fonts));
}

/** How many column titles the structure of the file holds. */
async function columnTitles(because: string): Promise<number> {
  const bytes = await renderReport(inputWithReason(because), fonts);
  return Buffer.from(bytes).toString('latin1').split('/Scope /Column').length - 1;
}

describe('a table', () => {
  const lines = Array.from(
    { length: 200 },
    (_, index) => `Reason ${String(index).padStart(3, '0')}`,
  );

  it('keeps all 200 lines of a cell taller than a page', async () => {
    const { text } = await readWithReason(lines.join('\n'));
    expect(lines.filter((line) => !text.includes(line))).toEqual([]);
  });

  it('repeats its column titles on every page that it reaches', async () => {
    const { pages } = await readWithReason(lines.join('\n'));
    const reached = pages.filter((page) => /Reason \d{3}/.test(page));
    expect(reached.length).toBeGreaterThan(3);
    for (const page of reached) {
      expect(squeezed(page)).toContain('CriterionStandard,levelDemandVerdictBecause');
    }
  });

  it('has its column titles once in the structure', async () => {
    expect(await columnTitles(lines.join('\n'))).toBe(await columnTitles('Short.'));
  });

  it('puts one cell of the structure under each column', async () => {
    const { structure } = await readWithReason('Short.');
    for (const row of nodesOf(structure, 'TR')) {
      expect(row.children.length).toBeGreaterThan(1);
    }
  });
});
