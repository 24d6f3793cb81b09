import { addFact, listOf, type PlainMap } from '../plain.ts';
import type { PrivacyViews } from './privacy-views.ts';

/**
 * Writes `asksAgain` onto every consent that a step asks: whether those who refuse are led straight
 * back to the same question.
 *
 * Where the way back has a choice, the person may have started the function again; where it has a
 * wait, the question comes again after a while. Neither is straight back.
 */
export function addRefusalFacts(views: PrivacyViews): void {
  for (const consent of views.list('consents')) {
    const asking = views.list('steps').filter(({ asks }) => listOf(asks).includes(consent['id']));
    if (asking.length === 0) continue;
    const places = new Set(asking.map(({ id }) => String(id)));
    const refused = views.edges.filter((edge) => edge.consent === 'refused');
    const own = refused.filter(({ from }) => places.has(from) || follows(from, places, views));
    addFact(
      consent,
      'asksAgain',
      own.some(({ to }) => leadsBack(to, places, views)),
    );
  }
}

/** A choice that comes right after the question. */
function follows(step: string, places: ReadonlySet<string>, views: PrivacyViews): boolean {
  return views.edges.some(({ from, to }) => to === step && places.has(from));
}

function leadsBack(start: string, places: ReadonlySet<string>, views: PrivacyViews): boolean {
  const met = new Set<string>();
  let step: PlainMap | undefined = views.find('steps', start);
  while (step !== undefined && !met.has(String(step['id']))) {
    const id = String(step['id']);
    if (places.has(id)) return true;
    met.add(id);
    const onward = views.edges.filter(({ from }) => from === id);
    if (step['type'] === 'wait' || onward.length !== 1) return false;
    step = views.find('steps', onward[0]?.to);
  }
  return false;
}
