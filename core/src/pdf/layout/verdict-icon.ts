import type { AuditResult } from '../../audit/audit-result.ts';
import type { ReportDocument } from '../file/report-document.ts';
import { ink } from './palette.ts';

/** Draws a ring with a tick, a cross or a bar: the verdict again, for readers who scan. */
export function drawVerdictIcon(
  document: ReportDocument,
  verdict: AuditResult['verdict'],
  x: number,
  y: number,
  size: number,
): void {
  const at = (dx: number, dy: number): [number, number] => [x + dx * size, y + dy * size];
  document
    .strokeColor(ink.onDark)
    .lineCap('round')
    .lineWidth(size * 0.075);
  document.circle(...at(0.5, 0.5), size * 0.46).stroke();
  document.lineWidth(size * 0.1);
  if (verdict === 'pass') {
    document
      .moveTo(...at(0.29, 0.52))
      .lineTo(...at(0.44, 0.67))
      .lineTo(...at(0.72, 0.36))
      .stroke();
  } else if (verdict === 'fail') {
    document
      .moveTo(...at(0.34, 0.34))
      .lineTo(...at(0.66, 0.66))
      .stroke();
    document
      .moveTo(...at(0.66, 0.34))
      .lineTo(...at(0.34, 0.66))
      .stroke();
  } else {
    document
      .moveTo(...at(0.3, 0.5))
      .lineTo(...at(0.7, 0.5))
      .stroke();
  }
}
