import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../core/src/pdf/index.ts';
import { reportFonts } from './report-fonts.ts';
import { largeInput } from './sample-input.ts';

const begins = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps]);
const draws = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.fill,
  OPS.stroke,
  OPS.constructPath,
]);

/** How deep in marked content each drawing command of the file stands. */
async function depthsOfDrawing(bytes: Uint8Array): Promise<readonly number[]> {
  const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const depths: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    let depth = 0;
    for (const operator of fnArray) {
      if (begins.has(operator)) depth++;
      if (operator === OPS.endMarkedContent) depth--;
      if (draws.has(operator)) depths.push(depth);
    }
    expect(depth).toBe(0);
  }
  await task.destroy();
  return depths;
}

describe('everything drawn', () => {
  it('is either content of one structure element or decoration', async () => {
    const depths = await depthsOfDrawing(await renderReport(largeInput('zh', 20), reportFonts()));
    expect(depths.length).toBeGreaterThan(500);
    expect(new Set(depths)).toEqual(new Set([1]));
  });
});
