import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { AuditedFile, Unit } from '../audit/unit.ts';
import { decode } from '../document/decode.ts';
import { parse } from '../document/parse.ts';
import type { MessageData, MessageId } from '../i18n/translate.ts';
import { buildModel, type ModelParts } from '../model/build.ts';
import type { Views } from '../model/model.ts';
import { mapAt } from '../model/plain.ts';
import { resourcesOf, type Resource } from '../model/resource.ts';
import { companionsOf, verifierFor } from './companions.ts';
import { checkWaiverFile, ConfigError } from './config.ts';
import type { FileSystem } from './file-system.ts';
import { carriesHeader, headerFailure, readableAscii } from './header.ts';
import { folderOf, foldersAbove, isWithin, join, relativeTo, resolve } from './paths.ts';
import type { Project, Projects } from './project.ts';
import { hasOurName, walk } from './walk.ts';

/** The files and units of one run. */
export interface Gathered {
  readonly files: readonly AuditedFile[];
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  /** How many folders a walk did not enter. */
  readonly skippedFolders: number;
}

export interface GatherRequest {
  readonly fileSystem: FileSystem;
  readonly projects: Projects;
  readonly workingDirectory: string;
  /** Absolute paths of files and folders, or glob patterns. */
  readonly targets: readonly string[];
}

/** Reads what was named, and what that needs. @throws ConfigError when a glob matches nothing */
export function gather(request: GatherRequest): Gathered {
  return new Gathering(request).run();
}

class Gathering {
  private readonly request: GatherRequest;
  private readonly files = new Map<string, AuditedFile>();
  private readonly units: Unit[] = [];
  private readonly projectsSeen = new Set<Project>();
  private readonly subprocesses = new Map<string, Views | undefined>();
  private skippedFolders = 0;

  constructor(request: GatherRequest) {
    this.request = request;
  }

  run(): Gathered {
    for (const target of this.request.targets) this.addTarget(target);
    this.checkIncludes();
    this.addUnits();
    return {
      files: [...this.files.values()],
      units: this.units,
      projects: [...this.projectsSeen],
      skippedFolders: this.skippedFolders,
    };
  }

  private addTarget(target: string): void {
    const { fileSystem } = this.request;
    const kind = fileSystem.kindOf(target);
    // The folders above may have brackets in their names; what was typed begins below them.
    const typed = relativeTo(this.request.workingDirectory, target);
    if (kind === 'folder') this.addFolder(target, target, () => true);
    else if (kind === 'file' || !isGlob(typed)) this.addFile(target, folderOf(target), 'named');
    else this.addGlob(typed);
  }

  /** @param pattern relative to the working directory */
  private addGlob(pattern: string): void {
    const { workingDirectory, fileSystem } = this.request;
    const { base, glob } = picomatch.scan(pattern, { nonegate: true });
    const folder = resolve(workingDirectory, base);
    const matches = picomatch(glob, { nonegate: true });
    let count = 0;
    if (fileSystem.kindOf(folder) === 'folder') {
      this.addFolder(folder, folder, (path) => {
        const isWanted = matches(relativeTo(folder, path));
        if (isWanted) count++;
        return isWanted;
      });
    }
    if (count === 0) throw new ConfigError('cli.globMatchesNothing', { pattern });
  }

  private addFolder(folder: string, given: string, wanted: (path: string) => boolean): void {
    const found = walk(this.request.fileSystem, folder);
    this.skippedFolders += found.skippedFolders.length;
    for (const [path, error] of found.unreadableFolders) {
      this.fail(path, given, '', 'cli.file.unreadable', { reason: reasonOf(error) });
    }
    for (const path of found.files) {
      if (!wanted(path)) continue;
      const project = this.projectOf(path, given);
      if (isIncluded(path, project)) this.addFile(path, given, 'walked');
      else this.skip(path, given, 'cli.file.excluded');
    }
  }

  private projectOf(path: string, given: string): Project {
    const project = this.request.projects.of(path, given);
    this.projectsSeen.add(project);
    return project;
  }

