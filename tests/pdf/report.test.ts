import { describe, expect, it } from 'vitest';
import { renderReport } from '../../core/src/pdf/index.ts';
import { readPdf, squeezed } from './read-pdf.ts';
import { reportFonts } from './report-fonts.ts';
import { sampleInput } from './sample-input.ts';

const fonts = reportFonts();
describe('x', () => {
  it('y', async () => {
    const pdf = await readPdf(await renderReport(sampleInput('zh'), fonts));
    console.log(pdf.pages[2], JSON.stringify(pdf.outline).slice(0, 600), pdf.title, pdf.language, pdf.isMarked, pdf.links.slice(0,3), pdf.signatureFields, [...pdf.attachments.keys()], JSON.stringify(pdf.structure).slice(0,800), pdf.xmp);
  });
});
