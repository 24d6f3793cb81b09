import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';

/** One thing a step does with one data item. A derived object. */
export interface DataUse {
  readonly step: string;
  readonly item: string;
  readonly mode: 'collects' | 'reads' | 'writes' | 'deletes';
  /** The purpose of the item if it states one, else of the step. */
  readonly purpose?: string;
  readonly masked: boolean;
  /**
   * Whether the item is about an identifiable person, by its declared category, subject and
   * identifiability; absent where the item or its category is not declared.
   */
  readonly personal?: boolean;
}

/** Whether a declared data item is personal data; nothing when its category is not declared. */
export function isPersonal(item: PlainMap | undefined): boolean | undefined {
  if (item === undefined) return undefined;
  if (item['identifiability'] === 'anonymised' || item['subject'] === 'none') return false;
  const category = item['category'];
  return category === undefined ? undefined : category !== 'none';
}

const dataModes = ['collects', 'reads', 'writes', 'deletes'] as const;

interface StatedUse {
  readonly use: DataUse;
  readonly container: object;
  readonly key: string | number;
}

/** The data uses a step states, with the container and key of each item's name. */
export function dataUsesOf(
  id: string,
  step: PlainMap,
  itemOf: (id: string) => PlainMap | undefined,
): readonly StatedUse[] {
  return dataModes.flatMap((mode) => {
    const stated = step[mode];
    return listOf(stated).flatMap((entry, index): readonly StatedUse[] => {
      const own = isMap(entry) ? entry : undefined;
      const item = own === undefined ? entry : own['item'];
      if (typeof item !== 'string') return [];
      const purpose = (own && stringAt(own, 'purpose')) ?? stringAt(step, 'purpose');
      const personal = isPersonal(itemOf(item));
      const use = {
        step: id,
        item,
        mode,
        masked: own?.['masked'] === true,
        ...(purpose === undefined ? {} : { purpose }),
        ...(personal === undefined ? {} : { personal }),
      };
      if (own !== undefined) return [{ use, container: own, key: 'item' }];
      return Array.isArray(stated)
        ? [{ use, container: stated, key: index }]
        : [{ use, container: step, key: mode }];
    });
  });
}
