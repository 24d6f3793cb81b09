import type { DataUse } from './data-uses.ts';
import type { FindNotices } from './notice-facts.ts';
import { addFact, isMap, listOf, mapAt, stringAt, type PlainMap } from '../plain.ts';
import { anyOf, roleFor, type PrivacyViews } from './privacy-views.ts';

/** What a purpose is used for, in which role, on what bases, and who is told before. */
export function addPurposeFacts(
  purpose: PlainMap,
  views: PrivacyViews,
  findNotices: FindNotices,
): void {
  const uses = views.uses.filter((use) => use.purpose === purpose['id']);
  addFact(purpose, 'uses', uses);
  addFact(purpose, 'ourRole', roleFor(purpose, views));
  const items = itemsOf(purpose, uses, views);
  addFact(purpose, 'items', items);
  // A purpose that no step uses yet still stands for processing.
  const personal = uses.length === 0 || anyOf(uses.map((use) => use.personal));
  addFact(purpose, 'processesPersonalData', personal);
  const open = uses.filter((use) => use.personal === undefined).map(({ item }) => item);
  addFact(
    purpose,
    'unclassified',
    [...new Set(open)].map((id) => `data.${id}.category`),
  );
  addFact(purpose, 'stores', uses.length === 0 || uses.some(stores) || isRecorded(purpose, views));
  addFact(purpose, 'schedules', schedulesOf(purpose, items, views));
  addBasisFacts(purpose);
  addFact(purpose, 'chineseNotice', findNotices(purpose, uses, 'cn'));
}

/** The data items that steps use or share for a purpose. */
function itemsOf(
  purpose: PlainMap,
  uses: readonly DataUse[],
  views: PrivacyViews,
): readonly PlainMap[] {
  const shared = views
    .list('shares')
    .filter((share) => share['purpose'] === purpose['id'])
    .flatMap((share) => listOf(share['data']));
  const ids = new Set<unknown>([...uses.map(({ item }) => item), ...shared]);
  return views.list('data').filter((item) => ids.has(item['id']));
}

function stores({ mode, personal }: DataUse): boolean {
  return personal !== false && (mode === 'collects' || mode === 'writes');
}

/** Whether a step records for a purpose; that stores data although no item need stand for them. */
function isRecorded(purpose: PlainMap, views: PrivacyViews): boolean {
  const steps = views.list('steps').filter((step) => step['purpose'] === purpose['id']);
  return steps.some(({ recording }) => recording !== undefined && recording !== false);
}

/**
 * The retention that really holds for a purpose, named schedules followed: that of each item which
 * overrides it, and that of the purpose unless every item does. What is not declared is empty.
 */
function schedulesOf(
  purpose: PlainMap,
  items: readonly PlainMap[],
  views: PrivacyViews,
): readonly PlainMap[] {
  const kept = items.filter((item) => item['personal'] !== false);
  const own = kept.filter((item) => item['retention'] !== undefined);
  const overriding = own.map((item) => ({ ...scheduleOf(item, views), of: item['id'] }));
  if (own.length > 0 && own.length === kept.length) return overriding;
  return [{ ...scheduleOf(purpose, views), of: purpose['id'] }, ...overriding];
}

function scheduleOf({ retention }: PlainMap, { organization }: PrivacyViews): PlainMap {
  if (isMap(retention)) return retention;
  if (typeof retention !== 'string' || organization === undefined) return {};
  const schedules = mapAt(mapAt(organization, 'retention') ?? {}, 'schedules');
  return (schedules && mapAt(schedules, retention)) ?? {};
}

/** The words of PIPL Art. 13(1) as `basis.cn` writes them. */
const chineseBases: ReadonlySet<string> = new Set(
  'consent contract hr legal_duty emergency news public_info other_law'.split(' '),
);

const legitimateInterests = /legitimate.?interest|正当利益|合法利益|正当权益|合法权益/i;

/** Art. 6(1) GDPR with its letter: `6.1.f`, `eu.6.1.f`, `Art. 6(1)(f)`, `第6条第1款f项`. */
const europeanBasis =
  /(?<!\d)6\s*(?:[.(（]|条第)\s*1\s*(?:[)）]|款第?)?\s*[.(（]?\s*(?:lit\.?\s*)?([a-f])(?![a-z])/gi;

/**
 * The bases that a purpose states, in either spelling, and whether what it states for China is
 * really one of the GDPR. Without any word for China, legitimate interests alone are that as well.
 */
function addBasisFacts(purpose: PlainMap): void {
  const basis = mapAt(purpose, 'basis') ?? {};
  const chinese = (stringAt(basis, 'cn') ?? '').replace(/^cn\./, '');
  const european = lettersIn(stringAt(basis, 'eu') ?? '');
  addFact(purpose, 'chineseBasis', chineseBases.has(chinese) ? chinese : undefined);
  addFact(purpose, 'europeanBases', european);
  const borrows =
    chinese === ''
      ? european.length === 1 && european[0] === 'f'
      : legitimateInterests.test(chinese) || lettersIn(chinese).length > 0;
  addFact(purpose, 'borrowsEuropeanBasis', borrows);
}

function lettersIn(text: string): readonly string[] {
  const letters = [...text.matchAll(europeanBasis)].map(([, letter = '']) => letter.toLowerCase());
  return [...new Set(letters)];
}
