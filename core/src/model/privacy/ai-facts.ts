import { endsCase, neighboursOf, reach } from '../graph.ts';
import { addFact, addFactOnDemand, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * What a step with an AI or an algorithm is to the people it serves.
 *
 * - `speaksAsAi`: an AI converses with the public there. Fixed rules, menus with fixed answers,
 *   drafts for an agent and services for the own staff are none of it. Absent where the file says
 *   that customers meet an AI, but not what kind.
 * - `generates`: what people get is made up by the AI; absent where nobody can tell.
 * - `recommends`: an algorithm chooses what users get: generation, pushes, ranking, prices.
 * - `confirmed`: what the step says is decided by a person or by a fixed procedure on every way a
 *   case takes, before the step or after it.
 */
export function addAiFacts(views: PrivacyViews): void {
  for (const step of views.list('steps')) {
    addFact(step, 'speaksAsAi', speaksAsAi(step, views));
    addFact(step, 'generates', generates(step));
    addFact(step, 'recommends', recommends(step, views));
    // Few rules ask it, and of few steps; it walks the whole flow.
    addFactOnDemand(step, 'confirmed', () => isConfirmed(step, views));
  }
}

const conversations: ReadonlySet<unknown> = new Set([
  'generative_chat',
  'retrieval_chat',
  'voice_bot',
]);

function speaksAsAi(step: PlainMap, views: PrivacyViews): boolean | undefined {
  const ai = mapAt(step, 'ai');
  const { actor } = step;
  if (actor === 'human' || actor === 'rule_engine') return false;
  if (ai === undefined && actor !== 'ai') return false;
  if (step['customerContact'] === false || servesStaff(views)) return false;
  const kind = ai?.['kind'];
  if (kind !== undefined) return conversations.has(kind);
  return meetsCustomers(step) ? undefined : false;
}

function servesStaff({ organization }: PrivacyViews): boolean {
  return mapAt(organization ?? {}, 'service')?.['audience'] === 'employees';
}

/** Whether the step says that customers meet it. */
function meetsCustomers(step: PlainMap): boolean {
  return step['customerContact'] === true || listOf(step['channels']).length > 0;
}

const notGenerating: ReadonlySet<unknown> = new Set([
  'retrieval_chat',
  'menu_fixed_answers',
  'scoring',
  'emotion_inference',
  'model_training',
]);

function generates(step: PlainMap): boolean | undefined {
  const ai = mapAt(step, 'ai');
  const stated = ai?.['generative'];
  if (typeof stated === 'boolean') return stated;
  const kind = ai?.['kind'];
  if (kind === 'generative_chat') return true;
  return notGenerating.has(kind) ? false : undefined;
}

/** Effects that reach users by their nature; a ranking may as well order the work of the staff. */
const reachingUsers: ReadonlySet<unknown> = new Set(['marketing', 'pricing']);

function recommends(step: PlainMap, views: PrivacyViews): boolean | undefined {
  if (step['customerContact'] === false || servesStaff(views)) return false;
  if (mapAt(step, 'marketing')?.['personalised'] === true) return true;
  const effect = mapAt(step, 'automated')?.['effect'];
  if (reachingUsers.has(effect)) return true;
  if (effect === 'ranking' && meetsCustomers(step)) return true;
  const speaks = step['speaksAsAi'];
  if (speaks === true && step['generates'] === true) return true;
  const open = effect === 'ranking' || (speaks !== false && step['generates'] !== false);
  return open ? undefined : false;
}

function isConfirmed(step: PlainMap, views: PrivacyViews): boolean {
  const review = mapAt(mapAt(step, 'automated') ?? {}, 'humanReview');
  if (review?.['when'] === 'before' && review['canChange'] !== false) return true;
  const id = String(step['id']);
  const steps = views.list('steps');
  const deciding = new Set(steps.filter((each) => decides(each)).map((each) => String(each['id'])));
  // From a step that decides, no way leads on.
  const open = views.edges.filter(({ from }) => from === id || !deciding.has(from));
  const before = reach(views.start === undefined ? [] : [views.start], neighboursOf(open, 'from'));
  if (!before.has(id) && step['reachable'] === true) return true;
  const after = reach([id], neighboursOf(open, 'from'));
  return !steps.some((each) => {
    return after.has(String(each['id'])) && !deciding.has(String(each['id'])) && endsCase(each);
  });
}

/** A person who decides, or a fixed procedure that does; an AI is neither. */
function decides(step: PlainMap): boolean {
  const { actor } = step;
  if (actor === 'ai' || (step['ai'] !== undefined && actor === undefined)) return false;
  if (step['type'] === 'approval' || stringAt(step, 'decision') === 'human') return true;
  return step['decides'] !== undefined || (actor === 'rule_engine' && decidesByRule(step));
}

function decidesByRule(step: PlainMap): boolean {
  const effect = mapAt(step, 'automated')?.['effect'];
  return (effect !== undefined && effect !== 'none') || step['decision'] !== undefined;
}
