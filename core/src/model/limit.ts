import type { PlainMap } from './plain.ts';

/** A limit that an SLA promises, or one of its tiers. A derived object, placed at its `within`. */
export interface Limit {
  /** `<sla>`, or `<sla>.<tier>`. */
  readonly id: string;
  readonly sla: PlainMap;
  readonly tier?: string;
  /** What the tier says of itself. */
  readonly stated?: PlainMap;
}
