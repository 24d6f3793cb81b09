import { stringAt, type PlainMap } from '../plain.ts';

/**
 * Whether an item is sensitive personal information under PIPL Art. 28: `likely` where regulators
 * and standards lean that way without the law naming it, or where a parent category covers both.
 */
export type Sensitivity = 'yes' | 'likely' | 'no';

/**
 * Categories by PIPL Art. 28 and the examples of GB/T 45574. A parent covers its children unless
 * they stand here themselves; what neither stands here nor has a parent here is `no`, also where
 * only the harm done in a single case would make it sensitive (chat contents, opinions).
 */
const byCategory: ReadonlyMap<string, Sensitivity> = new Map([
  ['gov_id', 'likely'],
  ['gov_id.image', 'yes'],
  ['account.credentials', 'likely'],
  ['biometric', 'yes'],
  ['genetic', 'yes'],
  ['health', 'yes'],
  ['disability', 'yes'],
  ['religion', 'yes'],
  ['sex_life_orientation', 'yes'],
  ['specific_identity', 'yes'],
  ['criminal', 'yes'],
  ['credit', 'likely'],
  ['credit.report', 'yes'],
  ['financial', 'likely'],
  ['financial.account', 'yes'],
  ['financial.card', 'yes'],
  ['financial.transaction', 'no'],
  ['location', 'likely'],
  ['location.precise_track', 'yes'],
  ['location.coarse', 'no'],
  ['travel', 'likely'],
  ['vehicle', 'likely'],
  ['vehicle.plate_track', 'yes'],
  ['minor', 'yes'],
]);

/** Persons whose routes on duty the guide of TC260 (2024) leaves out of the tracks of Art. 28. */
const onDuty: ReadonlySet<string> = new Set(['employee', 'employee_agent', 'vendor_agent']);

/**
 * The mark of one data item; nothing when its category is not declared.
 *
 * The category and the ages of the persons decide; `cnSensitive` overrides them where a `reason`
 * stands beside it. Of a person under 14 everything is sensitive.
 */
export function chineseSensitivityOf(
  item: PlainMap,
  subject: PlainMap | undefined,
): Sensitivity | undefined {
  if (item['personal'] === false) return 'no';
  const stated = item['cnSensitive'];
  if (typeof stated === 'boolean' && item['reason'] !== undefined) return stated ? 'yes' : 'no';
  if (item['under14'] === true) return 'yes';
  const category = stringAt(item, 'category');
  if (category === undefined) return undefined;
  const parent = category.split('.', 1)[0] ?? category;
  const mark = byCategory.get(category) ?? byCategory.get(parent) ?? 'no';
  const type = (subject && stringAt(subject, 'type')) ?? '';
  const tracksStaff = category === 'location.precise_track' && onDuty.has(type);
  return tracksStaff ? 'likely' : mark;
}
