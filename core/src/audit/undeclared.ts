import type { CheckedRule, ModelResult } from '../engine/check.ts';
import type { Rule, Severity } from '../ruleset/rule.ts';
import { placeAtDocument, type PlacedFinding } from './placed-finding.ts';

/** Facts that stand in the organisation file are missed once, not once per rule. */
const scopePrefix = '$organization.';

/** True for an undecided finding whose every missing fact is a fact of the organisation. */
export function waitsForOrganization(missing: readonly string[]): boolean {
  return missing.length > 0 && missing.every((path) => path.startsWith(scopePrefix));
}

/**
 * One finding per fact that nobody declared although rules wait for it: no cascade of the same
 * gap through every rule that reads it.
 */
export function undeclaredFindings(
  result: ModelResult,
  rule: Rule,
  severity: Severity,
): readonly PlacedFinding[] {
  const resource = result.model.organization ?? result.model.process;
  if (resource === undefined) return [];
  const scopes = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const checked of result.results) {
    for (const fact of scopeFactsOf(checked)) {
      addTo(scopes, fact, checked.rule.id.split('/')[0] ?? '');
    }
    for (const fact of waitingFactsOf(checked)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  const finding = (
    fact: string,
    message: 'engine.undeclared' | 'engine.undeclaredFact',
    data: Record<string, string | number>,
  ): PlacedFinding =>
    placeAtDocument(resource, rule, {
      outcome: 'undecided',
      severity,
      message,
      data: { fact, ...data },
      offending: fact,
    });
  return [
    ...[...scopes].map(([fact, packs]) =>
      finding(bare(fact), 'engine.undeclared', { packs: [...packs].join(', ') }),
    ),
    ...[...counts].flatMap(([fact, count]) =>
      scopes.has(fact) ? [] : [finding(bare(fact), 'engine.undeclaredFact', { count })],
    ),
  ];
}

function bare(fact: string): string {
  return fact.slice(scopePrefix.length);
}

function scopeFactsOf(checked: CheckedRule): readonly string[] {
  return 'left' in checked && checked.left.because === 'undeclaredScope' ? checked.left.facts : [];
}

function waitingFactsOf(checked: CheckedRule): readonly string[] {
  if (!('result' in checked)) return [];
  return checked.result.evaluations.flatMap(({ finding }) =>
    finding !== undefined && waitsForOrganization(finding.missing) ? finding.missing : [],
  );
}

function addTo(groups: Map<string, Set<string>>, key: string, value: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([value]));
  else group.add(value);
}
