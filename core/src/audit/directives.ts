import type { Directive } from '../document/directive.ts';
import type { SourceFile } from '../document/source-document.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { Suppression } from './audit-result.ts';
import { isSuppressible, type PlacedFinding } from './placed-finding.ts';
import type { AuditedFile } from './unit.ts';

/** The two rules about suppression comments themselves. */
export interface DirectiveRules {
  readonly reason: Rule;
  readonly unused: Rule;
}

/** Findings with what suppresses them, and findings about comments that suppress nothing. */
export interface Suppressed {
  readonly suppressions: ReadonlyMap<PlacedFinding, Suppression>;
  readonly findings: readonly PlacedFinding[];
}

/**
 * Applies `# flowaudit-disable-…` comments. One without a reason, for a rule that does not exist,
 * or that matches nothing is a finding itself, so that a comment never hides more than it says.
 */
export function applyDirectives(
  files: readonly AuditedFile[],
  findings: readonly PlacedFinding[],
  known: ReadonlySet<string>,
  rules: DirectiveRules,
): Suppressed {
  const suppressions = new Map<PlacedFinding, Suppression>();
  const byPath = groupByPath(findings);
  const own = files.flatMap(({ source }) => {
    if (source === undefined) return [];
    const here = byPath.get(source.path) ?? [];
    return source.directives.flatMap((directive) => {
      if (directive.rule === undefined || !known.has(directive.rule)) {
        return [about(source, directive, rules.unused, 'engine.directiveRule')];
      }
      const { reason } = directive;
      if (reason === undefined)
        return [about(source, directive, rules.reason, 'engine.directiveReason')];
      const matches = here.filter((finding) => covers(directive, finding, source));
      for (const finding of matches) suppressions.set(finding, { by: 'directive', reason });
      return matches.length > 0
        ? []
        : [about(source, directive, rules.unused, 'engine.directiveUnused')];
    });
  });
  return { suppressions, findings: own };
}

function groupByPath(findings: readonly PlacedFinding[]): ReadonlyMap<string, PlacedFinding[]> {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file.path);
    if (group === undefined) groups.set(finding.file.path, [finding]);
    else group.push(finding);
  }
  return groups;
}

function covers(directive: Directive, finding: PlacedFinding, source: SourceFile): boolean {
  if (finding.rule.id !== directive.rule || !isSuppressible(finding)) return false;
  if (directive.scope === 'file') return true;
  return source.lines.positionAt(finding.span.start).line === directive.line;
}

function about(
  source: SourceFile,
  directive: Directive,
  rule: Rule,
  message: 'engine.directiveReason' | 'engine.directiveRule' | 'engine.directiveUnused',
): PlacedFinding {
  const document = source.documents.findLastIndex(({ span }) => span.start <= directive.span.start);
  return {
    rule,
    outcome: 'fail',
    severity: rule.severity,
    file: source,
    document: Math.max(document, 0),
    pointer: '',
    span: directive.span,
    place: '',
    offending: JSON.stringify([directive.rule ?? '', directive.reason ?? '']),
    data: {},
    message,
    related: [],
  };
}
