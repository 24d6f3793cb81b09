import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ReportFonts } from '../../core/src/pdf/index.ts';

const core = new URL('../../core/', import.meta.url);

/** The fonts as the build cuts them; cutting takes a second the first time and is skipped after. */
export function reportFonts(): ReportFonts {
  execFileSync(process.execPath, [new URL('scripts/cut-fonts.js', core).pathname]);
  return {
    regular: readFileSync(new URL('dist/fonts/NotoSansSC-Regular.ttf', core)),
    bold: readFileSync(new URL('dist/fonts/NotoSansSC-Bold.ttf', core)),
  };
}
