import { entryAt, locatePointer } from '../document/places.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { PlacedFinding } from './placed-finding.ts';
import type { AuditedFile } from './unit.ts';

/** What is wrong with a file's text itself, as findings of the two rules that stand for it. */
export function faultFindings(
  file: AuditedFile,
  rules: { readonly syntax: Rule; readonly schema: Rule },
): readonly PlacedFinding[] {
  return [
    ...syntaxFindings(file, rules.syntax),
    ...file.resources.flatMap((resource) => schemaFindings(resource, rules.schema)),
  ];
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
    const { span, names } = locatePointer(resource.document, fault.pointer, fault.about);
    return {
      rule,
      outcome: 'fail',
      severity: rule.severity,
      file: resource.file,
      document: resource.document.index,
      pointer: fault.pointer,
      span,
      place: [resource.id, ...names].join('/'),
      offending: JSON.stringify([fault.code, entryAt(resource.document, fault.pointer)?.value]),
      data: fault.data,
      message: fault.code,
      related: [],
    };
  });
}
