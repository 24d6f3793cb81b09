import type { FindingRecord } from '../audit/audit-result.ts';
import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Rule } from '../ruleset/rule.ts';

/** Why a finding matters and under which article, in Markdown of a few lines. */
export function hoverText(finding: FindingRecord, rule: Rule, locale: Locale): string {
  const articles = rule.references.map(({ law, article }) => `${law} ${article}`).join('; ');
  const lines = [
    `**${escapeMarkdown(rule.title[locale])}**`,
    escapeMarkdown(rule.rationale[locale]),
    `*${translate(locale, 'editor.page.remedy')}* ${escapeMarkdown(rule.remedy[locale])}`,
  ];
  if (articles !== '') lines.push(`*${translate(locale, 'editor.page.references')}* ${escapeMarkdown(articles)}`);
  if (rule.confidence === 'unverified') lines.push(translate(locale, 'cli.text.unverified'));
  if (finding.outcome === 'undecided') lines.push(escapeMarkdown(finding.message));
  return lines.join('\n\n');
}

/** Texts may quote the checked file; none of it is markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}
