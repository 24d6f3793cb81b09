import { createHash } from 'node:crypto';
import type { AuditResult } from '../../audit/audit-result.ts';

/** The result as the file that travels inside the report, with the hash that the report prints. */
export interface ResultFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export function resultFileOf(result: AuditResult): ResultFile {
  const bytes = new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: 'audit-result.json', bytes, sha256 };
}
