import { addFact, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * What an item is to the GDPR beyond being personal data: `special` in the sense of Art. 9(1),
 * `likely` where it becomes special only by how it is used, `criminal` in the sense of Art. 10.
 */
type EuropeanSensitivity = 'special' | 'likely' | 'criminal' | 'no';

/**
 * Categories by Art. 9(1) and 10. A parent covers its children unless they stand here themselves.
 *
 * A face or a voiceprint is special only where it serves to identify a person uniquely (Art. 4(14)),
 * which its use decides; a template of a face has no other use. Bank data and data of children are
 * ordinary data here.
 */
const byCategory: ReadonlyMap<string, EuropeanSensitivity> = new Map([
  ['biometric', 'likely'],
  ['biometric.face_template', 'special'],
  ['biometric.fingerprint', 'special'],
  ['biometric.iris', 'special'],
  ['genetic', 'special'],
  ['health', 'special'],
  ['disability', 'special'],
  ['religion', 'special'],
  ['philosophical_belief', 'special'],
  ['ethnicity_race', 'special'],
  ['political_opinion', 'special'],
  ['union_membership', 'special'],
  ['sex_life_orientation', 'special'],
  ['criminal', 'criminal'],
]);

/** Pictures and recordings that a machine can take a template from. */
const templates: ReadonlyMap<string, string> = new Map([
  ['image.photo_video', 'face'],
  ['gov_id.image', 'face'],
  ['voice.recording', 'voiceprint'],
]);

/** Writes `europeanSensitivity` onto every data item; absent where its category is undeclared. */
export function addEuropeanSensitivity(views: PrivacyViews): void {
  for (const item of views.list('data')) {
    addFact(item, 'europeanSensitivity', europeanSensitivityOf(item, views));
  }
}

/**
 * The mark of one data item. `gdprSpecial` overrides the category where a `reason` stands beside it,
 * because the context can make ordinary data reveal what Art. 9 protects, or the reverse.
 */
function europeanSensitivityOf(
  item: PlainMap,
  views: PrivacyViews,
): EuropeanSensitivity | undefined {
  if (item['personal'] === false) return 'no';
  const stated = item['gdprSpecial'];
  const category = stringAt(item, 'category');
  const overridden = typeof stated === 'boolean' && item['reason'] !== undefined;
  if (overridden && stated) return 'special';
  if (category === undefined) return overridden ? 'no' : undefined;
  const parent = category.split('.', 1)[0] ?? category;
  const mark = byCategory.get(category) ?? byCategory.get(parent) ?? 'no';
  if (mark === 'criminal' || mark === 'special')
    return overridden && mark === 'special' ? 'no' : mark;
  if (overridden) return 'no';
  const method = templates.get(category);
  const identifies = mark === 'likely' ? isForIdentity(item, views) : false;
  return identifies || (method !== undefined && isMatched(item, method, views)) ? 'special' : mark;
}

/** Whether a biometric item is used to verify who somebody is. */
function isForIdentity(item: PlainMap, views: PrivacyViews): boolean {
  const purposes = usesOf(item, views).map(({ purpose }) => views.find('purposes', purpose));
  const verifies = purposes.some((purpose) =>
    listOf(purpose?.['category']).includes('identity.verification'),
  );
  return verifies || ['face', 'voiceprint'].some((method) => isMatched(item, method, views));
}

/** Whether a step that uses the item identifies the person by that biometric method. */
function isMatched(item: PlainMap, method: string, views: PrivacyViews): boolean {
  return usesOf(item, views).some(({ step, mode }) => {
    const verify = mapAt(views.find('steps', step) ?? {}, 'verify') ?? {};
    return mode !== 'deletes' && listOf(verify['methods']).includes(method);
  });
}

function usesOf(item: PlainMap, views: PrivacyViews): PrivacyViews['uses'] {
  return views.uses.filter((use) => use.item === item['id']);
}
