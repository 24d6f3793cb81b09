import type { DataUse } from './data-uses.ts';
import type { FindNotices, NoticeFacts } from './notice-facts.ts';
import { groupEdges, neighboursOf, reach, type Edge } from '../graph.ts';
import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** Whether a use comes only after what the law wants to come before it, and a way where it does not. */
export interface WayTo {
  /** `after`: on every path; `past`: some path goes past it; `withdrawn`: some path leads on from its end. */
  readonly status: 'after' | 'past' | 'withdrawn';
  /** The ids of the steps of the shortest such path, from the start or from the withdrawal. */
  readonly path: readonly string[];
}

/**
 * Writes what only the paths of a process show:
 *
 * - `noticeWay` of a collection, where its purpose has a notice that the flow shows. The collection
 *   that `chineseNotice` or `europeanNotice` speaks of has none: it is judged there already.
 * - `consentWay` of a use of a purpose that rests on consent, where the flow asks for it; absent
 *   where a consent may have been given outside the flow or no branch says which answer it is for.
 * - `stillUses` of an arrow for those who refuse: the uses they meet all the same.
 */
export function addPathFacts(views: PrivacyViews, find: FindNotices): void {
  for (const purpose of views.list('purposes')) {
    if (purpose['processesPersonalData'] === false || purpose['ourRole'] === 'processor') continue;
    const uses = views.uses.filter(
      ({ purpose: id, personal }) => id === purpose['id'] && personal !== false,
    );
    addNoticeWays(purpose, uses, views, find);
    if (restsOnConsent(purpose, views)) addConsentWays(purpose, uses, views);
  }
}

/** The regimes whose notices the flow can show, with the fact that judges the worst collection. */
const regimes = [
  ['cn', 'chineseNotice'],
  ['eu', 'europeanNotice'],
] as const;

function addNoticeWays(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
  find: FindNotices,
): void {
  const applying = mapAt(views.organization ?? {}, 'regimes') ?? {};
  const concerned = mapAt(purpose, 'concerns') ?? {};
  const collecting = uses.filter(({ mode }) => mode === 'collects');
  const judged = regimes
    .filter(([regime]) => applying[regime] === true && concerned[regime] !== false)
    .map(([regime, fact]) => ({ regime, known: noticeFact(purpose, fact) }));
  if (judged.length === 0 || purpose['chineseBasis'] === 'emergency') return;
  const told = new Set(judged.map(({ known }) => known?.use?.step));
  for (const use of collecting) {
    if (told.has(use.step)) continue;
    const found = judged
      .filter(({ regime }) => regime === 'cn' || !isIndirect(use, views))
      .map(({ regime }) => find(purpose, [use], regime));
    const late = found.find(({ status }) => status === 'late');
    const shown = late ?? found.find(({ status }) => status === 'before');
    if (shown === undefined || showing(shown.notices, views).size === 0) continue;
    told.add(use.step);
    const path = late === undefined ? [] : wayPast(showing(late.notices, views), use.step, views);
    addFact(use, 'noticeWay', { status: late === undefined ? 'after' : 'past', path });
  }
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

function restsOnConsent(purpose: PlainMap, { organization }: PrivacyViews): boolean {
  const applying = mapAt(organization ?? {}, 'regimes') ?? {};
  const european = [...listOf(purpose['europeanBases']), ...listOf(purpose['europeanExceptions'])];
  return (
    (applying['cn'] === true && purpose['chineseBasis'] === 'consent') ||
    (applying['eu'] === true && european.includes('a'))
  );
}

/** Where a consent is asked, and the arrows of each answer. */
interface Question {
  readonly places: ReadonlySet<string>;
  readonly granted: ReadonlySet<Edge>;
  readonly refused: ReadonlySet<Edge>;
  readonly withdrawn: ReadonlySet<Edge>;
}

function addConsentWays(purpose: PlainMap, uses: readonly DataUse[], views: PrivacyViews): void {
  const consents = listOf(purpose['consentsGiven']).filter(isMap);
  const questions = consents.map((consent) => questionOf(consent, views));
  const isAsked = questions.every(({ places }) => places.size > 0);
  const granted = new Set(questions.flatMap((question) => [...question.granted]));
  if (questions.length === 0 || !isAsked || granted.size === 0) return;
  const places = new Set(questions.flatMap((question) => [...question.places]));
  const refused = new Set(questions.flatMap((question) => [...question.refused]));
  const withdrawn = questions.flatMap((question) => [...question.withdrawn]);
  const open = views.edges.filter((edge) => !granted.has(edge));
  const past = open.filter((edge) => !refused.has(edge));
  // What is used where the consent is asked may belong to the very form that asks.
  for (const use of uses.filter(({ mode, step }) => mode !== 'deletes' && !places.has(step))) {
    const way = shortestWay(views.start === undefined ? [] : [views.start], use.step, past);
    const after = shortestWay(
      withdrawn.map(({ to }) => to),
      use.step,
      open,
    );
    const status = way !== undefined ? 'past' : after !== undefined ? 'withdrawn' : 'after';
    addFact(use, 'consentWay', { status, path: way ?? after ?? [] });
  }
  for (const edge of refused) {
    const reached = reach([edge.to], neighboursOf(open, 'from'));
    const met = uses.filter(
      ({ mode, step }) => mode !== 'deletes' && !places.has(step) && reached.has(step),
    );
    const known = Object.hasOwn(edge, 'stillUses') ? Reflect.get(edge, 'stillUses') : undefined;
    if (known === undefined) addFact(edge, 'stillUses', [...met]);
    else if (Array.isArray(known)) known.push(...met);
  }
}

/** An answer stands on an arrow of the step that asks, or of the choice right behind it. */
function questionOf({ id }: PlainMap, views: PrivacyViews): Question {
  const asking = views.list('steps').filter(({ asks }) => listOf(asks).includes(id));
  const places = new Set(asking.map((step) => String(step['id'])));
  const choices = views.edges
    .filter(({ from, to }) => places.has(from) && views.find('steps', to)?.['type'] === 'choice')
    .map(({ to }) => to);
  const answering = new Set([...places, ...choices]);
  const others = views.list('steps').filter(({ asks }) => listOf(asks).some((each) => each !== id));
  const isOnly = others.length === 0;
  const arrows = (answer: string): ReadonlySet<Edge> =>
    new Set(
      views.edges.filter(
        ({ from, consent }) =>
          consent === answer && (answering.has(from) || (answer === 'withdrawn' && isOnly)),
      ),
    );
  return {
    places,
    granted: arrows('granted'),
    refused: arrows('refused'),
    withdrawn: arrows('withdrawn'),
  };
}

/** A path from the start to a step that meets none of the others, or any where there is none. */
function wayPast(
  gates: ReadonlySet<string>,
  target: string,
  { edges, start }: PrivacyViews,
): readonly string[] {
  const starts = start === undefined ? [] : [start];
  const open = edges.filter(({ from }) => !gates.has(from));
  return shortestWay(starts, target, open) ?? shortestWay(starts, target, edges) ?? [target];
}

function shortestWay(
  starts: readonly string[],
  target: string,
  edges: readonly Edge[],
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>(starts.map((id) => [id, undefined]));
  const outgoing = groupEdges(edges, 'from');
  for (const [id] of before) {
    if (id === target) break;
    for (const { to } of outgoing.get(id) ?? []) if (!before.has(to)) before.set(to, id);
  }
  if (!before.has(target)) return undefined;
  const path: string[] = [];
  for (let id: string | undefined = target; id !== undefined; id = before.get(id)) path.unshift(id);
  return path;
}
