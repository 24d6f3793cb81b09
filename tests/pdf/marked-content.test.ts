import { describe, expect, it } from 'vitest';
import { renderReport } from '../../core/src/pdf/index.ts';
import { depthsOfDrawing } from './depths-of-drawing.ts';
import { reportFonts } from './report-fonts.ts';
import { largeInput } from './sample-input.ts';

describe('everything drawn', () => {
  it('is either content of one structure element or decoration', async () => {
    const depths = await depthsOfDrawing(await renderReport(largeInput('zh', 20), reportFonts()));
    expect(depths.length).toBeGreaterThan(500);
    expect(new Set(depths)).toEqual(new Set([1]));
  });
});
