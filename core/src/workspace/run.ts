import { audit, type AuditInput } from '../audit/audit.ts';
import type { AuditResult } from '../audit/audit-result.ts';
import { exitCodeOf } from '../audit/gate.ts';
import type { Gate } from '../audit/unit.ts';
import type { Locale } from '../i18n/text.ts';
import type { Library } from '../ruleset/rule.ts';
import { ConfigError } from './config.ts';
import type { FileSystem } from './file-system.ts';
import { gather, type Gathered } from './gather.ts';
import { folderOf } from './paths.ts';
import { Projects, type Project } from './project.ts';
import { scopeOf } from './scope.ts';

/** What somebody asked to be audited, and the choices that overrule `flowaudit.yaml`. */
export interface RunRequest {
  readonly fileSystem: FileSystem;
  readonly library: Library;
  /** Absolute; paths in the result are relative to it. */
  readonly workingDirectory: string;
  /** Absolute paths or patterns. */
  readonly targets: readonly string[];
  /**
   * `project` widens each file that speaks for its whole project (an organisation, evidence,
   * waivers) to that project, for a reader who looks at one file; `targets` takes them as they are.
   */
  readonly scope?: 'targets' | 'project';
  readonly configPath?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly asOf?: string | undefined;
  readonly failOn?: Gate['failOn'] | undefined;
  /** Leaves out the rules that simulate, for who looks while typing; a full run follows. */
  readonly quick?: boolean;
  /** Asked while cases are simulated; true ends that early, and the answer is worth nothing. */
  readonly shouldStop?: () => boolean;
  /** The current date in UTC, used where neither request nor configuration says otherwise. */
  readonly today: string;
  readonly toolVersion: string;
}

export interface Run {
  readonly result: AuditResult;
  readonly input: AuditInput;
  readonly gathered: Gathered;
  /** 0 gate open, 1 closed, 2 something could not be checked. */
  readonly exitCode: 0 | 1 | 2;
}

/**
 * The one way from files to a result, for the command line, the editor and reports.
 *
 * @throws ConfigError for a wrong configuration or request
 */
export async function runAudit(request: RunRequest): Promise<Run> {
  const { gathered, locale, asOf } = readFiles(request);
  const input: AuditInput = {
    files: gathered.files,
    units: gathered.units,
    library: request.library,
    asOf,
    locale,
    toolVersion: request.toolVersion,
    ...(request.quick === true ? { quick: true } : {}),
    ...(request.shouldStop === undefined ? {} : { shouldStop: request.shouldStop }),
  };
  const result = await audit(input);
  const gates = new Map(gathered.files.map(({ path, settings }) => [path, settings.gate]));
  const exitCode = exitCodeOf(result, (path) => {
    const gate = gates.get(path) ?? { failOn: 'error', undecided: 'fail' };
    return request.failOn === undefined ? gate : { ...gate, failOn: request.failOn };
  });
  return { result, input, gathered, exitCode };
}

/** The files of a request, with the language and the date that hold for them. @throws ConfigError */
export function readFiles(
  request: Omit<RunRequest, 'failOn' | 'toolVersion' | 'quick' | 'shouldStop'>,
): {
  readonly gathered: Gathered;
  readonly locale: Locale;
  readonly asOf: string;
} {
  const { fileSystem, library, workingDirectory, configPath } = request;
  const projects = new Projects({ fileSystem, library, workingDirectory, configPath });
  const targets =
    request.scope === 'project'
      ? request.targets.map((path) =>
          scopeOf(path, { fileSystem, projects, given: folderOf(path) }),
        )
      : request.targets;
  const gathered = gather({ fileSystem, projects, workingDirectory, targets });
  return {
    gathered,
    locale: request.locale ?? agreedLocale(gathered.projects) ?? 'en',
    asOf: request.asOf ?? asOfDate(gathered.projects, request.today),
  };
}

/** The language that all projects which name one agree on. */
function agreedLocale(projects: readonly Project[]): Locale | undefined {
  const [only, ...others] = new Set(projects.flatMap(({ config }) => config.locale ?? []));
  return others.length === 0 ? only : undefined;
}

/** One audit has one as-of date. @throws ConfigError when its projects state different ones */
function asOfDate(projects: readonly Project[], today: string): string {
  const dates = [...new Set(projects.map(({ config }) => config.asOf ?? today))].toSorted();
  const [only = today, ...others] = dates;
  if (others.length === 0) return only;
  throw new ConfigError('cli.asOfDiffers', { dates: dates.join(', ') });
}
