import { locatePointer } from '../document/places.ts';
import { canonical } from '../engine/canonical.ts';
import { entryName, namesTo } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { Span } from '../source/line-index.ts';
import type { PlacedFinding } from './placed-finding.ts';
import type { AuditedFile } from './unit.ts';

/** What is wrong with a file's text itself, as findings of the two rules that stand for it. */
export function faultFindings(
  file: AuditedFile,
  rules: { readonly syntax: Rule; readonly schema: Rule },
): readonly PlacedFinding[] {
  return [
    ...syntaxFindings(file, rules.syntax),
    ...file.resources
      .flatMap((resource) => schemaFindings(resource, rules.schema))
      .filter(({ span }) => !isSyntaxFault(file, span)),
  ];
}

/** A key that a comma cut off is an unknown key as well; one cause is told once. */
function isSyntaxFault({ source }: AuditedFile, { start, end }: Span): boolean {
  return source?.faults.some(({ span }) => span.start <= start && end <= span.end) === true;
}

function syntaxFindings({ source, resources }: AuditedFile, rule: Rule): readonly PlacedFinding[] {
  if (source === undefined) return [];
  return source.faults.map((fault) => {
    const document = source.documents.findLastIndex(({ span }) => span.start <= fault.span.start);
    const resource = resources.find((each) => each.document.index === document);
    return {
      rule,
      outcome: 'fail',
      severity: rule.severity,
      file: source,
      document: Math.max(document, 0),
      pointer: '',
      span: fault.span,
      place: resource?.id ?? '',
      offending: JSON.stringify([fault.code, source.text.slice(fault.span.start, fault.span.end)]),
      data: fault.data,
      message: fault.code,
      related:
        fault.related === undefined
          ? []
          : [{ file: source, span: fault.related, message: 'engine.related.first' }],
    };
  });
}

function schemaFindings(resource: Resource, rule: Rule): readonly PlacedFinding[] {
  return resource.faults.map((fault) => {
    const { span, target, pointer } = locatePointer(resource.document, fault.pointer, fault.about);
    const { container = resource.value, key, value } = target ?? {};
    const names = [resource.id, ...namesTo(resource.document, container)];
    if (key !== undefined) names.push(entryName(container, key));
    // A missing key leaves its map, whose other content is no part of the fault.
    const offending = typeof value === 'object' && value !== null ? 'present' : canonical(value);
    return {
      rule,
      outcome: 'fail',
      severity: rule.severity,
      file: resource.file,
      document: resource.document.index,
      pointer,
      span,
      place: names.join('/'),
      offending: `${fault.code} ${fault.key ?? ''} ${offending}`,
      data: fault.data,
      message: fault.code,
      related: [],
    };
  });
}
