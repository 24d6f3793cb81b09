import { locatePointer, entryAt } from '../document/places.ts';
import { pointerFrom } from '../document/pointer.ts';
import type { Resource } from '../model/resource.ts';
import { isMap } from '../model/plain.ts';
import { closest } from '../schema/suggest.ts';
import { ConfigError } from './config.ts';
import type { FileSystem } from './file-system.ts';
import type { Gathered } from './gather.ts';
import { resolve } from './paths.ts';
import type { AnalysisRunRequest } from './analysis-run.ts';

/** One value of a file, as it is and as it is assumed to be. */
export interface Change {
  /** Dotted path in the document. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

interface Edit extends Change {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The files with values changed in their text, as a file system on top of the given one: what is
 * changed is read by the same eyes as what is not. Nothing is written.
 *
 * @throws ConfigError for a change that is none, and for a path that no file has
 */
export function changedFiles(
  whatIf: readonly string[],
  gathered: Gathered,
  { fileSystem, workingDirectory }: AnalysisRunRequest,
): { readonly fileSystem: FileSystem; readonly changes: readonly Change[] } {
  const edits = whatIf.flatMap((text) => editsOf(text, gathered));
  const texts = new Map<string, string>();
  for (const { source } of gathered.files) {
    const own = edits.filter(({ file }) => file === source?.path);
    if (source === undefined || own.length === 0) continue;
    texts.set(resolve(workingDirectory, source.path), applied(source.text, own));
  }
  const changes = edits.filter(
    ({ path }, at) => edits.findIndex((each) => each.path === path) === at,
  );
  return { fileSystem: withTexts(fileSystem, texts), changes };
}

function editsOf(text: string, { units }: Gathered): readonly Edit[] {
  const [, path, to] = /^([^=]+?)\s*=\s*(.+)$/.exec(text.trim()) ?? [];
  if (path === undefined || to === undefined) {
    throw new ConfigError('cli.whatIfForm', { value: text });
  }
  const segments = path.startsWith('/') ? path.slice(1).split('/') : path.split('.');
  const found = new Map<string, Edit>();
  for (const { model } of units) {
    // The process stands before the organisation, and its entries win.
    const resource = [model.process, model.organization].find(
      (each) => each !== undefined && isScalarAt(each, segments),
    );
    if (resource === undefined) continue;
    const edit = editAt(resource, segments, { path: segments.join('.'), to });
    found.set(`${edit.file} ${String(edit.start)}`, edit);
  }
  if (found.size === 0)
    throw unknownPath(
      segments,
      units.map(({ model }) => model.process),
    );
  return [...found.values()];
}

function isScalarAt(resource: Resource, segments: readonly string[]): boolean {
  const target = entryAt(resource.document, pointerFrom([...segments]));
  return target?.entry !== undefined && (typeof target.value !== 'object' || target.value === null);
}

function editAt(
  { document, file }: Resource,
  segments: readonly string[],
  { path, to }: { readonly path: string; readonly to: string },
): Edit {
  const { span } = locatePointer(document, pointerFrom([...segments]), 'value');
  const from = file.text.slice(span.start, span.end);
  return { file: file.path, path, from, to, start: span.start, end: span.end };
}

function unknownPath(
  segments: readonly string[],
  resources: readonly (Resource | undefined)[],
): ConfigError {
  const path = segments.join('.');
  const known = resources.flatMap((resource) =>
    resource === undefined ? [] : pathsIn(resource.value),
  );
  const near = closest(path, known);
  const last = segments.at(-1) ?? '';
  const names = near === undefined ? known.filter((each) => each.endsWith(`.${last}`)) : [near];
  return new ConfigError('cli.whatIfUnknown', {
    path,
    closest: names.length === 0 ? '' : ` (${names.slice(0, 3).join(', ')})`,
  });
}

/** The dotted paths of all scalars, list items left aside. */
function pathsIn(value: unknown, above = ''): readonly string[] {
  if (!isMap(value)) return above === '' ? [] : [above];
  return Object.entries(value).flatMap(([key, entry]) =>
    Array.isArray(entry) ? [] : pathsIn(entry, above === '' ? key : `${above}.${key}`),
  );
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, to }) => whole.slice(0, start) + to + whole.slice(end), text);
}

function withTexts(fileSystem: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  const encoder = new TextEncoder();
  return {
    ...fileSystem,
    read(path) {
      const text = texts.get(path);
      return text === undefined ? fileSystem.read(path) : encoder.encode(text);
    },
  };
}
