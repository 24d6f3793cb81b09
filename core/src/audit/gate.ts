import type { AuditResult, FindingRecord, Reason } from './audit-result.ts';
import type { Gate } from './unit.ts';
import { translate } from '../i18n/translate.ts';
import type { Locale } from '../i18n/text.ts';

const rank = { error: 3, warning: 2, info: 1 } as const;

/**
 * Whether a finding closes a gate. Undecided closes it like a fail, and an undeclared scope fact
 * whatever its severity, unless the gate allows undecided.
 */
export function closesGate(finding: FindingRecord, gate: Gate): boolean {
  if (finding.suppressed !== undefined || gate.failOn === 'never') return false;
  if (finding.outcome === 'error') return true;
  if (finding.outcome === 'undecided' && gate.undecided === 'allow') return false;
  if (finding.rule === 'facts/undeclared') return true;
  return rank[finding.severity] >= rank[gate.failOn];
}

/** The verdict and what made it. Pass means: nothing open, undecided, crashed or unreadable. */
export function verdictOf(
  result: Pick<AuditResult, 'findings' | 'summary'>,
  /** How many processes and organisations were judged. */
  unitCount: number,
  locale: Locale,
): Pick<AuditResult, 'verdict' | 'because'> {
  const { files, evaluations } = result.summary;
  const open = result.findings.filter((finding) => finding.suppressed === undefined);
  const facts = open.filter((finding) => finding.rule === 'facts/undeclared').length;
  const reason = (name: Reason['reason'], count: number): Reason[] =>
    count === 0
      ? []
      : [{ reason: name, count, message: translate(locale, `engine.because.${name}`, { count }) }];
  const fails = open.filter((finding) => finding.outcome === 'fail').length;
  const undecided = open.filter((finding) => finding.outcome === 'undecided').length - facts;
  const because = [
    ...reason('openFail', fails),
    ...reason('undecided', undecided),
    ...reason('undeclaredFact', facts),
    ...reason('ruleError', evaluations.error),
    ...reason('failedFile', files.failed),
    ...(unitCount === 0 ? reason('nothingChecked', 1) : []),
  ];
  if (fails > 0) return { verdict: 'fail', because };
  return { verdict: because.length > 0 ? 'undecided' : 'pass', because };
}

/** Exit code of a run: 0 open, 1 gate closed, 2 something could not be checked. */
export function exitCodeOf(result: AuditResult, gateOf: (path: string) => Gate): 0 | 1 | 2 {
  const unchecked = new Set(['failedFile', 'ruleError', 'nothingChecked']);
  if (result.because.some(({ reason }) => unchecked.has(reason))) return 2;
  return result.findings.some((finding) => closesGate(finding, gateOf(finding.path))) ? 1 : 0;
}
