import { createHash } from 'node:crypto';
import { renderReport } from '../../../core/src/pdf/index.ts';
import { reportFonts } from '../report-fonts.ts';
import { sampleInput } from '../sample-input.ts';

// Run in a process of its own by report-file.test.ts: prints the hash of one report.
const bytes = await renderReport(sampleInput('zh'), reportFonts());
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
