import { idOf, mapsIn } from './flow.ts';
import { sharedCollections, type Views } from './model.ts';
import { addFact, isMap, mapAt, type PlainMap } from './plain.ts';

/** Maps whose keys are themselves references. */
const referringMaps: ReadonlySet<string> = new Set(['weights', 'raci', 'promises']);

/**
 * Of every entry that may stand in the process or in the organisation: `collection`, the map it is
 * in; `declaredIn`, the file; `alsoDeclared`, the entry of the same id in the other file; `used`,
 * whether anything outside the entry names it.
 *
 * “Names it” is taken widely, as a value equal to the id anywhere in the files: a word that happens
 * to be the same hides an unused entry, which is better than to call a used one unused.
 *
 * @param documents the values of the files as they were read, refused parts included
 */
export function addDeclarationFacts(views: Views, documents: readonly unknown[]): void {
  const everywhere = mentionsIn(documents);
  for (const collection of sharedCollections) {
    const own = views.process && mapAt(views.process, collection);
    const shared = views.organization && mapAt(views.organization, collection);
    for (const entry of mapsIn(views, collection)) {
      const id = idOf(entry);
      const isOwn = own?.[id] === entry;
      const other = isOwn ? shared?.[id] : own?.[id];
      addFact(entry, 'collection', collection);
      addFact(entry, 'declaredIn', isOwn ? 'process' : 'organization');
      if (isMap(other)) addFact(entry, 'alsoDeclared', other);
      const within = mentionsIn([entry]).get(id) ?? 0;
      addFact(entry, 'used', (everywhere.get(id) ?? 0) > within);
    }
  }
}

/** How often each word is a value, or a key that refers, anywhere below. */
function mentionsIn(roots: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string): unknown => counts.set(word, (counts.get(word) ?? 0) + 1);
  const visit = (value: unknown): void => {
    if (typeof value === 'string') count(value);
    else if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isMap(value)) visitMap(value);
  };
  const visitMap = (map: PlainMap): void => {
    for (const [key, entry] of Object.entries(map)) {
      if (referringMaps.has(key) && isMap(entry))
        for (const name of Object.keys(entry)) count(name);
      if (key === 'formula' && typeof entry === 'string')
        for (const name of wordsOf(entry)) count(name);
      visit(entry);
    }
  };
  for (const root of roots) visit(root);
  return counts;
}

/** What a formula is made of: the role in `utilisation(agent)`. */
function wordsOf(formula: string): readonly string[] {
  return formula.match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? [];
}
