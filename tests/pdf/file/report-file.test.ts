import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ReportDocument } from '../../../core/src/pdf/file/report-document.ts';
import { renderReport } from '../../../core/src/pdf/index.ts';
import { readPdf, squeezed } from '../read-pdf.ts';
import { reportFonts } from '../report-fonts.ts';
import { largeInput, sampleInput } from '../sample-input.ts';

const fonts = reportFonts();
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('the file', () => {
  it('starts as a PDF 1.7 and ends with its end mark', async () => {
    const text = latin1(await renderReport(sampleInput('zh'), fonts));
    expect(text.startsWith('%PDF-1.7\n')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('claims PDF/A-3a and PDF/UA-1', async () => {
    const { xmp } = await readPdf(await renderReport(sampleInput('zh'), fonts));
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('embeds no font but its own two, in part', async () => {
    const text = latin1(await renderReport(sampleInput('en'), fonts));
    const names = [...text.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name ?? '');
    expect(names.map((name) => name.replace(/^[A-Z]{6}\+/, '')).toSorted()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ]);
  });

  it('carries the result as JSON, byte for byte', async () => {
    const input = sampleInput('zh');
    const { attachments, text } = await readPdf(await renderReport(input, fonts));
    const attached = attachments.get('audit-result.json') ?? new Uint8Array();
    expect(Buffer.from(attached).toString('utf8')).toBe(
      `${JSON.stringify(input.result, null, 2)}\n`,
    );
    expect(squeezed(text)).toContain(createHash('sha256').update(attached).digest('hex'));
  });

  it('takes markup in names as text', async () => {
    const sample = sampleInput('zh');
    const processes = sample.processes.map((process) => ({
      ...process,
      name: 'A & B <审计> "x"\nC',
    }));
    const { title, xmp, text } = await readPdf(await renderReport({ ...sample, processes }, fonts));
    expect(title).toBe('流程审计报告 - A & B <审计> "x" C');
    expect(xmp).toContain('流程审计报告 - A &amp; B &lt;审计&gt; &quot;x&quot; C<');
    expect(squeezed(text)).toContain(squeezed('A & B <审计> "x"'));
  });

  it('has the as-of date as its only date', async () => {
    const text = latin1(await renderReport(sampleInput('zh'), fonts));
    const dates = new Set(text.match(/D:\d{14}\S*\)/g));
    expect([...dates]).toEqual(['D:20261121000000Z)']);
  });

  it('is refused when an object in it was never ended', () => {
    const properties = {
      title: 'x',
      subject: 'x',
      producer: 'x',
      language: 'en',
      date: new Date(0),
      narrowQuotes: false,
    };
    const whole = new ReportDocument(properties, fonts);
    whole.addSheet(100, 100);
    expect(latin1(whole.toBytes())).toContain('%%EOF');
    const broken = new ReportDocument(properties, fonts);
    broken.addSheet(100, 100);
    broken.ref({});
    expect(() => broken.toBytes()).toThrow('not whole');
  });

  it('is the same bytes again', async () => {
    const first = await renderReport(sampleInput('en'), fonts);
    const second = await renderReport(sampleInput('en'), fonts);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is the same bytes in another time zone and language', () => {
    const script = join(mkdtempSync(join(tmpdir(), 'flowaudit-')), 'render.mjs');
    buildSync({
      entryPoints: [new URL('render-hash.ts', import.meta.url).pathname],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      alias: { pdfkit: modulePath('pdfkit'), linebreak: modulePath('linebreak') },
      external: [modulePath('pdfkit'), modulePath('linebreak')],
      define: {
        'import.meta.url': JSON.stringify(new URL('../report-fonts.ts', import.meta.url).href),
      },
    });
    const hashIn = (environment: Readonly<Record<string, string>>): string =>
      execFileSync(process.execPath, [script], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...environment },
      });
    const hash = hashIn({ TZ: 'UTC', LANG: 'C' });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashIn({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' })).toBe(hash);
  });

  it('holds a thousand findings and is made in seconds', async () => {
    const start = performance.now();
    const bytes = await renderReport(largeInput('zh', 1000), fonts);
    // Two seconds on an idle machine; the bound allows for a busy one.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(bytes.length).toBeLessThan(4_000_000);
  });

  it('loses none of many findings', async () => {
    const input = largeInput('en', 250);
    const { text } = await readPdf(await renderReport(input, fonts));
    const all = squeezed(text);
    const lost = input.result.findings.filter(({ message }) => !all.includes(squeezed(message)));
    expect(lost).toEqual([]);
  });
});

function modulePath(name: string): string {
  return import.meta.resolve(name);
}
