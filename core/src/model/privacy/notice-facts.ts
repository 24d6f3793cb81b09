import type { DataUse } from './data-uses.ts';
import { noticeFlowOf, type NoticeFlow } from './notice-flow.ts';
import { isMap, listOf, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** A regime that has notices of its own, by its key under `purposes.<id>.notice`. */
export type NoticeRegime = 'cn' | 'eu' | 'us_ca';

/**
 * How the persons learn of a purpose:
 * - `before`: on every path, a notice comes before or with the collection
 * - `late`: on some path the data are collected first, or every notice comes afterwards
 * - `uncovered`: the notices it refers to speak of other purposes or other data
 * - `none`: it refers to no notice, and none says that it covers the purpose
 * - `declaredNone`: the file says that there is none
 * - `unknown`: nobody declared when the notice is given
 */
export type NoticeStatus = 'before' | 'late' | 'uncovered' | 'none' | 'declaredNone' | 'unknown';

/** A purpose's notices and how its collection stands to them. */
export interface NoticeFacts {
  readonly status: NoticeStatus;
  /** The notices that the purpose refers to; else those that say they cover it. */
  readonly notices: readonly PlainMap[];
  /** Whether the purpose itself refers to them. */
  readonly linked: boolean;
  /** The collection the status speaks of: the worst one, of equal ones the first in the flow. */
  readonly use?: DataUse;
  /** For `unknown`: paths of what nobody declared. */
  readonly undeclared: readonly string[];
  /** Whether some path asks for the purpose's consent before any of its notices is shown. */
  readonly consentFirst: boolean;
}

const gravity: readonly NoticeStatus[] = ['none', 'uncovered', 'late', 'unknown', 'before'];

/** What else a search of notices goes by. */
interface NoticeSearch {
  /** The uses that a notice must come before or with; else those that collect personal data. */
  readonly obtains?: (use: DataUse) => boolean;
  /** Whether a notice outside the flow is in time although it comes after the collection. */
  readonly mayFollow?: boolean;
}

/** Finds the notices of a purpose under a regime, and whether they come in time. */
export type FindNotices = (
  purpose: PlainMap,
  uses: readonly DataUse[],
  regime: NoticeRegime,
  search?: NoticeSearch,
) => NoticeFacts;

/** Prepares the search; the paths past each set of notices are looked for once. */
export function noticeFinder(views: PrivacyViews): FindNotices {
  const flow = noticeFlowOf(views);
  return (purpose, uses, regime, { obtains = collects, mayFollow = false } = {}) => {
    const stated = statedNotices(purpose['notice'], regime);
    const notices = noticesOf(purpose, regime, views);
    const judged = flow.inOrder(uses.filter((use) => obtains(use))).map((use) => {
      const telling = notices.filter((notice) =>
        tells(notice, purpose, views.find('data', use.item)),
      );
      return { use, ...judge(use.step, stated, { notices, telling, mayFollow }, flow) };
    });
    const worst = gravity.find((each) => judged.some(({ status }) => status === each));
    const found = judged.find(({ status }) => status === worst) ?? judged[0];
    const { status, undeclared } =
      found ?? judge('', stated, { notices, telling: notices, mayFollow }, flow);
    const rest = {
      status,
      notices,
      linked: stated !== undefined,
      undeclared,
      consentFirst: asksFirst(purpose, notices, flow, views),
    };
    return found === undefined ? rest : { ...rest, use: found.use };
  };
}

interface Judgement {
  readonly status: NoticeStatus;
  readonly undeclared: readonly string[];
}

function collects({ mode, personal }: DataUse): boolean {
  return mode === 'collects' && personal !== false;
}

interface Candidates {
  readonly notices: readonly PlainMap[];
  /** Those of them that speak of the purpose and the item. */
  readonly telling: readonly PlainMap[];
  readonly mayFollow: boolean;
}

function judge(
  step: string,
  stated: readonly string[] | undefined,
  { notices, telling, mayFollow }: Candidates,
  flow: NoticeFlow,
): Judgement {
  if (stated?.length === 0) return { status: 'declaredNone', undeclared: [] };
  if (notices.length === 0) {
    const missing = (stated ?? []).map((id) => `notices.${id}`);
    return { status: missing.length > 0 ? 'unknown' : 'none', undeclared: missing };
  }
  if (telling.length === 0) return { status: 'uncovered', undeclared: [] };
  const shown = flow.shown(telling);
  const elsewhere = telling.filter(({ id }) => !shown.notices.has(String(id)));
  const early = elsewhere.some(
    ({ timing }) => timing !== undefined && (mayFollow || timing !== 'after_collection'),
  );
  if (early || (shown.notices.size > 0 && !shown.missed.has(step))) {
    return { status: 'before', undeclared: [] };
  }
  const open = elsewhere.filter(({ timing }) => timing === undefined);
  const undeclared = open.map(({ id }) => `notices.${String(id)}.timing`);
  return { status: undeclared.length > 0 ? 'unknown' : 'late', undeclared };
}

/** The notices that a purpose refers to; else those that say they cover it. */
function noticesOf(
  purpose: PlainMap,
  regime: NoticeRegime,
  views: PrivacyViews,
): readonly PlainMap[] {
  const stated = statedNotices(purpose['notice'], regime);
  return views
    .list('notices')
    .filter((notice) => stated?.includes(String(notice['id'])) ?? claims(notice, purpose));
}

/**
 * The notices that may tell people of anything that is done with some items for a purpose: its own,
 * and those that no purpose refers to, unless they say that they are about other purposes or data.
 * Without a purpose every notice may be meant.
 */
export function noticesAbout(
  purpose: PlainMap | undefined,
  items: readonly PlainMap[],
  regime: NoticeRegime,
  views: PrivacyViews,
): readonly PlainMap[] {
  const all = views.list('notices');
  if (purpose === undefined) return all;
  const stated = statedNotices(purpose['notice'], regime);
  if (stated?.length === 0) return [];
  const own = noticesOf(purpose, regime, views);
  const taken = new Set(
    views.list('purposes').flatMap(({ notice }) => {
      return isMap(notice) ? Object.values(notice).flatMap(listOf) : listOf(notice);
    }),
  );
  return all.filter((notice) => {
    if (own.includes(notice)) return true;
    return !taken.has(notice['id']) && items.some((item) => tells(notice, purpose, item));
  });
}

/** The ids a purpose names under `notice`; an empty list for `none`; nothing when undeclared. */
function statedNotices(notice: unknown, regime: NoticeRegime): readonly string[] | undefined {
  const own = isMap(notice) ? notice[regime] : notice;
  if (own === undefined) return undefined;
  return own === 'none' ? [] : listOf(own).map(String);
}

/** Whether a notice that no purpose names says itself that it is about the purpose. */
function claims(notice: PlainMap, purpose: PlainMap): boolean {
  return notice['purposes'] !== undefined && tells(notice, purpose, undefined);
}

/** Whether what a notice says of its purposes and data, if it says so, takes in these. */
function tells(notice: PlainMap, purpose: PlainMap, item: PlainMap | undefined): boolean {
  const { purposes, data } = notice;
  const category = item?.['category'];
  return (
    (purposes === undefined ||
      listOf(purpose['category']).every((each) => covers(purposes, each))) &&
    (data === undefined || category === undefined || covers(data, category))
  );
}

/** Whether a list of slugs has the slug itself or its parent. */
function covers(slugs: unknown, slug: unknown): boolean {
  return listOf(slugs).some((each) => each === slug || String(slug).startsWith(`${String(each)}.`));
}

/** True when the purpose's consent is asked on some path that has met none of its notices. */
function asksFirst(
  purpose: PlainMap,
  notices: readonly PlainMap[],
  flow: NoticeFlow,
  views: PrivacyViews,
): boolean {
  const consent = stringAt(purpose, 'consent');
  const shown = flow.shown(notices);
  if (consent === undefined || notices.length === 0) return false;
  // A notice that is given outside the flow may well have come first.
  if (shown.notices.size < notices.length) return false;
  const asking = views.list('steps').filter(({ asks }) => listOf(asks).includes(consent));
  return asking.some(({ id }) => shown.missed.has(String(id)));
}
