import type { DataUse } from './data-uses.ts';
import { neighboursOf, reach, type Edge } from '../graph.ts';
import { addFact, isMap, listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';
import { shortestWay, type WayTo } from './ways.ts';

/** Where a consent is asked, and the arrows of each answer. */
interface Question {
  readonly places: ReadonlySet<string>;
  readonly granted: ReadonlySet<Edge>;
  readonly refused: ReadonlySet<Edge>;
  readonly withdrawn: ReadonlySet<Edge>;
}

/** Writes `consentWay` onto the uses of a purpose and `stillUses` onto the arrows of those who refuse. */
export function addConsentWays(
  purpose: PlainMap,
  uses: readonly DataUse[],
  judged: Set<string>,
  views: PrivacyViews,
): void {
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
  const starts = views.start === undefined ? [] : [views.start];
  const ungranted = reach(starts, neighboursOf(open, 'from'));
  // What is used where the consent is asked may belong to the very form that asks.
  const kept = uses.filter(({ mode, step }) => mode !== 'deletes' && !places.has(step));
  const sure = kept.filter((use) => !isThereOnlyWithConsent(use, ungranted, views));
  const ids = consents.map(({ id }) => String(id)).toSorted();
  for (const use of [...sure, ...kept.filter((each) => !sure.includes(each))]) {
    const isSure = sure.includes(use);
    const way = isSure ? shortestWay(starts, use.step, past) : undefined;
    const ends = withdrawn.map(({ to }) => to);
    const after = shortestWay(ends, use.step, open);
    const status = way !== undefined ? 'past' : after !== undefined ? 'withdrawn' : 'after';
    const relation = [use.step, ...ids].join('\n');
    if (judged.has(relation) || (!isSure && status === 'after')) continue;
    judged.add(relation);
    const alike = (status === 'past' ? sure : kept).filter(({ step }) => step === use.step);
    const items = [...new Set(alike.map(({ item }) => item))];
    const found: WayTo = { status, path: way ?? after ?? [], items };
    addFact(use, 'consentWay', found);
  }
  for (const edge of refused) addStillUses(edge, sure, open);
}

/** Adds the uses that those who refuse meet all the same. */
function addStillUses(edge: Edge, uses: readonly DataUse[], open: readonly Edge[]): void {
  const reached = reach([edge.to], neighboursOf(open, 'from'));
  const met = uses.filter(({ step }) => reached.has(step));
  const known = Object.hasOwn(edge, 'stillUses') ? Reflect.get(edge, 'stillUses') : undefined;
  if (known === undefined) addFact(edge, 'stillUses', [...met]);
  else if (Array.isArray(known)) known.push(...met);
}

/**
 * Whether a step reads an item only if it is there, and it is there only for those who agreed: all
 * that bring it into the process lie behind the granted branch.
 */
function isThereOnlyWithConsent(
  { step, item, mode }: DataUse,
  ungranted: ReadonlySet<string>,
  views: PrivacyViews,
): boolean {
  if (mode !== 'reads' || views.find('data', item)?.['source'] === 'already_held') return false;
  const isOptional = listOf(views.find('steps', step)?.['reads']).some(
    (entry) => isMap(entry) && entry['item'] === item && entry['optional'] === true,
  );
  if (!isOptional) return false;
  const bringing = views.list('steps').filter((each) => brings(each, item, views));
  return bringing.length > 0 && bringing.every(({ id }) => !ungranted.has(String(id)));
}

function brings(step: PlainMap, item: string, { uses }: PrivacyViews): boolean {
  const received = listOf(step['receives']).flatMap((each) => (isMap(each) ? each['data'] : []));
  const others = [step['recording'], step['requires'], step['returns'], received].flatMap(listOf);
  if (others.includes(item)) return true;
  return uses.some(
    (use) =>
      use.step === step['id'] &&
      use.item === item &&
      (use.mode === 'collects' || use.mode === 'writes'),
  );
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
