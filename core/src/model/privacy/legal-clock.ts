import { stringAt, type PlainMap } from '../plain.ts';
import { parseDuration } from '../../quantity/duration.ts';
import type { PrivacyViews } from './privacy-views.ts';

/** A number of days between two bounds, because months and working days differ in length. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
}

/** A limit of law or of ours, wherever its parts are declared: inline or in the SLA it points to. */
export interface LegalClock {
  /** True when the SLA that holds the limit is in another process than this model's. */
  readonly elsewhere: boolean;
  /** The limit as written, here or in the SLA; a duration or a word. */
  readonly limit?: string;
  /** The limit where it is a word without a number: `immediately`, `promptly`, `without_undue_delay`. */
  readonly word?: string;
  /**
   * Calendar days until it ends: a month has 28 to 31, working days run over weekends. Holidays
   * are left out, as no calendar is asked. Fractions for hours.
   */
  readonly days?: DayRange;
  /** Working days, Monday to Friday, that lie within it; exact where it is written in them. */
  readonly workingDays?: DayRange;
  /** The event that starts it, as written here or in the SLA. */
  readonly start?: string;
}

const words: ReadonlySet<string> = new Set(['immediately', 'promptly', 'without_undue_delay']);

/** The clock of an entry with `within` and `from`, or with `sla`; what stands inline comes first. */
export function legalClockOf(entry: PlainMap, views: PrivacyViews): LegalClock {
  const named = stringAt(entry, 'sla');
  const sla = views.find('slas', named);
  const limit = stringAt(entry, 'within') ?? (sla && stringAt(sla, 'within'));
  const start = stringAt(entry, 'from') ?? (sla && stringAt(sla, 'from'));
  return {
    elsewhere: named !== undefined && sla === undefined,
    ...(limit === undefined ? {} : { limit, ...lengthOf(limit) }),
    ...(start === undefined ? {} : { start }),
  };
}

/** The length of a limit in days, or the word it is. */
function lengthOf(limit: string): Pick<LegalClock, 'word' | 'days' | 'workingDays'> {
  if (words.has(limit)) return { word: limit };
  const duration = parseDuration(limit);
  if (duration === undefined) return {};
  const natural = duration.seconds / 86_400;
  const least = natural + duration.months * 28;
  const most = natural + duration.months * 31;
  const worked = duration.workingDays;
  const span = daysOfWork(worked);
  return {
    days: { least: least + span.least, most: most + span.most },
    workingDays: { least: worked + fewestWeekdays(least), most: worked + mostWeekdays(most) },
  };
}

/** From a Sunday the first working day is the next day; from a Friday it is the third. */
function daysOfWork(count: number): DayRange {
  if (count === 0) return { least: 0, most: 0 };
  const rest = count % 5;
  const before = Math.floor((count - 1) / 5);
  return {
    least: before * 7 + (count - before * 5),
    most: Math.floor(count / 5) * 7 + (rest === 0 ? 0 : rest + 2),
  };
}

function fewestWeekdays(days: number): number {
  return Math.floor(days / 7) * 5 + Math.max(0, Math.floor(days % 7) - 2);
}

function mostWeekdays(days: number): number {
  return Math.floor(days / 7) * 5 + Math.min(5, Math.ceil(days % 7));
}
