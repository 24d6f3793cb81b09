import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { Rule } from '../ruleset/rule.ts';

/** The page of one rule in Markdown: what, why, how to fix, under which article, with examples. */
export function rulePage(rule: Rule, locale: Locale): string {
  const say = (id: Parameters<typeof translate>[1], data = {}): string =>
    translate(locale, id, data);
  const sections = [
    `# ${rule.title[locale]}`,
    `\`${rule.id}\` · ${say(`cli.severity.${rule.severity}`)}`,
    `## ${say('editor.page.rationale')}\n\n${rule.rationale[locale]}`,
    `## ${say('editor.page.remedy')}\n\n${rule.remedy[locale]}`,
    ...references(rule, locale),
    ...force(rule, locale),
    ...examples(rule, locale),
    ...(rule.logic === undefined
      ? [say('editor.page.builtin')]
      : [
          `## ${say('editor.page.suppress')}\n\n${say('editor.page.suppressHow', { rule: rule.id })}`,
        ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function references(
  { references: list, confidence, serves }: Rule,
  locale: Locale,
): readonly string[] {
  if (list.length === 0 && serves.length === 0) return [];
  const lines = list.map(
    ({ law, article, edition }) =>
      `- ${law} ${article}${edition === undefined ? '' : ` (${edition})`}`,
  );
  if (confidence === 'unverified')
    lines.push('', `_${translate(locale, 'report.finding.unverified')}_`);
  return lines.length === 0
    ? []
    : [`## ${translate(locale, 'editor.page.references')}\n\n${lines.join('\n')}`];
}

function force({ appliesFrom, until }: Rule, locale: Locale): readonly string[] {
  const lines = [
    ...(appliesFrom === undefined
      ? []
      : [translate(locale, 'editor.page.appliesFrom', { date: appliesFrom })]),
    ...(until === undefined ? [] : [translate(locale, 'editor.page.until', { date: until })]),
  ];
  return lines.length === 0 ? [] : [lines.join(' ')];
}

function examples(rule: Rule, locale: Locale): readonly string[] {
  if (rule.examples.length === 0) return [];
  const blocks = rule.examples.map((example) => `\`\`\`yaml\n${example.trimEnd()}\n\`\`\``);
  const heading = translate(locale, 'editor.page.examples');
  const marks = translate(locale, 'editor.page.marks');
  return [`## ${heading}\n\n${marks}\n\n${blocks.join('\n\n')}`];
}
