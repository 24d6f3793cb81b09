import { analyse } from '../audit/analyse.ts';
import type { AnalysisResult, ProcessAnalysis } from '../audit/analysis-result.ts';
import { flipsBetween } from '../audit/flips.ts';
import type { Locale } from '../i18n/text.ts';
import { translate } from '../i18n/translate.ts';
import type { SimulationBudget } from '../model/numbers/promise-judge.ts';
import { ConfigError } from './config.ts';
import type { Gathered } from './gather.ts';
import { readFiles, type RunRequest } from './run.ts';
import { changedFiles, type Change } from './what-if.ts';

export interface AnalysisRunRequest extends Omit<RunRequest, 'failOn' | 'quick' | 'shouldStop'> {
  /** Absent: nothing is simulated. */
  readonly simulation?: SimulationBudget;
  /** Values to be changed for a second column, as `path=value`. */
  readonly whatIf?: readonly string[];
}

/**
 * Works out the numbers of every process that is named, and with `whatIf` once more with values
 * changed in the text of the files, so that both are read in the same way.
 *
 * @throws ConfigError for a file that cannot be read in full, an unknown path, a value that cannot stand there
 */
export function runAnalysis(request: AnalysisRunRequest): AnalysisResult {
  const { gathered, locale, asOf } = readFiles(request);
  refuseFaults(gathered, request.locale ?? 'en');
  const processes = analysesOf(gathered, { ...request, locale, asOf });
  if (processes.length === 0) throw new ConfigError('analysis.noProcess', {});
  const result: AnalysisResult = {
    apiVersion: 'flowaudit/v1',
    kind: 'AnalysisResult',
    tool: { name: 'flowaudit', version: request.toolVersion },
    asOf,
    locale,
    processes,
  };
  const { whatIf = [] } = request;
  if (whatIf.length === 0) return result;
  const changes = changedFiles(whatIf, gathered, request);
  const after = readFiles({ ...request, fileSystem: changes.fileSystem });
  refuseValues(after.gathered, changes.changes, request.locale ?? 'en');
  const changed = analysesOf(after.gathered, { ...request, locale, asOf });
  return {
    ...result,
    whatIf: {
      changes: changes.changes.map(({ path, from, to }) => ({ path, from, to })),
      processes: changed,
      flips: flipsBetween(processes, changed, locale),
    },
  };
}

function analysesOf(
  gathered: Gathered,
  { asOf, locale, simulation }: AnalysisRunRequest & { asOf: string; locale: Locale },
): readonly ProcessAnalysis[] {
  return gathered.units.flatMap(
    ({ model }) =>
      analyse(model, { asOf, locale, ...(simulation === undefined ? {} : { simulation }) }) ?? [],
  );
}

/** Numbers of a file that was read in part would be numbers of another process. */
function refuseFaults({ files }: Gathered, locale: Locale): void {
  for (const file of files) {
    if (file.status === 'failed' && file.reason !== undefined) {
      const { code, data } = file.reason;
      throw new ConfigError('cli.analyzeFailed', {
        path: file.path,
        reason: translate(locale, code, data),
      });
    }
    const faults =
      (file.source?.faults.length ?? 0) +
      file.resources.reduce((sum, { faults: refused }) => sum + refused.length, 0);
    if (file.status === 'checked' && faults > 0) {
      throw new ConfigError('cli.analyzeFaults', { path: file.path, count: faults });
    }
  }
}

function refuseValues({ files }: Gathered, changes: readonly Change[], locale: Locale): void {
  const refused = files.flatMap(({ source, resources }) => [
    ...(source?.faults ?? []).map(({ code, data }) => translate(locale, code, data)),
    ...resources.flatMap(({ faults }) =>
      faults.map(({ code, data }) => translate(locale, code, data)),
    ),
  ]);
  const [reason] = refused;
  const [change] = changes;
  if (reason === undefined || change === undefined) return;
  throw new ConfigError('cli.whatIfValue', { value: change.to, path: change.path, reason });
}
