/**
 * Where the GDPR has effect: the member states with Åland and their outermost regions (Art. 349
 * TFEU), which have codes of their own in ISO 3166-1.
 */
const european: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AX GF GP MF MQ RE YT'.split(
    ' ',
  );

/** Codes that stand for several countries. */
const groups: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['EU', new Set(european)],
  ['EEA', new Set([...european, 'EU', 'IS', 'LI', 'NO'])],
]);

/**
 * ISO 3166-2 lists these under a country whose law we ask about, but that law stops before them:
 * Hong Kong, Macao and Taiwan beside the mainland, the overseas countries of France and the
 * Netherlands, Svalbard and Jan Mayen.
 */
const apart: ReadonlySet<string> = new Set(
  (
    'CN-HK CN-MO CN-TW FR-BL FR-CP FR-NC FR-PF FR-PM FR-TF FR-WF ' +
    'NL-AW NL-BQ1 NL-BQ2 NL-BQ3 NL-CW NL-SX NO-21 NO-22'
  ).split(' '),
);

/** Whether a place lies in a region: `FR` in `EU`, `EU` in `EEA`, `US-CA` in `US`, `HK` not in `CN`. */
export function liesIn(place: string, region: string): boolean {
  if (place === region) return true;
  if (apart.has(place)) return false;
  const country = place.split('-', 1)[0] ?? place;
  return country === region || (groups.get(region)?.has(country) ?? false);
}

/** Whether two regions share ground, whichever of them is the larger. */
export function overlap(one: string, other: string): boolean {
  return liesIn(one, other) || liesIn(other, one);
}
