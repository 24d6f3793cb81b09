import { LineIndex } from '../../source/line-index.ts';
import { factPart } from '../layout/facts.ts';
import { layLines } from '../layout/lines.ts';
import type { PageFlow } from '../layout/page-flow.ts';
import type { Part } from '../layout/part.ts';
import { ink, tint, type } from '../layout/palette.ts';
import type { NumberedFinding, ReportContext } from '../report-context.ts';
import { excerptOf } from './excerpt-lines.ts';
import type { ExcerptLine } from './excerpt-lines.ts';

export interface ExcerptBox {
  readonly x: number;
  readonly width: number;
  readonly labelWidth: number;
}

const style = type.note;
const numberStyle = { ...style, color: ink.soft };
const gutter = 46;
const padding = 5;
const above = 2;
const below = 7;

/** One printed row: a source line, or what of it goes on below. */
interface Row {
  readonly text: string;
  readonly indent: number;
  readonly isMarked: boolean;
  /** On the first row of a source line. */
  readonly number?: string;
}

/** Draws pieces of the audited files; each file is cut into lines once. */
export class SourceExcerpts {
  readonly #context: ReportContext;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  part(finding: NumberedFinding, box: ExcerptBox): Part {
    const { flow, say } = this.#context;
    const lines = excerptOf(this.#linesOf(finding.path), finding.range, say);
    if (lines.length === 0) {
      const fact = { label: say('report.finding.excerpt'), value: say('report.finding.noExcerpt') };
      return factPart(flow, fact, box);
    }
    const rows = lines.flatMap((line) => rowsOf(flow, line, box));
    return {
      height: rows.length * style.pitch + 2 * padding + above + below,
      lay: () => layRows(flow, rows, box),
    };
  }

  #linesOf(path: string): readonly string[] {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const text = this.#context.input.sources.get(path);
    const lines = text === undefined ? [] : cutIntoLines(text);
    this.#lines.set(path, lines);
    return lines;
  }
}

function cutIntoLines(text: string): readonly string[] {
  const { starts } = new LineIndex(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]).replace(/[\r\n]+$/, ''));
}

/** Spaces are narrow in a proportional font; half an em each keeps the levels of YAML apart. */
function rowsOf(flow: PageFlow, line: ExcerptLine, box: ExcerptBox): readonly Row[] {
  const content = line.text.trimStart();
  const indent = Math.min(line.text.length - content.length, 40) * style.size * 0.5;
  const width = box.width - gutter - padding - indent;
  return flow.typesetter.wrap(content, style, width).map((text, index) => ({
    text,
    indent,
    isMarked: line.isMarked,
    ...(index === 0 && line.number !== undefined && { number: String(line.number) }),
  }));
}

function layRows(flow: PageFlow, rows: readonly Row[], box: ExcerptBox): void {
  flow.need(above + padding + style.pitch);
  flow.y += above + padding;
  const paragraph = flow.document.struct('P');
  flow.root.add(paragraph);
  const code = flow.document.struct('Code');
  paragraph.add(code);
  layLines(flow, code, {
    count: rows.length,
    pitch: style.pitch,
    draw: (index, top) => drawRow(flow, rows[index], box, top),
    drawBehind: (first, count, top) => drawBox(flow, rows.slice(first, first + count), box, top),
  });
  code.end();
  paragraph.end();
  flow.y += padding + below;
}

function drawRow(flow: PageFlow, row: Row | undefined, box: ExcerptBox, top: number): void {
  if (row === undefined) return;
  const { typesetter } = flow;
  if (row.number !== undefined) {
    const weight = row.isMarked ? 'bold' : 'regular';
    const numbers = { ...numberStyle, weight } as const;
    if (row.isMarked) typesetter.draw('▶ ', numbers, box.x + 6, top);
    const right = box.x + gutter - 10;
    typesetter.draw(
      `${row.number} `,
      numbers,
      right - typesetter.widthOf(row.number, numbers),
      top,
    );
  }
  typesetter.draw(row.text, { ...style, color: ink.text }, box.x + gutter + row.indent, top);
}

function drawBox(flow: PageFlow, rows: readonly Row[], box: ExcerptBox, top: number): void {
  const { document } = flow;
  const height = rows.length * style.pitch;
  document.rect(box.x, top - padding, box.width, height + 2 * padding).fill(tint.code);
  for (const [index, row] of rows.entries()) {
    if (!row.isMarked) continue;
    document.rect(box.x, top + index * style.pitch, box.width, style.pitch).fill(tint.mark);
  }
}
