import { Argument, Command, Option } from 'commander';
import { locales, type Locale } from '../i18n/text.ts';
import { translate, type MessageId } from '../i18n/translate.ts';

/** Options that `check` and `report` share, as commander collects them. */
export interface AuditOptions {
  readonly locale?: Locale;
  readonly asOf?: string;
  readonly config?: string;
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  readonly output?: string;
  readonly force?: boolean;
}

export interface CheckOptions extends AuditOptions {
  readonly format: 'text' | 'json';
}

export interface AnalyzeOptions {
  readonly locale?: Locale;
  readonly asOf?: string;
  readonly config?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json' | 'markdown';
  readonly whatIf?: readonly string[];
}

export interface CoverageOptions {
  readonly locale?: Locale;
  readonly law?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** What the program does once its arguments are understood. */
export interface Actions {
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  report(paths: readonly string[], options: AuditOptions): Promise<void>;
  analyze(paths: readonly string[], options: AnalyzeOptions): void;
  coverage(options: CoverageOptions): void;
  explain(rule: string, options: { readonly locale?: Locale }): void;
  init(folder: string | undefined, options: { readonly locale?: Locale }): void;
  rulesList(options: { readonly locale?: Locale; readonly format: 'text' | 'json' }): void;
}

const severities = ['error', 'warning', 'info', 'never'];

/** The command line with its help in one language; commander's own English reaches nobody. */
export function createProgram(actions: Actions, locale: Locale, version: string): Command {
  const say = (id: MessageId, data = {}): string => translate(locale, id, data);
  const option = (flags: string, id: MessageId): Option => new Option(flags, say(id));
  const localise = (command: Command): Command =>
    command
      .helpOption('-h, --help', say('cli.help'))
      .configureHelp({
        styleTitle: (title) => translateTitle(title, say),
        optionDescription: (each) => describe(each, say),
        argumentDescription: (each) => each.description,
      })
      .exitOverride()
      .configureOutput({ outputError: () => undefined });
  const audited = (command: Command): Command =>
    localise(command)
      .argument('[paths...]', say('cli.paths'))
      .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
      .addOption(option('--as-of <date>', 'cli.asOf'))
      .addOption(option('-c, --config <file>', 'cli.config'))
      .addOption(option('--fail-on <severity>', 'cli.failOn').choices(severities))
      .addOption(option('--force', 'cli.force'));

  const program = localise(new Command('flowaudit'))
    .description(say('cli.about'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .version(version, '-V, --version', say('cli.version'))
    .enablePositionalOptions()
    .helpCommand(false)
    .addHelpText('after', `\n${say('cli.exitCodes')}`);
  // `flowaudit --locale zh check` says it before the command.
  const spoken = <Options extends { readonly locale?: Locale }>(options: Options): Options => ({
    ...program.opts<{ locale?: Locale }>(),
    ...options,
  });

  audited(program.command('check'))
    .description(say('cli.check'))
    .addOption(
      option('-f, --format <format>', 'cli.format').choices(['text', 'json']).default('text'),
    )
    .addOption(option('-o, --output <file>', 'cli.output'))
    .addHelpText('after', `\n${say('cli.exitCodes')}`)
    .action((paths: string[], options: CheckOptions) => actions.check(paths, spoken(options)));

  audited(program.command('report'))
    .description(say('cli.report'))
    .addOption(option('--pdf', 'cli.pdf'))
    .addOption(option('-o, --output <file>', 'cli.outputPdf').default('flowaudit-report.pdf'))
    .addHelpText('after', `\n${say('cli.exitCodes')}`)
    .action((paths: string[], options: AuditOptions) => actions.report(paths, spoken(options)));

  localise(program.command('analyze'))
    .description(say('cli.analyze'))
    .argument('[paths...]', say('cli.paths'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .addOption(option('--as-of <date>', 'cli.asOf'))
    .addOption(option('-c, --config <file>', 'cli.config'))
    .addOption(
      option('-f, --format <format>', 'cli.format')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addOption(
      option('--what-if <path=value>', 'cli.whatIf').argParser(
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .addOption(option('-o, --output <file>', 'cli.output'))
    .addOption(option('--force', 'cli.force'))
    .addHelpText('after', `\n${say('cli.analyzeExit')}`)
    .action((paths: string[], options: AnalyzeOptions) => actions.analyze(paths, spoken(options)));

  localise(program.command('coverage'))
    .description(say('cli.coverage'))
    .addOption(option('--law <law>', 'cli.law'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .addOption(
      option('-f, --format <format>', 'cli.format')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action((options: CoverageOptions) => actions.coverage(spoken(options)));

  localise(program.command('explain'))
    .description(say('cli.explain'))
    .addArgument(new Argument('<rule>', say('cli.rule')))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .action((rule: string, options: { locale?: Locale }) => actions.explain(rule, spoken(options)));

  localise(program.command('init'))
    .description(say('cli.init'))
    .argument('[folder]', say('cli.folder'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .action((folder: string | undefined, options: { locale?: Locale }) =>
      actions.init(folder, spoken(options)),
    );

  const rules = localise(program.command('rules'))
    .description(say('cli.rules'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .helpCommand(false);
  localise(rules.command('list'))
    .description(say('cli.rulesList'))
    .addOption(option('-l, --locale <locale>', 'cli.locale').choices(locales))
    .addOption(
      option('-f, --format <format>', 'cli.format').choices(['text', 'json']).default('text'),
    )
    .action((options: { locale?: Locale; format: 'text' | 'json' }) =>
      actions.rulesList(spoken({ ...rules.opts<{ locale?: Locale }>(), ...options })),
    );
  return program;
}

function translateTitle(title: string, say: (id: MessageId) => string): string {
  const titles: Readonly<Record<string, MessageId>> = {
    'Usage:': 'cli.usage',
    'Arguments:': 'cli.arguments',
    'Options:': 'cli.options',
    'Commands:': 'cli.commands',
  };
  const id = titles[title];
  return id === undefined ? title : say(id);
}

function describe(option: Option, say: (id: MessageId, data?: object) => string): string {
  const extra: string[] = [];
  if (option.argChoices !== undefined) {
    extra.push(say('cli.choices', { values: option.argChoices.join(', ') }));
  }
  if (typeof option.defaultValue === 'string') {
    extra.push(say('cli.default', { value: option.defaultValue }));
  }
  return extra.length === 0 ? option.description : `${option.description} (${extra.join('; ')})`;
}
