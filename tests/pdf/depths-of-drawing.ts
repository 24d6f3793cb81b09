import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const begins = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps]);
const draws = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.fill,
  OPS.stroke,
  OPS.constructPath,
]);

/** How deep in marked content each drawing command of the file stands. */
export async function depthsOfDrawing(bytes: Uint8Array): Promise<readonly number[]> {
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
    if (depth !== 0) throw new Error('marked content is not closed on its page');
  }
  await task.destroy();
  return depths;
}
