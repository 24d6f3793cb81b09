import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { MessageId } from '../i18n/translate.ts';
import type { Rule } from '../ruleset/rule.ts';

/** Why a finding matters, what to do and under which article: what its message does not say. */
export function hoverText(rule: Rule, locale: Locale): string {
  const part = (label: MessageId, text: string): string =>
    translate(locale, 'editor.hover.part', {
      label: translate(locale, label),
      text: escapeMarkdown(text),
    });
  const articles = rule.references.map(({ law, article }) => `${law} ${article}`).join('; ');
  const lines = [
    `**${escapeMarkdown(rule.title[locale])}**`,
    escapeMarkdown(rule.rationale[locale]),
    part('editor.page.remedy', rule.remedy[locale]),
    ...(articles === '' ? [] : [part('editor.page.references', articles)]),
    ...(rule.confidence === 'unverified' ? [translate(locale, 'report.finding.unverified')] : []),
  ];
  return lines.join('\n\n');
}

/** Texts may quote the checked file; none of it is markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&');
}
