import { addFact, stringAt, type PlainMap } from '../plain.ts';
import { adequacyOf, type Adequacy } from './adequacy.ts';
import { addExportFacts } from './export-facts.ts';
import { implicitTransfers } from './implicit-transfers.ts';
import { anyOf, type PrivacyViews } from './privacy-views.ts';
import type { Sensitivity } from './sensitivity.ts';
import { statedTransfers } from './stated-transfers.ts';
import {
  concerns,
  every,
  isSeatedIn,
  mayApply,
  no,
  some,
  yes,
  type Answer,
  type Ground,
} from './transfer-places.ts';

/**
 * Data that leave the mainland, the EEA or both: a share or receipt that a step states, or what
 * follows from where a system, a role or the collecting organisation is. A derived object.
 *
 * Of a share it has all fields as well (`with`, `data`, `mechanism`, `filing`, …).
 */
export interface Transfer extends PlainMap {
  readonly kind: 'share' | 'receipt' | 'system' | 'role' | 'collection';
  /** The step; for a system or role the first in the file that uses it. */
  readonly step: string;
  /** The system or role that stands abroad. */
  readonly via?: string;
  readonly mode: 'send' | 'remote_access' | 'direct_collection';
  readonly purpose?: string;
  /** The other party; absent where it is ourselves. */
  readonly recipient?: PlainMap;
  readonly items: readonly PlainMap[];
  /** Whether persons are identified in it; important data need not be about persons. */
  readonly personal?: boolean;
  /** The gravest sensitivity under Chinese law among the items of persons in China. */
  readonly sensitivity?: Sensitivity;
  readonly importantData: boolean;
  readonly ourRole?: string;
  /** Whether it leaves the mainland, and the EEA to somebody else; absent where nobody can tell. */
  readonly leavesChina?: boolean;
  readonly leavesEea?: boolean;
  /** Where to, as seen from either ground. */
  readonly outsideChina?: string;
  readonly outsideEea?: string;
  /** What the Commission decided on `outsideEea`. */
  readonly adequacy?: Adequacy;
  /** Whether we have a seat in the EEA; without one only our markets bring us under the GDPR. */
  readonly fromSeat?: boolean;
  /** True where it is our own people or machines that stand outside the EEA. */
  readonly ownOutsideEea: boolean;
  /** Paths of what would settle `leavesChina` and `leavesEea`. */
  readonly undeclaredForChina: readonly string[];
  readonly undeclaredForEea: readonly string[];
  /** Of what no share states: whether some share to the same party or place does. */
  readonly covered: boolean;
  /** The tool of either law that this share, or one to the same party, relies on. */
  readonly chineseMechanism?: string;
  readonly europeanMechanism?: string;
  /** True for the first that leaves a ground to this party. */
  readonly firstFromChina: boolean;
  readonly firstFromEea: boolean;
}

/** What is known of a transfer before its items and parties are judged. */
export interface Draft {
  readonly kind: Transfer['kind'];
  readonly step: string;
  readonly via?: string;
  readonly mode: Transfer['mode'];
  readonly purpose?: string | undefined;
  readonly recipient?: PlainMap | undefined;
  readonly items: readonly PlainMap[];
  /** What makes it doubtful that personal data are in it at all. */
  readonly doubt?: Answer;
  readonly abroad: Readonly<Record<Ground, Answer>>;
  readonly to: Readonly<Record<Ground, string | undefined>>;
  readonly ownOutsideEea?: boolean;
  readonly covered?: boolean;
  readonly share?: PlainMap;
  readonly ourRole?: string | undefined;
  /** The object whose words it stands for, and the key in it, if it is not the whole object. */
  readonly container: object;
  readonly key?: string | number;
}

/** A transfer with the container and key of the words that state it. */
export interface StatedTransfer {
  readonly transfer: Transfer;
  readonly container: object;
  readonly key?: string | number;
}

/** The transfers of a process in reading order, those first that its steps state. */
export function transfersOf(views: PrivacyViews): readonly StatedTransfer[] {
  const drafts = [...statedTransfers(views), ...implicitTransfers(views)];
  const met = { CN: new Set<unknown>(), EEA: new Set<unknown>() };
  const stated = drafts.flatMap((draft): readonly StatedTransfer[] => {
    const transfer = judge(draft, met, views);
    if (transfer === undefined) return [];
    const { container, key } = draft;
    return [{ transfer, container, ...(key === undefined ? {} : { key }) }];
  });
  addExportFacts(
    stated.map(({ transfer }) => transfer),
    views,
  );
  return stated;
}