  private addFile(path: string, given: string, how: 'named' | 'walked'): void {
    const known = this.files.get(path);
    // What is named is checked, also where a walk has left it out.
    if (known !== undefined && (how === 'walked' || known.status !== 'skipped')) return;
    const { fileSystem } = this.request;
    if (fileSystem.kindOf(path) !== 'file') {
      this.fail(path, given, '', 'cli.file.missing');
      return;
    }
    let bytes: Uint8Array;
    try {
      bytes = fileSystem.read(path);
    } catch (error) {
      this.fail(path, given, '', 'cli.file.unreadable', { reason: reasonOf(error) });
      return;
    }
    this.readBytes(path, given, bytes, how === 'named' || hasOurName(path));
  }

  /** @param ours whether the file must be one of ours: named, or by its own name */
  private readBytes(path: string, given: string, bytes: Uint8Array, ours: boolean): void {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const decoded = decode(bytes);
    if ('fault' in decoded) {
      const { code, data } = decoded.fault;
      if (ours || carriesHeader(readableAscii(bytes))) this.fail(path, given, sha256, code, data);
      else this.skip(path, given, 'cli.file.noHeader', sha256);
      return;
    }
    const source = parse(relativeTo(this.request.workingDirectory, path), decoded.text);
    const resources = source.failure === undefined ? resourcesOf(source) : [];
    if (!ours && resources.length === 0 && !carriesHeader(decoded.text)) {
      this.skip(path, given, 'cli.file.noHeader', sha256);
      return;
    }
    const failure = source.failure ?? headerFailure(source, resources);
    if (failure === undefined) {
      const { settings } = this.projectOf(path, given);
      const checked = { path: source.path, sha256, status: 'checked' } as const;
      this.files.set(path, { ...checked, source, resources, settings });
    } else {
      this.fail(path, given, sha256, failure.code, failure.data);
    }
  }

  private fail(
    path: string,
    given: string,
    sha256: string,
    code: MessageId,
    data?: MessageData,
  ): void {
    this.record(path, given, 'failed', sha256, { code, data: data ?? {} });
  }

  private skip(path: string, given: string, code: MessageId, sha256?: string): void {
    if (this.files.has(path)) return;
    this.record(path, given, 'skipped', sha256 ?? this.hashOf(path), { code, data: {} });
  }

  /** Empty for a file that cannot be read, which is no fault of one that is left out. */
  private hashOf(path: string): string {
    try {
      return createHash('sha256').update(this.request.fileSystem.read(path)).digest('hex');
    } catch {
      return '';
    }
  }

  private record(
    path: string,
    given: string,
    status: 'failed' | 'skipped',
    sha256: string,
    reason: NonNullable<AuditedFile['reason']>,
  ): void {
    this.files.set(path, {
      path: relativeTo(this.request.workingDirectory, path),
      sha256,
      status,
      reason,
      resources: [],
      settings: this.projectOf(path, given).settings,
    });
  }

  /** @throws ConfigError when an `include` pattern of a walked project matches no file at all */
  private checkIncludes(): void {
    for (const project of this.projectsSeen) {
      const { configPath, config, folder } = project;
      const walked = this.request.targets.some((target) => isWithin(folder, target));
      if (configPath === undefined || !walked) continue;
      for (const pattern of config.include ?? []) {
        const matches = picomatch(pattern);
        if ([...this.files.keys()].some((path) => matches(relativeTo(folder, path)))) continue;
        const path = relativeTo(this.request.workingDirectory, configPath);
        throw new ConfigError('cli.includeMatchesNothing', { pattern, path });
      }
    }
  }

  private addUnits(): void {
    const used = new Set<Resource>();
    for (const [path, file] of Array.from(this.files)) {
      for (const process of file.resources.filter(({ kind }) => kind === 'Process')) {
        const organization = this.organizationFor(path, file, process);
        if (organization !== undefined) used.add(organization);
        this.companions(path, /^waivers\.ya?ml$/);
        const parts = {
          process,
          ...(organization === undefined ? {} : { organization }),
          evidence: this.evidenceFor(path, process.id),
          processes: (id: string) => this.viewsOf(id),
        };
        this.units.push({ model: buildModel(parts), settings: file.settings });
      }
    }
    this.checkWaivers();
    for (const file of this.files.values()) {
      for (const organization of file.resources.filter(({ kind }) => kind === 'Organization')) {
        if (used.has(organization)) continue;
        this.units.push({ model: buildModel({ organization }), settings: file.settings });
      }
    }
  }

