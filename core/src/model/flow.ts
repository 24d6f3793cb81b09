import type { Edge } from './graph.ts';
import type { Views } from './model.ts';
import { isMap, listOf, stringAt, type PlainMap } from './plain.ts';

/** The flow of one process, as derived facts need it. */
export interface Flow {
  readonly process: PlainMap;
  /** In reading order; each knows its `id`. */
  readonly steps: readonly PlainMap[];
  readonly byId: ReadonlyMap<string, PlainMap>;
  readonly edges: readonly Edge[];
  /** The first step; absent where the file names none that is declared. */
  readonly start?: string;
}

/** The flow of a model's process; nothing where the model has none. */
export function flowOf(views: Views): Flow | undefined {
  const { process } = views;
  if (process === undefined) return undefined;
  const steps = mapsIn(views, 'steps');
  const byId = new Map(steps.map((step) => [idOf(step), step]));
  const start = stringAt(process, 'start');
  return {
    process,
    steps,
    byId,
    edges: listOf(views['edges']) as readonly Edge[], // the view of that name holds nothing else
    ...(start !== undefined && byId.has(start) ? { start } : {}),
  };
}

/** The maps of one view. */
export function mapsIn(views: Views, name: string): readonly PlainMap[] {
  return listOf(views[name]).filter(isMap);
}

/** The id an entry of a map keyed by id was given. */
export function idOf(entry: PlainMap): string {
  return String(entry['id']);
}

/** True for the ways a case goes when nothing fails and nobody is late. */
export function isNormal({ kind }: Edge): boolean {
  return kind === 'next' || kind === 'loopExit';
}
