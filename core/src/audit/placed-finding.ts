import type { SourceFile } from '../document/source-document.ts';
import { locate, pointerOf } from '../document/places.ts';
import type { Finding, FindingValue } from '../engine/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { MessageId } from '../i18n/translate.ts';
import type { BilingualText, Rule, Severity } from '../ruleset/rule.ts';
import type { Span } from '../source/line-index.ts';

/** A finding with its words in the text found, and still without a sentence. */
export interface PlacedFinding {
  readonly rule: Rule;
  readonly outcome: 'fail' | 'undecided' | 'error';
  readonly severity: Severity;
  readonly file: SourceFile;
  /** Zero-based index of the YAML document. */
  readonly document: number;
  readonly pointer: string;
  readonly span: Span;
  readonly place: string;
  readonly offending: string;
  /** What the message names; `found` is always the underlined text itself. */
  readonly data: Readonly<Record<string, FindingValue>>;
  /** The rule's own message, or a product string. */
  readonly message: BilingualText | MessageId;
  readonly related: readonly RelatedSpan[];
}

export interface RelatedSpan {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: MessageId;
}

const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Finds the words of a rule's finding.
 *
 * @param severity of the rule where it was selected; the finding may be milder, never worse
 */
export function placeFinding(finding: Finding, rule: Rule, severity: Severity): PlacedFinding {
  const { origin, atMost } = finding;
  const { file, document } = origin.resource;
  const { span, written, pointer } = locate(document, origin.container, origin.key);
  const related = finding.related.map((each) => relatedSpanOf(each));
  if (written !== undefined)
    related.unshift({ file, span: written, message: 'engine.related.anchor' });
  return {
    rule,
    outcome: finding.outcome,
    severity: atMost !== undefined && rank[atMost] < rank[severity] ? atMost : severity,
    file,
    document: document.index,
    pointer,
    span,
    place: finding.place,
    offending: finding.offending,
    data: finding.data,
    message: finding.outcome === 'undecided' ? undecidedMessage(finding, rule) : rule.message,
    related,
  };
}

/** A rule's own words serve where it gave no answer, not where a field that it needs is missing. */
function undecidedMessage({ missing }: Finding, rule: Rule): PlacedFinding['message'] {
  const needed = missing.some((path) => rule.logic?.needs.some((need) => need.endsWith(path)));
  return needed ? 'engine.undecided' : (rule.undecided ?? 'engine.undecided');
}

function relatedSpanOf(origin: Origin): RelatedSpan {
  const { file, document } = origin.resource;
  const { span } = locate(document, origin.container, origin.key);
  return { file, span, message: 'engine.related.place' };
}

/** A finding about a whole document, placed at what names it. */
export function placeAtDocument(
  resource: Origin['resource'],
  rule: Rule,
  rest: Pick<PlacedFinding, 'outcome' | 'severity' | 'message' | 'data' | 'offending'>,
): PlacedFinding {
  const root = resource.value;
  return {
    rule,
    ...rest,
    file: resource.file,
    document: resource.document.index,
    pointer: pointerOf(resource.document, root),
    span: locate(resource.document, root).span,
    place: resource.id,
    related: [],
  };
}

/**
 * Whether somebody may accept a finding. Never what the engine itself raises (a text that cannot
 * be read, a fact that decides the scope) nor a crashed rule: behind those nobody knows what hides.
 */
export function isSuppressible(finding: PlacedFinding): boolean {
  return finding.rule.logic !== undefined && finding.outcome !== 'error';
}
