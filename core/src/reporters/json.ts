import type { AuditResult } from '../audit/audit-result.ts';

/** The result as JSON for programs; `audit-result.schema.json` describes it. */
export function renderJson(result: AuditResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
