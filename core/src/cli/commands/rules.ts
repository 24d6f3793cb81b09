import { textIn, type Locale } from '../../i18n/text.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { translate } from '../../i18n/translate.ts';
import type { CommandContext } from './check.ts';

/** `flowaudit rules list`: every rule that this installation knows. */
export function rulesListCommand({ terminal, installation }: CommandContext) {
  return ({
    locale = 'en',
    format,
  }: {
    readonly locale?: Locale;
    readonly format: 'text' | 'json';
  }): void => {
    const library = installation.library();
    const rules = [...library.rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (format === 'json') {
      const list = rules.map((rule) => ({
        ...describe(rule),
        rulesets: [...library.rulesets.values()]
          .filter(({ severities }) => severities.has(rule.id))
          .map(({ id }) => id),
      }));
      terminal.out(`${JSON.stringify(list, undefined, 2)}\n`);
      return;
    }
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, severity, title } of rules) {
      const word = translate(locale, `cli.severity.${severity}`);
      terminal.out(`${id.padEnd(width)}  ${word}  ${textIn(title, locale) ?? ''}\n`);
    }
  };
}

function describe(rule: Rule): object {
  const { id, severity, title, references, serves, confidence, appliesFrom, until, logic } = rule;
  return {
    id,
    severity,
    title,
    references,
    serves,
    ...(confidence === undefined ? {} : { confidence }),
    ...(appliesFrom === undefined ? {} : { appliesFrom }),
    ...(until === undefined ? {} : { until }),
    builtin: logic === undefined,
  };
}
