import type { Resource } from './resource.ts';
import type { Origin } from './origin.ts';
import type { PlainMap } from './plain.ts';

/**
 * One process with its organisation, or an organisation without a process, as rules see it.
 *
 * `views` are arrays of plain objects; a rule selects its subjects from them.
 */
export interface Model {
  readonly process?: Resource;
  readonly organization?: Resource;
  readonly views: Views;
  /** Names of facts that are derived from the whole file, such as `reachable`. */
  readonly derivedNames: ReadonlySet<string>;
  /** The words a subject stands for; nothing for an object that is no part of the model. */
  originOf(subject: object): Origin | undefined;
}

/** What a rule's expressions can name: the documents themselves and one array per kind of thing. */
export type Views = Readonly<Record<string, unknown>> & {
  readonly process?: PlainMap;
  readonly organization?: PlainMap;
};

/** The maps keyed by id that are views of their own; shared ones may stand in either file. */
export const collections = [
  'steps',
  'roles',
  'systems',
  'channels',
  'data',
  'subjects',
  'purposes',
  'recipients',
  'principals',
  'consents',
  'notices',
  'calendars',
  'slas',
  'kpis',
  'scorecards',
  'acceptance',
  'gates',
  'deliverables',
] as const;

export const sharedCollections: ReadonlySet<string> = new Set([
  'roles',
  'systems',
  'calendars',
  'channels',
  'recipients',
  'principals',
  'notices',
  'consents',
  'purposes',
  'subjects',
  'data',
]);

/** Lists whose items are views of their own. */
export const lists = ['signoffs', 'risks', 'changes', 'milestones', 'policies'] as const;
