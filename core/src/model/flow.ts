import type { Edge } from './graph.ts';
import type { Views } from './model.ts';
import { isMap, listOf, type PlainMap } from './plain.ts';

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
