import { layReport } from './report.ts';
import type { ReportFonts, ReportInput } from './report-input.ts';

export type { LawCoveragePage } from './coverage-input.ts';
export type {
  AnalysisPage,
  AvailabilityFigures,
  CriticalPath,
  RoleFigures,
  SlaFigures,
  TimeFigure,
} from './analysis-input.ts';
export type {
  DrawnEdge,
  DrawnStep,
  EdgeKind,
  FlowDrawing,
  StepType,
} from './drawing/flow-drawing.ts';
export type {
  CriterionSummary,
  ProcessSummary,
  ReportFonts,
  ReportInput,
  RuleText,
} from './report-input.ts';

/**
 * The audit report as a PDF/A-3a and PDF/UA-1 file, the audit result attached to it.
 *
 * The same input gives the same bytes. Rejects rather than give a file that is not whole.
 */
export async function renderReport(input: ReportInput, fonts: ReportFonts): Promise<Uint8Array> {
  return Promise.resolve(layReport(input, fonts));
}
