import type { ReportDocument } from '../file/report-document.ts';
import { ink, tint } from '../layout/palette.ts';
import type { StepType } from './flow-drawing.ts';

/** Where a shape stands: its middle and its size. */
export interface ShapePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far the pointed sides of a choice reach inwards. */
  readonly slope: number;
}

const lineWidth = { usual: 0.9, critical: 2.2 } as const;

/** Draws the outline of a step: its form says what kind of step it is. */
export function drawShape(
  document: ReportDocument,
  stepType: StepType,
  place: ShapePlace,
  critical: boolean,
): void {
  const width = critical ? lineWidth.critical : lineWidth.usual;
  const stroke = critical ? ink.strong : ink.soft;
  document.lineWidth(width);
  trace(document, stepType, place);
  if (stepType === 'parallel' || stepType === 'join') document.fill(tint.band);
  else document.fillAndStroke(grounds[stepType] ?? '#ffffff', stroke);
  document.lineWidth(lineWidth.usual);
  if (stepType === 'approval') drawInner(document, place, stroke);
  if (stepType === 'subprocess') drawBars(document, place, stroke);
}

const grounds: Partial<Readonly<Record<StepType, string>>> = {
  automated: tint.head,
  end: tint.code,
};

function trace(document: ReportDocument, stepType: StepType, place: ShapePlace): void {
  const { x, y, width, height, slope } = place;
  const [left, top] = [x - width / 2, y - height / 2];
  switch (stepType) {
    case 'task':
    case 'approval':
      document.roundedRect(left, top, width, height, 5);
      return;
    case 'automated':
    case 'subprocess':
      document.rect(left, top, width, height);
      return;
    case 'parallel':
    case 'join':
      document.roundedRect(left, top, width, height, 2);
      return;
    case 'choice':
      document
        .moveTo(left, y)
        .lineTo(left + slope, top)
        .lineTo(left + width - slope, top)
        .lineTo(left + width, y)
        .lineTo(left + width - slope, top + height)
        .lineTo(left + slope, top + height)
        .closePath();
      return;
    case 'wait':
      traceDelay(document, place);
      return;
    case 'end':
      document.roundedRect(left, top, width, height, Math.min(height / 2, 16));
  }
}

/** Square at the left, round at the right: the usual sign for waiting. */
function traceDelay(document: ReportDocument, { x, y, width, height }: ShapePlace): void {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const reach = Math.min(height * 0.6, 24);
  document
    .moveTo(left, top)
    .lineTo(right - reach, top)
    .quadraticCurveTo(right, top, right, y)
    .quadraticCurveTo(right, bottom, right - reach, bottom)
    .lineTo(left, bottom)
    .closePath();
}

/** A second border inside the first. */
function drawInner(
  document: ReportDocument,
  { x, y, width, height }: ShapePlace,
  color: string,
): void {
  const inset = 3;
  document
    .roundedRect(
      x - width / 2 + inset,
      y - height / 2 + inset,
      width - 2 * inset,
      height - 2 * inset,
      inset,
    )
    .stroke(color);
}

function drawBars(
  document: ReportDocument,
  { x, y, width, height }: ShapePlace,
  color: string,
): void {
  for (const side of [-1, 1]) {
    const at = x + side * (width / 2 - 5);
    document
      .moveTo(at, y - height / 2)
      .lineTo(at, y + height / 2)
      .stroke(color);
  }
}