  /** The views of a process among the files that were read; nothing where there is none of that id. */
  private viewsOf(id: string): Views | undefined {
    if (this.subprocesses.has(id)) return this.subprocesses.get(id);
    const found = [...this.files].flatMap(([path, file]) =>
      file.resources
        .filter((resource) => resource.kind === 'Process' && resource.id === id)
        .map((process) => ({ process, organization: this.organizationFor(path, file, process) })),
    );
    const [only, ...others] = found;
    // Of two processes with one id nobody can tell which is meant.
    const views =
      only === undefined || others.length > 0
        ? undefined
        : buildModel({
            process: only.process,
            ...(only.organization === undefined ? {} : { organization: only.organization }),
            processes: (other) => this.viewsOf(other),
          }).views;
    this.subprocesses.set(id, views);
    return views;
  }

  /** The organisation of a process: in its own stream, else the nearest file; none if it has its own inline. */
  private organizationFor(
    path: string,
    file: AuditedFile,
    process: Resource,
  ): Resource | undefined {
    if (mapAt(process.value, 'organization') !== undefined) return undefined;
    const here = file.resources.find(({ kind }) => kind === 'Organization');
    if (here !== undefined) return here;
    const given = this.givenFor(path);
    const { folder: top } = this.projectOf(path, given);
    for (const folder of foldersAbove(folderOf(path))) {
      for (const name of ['organization.yaml', 'organization.yml']) {
        const candidate = join(folder, name);
        if (this.request.fileSystem.kindOf(candidate) !== 'file') continue;
        if (this.files.get(candidate)?.status === 'skipped') this.files.delete(candidate);
        this.addFile(candidate, given, 'walked');
        return this.files.get(candidate)?.resources.find(({ kind }) => kind === 'Organization');
      }
      if (folder === top) break;
    }
    return undefined;
  }

  /** The files of some name that belong to a process, read where they were not yet. */
  private companions(path: string, name: RegExp): readonly (readonly [string, AuditedFile])[] {
    const given = this.givenFor(path);
    const { folder: top } = this.projectOf(path, given);
    const found = companionsOf(this.request.fileSystem, folderOf(path), top, name);
    return found.flatMap((companion) => {
      this.addFile(companion, given, 'walked');
      const file = this.files.get(companion);
      return file === undefined ? [] : [[companion, file] as const];
    });
  }

  private evidenceFor(path: string, process: string): NonNullable<ModelParts['evidence']> {
    return this.companions(path, /\.evidence\.ya?ml$/).flatMap(([companion, { resources }]) =>
      resources
        .filter(({ kind, value }) => kind === 'Evidence' && value['process'] === process)
        .map((resource) => ({
          resource,
          verify: verifierFor(this.request.fileSystem, companion),
        })),
    );
  }

  /**
   * A waiver that cannot be read, or names no rule, might hide a finding or fail to: it stops the run.
   *
   * @throws ConfigError at the first such waiver
   */
  private checkWaivers(): void {
    for (const { resources } of this.files.values()) {
      for (const waivers of resources.filter(({ kind }) => kind === 'Waivers')) {
        checkWaiverFile(waivers, this.request.projects.library);
      }
    }
  }

  /** The folder that was given for a path: the named folder above it, else its own. */
  private givenFor(path: string): string {
    const { targets, fileSystem } = this.request;
    const above = targets.find(
      (target) => isWithin(path, target) && fileSystem.kindOf(target) === 'folder',
    );
    return above ?? folderOf(path);
  }
}

function isGlob(target: string): boolean {
  return picomatch.scan(target).isGlob;
}

/** Files of ours are checked wherever the configuration does not narrow it; lookups ignore this. */
function isIncluded(path: string, { config, folder }: Project): boolean {
  const relative = relativeTo(folder, path);
  if (config.exclude?.some((pattern) => picomatch(pattern)(relative)) === true) return false;
  if (!/\.process\.ya?ml$/.test(path) && hasOurName(path)) return true;
  return config.include?.some((pattern) => picomatch(pattern)(relative)) ?? true;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
