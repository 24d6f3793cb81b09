import type { FindingRecord, RelatedPlace } from '../../audit/audit-result.ts';
import type { ReportContext } from '../report-context.ts';

/** `path:line:column`, as every output of FlowAudit writes a place. */
export function placeOf({ path, range }: FindingRecord | RelatedPlace): string {
  return `${path}:${range.start.line}:${range.start.column}`;
}

/** The path within the file; which document only where a file may hold several. */
export function pointerOf(finding: FindingRecord, say: ReportContext['say']): string {
  const pointer = finding.pointer === '' ? say('report.finding.wholeFile') : finding.pointer;
  if (finding.document === 0) return pointer;
  return say('report.finding.document', { pointer, number: finding.document + 1 });
}