function judge(
  draft: Draft,
  met: Readonly<Record<Ground, Set<unknown>>>,
  views: PrivacyViews,
): Transfer | undefined {
  const { kind, step, via, mode, purpose, recipient, ownOutsideEea = false, share } = draft;
  const china = leaves(draft, 'CN', views);
  const eea = leaves(draft, 'EEA', views);
  const items = draft.items.filter(
    (item) => item['personal'] !== false || item['importantData'] === 'notified',
  );
  const own =
    ownOutsideEea &&
    mayApply('EEA', views) &&
    items.some((item) => concerns(item, 'EEA', views).is !== false);
  if (items.length === 0 || (china.is === false && eea.is === false && !own)) return undefined;
  const personal = anyOf(items.map((item) => item['personal']));
  const sensitivity = gravestOf(items.filter((item) => concerns(item, 'CN', views).is !== false));
  const first = (ground: Ground, left: Answer): boolean => {
    if (left.is === false || recipient === undefined || met[ground].has(recipient)) return false;
    met[ground].add(recipient);
    return true;
  };
  return {
    ...share,
    kind,
    step,
    mode,
    items,
    importantData: items.some((item) => item['importantData'] === 'notified'),
    ...defined({ via, purpose, recipient, personal, sensitivity, ourRole: draft.ourRole }),
    ...defined({ leavesChina: china.is, leavesEea: eea.is }),
    ...defined({ outsideChina: draft.to.CN, outsideEea: draft.to.EEA }),
    ...defined({
      adequacy: adequacyOf(draft.to.EEA),
      fromSeat: isSeatedIn(views.organization, 'EEA'),
    }),
    ...defined({
      chineseMechanism: mechanismOf(share, 'cn.', views),
      europeanMechanism: mechanismOf(share, 'eu.', views),
    }),
    ownOutsideEea: own,
    undeclaredForChina: china.undeclared,
    undeclaredForEea: eea.undeclared,
    covered: draft.covered ?? true,
    firstFromChina: first('CN', china),
    firstFromEea: first('EEA', eea),
  };
}

/** Leaves out what is undefined, since JSONata tells an absent field from all others. */
function defined<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as ReturnType<typeof defined<Fields>>; // only undefined is gone
}

function leaves(
  { abroad, items, doubt = yes }: Draft,
  ground: Ground,
  views: PrivacyViews,
): Answer {
  if (!mayApply(ground, views)) return no;
  return every([abroad[ground], some(items.map((item) => concerns(item, ground, views))), doubt]);
}

const gravity: readonly Sensitivity[] = ['yes', 'likely'];

function gravestOf(items: readonly PlainMap[]): Sensitivity | undefined {
  const marks = items.map((item) => item['chineseSensitivity']);
  const found = gravity.find((mark) => marks.includes(mark));
  if (found !== undefined) return found;
  return marks.every((mark) => mark === 'no') ? 'no' : undefined;
}

/**
 * The tool of one law, without its prefix. A share holds one word, so where it names a tool of
 * another law or none at all, that of another share to the same party serves; `none` is an answer.
 */
function mechanismOf(
  share: PlainMap | undefined,
  prefix: string,
  views: PrivacyViews,
): string | undefined {
  if (share === undefined) return undefined;
  const own = stringAt(share, 'mechanism');
  if (own === 'none' || own?.startsWith(prefix) === true) return own.replace(prefix, '');
  const others = views.list('shares').filter((other) => other['with'] === share['with']);
  const found = others
    .map((other) => stringAt(other, 'mechanism'))
    .find((word) => word?.startsWith(prefix));
  return found?.replace(prefix, '');
}

/** Tells each share whether it leaves the mainland or the EEA. */
export function addShareTransferFacts(
  stated: readonly StatedTransfer[],
  views: PrivacyViews,
): void {
  const byShare = new Map(stated.map(({ transfer, container }) => [container, transfer]));
  for (const share of views.list('shares')) {
    const transfer = byShare.get(share);
    addFact(share, 'leavesChina', transfer === undefined ? false : transfer.leavesChina);
    addFact(share, 'leavesEea', transfer === undefined ? false : transfer.leavesEea);
  }
}
