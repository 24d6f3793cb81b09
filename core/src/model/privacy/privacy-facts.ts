import { addAgeFacts } from './age-facts.ts';
import { addAiFacts } from './ai-facts.ts';
import { addBotFacts } from './bot-facts.ts';
import { addBreachFacts } from './breach-facts.ts';
import { addCaliforniaFacts } from './california-facts.ts';
import { addCallerFacts } from './caller-facts.ts';
import { addConcernFacts } from './concern-facts.ts';
import { isPersonal } from './data-uses.ts';
import { addDeadlineFacts } from './deadline-facts.ts';
import { addDeletionFacts } from './deletion-facts.ts';
import { addEuropeanDutyFacts } from './european-duty-facts.ts';
import { addGdprFacts } from './gdpr-facts.ts';
import { addIncidentFacts } from './incident-facts.ts';
import type { Views } from '../model.ts';
import { noticeFinder } from './notice-facts.ts';
import { addFact, isMap, listOf, mapAt, type PlainMap } from '../plain.ts';
import { privacyViewsOf, roleFor, type PrivacyViews } from './privacy-views.ts';
import { addPathFacts } from './path-facts.ts';
import { addPurposeFacts } from './purpose-facts.ts';
import { addRecipientFacts, addShareFacts, graverRole } from './recipient-facts.ts';
import { addRetentionFacts } from './retention-facts.ts';
import { addRefusalFacts } from './refusal-facts.ts';
import { regimesOf } from './regimes.ts';
import { reliefsOf } from './reliefs.ts';
import { addRightsFacts } from './rights-facts.ts';
import { chineseSensitivityOf } from './sensitivity.ts';
import { addToldFacts } from './told-facts.ts';

/**
 * Writes onto the objects of the views what law rules read but nobody declares in one place: which
 * regimes apply, in which role we act, what is sensitive, who is told what and when.
 *
 * A fact that cannot be told is left out, so that a rule which needs it is undecided.
 */
export function addPrivacyFacts(all: Views): void {
  const views = privacyViewsOf(all);
  addAgeFacts(views);
  addItemFacts(views);
  addConcernFacts(views);
  const findNotices = noticeFinder(views);
  for (const purpose of views.list('purposes')) addPurposeFacts(purpose, views, findNotices);
  addGdprFacts(views, findNotices);
  for (const step of views.list('steps')) {
    addFact(step, 'ourRole', roleFor(views.find('purposes', step['purpose']), views));
  }
  addAiFacts(views);
  addBotFacts(views);
  addShareFacts(views);
  for (const recipient of views.list('recipients')) addRecipientFacts(recipient, views);
  addSystemFacts(views);
  addConsentFacts(views);
  addCaliforniaFacts(views, findNotices);
  addCallerFacts(views);
  addRefusalFacts(views);
  addToldFacts(views, findNotices);
  addDeletionFacts(views);
  addRetentionFacts(views);
  const { organization } = views;
  if (organization === undefined) return;
  addFact(organization, 'handlesPersonalData', handlesPersonalData(views));
  addFact(organization, 'regimes', regimesOf(organization, views));
  addFact(organization, 'reliefs', reliefsOf(organization));
  addEuropeanDutyFacts(organization, views);
  addPathFacts(views, findNotices);
  addDeadlineFacts(organization, views);
  addBreachFacts(organization, views);
  addIncidentFacts(organization, views);
  addRightsFacts(organization, views);
  addAssessmentIds(organization);
}

/**
 * Whether anything in the process speaks of personal data. Rules about the organisation as a whole
 * ask this, because the packs they stand in also hold rules about services and AI.
 */
function handlesPersonalData(views: PrivacyViews): boolean {
  return (
    views.uses.length > 0 ||
    views.list('purposes').length > 0 ||
    views.list('recipients').length > 0 ||
    views.list('data').some(({ category }) => category !== 'none')
  );
}

function addItemFacts(views: PrivacyViews): void {
  for (const item of views.list('data')) {
    addFact(item, 'personal', isPersonal(item));
    const subject = views.find('subjects', item['subject']);
    addFact(item, 'chineseSensitivity', chineseSensitivityOf(item, subject));
  }
}

/**
 * What a system stores: the items that name it; of items that name no system, those that a step
 * with this one system collects or writes.
 */
function addSystemFacts(views: PrivacyViews): void {
  const written = new Map<unknown, Set<unknown>>();
  for (const { step, item, mode } of views.uses) {
    const systems = listOf(views.find('steps', step)?.['systems']);
    if (systems.length !== 1 || mode === 'reads' || mode === 'deletes') continue;
    written.set(item, (written.get(item) ?? new Set()).add(systems[0]));
  }
  for (const system of views.list('systems')) {
    const { id } = system;
    const stored = views.list('data').filter(({ id: item, system: named }) => {
      return named === undefined ? written.get(item)?.has(id) : listOf(named).includes(id);
    });
    addFact(system, 'stored', stored);
  }
}

/** Which purposes rest on a consent, those that name it and those of its scope, and the reverse. */
function addConsentFacts(views: PrivacyViews): void {
  const purposes = views.list('purposes');
  for (const consent of views.list('consents')) {
    const scope = listOf(mapAt(consent, 'scope')?.['purposes']);
    const supports = purposes.filter(({ id, consent: named }) => {
      return named === consent['id'] || scope.includes(id);
    });
    addFact(consent, 'supports', supports);
    addFact(consent, 'ourRole', graverRole(supports.map(({ ourRole }) => ourRole)));
    addFact(consent, 'whenRefused', whenRefused(consent, views));
  }
  for (const purpose of purposes) {
    const given = views.list('consents').filter((consent) => {
      return listOf(consent['supports']).includes(purpose);
    });
    addFact(purpose, 'consentsGiven', given);
  }
}

/**
 * What the flow does with people who refuse a consent: `denied` where the branch ends the case at
 * once or only those who agree go on, `served` where it leads on; nothing where no branch tells.
 */
function whenRefused({ id }: PlainMap, views: PrivacyViews): 'denied' | 'served' | undefined {
  const asking = views.list('steps').filter(({ asks }) => listOf(asks).includes(id));
  const places = new Set(asking.map((step) => step['id']));
  const following = views.edges
    .filter(({ from, to }) => places.has(from) && views.find('steps', to)?.['type'] === 'choice')
    .map(({ to }) => to);
  for (const choice of following) places.add(choice);
  const branches = views.edges.filter(
    ({ from, to }) => places.has(from) && !following.includes(to),
  );
  const answers = branches.filter(({ consent }) => consent !== undefined);
  const refused = answers.filter(({ consent }) => consent === 'refused');
  if (refused.some(({ to }) => views.find('steps', to)?.['type'] === 'end')) return 'denied';
  if (refused.length > 0) return 'served';
  const closed =
    answers.some(({ consent }) => consent === 'granted') && answers.length === branches.length;
  return closed ? 'denied' : undefined;
}

/** Assessments know by which id they are declared, as entries of a collection do. */
function addAssessmentIds(organization: PlainMap): void {
  for (const kind of Object.values(mapAt(organization, 'assessments') ?? {})) {
    if (!isMap(kind)) continue;
    for (const [id, assessment] of Object.entries(kind)) {
      if (isMap(assessment)) addFact(assessment, 'id', id);
    }
  }
}
