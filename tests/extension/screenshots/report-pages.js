import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { repository } from '../launch.js';
import { palettePng } from './palette-png.js';

/** Pixels; an A4 page is then 707 wide, and its small print can still be read. */
const pageHeight = 1000;

/** Cover, contents, summary and the first findings. */
const firstPages = 6;
/** The pages of the numbers and the drawing begin with this heading. */
const numbers = { en: 'Times, staffing and availability', zh: '时间、人力与可用率' };
const numberPages = 4;

/**
 * The first pages of the report on a folder and those of its numbers, as
 * `report-<locale>-<page>.png` and `report-<locale>-numbers-<page>.png`.
 *
 * @param directory a temporary folder for the report itself
 */
export async function reportPages({ sample, asOf, locale, directory }) {
  const file = join(directory, `report-${locale}.pdf`);
  const command = [join(repository, 'core', 'bin', 'flowaudit.js'), 'report', '--pdf', sample];
  const options = ['--locale', locale, '--as-of', asOf, '--fail-on', 'never', '--output', file];
  const { status, stderr } = spawnSync(process.execPath, [...command, ...options], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The report (${locale}) was not written: ${stderr}`);

  const data = new Uint8Array(readFileSync(file));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const images = [];
  for (let number = 1; number <= firstPages; number++) {
    const name = `report-${locale}-${String(number).padStart(2, '0')}.png`;
    images.push([name, await pagePng(document, number)]);
  }
  const start = await pageWith(document, numbers[locale]);
  for (let page = 0; page < numberPages; page++) {
    const name = `report-${locale}-numbers-${page + 1}.png`;
    images.push([name, await pagePng(document, start + page)]);
  }
  await document.loadingTask.destroy();
  return images;
}

/** The first page behind the contents that says so. */
async function pageWith(document, heading) {
  for (let number = firstPages; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(({ str }) => str).join('');
    if (text.replaceAll(' ', '').includes(heading.replaceAll(' ', ''))) return number;
  }
  throw new Error(`No page of the report says “${heading}”.`);
}

async function pagePng(document, number) {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: pageHeight / page.getViewport({ scale: 1 }).height });
  const width = Math.round(viewport.width);
  // Outside a browser pdfjs brings a canvas of its own.
  const { canvas, context } = document.canvasFactory.create(width, pageHeight);
  await page.render({ canvas, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, pageHeight);
  return palettePng({ width, height: pageHeight, rgba: data });
}
