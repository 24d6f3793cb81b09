import { renderJson } from '../../reporters/json.ts';
import { renderText } from '../../reporters/text.ts';
import { parseDate } from '../../quantity/date.ts';
import { ConfigError } from '../../workspace/config.ts';
import { runAudit, type Run } from '../../workspace/run.ts';
import { translate } from '../../i18n/translate.ts';
import { absolute, disk } from '../../node/disk.ts';
import type { Installation } from '../../node/installation.ts';
import type { Terminal } from '../terminal.ts';
import { writeOutput } from '../../node/output.ts';
import type { AuditOptions, CheckOptions } from '../program.ts';

/** What every command works with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly installation: Installation;
  /** The current date in UTC. */
  readonly today: string;
}

/** `flowaudit check`: audits and prints. */
export function checkCommand(context: CommandContext) {
  const { terminal } = context;
  return async (paths: readonly string[], options: CheckOptions): Promise<void> => {
    const run = await auditPaths(context, paths, options);
    const { output, format } = options;
    const paint: Terminal['paint'] = output === undefined ? terminal.paint : (_, text) => text;
    const text = format === 'json' ? renderJson(run.result) : renderText(run.result, paint);
    if (output === undefined) terminal.out(text);
    else
      saveOutput(terminal, run, text, {
        path: output,
        form: format,
        force: options.force === true,
      });
    terminal.exit(run.exitCode);
  };
}

/** Audits what the command line names. @throws ConfigError for a wrong argument or configuration */
export async function auditPaths(
  { terminal, installation, today }: CommandContext,
  paths: readonly string[],
  options: AuditOptions,
): Promise<Run> {
  const { asOf, locale, failOn, config } = options;
  if (asOf !== undefined && parseDate(asOf) === undefined) {
    throw new ConfigError('cli.badDate', { value: asOf });
  }
  const run = await runAudit({
    fileSystem: disk,
    library: installation.library(),
    workingDirectory: absolute('.'),
    targets: (paths.length === 0 ? ['.'] : paths).map(absolute),
    configPath: config === undefined ? undefined : absolute(config),
    locale,
    asOf,
    failOn,
    today,
    toolVersion: installation.version(),
  });
  const { skippedFolders } = run.gathered;
  const spoken = run.result.locale;
  if (skippedFolders > 0) {
    terminal.note(translate(spoken, 'cli.skippedFolders', { count: skippedFolders }));
  }
  const { because, findings, summary } = run.result;
  const isEmpty = because.some(({ reason }) => reason === 'nothingChecked');
  if (isEmpty && findings.length === 0 && summary.files.failed === 0) {
    throw new ConfigError('cli.nothingToCheck', {});
  }
  return run;
}

/** Writes an output and says so where it does not disturb the data. */
export function saveOutput(
  terminal: Terminal,
  run: Run,
  content: string | Uint8Array,
  target: {
    readonly path: string;
    readonly form: 'text' | 'json' | 'pdf';
    readonly force: boolean;
  },
): void {
  const path = absolute(target.path);
  const configs = run.gathered.projects.flatMap(({ configPath }) => configPath ?? []);
  const inputs = [...run.result.files.map((file) => absolute(file.path)), ...configs];
  writeOutput(content, { ...target, path, name: target.path, inputs });
  terminal.note(translate(run.result.locale, 'cli.wrote', { path: target.path }));
}
