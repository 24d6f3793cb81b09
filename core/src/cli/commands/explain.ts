import type { Locale } from '../../i18n/text.ts';
import { rulePage } from '../../language/rule-page.ts';
import { closest } from '../../schema/suggest.ts';
import { ConfigError } from '../../workspace/config.ts';
import type { CommandContext } from './check.ts';

/** `flowaudit explain`: the page of one rule, in Markdown. */
export function explainCommand({ terminal, installation }: CommandContext) {
  return (id: string, { locale = 'en' }: { readonly locale?: Locale }): void => {
    const { rules } = installation.library();
    const rule = rules.get(id);
    if (rule === undefined) {
      const suggestion = closest(id, [...rules.keys()]);
      throw suggestion === undefined
        ? new ConfigError('cli.noSuchRule', { id })
        : new ConfigError('cli.unknownRule', { id, suggestion });
    }
    terminal.out(rulePage(rule, locale));
  };
}
