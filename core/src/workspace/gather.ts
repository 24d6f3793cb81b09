import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { AuditedFile, Unit } from '../audit/unit.ts';
import { decode } from '../document/decode.ts';
import { parse } from '../document/parse.ts';
import type { MessageData, MessageId } from '../i18n/translate.ts';
import { buildModel } from '../model/build.ts';
import { mapAt } from '../model/plain.ts';
import { resourcesOf, type Resource } from '../model/resource.ts';
import { ConfigError } from './config.ts';
import type { FileSystem } from './file-system.ts';
import { folderOf, foldersAbove, isWithin, join, relativeTo } from './paths.ts';
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
    if (kind === 'folder') this.addFolder(target, target, () => true);
    else if (kind === 'file' || !isGlob(target)) this.addFile(target, folderOf(target), 'named');
    else this.addGlob(target);
  }

  private addGlob(pattern: string): void {
    const { base } = picomatch.scan(pattern);
    const folder = base === '' ? '/' : base.replace(/\/$/, '');
    const before = this.files.size;
    if (this.request.fileSystem.kindOf(folder) === 'folder') {
      this.addFolder(folder, folder, picomatch(pattern));
    }
    if (this.files.size > before) return;
    const path = relativeTo(this.request.workingDirectory, pattern);
    throw new ConfigError('cli.globMatchesNothing', { pattern: path });
  }

  private addFolder(folder: string, given: string, wanted: (path: string) => boolean): void {
    const found = walk(this.request.fileSystem, folder);
    this.skippedFolders += found.skippedFolders.length;
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
    if (this.files.has(path)) return;
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
      if (ours) this.fail(path, given, sha256, decoded.fault.code, decoded.fault.data);
      else this.skip(path, given, 'cli.file.noHeader', sha256);
      return;
    }
    const source = parse(relativeTo(this.request.workingDirectory, path), decoded.text);
    const resources = source.failure === undefined ? resourcesOf(source) : [];
    if (source.failure !== undefined && (ours || carriesHeader(decoded.text))) {
      this.fail(path, given, sha256, source.failure.code, source.failure.data);
    } else if (resources.length > 0) {
      const { settings } = this.projectOf(path, given);
      this.files.set(path, {
        path: source.path,
        sha256,
        status: 'checked',
        source,
        resources,
        settings,
      });
    } else if (ours || carriesHeader(decoded.text)) {
      this.fail(path, given, sha256, 'cli.file.headerMissing');
    } else {
      this.skip(path, given, 'cli.file.noHeader', sha256);
    }
  }

  private fail(path: string, given: string, sha256: string, code: MessageId, data?: MessageData): void {
    this.record(path, given, 'failed', sha256, { code, data: data ?? {} });
  }

  private skip(path: string, given: string, code: MessageId, sha256?: string): void {
    if (this.files.has(path)) return;
    const hash = sha256 ?? createHash('sha256').update(this.request.fileSystem.read(path)).digest('hex');
    this.record(path, given, 'skipped', hash, { code, data: {} });
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
        const parts = organization === undefined ? { process } : { process, organization };
        this.units.push({ model: buildModel(parts), settings: file.settings });
      }
    }
    for (const file of this.files.values()) {
      for (const organization of file.resources.filter(({ kind }) => kind === 'Organization')) {
        if (used.has(organization)) continue;
        this.units.push({ model: buildModel({ organization }), settings: file.settings });
      }
    }
  }

  /** The organisation of a process: in its own stream, else the nearest file; none if it has its own inline. */
  private organizationFor(path: string, file: AuditedFile, process: Resource): Resource | undefined {
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

/** A file that says our `apiVersion` means to be ours, even where nothing else of it can be read. */
function carriesHeader(text: string): boolean {
  return /^apiVersion:[ \t]*["']?flowaudit\//m.test(text);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
