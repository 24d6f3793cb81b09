import type { DataUse } from './data-uses.ts';
import type { Edge } from '../graph.ts';
import type { Views } from '../model.ts';
import { isMap, stringAt, type PlainMap } from '../plain.ts';

/** The views of one model as the facts of the law rules are found from them. */
export interface PrivacyViews {
  readonly organization: PlainMap | undefined;
  /** The first step; nothing without a process. */
  readonly start: string | undefined;
  readonly uses: readonly DataUse[];
  readonly edges: readonly Edge[];
  /** A collection; empty where the model has none. */
  list(name: string): readonly PlainMap[];
  /** The entry of a collection with that id. */
  find(name: string, id: unknown): PlainMap | undefined;
}

export function privacyViewsOf(views: Views): PrivacyViews {
  const list = (name: string): readonly PlainMap[] => {
    const view = views[name];
    return Array.isArray(view) ? view.filter(isMap) : [];
  };
  const indexes = new Map<string, ReadonlyMap<unknown, PlainMap>>();
  const indexOf = (name: string): ReadonlyMap<unknown, PlainMap> => {
    const known = indexes.get(name);
    if (known !== undefined) return known;
    // The process stands before the organisation, and its entries win.
    const index = new Map(
      list(name)
        .toReversed()
        .map((entry) => [entry['id'], entry]),
    );
    indexes.set(name, index);
    return index;
  };
  return {
    organization: views.organization,
    start: views.process && stringAt(views.process, 'start'),
    uses: list('dataUses') as readonly object[] as readonly DataUse[], // what this view is made of
    edges: list('edges') as readonly object[] as readonly Edge[], // what this view is made of
    list,
    find: (name, id) => indexOf(name).get(id),
  };
}

/** In which role we act for a purpose: its own, else that of the organisation. */
export function roleFor(
  purpose: PlainMap | undefined,
  { organization }: PrivacyViews,
): string | undefined {
  const own = purpose === undefined ? undefined : stringAt(purpose, 'role');
  return own ?? (organization === undefined ? undefined : stringAt(organization, 'role'));
}

/** True when one is true, false when all are false, nothing when nobody can tell. */
export function anyOf(answers: readonly unknown[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.every((answer) => answer === false) ? false : undefined;
}
