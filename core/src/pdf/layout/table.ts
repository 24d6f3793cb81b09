import type { StructureElement } from '../file/pdfkit.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { TextStyle } from './palette.ts';
import { ink, tint, type } from './palette.ts';

export interface Column {
  readonly title: string;
  /** Share of the table's width, against the other columns. */
  readonly share: number;
  readonly align?: 'right';
  /** Names its row, as a heading cell. */
  readonly isRowHeader?: boolean;
}

/** One cell: a text, or texts below each other in styles of their own. */
export type Cell = string | readonly CellText[];

export interface CellText {
  readonly text: string;
  readonly weight?: TextStyle['weight'];
  readonly color?: string;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const padding = { x: 6, y: 5 } as const;
const style: TextStyle = type.small;

interface PlacedColumn extends Column {
  readonly x: number;
  readonly width: number;
}

interface CellLine {
  readonly text: string;
  readonly style: TextStyle;
}

type RowLines = readonly (readonly CellLine[])[];

/**
 * Draws a table that loses nothing: a row too tall for a page goes on over pages, and each page
 * repeats the column titles for the eye.
 */
export function layTable(flow: PageFlow, table: Table): void {
  const columns = placeColumns(table.columns);
  const header = columns.map((column) => linesOf(flow, column.title, column, type.smallStrong));
  const headerHeight = heightOf(header);
  const rows = table.rows.map((row) =>
    columns.map((column, index) => linesOf(flow, row[index] ?? '', column, style)),
  );
  flow.need(headerHeight + Math.min(heightOf(rows[0] ?? []), 6 * style.pitch));

  const element = flow.document.struct('Table');
  flow.root.add(element);
  layHeader(flow, element, columns, header);
  const body = flow.document.struct('TBody');
  element.add(body);
  const repeatHeader = (): void => {
    flow.newPage();
    drawHeaderAgain(flow, columns, header);
  };
  for (const row of rows) layRow(flow, body, columns, row, headerHeight, repeatHeader);
  body.end();
  element.end();
  flow.y += 8;
}

function placeColumns(columns: readonly Column[]): readonly PlacedColumn[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  let x: number = sheet.left;
  return columns.map((column) => {
    const width = (textWidth * column.share) / shares;
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

function linesOf(
  flow: PageFlow,
  cell: Cell,
  column: PlacedColumn,
  usual: TextStyle,
): readonly CellLine[] {
  const texts = typeof cell === 'string' ? [{ text: cell }] : cell;
  return texts.flatMap((part: CellText) => {
    const own = { ...usual, weight: part.weight ?? usual.weight, color: part.color ?? usual.color };
    const lines = flow.typesetter.wrap(part.text, own, column.width - 2 * padding.x);
    return lines.map((text) => ({ text, style: own }));
  });
}

function heightOf(row: RowLines): number {
  return lineCountOf(row) * style.pitch + 2 * padding.y;
}

function lineCountOf(row: RowLines): number {
  return Math.max(1, ...row.map((lines) => lines.length));
}

function layHeader(
  flow: PageFlow,
  table: StructureElement,
  columns: readonly PlacedColumn[],
  header: RowLines,
): void {
  drawHeaderBand(flow, header);
  const head = flow.document.struct('THead');
  table.add(head);
  const row = flow.document.struct('TR');
  head.add(row);
  for (const [index, column] of columns.entries()) {
    const cell = flow.document.struct('TH', { scope: 'Column' });
    row.add(cell);
    const lines = header[index] ?? [];
    cell.add(() => drawCell(flow, column, lines, flow.y + padding.y));
    cell.end();
  }
  row.end();
  head.end();
  flow.y += heightOf(header);
}

function drawHeaderAgain(flow: PageFlow, columns: readonly PlacedColumn[], header: RowLines): void {
  drawHeaderBand(flow, header);
  flow.decorate(() => {
    for (const [index, column] of columns.entries()) {
      drawCell(flow, column, header[index] ?? [], flow.y + padding.y);
    }
  });
  flow.y += heightOf(header);
}

function drawHeaderBand(flow: PageFlow, header: RowLines): void {
  flow.decorate(() => {
    flow.document.rect(sheet.left, flow.y, textWidth, heightOf(header)).fill(tint.head);
  });
}

function layRow(
  flow: PageFlow,
  body: StructureElement,
  columns: readonly PlacedColumn[],
  row: RowLines,
  headerHeight: number,
  nextPage: () => void,
): void {
  if (heightOf(row) > flow.room && fitsOnPage(row, headerHeight)) nextPage();
  const rowElement = flow.document.struct('TR');
  body.add(rowElement);
  const cells = columns.map(({ isRowHeader }) => {
    const cell =
      isRowHeader === true
        ? flow.document.struct('TH', { scope: 'Row' })
        : flow.document.struct('TD');
    rowElement.add(cell);
    return cell;
  });
  const count = lineCountOf(row);
  for (let done = 0; done < count;) {
    const fitting = Math.floor((flow.room - 2 * padding.y) / style.pitch);
    if (fitting < Math.min(3, count - done)) {
      nextPage();
      continue;
    }
    const take = Math.min(fitting, count - done);
    layRowPart(flow, cells, columns, row, done, take);
    done += take;
  }
  for (const cell of cells) cell.end();
  rowElement.end();
}

/** A tall row is split where it stands; one that leaves half a page empty is not moved either. */
function fitsOnPage(row: RowLines, headerHeight: number): boolean {
  return heightOf(row) + headerHeight < (sheet.bottom - sheet.top) / 2;
}

/** The lines of one row from `first` on that one page takes. */
function layRowPart(
  flow: PageFlow,
  cells: readonly StructureElement[],
  columns: readonly PlacedColumn[],
  row: RowLines,
  first: number,
  count: number,
): void {
  const top = flow.y + padding.y;
  for (const [index, column] of columns.entries()) {
    const lines = (row[index] ?? []).slice(first, first + count);
    // An empty cell is drawn too, once: a cell without content is no cell to a screen reader.
    if (lines.length > 0 || first === 0) {
      cells[index]?.add(() => drawCell(flow, column, lines, top));
    }
  }
  flow.y += count * style.pitch + 2 * padding.y;
  flow.decorate(() => {
    flow.document.rect(sheet.left, flow.y - 0.6, textWidth, 0.6).fill(tint.rule);
  });
}

function drawCell(
  flow: PageFlow,
  column: PlacedColumn,
  lines: readonly CellLine[],
  top: number,
): void {
  for (const [index, line] of lines.entries()) {
    const indent =
      column.align === 'right'
        ? column.width - 2 * padding.x - flow.typesetter.widthOf(line.text.trimEnd(), line.style)
        : 0;
    const x = column.x + padding.x + indent;
    flow.typesetter.draw(line.text, line.style, x, top + index * style.pitch);
  }
}

/** A word in bold and colour; the word itself says what the colour says. */
export function strongCell(text: string, color: string = ink.strong): Cell {
  return [{ text, weight: 'bold', color }];
}
