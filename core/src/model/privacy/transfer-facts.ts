import { addFact, stringAt, type PlainMap } from '../plain.ts';
import { adequacyOf } from './adequacy.ts';
import { addExportFacts } from './export-facts.ts';
import { implicitTransfers } from './implicit-transfers.ts';
import { noticesAbout } from './notice-facts.ts';
import { anyOf, type PrivacyViews } from './privacy-views.ts';
import type { Sensitivity } from './sensitivity.ts';
import { statedTransfers } from './stated-transfers.ts';
import type { Draft, StatedTransfer, Transfer } from './transfer.ts';
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

/** The transfers of a process in reading order, those first that its steps state. */
export function transfersOf(views: PrivacyViews): readonly StatedTransfer[] {
  const drafts = [...statedTransfers(views), ...implicitTransfers(views)];
  const met = { CN: new Set<string>(), EEA: new Set<string>() };
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
  met: Readonly<Record<Ground, Set<string>>>,
  views: PrivacyViews,
): Transfer | undefined {
  const { kind, step, via, mode, purpose, recipient, ourRole, share, unstated } = draft;
  const china = leaves(draft, 'CN', views);
  const eea = leaves(draft, 'EEA', views);
  const items = draft.items.filter(
    (item) => item['personal'] !== false || item['importantData'] === 'notified',
  );
  const ownOutsideEea = draft.ownOutsideEea === true && touchesEea(items, views);
  const isNone = china.is === false && eea.is === false && !ownOutsideEea;
  if (items.length === 0 || isNone) return undefined;
  const first = (ground: Ground, left: Answer, notices?: readonly PlainMap[]): boolean => {
    if (left.is === false || recipient === undefined) return false;
    const told = notices?.map(({ id }) => id);
    const relation = JSON.stringify([recipient['id'], told]);
    const isFirst = !met[ground].has(relation);
    met[ground].add(relation);
    return isFirst;
  };
  const served = views.find('purposes', purpose);
  const chineseNotices = noticesAbout(served, items, 'cn', views);
  const europeanNotices = noticesAbout(served, items, 'eu', views);
  return {
    ...share,
    kind,
    step,
    mode,
    items,
    ...defined({ via, purpose, recipient, ourRole }),
    ...contentsOf(items, views),
    ...defined({ leavesChina: china.is, leavesEea: eea.is }),
    ...destinationOf(draft, views),
    ownOutsideEea,
    undeclaredForChina: china.undeclared,
    undeclaredForEea: eea.undeclared,
    unstatedFromChina: unstated?.CN ?? [],
    unstatedFromEea: unstated?.EEA ?? [],
    firstFromChina: first('CN', china),
    firstFromEea: first('EEA', eea),
    chineseNotices,
    europeanNotices,
    firstToldFromChina: first('CN', china, chineseNotices),
    firstToldFromEea: first('EEA', eea, europeanNotices),
  };
}

function touchesEea(items: readonly PlainMap[], views: PrivacyViews): boolean {
  return mayApply('EEA', views) && items.some((item) => concerns(item, 'EEA', views).is !== false);
}

function contentsOf(
  items: readonly PlainMap[],
  views: PrivacyViews,
): Pick<Transfer, 'personal' | 'sensitivity' | 'importantData'> {
  const domestic = items.filter((item) => concerns(item, 'CN', views).is !== false);
  const personal = anyOf(items.map((item) => item['personal']));
  return {
    importantData: items.some((item) => item['importantData'] === 'notified'),
    ...defined({ personal, sensitivity: gravestOf(domestic) }),
  };
}

/** Where to, and what makes it lawful to go there. */
function destinationOf({ to, share }: Draft, views: PrivacyViews): Partial<Transfer> {
  return defined({
    outsideChina: to.CN,
    outsideEea: to.EEA,
    adequacy: adequacyOf(to.EEA),
    fromSeat: isSeatedIn(views.organization, 'EEA'),
    chineseMechanism: mechanismOf(share, 'cn.', views),
    europeanMechanism: mechanismOf(share, 'eu.', views),
  });
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
