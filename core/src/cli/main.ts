import { CommanderError } from 'commander';
import type { Locale } from '../i18n/text.ts';
import { translate, type MessageId } from '../i18n/translate.ts';
import { RulesetError } from '../ruleset/rule.ts';
import { ConfigError } from '../workspace/config.ts';
import { analyzeCommand } from './commands/analyze.ts';
import { checkCommand } from './commands/check.ts';
import { coverageCommand } from './commands/coverage.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { reportCommand } from './commands/report.ts';
import { rulesListCommand } from './commands/rules.ts';
import { Installation } from '../node/installation.ts';
import { createProgram } from './program.ts';
import { terminal, tolerateClosedPipes } from './terminal.ts';

/** `dist`, also when the sources run. */
const dist = new URL(import.meta.url.endsWith('.ts') ? '../../dist/' : '../', import.meta.url);

/** The language asked for, wherever the option stands; needed before the arguments are understood. */
function requestedLocale(args: readonly string[]): Locale {
  const asked = args.map((arg, index) =>
    arg === '--locale' || arg === '-l' ? args[index + 1] : /^(?:--locale=|-l)(.+)$/.exec(arg)?.[1],
  );
  return asked.findLast((value) => value !== undefined) === 'zh' ? 'zh' : 'en';
}

async function main(args: readonly string[]): Promise<void> {
  tolerateClosedPipes();
  const locale = requestedLocale(args);
  const today = new Date().toISOString().slice(0, 10);
  const installation = new Installation(dist);
  const context = { terminal, installation, today };
  const actions = {
    check: checkCommand(context),
    report: reportCommand(context),
    analyze: analyzeCommand(context),
    coverage: coverageCommand(context),
    explain: explainCommand(context),
    init: initCommand(context),
    rulesList: rulesListCommand(context),
  };
  const program = createProgram(actions, locale, installation.version());
  program.configureOutput({ writeOut: (text) => terminal.out(text) });
  try {
    if (args.length === 0) program.help();
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    fail(error, locale);
  }
}

function fail(error: unknown, locale: Locale): void {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return;
    if (error.code === 'commander.help') {
      terminal.exit(2); // a group of commands without one; its help stands on stderr
      return;
    }
    const text = usageSentence(error, locale);
    terminal.note(
      `${translate(locale, 'cli.error', { text })} ${translate(locale, 'cli.seeHelp')}`,
    );
    terminal.exit(2);
  } else if (error instanceof ConfigError || error instanceof RulesetError) {
    const text = error instanceof ConfigError ? error.sentence(locale) : error.message;
    terminal.note(translate(locale, 'cli.error', { text }));
    terminal.exit(2);
  } else {
    terminal.note(translate(locale, 'cli.bug'));
    terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    terminal.exit(3);
  }
}

const usageMessages: Readonly<Record<string, MessageId>> = {
  'commander.unknownCommand': 'cli.unknownCommand',
  'commander.unknownOption': 'cli.unknownOption',
  'commander.optionMissingArgument': 'cli.optionValue',
  'commander.missingArgument': 'cli.argumentMissing',
  'commander.excessArguments': 'cli.tooManyArguments',
  'commander.invalidArgument': 'cli.optionChoice',
};

/** Commander says what is wrong only in English sentences; the names in them are between quotes. */
function usageSentence({ code, message }: CommanderError, locale: Locale): string {
  const id = usageMessages[code];
  if (id === undefined) return message;
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const values = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  return translate(locale, id, { name, values });
}

await main(process.argv.slice(2));
