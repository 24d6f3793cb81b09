/** A decision of Art. 45 GDPR on one country, as of 2026-11-21. */
export interface Adequacy {
  /** First and last day; the first matters only where an as-of date may lie before it. */
  readonly since: string;
  readonly until: string;
  /** Of `dpf`: only recipients on the list of the EU-US Data Privacy Framework. */
  readonly only?: 'dpf';
}

const always: Adequacy = { since: '0001-01-01', until: '9999-12-31' };

const decided: ReadonlyMap<string, Adequacy> = new Map<string, Adequacy>([
  ...'AD AR CA FO GG IL IM JP JE NZ KR CH UY'.split(' ').map((code) => [code, always] as const),
  ['GB', { ...always, until: '2031-12-27' }],
  ['BR', { ...always, since: '2026-01-26' }],
  ['US', { ...always, since: '2023-07-10', only: 'dpf' }],
]);

/** The decision on the country of a place such as `US-CA`; nothing where there is none. */
export function adequacyOf(place: string | undefined): Adequacy | undefined {
  return decided.get((place ?? '').split('-', 1)[0] ?? '');
}
