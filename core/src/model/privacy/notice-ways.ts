import type { DataUse } from './data-uses.ts';
import type { FindNotices, NoticeFacts } from './notice-facts.ts';
import { neighboursOf, reach } from '../graph.ts';
import { addFact, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { shortestWay, type WayTo } from './ways.ts';

/** The regimes whose notices the flow can show, with the fact that judges the worst collection. */
const regimes = [
  ['cn', 'chineseNotice'],
  ['eu', 'europeanNotice'],
] as const;

/** Writes `noticeWay` onto the collections of a purpose. */
export function addNoticeWays(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
  find: FindNotices,
): void {
  const applying = mapAt(views.organization ?? {}, 'regimes') ?? {};
  const concerned = mapAt(purpose, 'concerns') ?? {};
  const collecting = inFlowOrder(
    uses.filter(({ mode }) => mode === 'collects'),
    views,
  );
  const judged = regimes
    .filter(([regime]) => applying[regime] === true && concerned[regime] !== false)
    .map(([regime, fact]) => ({ regime, known: noticeFact(purpose, fact) }));
  if (judged.length === 0 || purpose['chineseBasis'] === 'emergency') return;
  const told = new Set(judged.map(({ known }) => known?.use?.step));
  const behind = new Set(
    judged.flatMap(({ known }) => (known?.status === 'late' ? (known.use?.step ?? []) : [])),
  );
  for (const use of collecting) {
    if (told.has(use.step)) continue;
    const found = judged
      .filter(({ regime }) => regime === 'cn' || !isIndirect(use, views))
      .map(({ regime }) => find(purpose, [use], regime));
    const late = found.find(({ status }) => status === 'late');
    const shown = late ?? found.find(({ status }) => status === 'before');
    if (shown === undefined || showing(shown.notices, views).size === 0) continue;
    told.add(use.step);
    const path =
      late === undefined ? [] : wayPast(showing(late.notices, views), behind, use.step, views);
    if (path === undefined) continue;
    if (late !== undefined) behind.add(use.step);
    const way: WayTo = { status: late === undefined ? 'after' : 'past', path };
    addFact(use, 'noticeWay', way);
  }
}

/** Uses in the order in which the flow first meets their steps; unreachable ones last. */
function inFlowOrder(uses: readonly DataUse[], { edges, start }: PrivacyViews): readonly DataUse[] {
  const order = [...reach(start === undefined ? [] : [start], neighboursOf(edges, 'from'))];
  const rank = ({ step }: DataUse): number => {
    const place = order.indexOf(step);
    return place < 0 ? order.length : place;
  };
  return uses.toSorted((a, b) => rank(a) - rank(b));
}

function noticeFact(purpose: PlainMap, fact: string): NoticeFacts | undefined {
  return mapAt(purpose, fact) as NoticeFacts | undefined; // what the fact of that name is
}

const notFromPerson: ReadonlySet<unknown> = new Set(['third_party', 'public', 'controller']);

/** What comes from elsewhere has a time limit of its own under the GDPR (Art. 14(3)). */
function isIndirect({ item }: DataUse, views: PrivacyViews): boolean {
  return notFromPerson.has(views.find('data', item)?.['source']);
}

function showing(notices: readonly PlainMap[], views: PrivacyViews): ReadonlySet<string> {
  const ids = new Set<unknown>(notices.map(({ id }) => id));
  const steps = views.list('steps').filter(({ shows }) => listOf(shows).some((id) => ids.has(id)));
  return new Set(steps.map(({ id }) => String(id)));
}

/**
 * A path from the start to a step that meets none of the gates, or any where there is none; nothing
 * where every such path leads through steps that are judged already.
 */
function wayPast(
  gates: ReadonlySet<string>,
  judged: ReadonlySet<string>,
  target: string,
  { edges, start }: PrivacyViews,
): readonly string[] | undefined {
  const starts = start === undefined ? [] : [start];
  const ungated = edges.filter(({ from }) => !gates.has(from));
  const open = shortestWay(starts, target, ungated) === undefined ? edges : ungated;
  const fresh = open.filter(({ from }) => !judged.has(from));
  if (shortestWay(starts, target, open) === undefined) return [target];
  return shortestWay(starts, target, fresh);
}
