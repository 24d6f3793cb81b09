import type { PlainMap } from '../plain.ts';
import type { Adequacy } from './adequacy.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { Answer, Ground, Unstated } from './transfer-places.ts';

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
  /** Of what follows from where systems and people are: the items of which no share states it. */
  readonly unstatedFromChina: readonly PlainMap[];
  readonly unstatedFromEea: readonly PlainMap[];
  /** The tool of either law that this share, or one to the same party, relies on. */
  readonly chineseMechanism?: string;
  readonly europeanMechanism?: string;
  /** True for the first that leaves a ground to this party. */
  readonly firstFromChina: boolean;
  readonly firstFromEea: boolean;
  /** The notices that can tell the persons of it under either law. */
  readonly chineseNotices: readonly PlainMap[];
  readonly europeanNotices: readonly PlainMap[];
  /** True for the first that leaves a ground to this party with these notices. */
  readonly firstToldFromChina: boolean;
  readonly firstToldFromEea: boolean;
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
  /** Absent for what a step states. */
  readonly unstated?: Unstated;
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
