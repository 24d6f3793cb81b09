import type { LawReference, Rule, Severity } from '../ruleset/rule.ts';
import type { CheckedRule, LeftOut } from '../engine/check.ts';
import type { Outcome } from '../engine/finding.ts';
import { fill, textIn, type Locale, type MessageData } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { FindingRecord, Reference, RuleRecord, Suppression } from './audit-result.ts';
import type { PlacedFinding } from './placed-finding.ts';

/** A finding as the result holds it: its sentence in the reader's language. */
export function toFindingRecord(
  finding: PlacedFinding,
  fingerprint: string,
  suppressed: Suppression | undefined,
  locale: Locale,
): FindingRecord {
  const { rule, file, span } = finding;
  const data = Object.fromEntries(
    Object.entries(finding.data).map(([name, value]) => [
      name,
      typeof value === 'object' ? (textIn(value, locale) ?? '') : value,
    ]),
  );
  const found = foundText(file.text.slice(span.start, span.end));
  const values = { ...data, found, title: rule.title[locale], rule: rule.id };
  return {
    rule: rule.id,
    outcome: finding.outcome,
    severity: finding.severity,
    path: file.path,
    document: finding.document,
    pointer: finding.pointer,
    range: file.lines.rangeOf(span),
    data,
    message: sentence(finding, values, locale),
    references: rule.references.map(toReference),
    related: finding.related.map((related) => ({
      path: related.file.path,
      range: related.file.lines.rangeOf(related.span),
      message: translate(locale, related.message, {
        name: foundText(related.file.text.slice(related.span.start, related.span.end)),
      }),
    })),
    fingerprint,
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}

function sentence({ message }: PlacedFinding, values: MessageData, locale: Locale): string {
  return typeof message === 'string'
    ? translate(locale, message, values)
    : fill(message[locale], values);
}

/** The underlined text as a message names it: without its quotes. */
function foundText(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function toReference({ law, article, edition }: LawReference): Reference {
  return edition === undefined ? { law, article } : { law, article, edition };
}

const worst: Readonly<Record<Outcome, number>> = { pass: 0, undecided: 1, fail: 2 };

/** Collects what one rule says about all models; a subject met in several models counts once. */
export class RuleTally {
  readonly rule: Rule;
  private readonly severity: Severity;
  private readonly outcomes = new Map<string, Outcome>();
  private left: LeftOut | undefined;
  private error: string | undefined;

  constructor(rule: Rule, severity: Severity) {
    this.rule = rule;
    this.severity = severity;
  }

  add(checked: CheckedRule): void {
    if ('left' in checked) {
      this.left ??= checked.left;
      return;
    }
    this.error ??= checked.result.error;
    for (const { subject, outcome } of checked.result.evaluations) this.count(subject, outcome);
  }

  count(subject: string, outcome: Outcome): void {
    const before = this.outcomes.get(subject);
    if (before === undefined || worst[outcome] > worst[before]) this.outcomes.set(subject, outcome);
  }

  toRecord(asOf: string, locale: Locale): RuleRecord {
    const outcomes = [...this.outcomes.values()];
    const number = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
    const { id, title, references, confidence } = this.rule;
    return {
      id,
      severity: this.severity,
      title: title[locale],
      references: references.map(toReference),
      ...(confidence === undefined ? {} : { confidence }),
      pass: number('pass'),
      fail: number('fail'),
      undecided: number('undecided'),
      ...(outcomes.length > 0 || this.error !== undefined
        ? {}
        : { notApplicable: reasonFor(this.left, asOf, locale) }),
      ...(this.error === undefined ? {} : { error: this.error }),
    };
  }
}

function reasonFor(left: LeftOut | undefined, asOf: string, locale: Locale): string {
  switch (left?.because) {
    case undefined:
      return translate(locale, 'engine.left.nothing');
    case 'outOfScope':
      return left.text[locale];
    case 'undeclaredScope':
      return translate(locale, 'engine.left.undeclaredScope', { facts: left.facts.join(', ') });
    case 'later':
      return translate(locale, 'engine.left.later');
    case 'notInForce':
      return left.from !== undefined && asOf < left.from
        ? translate(locale, 'engine.left.notYet', { asOf, from: left.from })
        : translate(locale, 'engine.left.noLonger', { asOf, until: left.until ?? '' });
  }
}
