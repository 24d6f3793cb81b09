import type { DataUse } from './data-uses.ts';
import type { FindNotices, NoticeFacts } from './notice-facts.ts';
import { addFact, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * What people were told of two things that no collection shows: that data are used for another
 * purpose than the one they were collected for (`furtherUse` of a purpose), and that a call is
 * recorded (`recordingNotice` of a step).
 */
export function addToldFacts(views: PrivacyViews, findNotices: FindNotices): void {
  for (const purpose of views.list('purposes')) {
    addFact(purpose, 'furtherUse', furtherUseOf(purpose, views, findNotices));
  }
  for (const step of views.list('steps')) {
    const { recording } = step;
    if (recording === undefined || recording === false) continue;
    addFact(step, 'recordingNotice', recordingNoticeOf(step, views, findNotices));
  }
}

/** How a purpose for which data were not collected stands to the notices of that purpose. */
export interface FurtherUse extends Pick<NoticeFacts, 'status' | 'undeclared'> {
  /** The worst use; of equal ones the first in the flow. It is the object of the view `dataUses`. */
  readonly use: DataUse;
  /** The purposes for which its item was collected. */
  readonly collectedFor: readonly string[];
}

/**
 * Nothing where the purpose uses only what is collected for it, or for purposes of the same kind,
 * and nothing for items that this process does not collect, unless the purpose says what it continues.
 */
function furtherUseOf(
  purpose: PlainMap,
  views: PrivacyViews,
  findNotices: FindNotices,
): FurtherUse | undefined {
  const further = views.uses
    .filter((use) => use.purpose === purpose['id'] && use.mode !== 'deletes')
    .filter((use) => use.personal !== false && isFurther(use, purpose, views));
  if (further.length === 0) return undefined;
  const asked = further.map((use) => ({ ...use, mode: 'collects' as const }));
  const { status, undeclared, use: worst } = findNotices(purpose, asked, 'cn');
  const use = further.find(({ step, item }) => step === worst?.step && item === worst.item);
  if (use === undefined) return undefined;
  const collectedFor = collectionPurposes(use.item, purpose, views);
  const open = status === 'before' ? [] : withoutCategory([String(purpose['id'])], views);
  return {
    status: open.length > 0 ? 'unknown' : status,
    undeclared: open.length > 0 ? open : undeclared,
    use,
    collectedFor,
  };
}

function isFurther({ item }: DataUse, purpose: PlainMap, views: PrivacyViews): boolean {
  const collectedFor = collectionPurposes(item, purpose, views);
  if (collectedFor.length === 0 || collectedFor.includes(String(purpose['id']))) return false;
  const known = collectedFor.flatMap((id) => listOf(views.find('purposes', id)?.['category']));
  const categories = listOf(purpose['category']);
  return categories.length === 0 || categories.some((category) => !known.includes(category));
}

function collectionPurposes(
  item: string,
  purpose: PlainMap,
  views: PrivacyViews,
): readonly string[] {
  const here = views.uses.filter((use) => use.item === item && use.mode === 'collects');
  const named = here.flatMap((use) => use.purpose ?? []);
  const earlier = here.length === 0 ? stringAt(purpose, 'continues') : undefined;
  return [...new Set(earlier === undefined ? named : [earlier])];
}

function withoutCategory(ids: readonly string[], views: PrivacyViews): readonly string[] {
  const open = ids.filter((id) => views.find('purposes', id)?.['category'] === undefined);
  return open.map((id) => `purposes.${id}.category`);
}

const tellRecording: ReadonlySet<unknown> = new Set(['recording', 'recording_of_outbound_calls']);

/** Whether a notice that tells of the recording comes at or before the step on every path. */
function recordingNoticeOf(
  step: PlainMap,
  views: PrivacyViews,
  findNotices: FindNotices,
): Pick<NoticeFacts, 'status' | 'undeclared'> {
  const { category, notice } = views.find('purposes', step['purpose']) ?? {};
  const telling = views
    .list('notices')
    .filter(({ items }) => listOf(items).some((each) => tellRecording.has(each)));
  if (telling.length === 0) {
    const linked = new Set([...listOf(notice), ...listOf(step['shows'])]);
    const silent = views.list('notices').filter(({ id, items }) => {
      return linked.has(id) && items === undefined;
    });
    const undeclared = silent.map(({ id }) => `notices.${String(id)}.items`);
    return { status: undeclared.length > 0 ? 'unknown' : 'none', undeclared };
  }
  const use: DataUse = { step: String(step['id']), item: '', mode: 'collects', masked: false };
  const asked = { category, notice: telling.map(({ id }) => id) };
  return findNotices(asked, [use], 'cn');
}
