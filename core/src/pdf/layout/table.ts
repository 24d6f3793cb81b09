import type { StructureElement } from '../file/pdfkit.ts';
import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import { tint, type } from './palette.ts';
import type { Cell, Column, PlacedColumn, RowLines } from './table-cells.ts';
import {
  drawCell,
  rowHeight,
  rowLineCount,
  linesOf,
  padding,
  placeColumns,
  tableStyle,
} from './table-cells.ts';

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Draws a table that loses nothing: a row too tall for a page goes on over pages, and each page
 * repeats the column titles for the eye.
 */
export function layTable(flow: PageFlow, table: Table): void {
  const columns = placeColumns(table.columns);
  const header = columns.map((column) => linesOf(flow, column.title, column, type.smallStrong));
  const headerHeight = rowHeight(header);
  const rows = table.rows.map((row) =>
    columns.map((column, index) => linesOf(flow, row[index] ?? '', column, tableStyle)),
  );
  flow.need(headerHeight + Math.min(rowHeight(rows[0] ?? []), 6 * tableStyle.pitch));

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
  flow.y += rowHeight(header);
}

function drawHeaderAgain(flow: PageFlow, columns: readonly PlacedColumn[], header: RowLines): void {
  drawHeaderBand(flow, header);
  flow.decorate(() => {
    for (const [index, column] of columns.entries()) {
      drawCell(flow, column, header[index] ?? [], flow.y + padding.y);
    }
  });
  flow.y += rowHeight(header);
}

function drawHeaderBand(flow: PageFlow, header: RowLines): void {
  flow.decorate(() => {
    flow.document.rect(sheet.left, flow.y, textWidth, rowHeight(header)).fill(tint.head);
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
  if (rowHeight(row) > flow.room && fitsOnPage(row, headerHeight)) nextPage();
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
  const count = rowLineCount(row);
  for (let done = 0; done < count;) {
    const fitting = Math.floor((flow.room - 2 * padding.y) / tableStyle.pitch);
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
  return rowHeight(row) + headerHeight < (sheet.bottom - sheet.top) / 2;
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
  flow.y += count * tableStyle.pitch + 2 * padding.y;
  flow.decorate(() => {
    flow.document.rect(sheet.left, flow.y - 0.6, textWidth, 0.6).fill(tint.rule);
  });
}
