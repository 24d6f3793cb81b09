import { decode } from '../document/decode.ts';
import { parse } from '../document/parse.ts';
import type { Settings } from '../audit/unit.ts';
import { resourcesOf } from '../model/resource.ts';
import type { Library } from '../ruleset/rule.ts';
import type { ConfigFile } from '../schema/types.ts';
import { ConfigError, defaultConfig, readConfig, settingsOf } from './config.ts';
import type { FileSystem } from './file-system.ts';
import { foldersAbove, folderOf, join, relativeTo } from './paths.ts';

/** A folder whose files share one `flowaudit.yaml`, or have none together. */
export interface Project {
  /** The folder up to which `organization.yaml` is looked for. */
  readonly folder: string;
  /** The path of its `flowaudit.yaml`. */
  readonly configPath?: string;
  readonly config: ConfigFile;
  readonly settings: Settings;
}

/** Finds the project of each path and remembers it. */
export class Projects {
  private readonly byFolder = new Map<string, Project>();
  private readonly fileSystem: FileSystem;
  readonly library: Library;
  /** Paths in messages are relative to it. */
  private readonly workingDirectory: string;
  private readonly forcedConfig: string | undefined;

  constructor(options: {
    readonly fileSystem: FileSystem;
    readonly library: Library;
    readonly workingDirectory: string;
    /** A configuration that stands for every `flowaudit.yaml`. */
    readonly configPath?: string | undefined;
  }) {
    this.fileSystem = options.fileSystem;
    this.library = options.library;
    this.workingDirectory = options.workingDirectory;
    this.forcedConfig = options.configPath;
  }

  /**
   * The project of a file: the nearest folder above it with `flowaudit.yaml`, else the repository,
   * else the folder that was given.
   *
   * @throws ConfigError when the configuration is wrong
   */
  of(path: string, given: string): Project {
    const start = folderOf(path);
    const key = `${start}\n${given}`;
    let project = this.byFolder.get(key);
    if (project === undefined) {
      project = this.find(start, given);
      this.byFolder.set(key, project);
    }
    return project;
  }

  private find(start: string, given: string): Project {
    for (const folder of foldersAbove(start)) {
      for (const name of ['flowaudit.yaml', 'flowaudit.yml']) {
        const configPath = join(folder, name);
        if (this.fileSystem.kindOf(configPath) === 'file') {
          return this.load(folder, this.forcedConfig ?? configPath);
        }
      }
      if (this.fileSystem.kindOf(join(folder, '.git')) !== 'missing') {
        return this.load(folder, this.forcedConfig);
      }
    }
    return this.load(given, this.forcedConfig);
  }

  private load(folder: string, configPath: string | undefined): Project {
    const known = this.byFolder.get(`${folder}\n${configPath ?? ''}\nloaded`);
    if (known !== undefined) return known;
    const project = this.loadNew(folder, configPath);
    this.byFolder.set(`${folder}\n${configPath ?? ''}\nloaded`, project);
    return project;
  }

  private loadNew(folder: string, configPath: string | undefined): Project {
    if (configPath === undefined) {
      const config = defaultConfig;
      return { folder, config, settings: settingsOf(config, this.library) };
    }
    const path = relativeTo(this.workingDirectory, configPath);
    if (this.fileSystem.kindOf(configPath) !== 'file')
      throw new ConfigError('cli.configMissing', { path });
    const file = parse(path, this.textOf(configPath, path));
    const config = readConfig(file);
    const source = resourcesOf(file).find(({ kind }) => kind === 'Config');
    return { folder, configPath, config, settings: settingsOf(config, this.library, source) };
  }

  private textOf(configPath: string, path: string): string {
    let bytes: Uint8Array;
    try {
      bytes = this.fileSystem.read(configPath);
    } catch {
      throw new ConfigError('cli.configUnreadable', { path });
    }
    const decoded = decode(bytes);
    if ('fault' in decoded) {
      const place = { file: parse(path, ''), span: { start: 0, end: 0 } };
      throw new ConfigError(decoded.fault.code, decoded.fault.data, place);
    }
    return decoded.text;
  }
}
