import { renderAnalysisMarkdown } from '../../reporters/analysis-markdown.ts';
import { renderAnalysisText } from '../../reporters/analysis-text.ts';
import { parseDate } from '../../quantity/date.ts';
import { ConfigError } from '../../workspace/config.ts';
import { runAnalysis } from '../../workspace/analysis-run.ts';
import { translate } from '../../i18n/translate.ts';
import { absolute, disk } from '../../node/disk.ts';
import { writeOutput } from '../../node/output.ts';
import type { AnalyzeOptions } from '../program.ts';
import type { Terminal } from '../terminal.ts';
import type { CommandContext } from './check.ts';

/** `flowaudit analyze`: the numbers of a process, and with `--what-if` those of a changed one. */
export function analyzeCommand({ terminal, installation, today }: CommandContext) {
  return (paths: readonly string[], options: AnalyzeOptions): void => {
    const { asOf, locale, config, output, format, whatIf } = options;
    if (asOf !== undefined && parseDate(asOf) === undefined) {
      throw new ConfigError('cli.badDate', { value: asOf });
    }
    const result = runAnalysis({
      fileSystem: disk,
      library: installation.library(),
      workingDirectory: absolute('.'),
      targets: (paths.length === 0 ? ['.'] : paths).map(absolute),
      configPath: config === undefined ? undefined : absolute(config),
      locale,
      asOf,
      today,
      toolVersion: installation.version(),
      simulation: {},
      whatIf: whatIf ?? [],
    });
    const paint: Terminal['paint'] = output === undefined ? terminal.paint : (_, text) => text;
    const text =
      format === 'json'
        ? `${JSON.stringify(result, undefined, 2)}\n`
        : format === 'markdown'
          ? renderAnalysisMarkdown(result)
          : renderAnalysisText(result, paint);
    if (output === undefined) {
      terminal.out(text);
    } else {
      const inputs = result.processes.map(({ path }) => absolute(path));
      const form = format === 'json' ? 'json' : 'text';
      writeOutput(text, {
        path: absolute(output),
        name: output,
        form,
        inputs,
        force: options.force === true,
      });
      terminal.note(translate(result.locale, 'cli.wrote', { path: output }));
    }
    terminal.exit(0);
  };
}
