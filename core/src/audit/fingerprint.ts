import { createHash } from 'node:crypto';
import type { PlacedFinding } from './placed-finding.ts';

/**
 * Identity of a finding across edits: the first 32 hex digits of SHA-256 over rule id, place and
 * canonical offending value. Neither line nor path takes part, so moving text or files keeps it.
 */
export function fingerprintOf(finding: PlacedFinding): string {
  const identity = [finding.rule.id, finding.place, finding.offending].join('\n');
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

/** Fingerprints of one file's findings in order; a second equal one gets `#2`. */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  next(finding: PlacedFinding): string {
    const fingerprint = fingerprintOf(finding);
    const key = `${finding.file.path}\n${fingerprint}`;
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return count === 1 ? fingerprint : `${fingerprint}#${String(count)}`;
  }
}
