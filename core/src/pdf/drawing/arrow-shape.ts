import type { ReportDocument } from '../file/report-document.ts';
import { ink, tint } from '../layout/palette.ts';
import type { DrawnEdge } from './flow-drawing.ts';
import type { Point } from './placing/graph.ts';

/** How a line looks; the words beside it and the legend say the same. */
export interface LineLook {
  readonly critical: boolean;
  readonly dashed: boolean;
}

/** Failures, timeouts and handoffs are dashed: they are not the way a case is meant to go. */
export function lookOf({ critical, kind }: Pick<DrawnEdge, 'critical' | 'kind'>): LineLook {
  return { critical, dashed: kind === 'failure' || kind === 'timeout' || kind === 'handoff' };
}

const corner = 3.5;

/** Draws a line through all points with an arrowhead at the last one. */
export function drawArrow(
  document: ReportDocument,
  points: readonly Point[],
  look: LineLook,
): void {
  const [before, end] = points.slice(-2);
  if (before === undefined || end === undefined) return;
  const color = look.critical ? ink.strong : tint.line;
  const head = look.critical ? { length: 8, half: 4 } : { length: 6.5, half: 3 };
  const length = Math.hypot(end.x - before.x, end.y - before.y);
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const neck = { x: end.x - dx * head.length * 0.8, y: end.y - dy * head.length * 0.8 };
  document.lineWidth(look.critical ? 2 : 0.9).lineCap('butt');
  if (look.dashed) document.dash(3.5, { space: 2.5 });
  traceLine(document, [...points.slice(0, -1), neck]);
  document.stroke(color);
  if (look.dashed) document.undash();
  const back = { x: end.x - dx * head.length, y: end.y - dy * head.length };
  document
    .moveTo(end.x, end.y)
    .lineTo(back.x - dy * head.half, back.y + dx * head.half)
    .lineTo(back.x + dy * head.half, back.y - dx * head.half)
    .closePath()
    .fill(color);
}

/** A line with rounded bends, so that it can be told from lines that cross it. */
function traceLine(document: ReportDocument, points: readonly Point[]): void {
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) {
      document.moveTo(point.x, point.y);
    } else if (after === undefined) {
      document.lineTo(point.x, point.y);
    } else {
      const [enter, leave] = [near(point, before), near(point, after)];
      document.lineTo(enter.x, enter.y).quadraticCurveTo(point.x, point.y, leave.x, leave.y);
    }
  }
}

/** The point a corner's radius away towards another, at most half of the way. */
function near(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(corner, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
