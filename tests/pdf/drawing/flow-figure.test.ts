import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../core/src/i18n/text.ts';
import { locales } from '../../../core/src/i18n/text.ts';
import { renderReport } from '../../../core/src/pdf/index.ts';
import type { FlowDrawing } from '../../../core/src/pdf/index.ts';
import { depthsOfDrawing } from '../depths-of-drawing.ts';
import { nodesOf, readPdf, squeezed } from '../read-pdf.ts';
import type { ReadPdf } from '../read-pdf.ts';
import { reportFonts } from '../report-fonts.ts';
import { emptyInput } from '../sample-input.ts';
import { emptyAnalysis } from '../sections/sample-analysis.ts';
import { branchesWithLoop, mixedFlow, parallelWork, straightLine } from './sample-flows.ts';

const fonts = reportFonts();

async function render(locale: Locale, drawing: FlowDrawing): Promise<Uint8Array> {
  const page = emptyAnalysis({ zh: '流程', en: 'Process' });
  return renderReport({ ...emptyInput(locale), analyses: [{ ...page, drawing }] }, fonts);
}

async function read(locale: Locale, drawing: FlowDrawing): Promise<ReadPdf> {
  return readPdf(await render(locale, drawing));
}

/** What the figures say in words; the first figure of the report is its bar of counts. */
function spoken({ structure }: ReadPdf): readonly string[] {
  return nodesOf(structure, 'Figure')
    .slice(1)
    .map(({ alt }) => alt ?? '');
}

function missing(text: string, wanted: readonly string[]): readonly string[] {
  const all = squeezed(text);
  return wanted.filter((part) => !all.includes(squeezed(part)));
}

const shapes: readonly (readonly [string, (locale: Locale) => FlowDrawing])[] = [
  ['a straight line', (locale) => straightLine(locale, 8)],
  ['branches with a loop', branchesWithLoop],
  ['parallel work', (locale) => parallelWork(locale, 6)],
  ['40 steps', (locale) => mixedFlow(locale, 40)],
  ['200 steps', (locale) => mixedFlow(locale, 200)],
];

describe.each(locales)('in the %s report', (locale) => {
  it.each(shapes)('%s shows every name, role and share of cases', async (_, shape) => {
    const drawing = shape(locale);
    const { text } = await read(locale, drawing);
    const names = drawing.steps.map(({ name }) => `. ${name}`);
    const roles = drawing.steps.flatMap(({ role, type }) =>
      role === undefined || type === 'parallel' || type === 'join' ? [] : [role],
    );
    expect(missing(text, [...names, ...roles])).toEqual([]);
    const shares = drawing.edges.flatMap(({ probability }) =>
      probability === undefined ? [] : [`${Number((100 * probability).toPrecision(4))}%`],
    );
    expect(missing(text, shares)).toEqual([]);
  });

  it.each(shapes)('%s says its steps in words, one figure for each page', async (_, shape) => {
    const drawing = shape(locale);
    const pdf = await read(locale, drawing);
    const [legend, ...figures] = spoken(pdf);
    expect(legend).toContain({ zh: '流程图图例：', en: 'Signs of the flow chart: ' }[locale]);
    expect(figures.length).toBeGreaterThan(0);
    const lines = figures.flatMap((alt) => alt.split('\n').slice(1));
    expect(lines).toHaveLength(drawing.steps.length);
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(
      drawing.steps.map((_step, index) => index + 1),
    );
  });
});

describe('the drawing', () => {
  it('says in words where each step leads, why and how often', async () => {
    const [, figure] = spoken(await read('en', branchesWithLoop('en')));
    expect(figure?.split('\n')).toEqual([
      'Flow chart, steps 1 to 11.',
      '1. Receive complaint (Automated step, Critical path): goes on to 3, 2 (fails).',
      '2. Receive by hand (Task, Front line): goes on to 3.',
      '3. What kind of complaint? (Choice, Critical path): goes on to 4 (55%), 5 (35%), 6 (10%).',
      '4. Reply automatically (Automated step): goes on to 8.',
      '5. Handle complaint (Task, Front line, Critical path): goes on to 8, 7 (late).',
      '6. Handle urgently (Task, Expert): goes on to 8.',
      '7. Escalate to the lead (Approval, Lead): goes on to 8.',
      '8. Ask the customer to confirm (Wait, Critical path): goes on to 9.',
      '9. Is the customer satisfied? (Choice, Critical path): goes on to 5 (12.5%), 10 (87.5%), 10 (loop ends).',
      '10. Archive (Automated step, Critical path): goes on to 11.',
      '11. Done (End, Critical path).',
    ]);
  });

  it('explains the signs that it uses and no others', async () => {
    const [legend] = spoken(await read('zh', straightLine('zh', 3)));
    expect(legend).toBe('流程图图例：人工任务、自动步骤、结束、关键路径。');
  });

  it('says at the end of a page where the process goes on, and at the start where it came from', async () => {
    const pdf = await read('en', mixedFlow('en', 40));
    const begins = spoken(pdf)
      .slice(2)
      .map((alt) => Number(/steps (\d+) to/.exec(alt)?.[1]));
    expect(begins).toHaveLength(2);
    for (const first of begins) {
      const page = pdf.pages.findIndex((text) => text.includes(`from ${first - 1}`));
      expect(pdf.pages[page]).toContain(`${first}. `);
      expect(pdf.pages[page - 1]).toContain(`→ ${first}`);
    }
  });

  it('puts a long line of steps side by side in three columns', async () => {
    const [, ...figures] = spoken(await read('zh', straightLine('zh', 120)));
    // Eight steps of a column would need 15 pages, 5 with three columns.
    expect(figures.length).toBeLessThanOrEqual(5);
  });

  it('is drawn within one structure element', async () => {
    const depths = await depthsOfDrawing(await render('zh', mixedFlow('zh', 40)));
    expect(depths.length).toBeGreaterThan(300);
    expect(new Set(depths)).toEqual(new Set([1]));
  });

  it('is the same bytes again', async () => {
    const [one, other] = [
      await render('en', mixedFlow('en', 60)),
      await render('en', mixedFlow('en', 60)),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('of one step stands alone', async () => {
    const pdf = await read('en', straightLine('en', 1));
    expect(spoken(pdf)[1]).toBe(
      'Flow chart, steps 1 to 1.\n1. Receive complaint 0 (End, Front-line agent, Critical path).',
    );
  });

  it('leaves out an arrow to a step that is not there', async () => {
    const { steps } = straightLine('en', 2);
    const edges = [{ from: 's0', to: 'nowhere', kind: 'next' as const, critical: false }];
    const [, figure] = spoken(await read('en', { steps, edges }));
    expect(figure).toContain('1. Receive complaint 0 (Task, Front-line agent, Critical path).');
  });

  it('cuts a name that is too long for its box and says it whole in words', async () => {
    const name = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
    const { steps, edges } = straightLine('en', 3);
    const [first, ...others] = steps;
    if (first === undefined) throw new Error('the sample has no step');
    const pdf = await read('en', { steps: [{ ...first, name }, ...others], edges });
    expect(pdf.text).toContain('…');
    expect(spoken(pdf)[1]).toContain('word119');
  });

  it('survives a step that leads to a hundred others', async () => {
    const { steps } = straightLine('zh', 101);
    const edges = steps
      .slice(1)
      .map(({ id }) => ({ from: 's0', to: id, kind: 'next' as const, critical: false }));
    const { text } = await read('zh', { steps, edges });
    expect(
      missing(
        text,
        steps.map(({ name }) => `. ${name}`),
      ),
    ).toEqual([]);
  });
});
