import type { DataUse } from './data-uses.ts';
import { neighboursOf, reach } from '../graph.ts';
import { listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** Where a set of notices is shown in the flow. */
interface Shown {
  /** Those of the notices that some step shows. */
  readonly notices: ReadonlySet<string>;
  /** The steps that some path reaches, none of the notices being shown before or there. */
  readonly missed: ReadonlySet<string>;
}

/** Asks a flow where notices are shown and in which order it meets uses. */
export interface NoticeFlow {
  shown(notices: readonly PlainMap[]): Shown;
  /** Uses in the order in which the flow first meets their steps; unreachable ones last. */
  inOrder(uses: readonly DataUse[]): readonly DataUse[];
}

/** Prepares the questions; the paths past each set of notices are looked for once. */
export function noticeFlowOf(views: PrivacyViews): NoticeFlow {
  const { edges, start } = views;
  const starts = start === undefined ? [] : [start];
  const known = new Map<string, Shown>();
  const order = new Map(
    [...reach(starts, neighboursOf(edges, 'from'))].map((id, index) => [id, index]),
  );
  const rank = ({ step }: DataUse): number => order.get(step) ?? order.size;
  const shownBy = (ids: ReadonlySet<string>): Shown => {
    const shows = ({ shows: names }: PlainMap): readonly string[] =>
      listOf(names)
        .map(String)
        .filter((name) => ids.has(name));
    const steps = views.list('steps').filter((step) => shows(step).length > 0);
    const gates = new Set(steps.map(({ id }) => String(id)));
    const open = edges.filter(({ from }) => !gates.has(from));
    const reached = reach(starts, neighboursOf(open, 'from'));
    return {
      notices: new Set(steps.flatMap(shows)),
      missed: new Set([...reached].filter((id) => !gates.has(id))),
    };
  };
  return {
    inOrder: (uses) => uses.toSorted((a, b) => rank(a) - rank(b)),
    shown(notices) {
      const ids = notices.map(({ id }) => String(id)).toSorted();
      const shown = known.get(ids.join('\n')) ?? shownBy(new Set(ids));
      known.set(ids.join('\n'), shown);
      return shown;
    },
  };
}
