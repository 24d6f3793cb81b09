import type { PageFlow } from './page-flow.ts';
import { sheet, textWidth } from './page-flow.ts';
import type { TextStyle } from './palette.ts';
import { ink, type } from './palette.ts';

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

/** Around the lines of each cell. */
export const padding = { x: 6, y: 5 } as const;

/** Every line of a table is this high, so that cells of one row break together. */
export const tableStyle: TextStyle = type.small;

/** A column with its place on the page. */
export interface PlacedColumn extends Column {
  readonly x: number;
  readonly width: number;
}

interface CellLine {
  readonly text: string;
  readonly style: TextStyle;
}

/** The lines of each cell of a row, by column. */
export type RowLines = readonly (readonly CellLine[])[];

export function placeColumns(columns: readonly Column[]): readonly PlacedColumn[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  let x: number = sheet.left;
  return columns.map((column) => {
    const width = (textWidth * column.share) / shares;
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

export function linesOf(
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

export function rowHeight(row: RowLines): number {
  return rowLineCount(row) * tableStyle.pitch + 2 * padding.y;
}

export function rowLineCount(row: RowLines): number {
  return Math.max(1, ...row.map((lines) => lines.length));
}

export function drawCell(
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
    flow.typesetter.draw(line.text, line.style, x, top + index * tableStyle.pitch);
  }
}

/** A word in bold and colour; the word itself says what the colour says. */
export function strongCell(text: string, color: string = ink.strong): Cell {
  return [{ text, weight: 'bold', color }];
}
