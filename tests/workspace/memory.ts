import { createHash } from 'node:crypto';
import { loadLibrary } from '../../core/src/ruleset/library.ts';
import type { Library } from '../../core/src/ruleset/rule.ts';
import type { FileSystem } from '../../core/src/workspace/file-system.ts';
import { runAudit, type Run, type RunRequest } from '../../core/src/workspace/run.ts';
import { ruleTexts } from '../rules/library.ts';

/** Files by absolute path, in no folder of this machine. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Where the files of a test stand, unless it says otherwise. */
export const root = '/project';

/** A file system that holds these files and nothing else. */
export function memory(files: Files): FileSystem {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const),
  );
  const below = (folder: string): readonly string[] =>
    [...bytes.keys()].filter((path) => path.startsWith(folder === '/' ? '/' : `${folder}/`));
  const read = (path: string): Uint8Array => {
    const found = bytes.get(path);
    if (found === undefined) throw new Error(`${path} does not exist`);
    return found;
  };
  return {
    kindOf(path) {
      if (bytes.has(path)) return 'file';
      return below(path).length > 0 ? 'folder' : 'missing';
    },
    list: (folder) => {
      const start = folder === '/' ? 1 : folder.length + 1;
      return [...new Set(below(folder).map((path) => path.slice(start).split('/')[0] ?? ''))];
    },
    read,
    hash: (path) => createHash('sha256').update(read(path)).digest('hex'),
    realPath: (path) => path,
  };
}

/** The fields of a rule file that matter for what it decides; its sentences are made up. */
export interface RuleFields {
  readonly id: string;
  readonly applies: string;
  readonly holds: string;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly needs?: readonly string[];
  readonly at?: string;
  readonly related?: string;
  readonly appliesFrom?: string;
  readonly confidence?: 'unverified';
  readonly until?: string;
  readonly references?: readonly { readonly law: string; readonly article: string }[];
}

const sentences = {
  title: { zh: '标题', en: 'The title' },
  message: { zh: '“{id}”不对。', en: '“{id}” is wrong.' },
  rationale: { zh: '为什么', en: 'Why' },
  remedy: { zh: '怎么办', en: 'What to do' },
};

/** The text of a pack whose rules apply where the organisation is established in China. */
export const chinaPack = JSON.stringify({
  id: 'china',
  version: '1.0.0',
  appliesWhen: {
    needs: ['$organization.establishments', '$organization.markets'],
    holds: '"CN" in organization.establishments or "CN" in organization.markets',
    otherwise: { zh: '不在中国', en: 'not in China' },
  },
});

/**
 * A library of these rules alone, all recommended, with the rules that the engine itself raises.
 *
 * @param more texts of further files by path below `rules/`
 */
export function libraryOf(rules: readonly RuleFields[], more: Files = {}): Library {
  const builtins = [...ruleTexts].filter(([, text]) => /^builtin: true$/m.test(text));
  const own = rules.map(({ severity = 'error', ...fields }) => {
    const file = { severity, ...fields, ...sentences, examples: ['id: x'] };
    return [`${fields.id}.yaml`, JSON.stringify(file)] as const; // JSON is YAML
  });
  const selected = Object.fromEntries(rules.map(({ id }) => [id, 'on']));
  const ruleset = {
    id: 'recommended',
    version: '1.0.0',
    title: { zh: '全部', en: 'All' },
    rules: { 'format/*': 'on', 'facts/*': 'on', 'suppressions/*': 'on', ...selected },
  };
  const texts = Object.entries(more).map(([path, text]) => [path, String(text)] as const);
  const recommended = ['rulesets/recommended.yaml', JSON.stringify(ruleset)] as const;
  return loadLibrary(new Map([...builtins, ...own, ...texts, recommended]));
}

/** Audits files in memory as the command line and the editor do. */
export function auditFiles(
  files: Files,
  library: Library,
  request: Partial<RunRequest> = {},
): Promise<Run> {
  return runAudit({
    fileSystem: memory(files),
    library,
    workingDirectory: root,
    targets: [root],
    today: '2026-11-21',
    toolVersion: '0.0.0',
    ...request,
  });
}

/** A process file with these lines below its header; its one step ends the case. */
export function processText(lines = '', id = 'refund'): string {
  return `apiVersion: flowaudit/v1
kind: Process
id: ${id}
name: Refund
start: close
steps:
  close: { name: Close case, type: task, end: true }
${lines}`;
}

/** An organisation file with these lines below its header. */
export function organizationText(lines = '', id = 'company'): string {
  return `apiVersion: flowaudit/v1
kind: Organization
id: ${id}
name: Company
${lines}`;
}
