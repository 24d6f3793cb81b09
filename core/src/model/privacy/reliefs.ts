import { listOf, mapAt, type PlainMap } from '../plain.ts';

/** Persons from whom on a controller is no longer small (Order 25 of 2026, Art. 2): 100,000 is out. */
const tooMany = 100_000;

const measures = [
  'short_rules',
  'voluntary_provision',
  'platform_rules',
  'reorganisation_public_notice',
  'published_contact',
  'audit_5y',
  'pipia_simple_form',
  'general_policies',
  'export_relief',
] as const;

/**
 * Which reliefs for small controllers hold on the declared facts: true for one that a small
 * controller relies on, false for a larger one or a relief it does not rely on, absent where nobody
 * declared enough. Order 25 is in force from 2026-09-01; a rule that reads this asks for the date.
 */
export function reliefsOf(organization: PlainMap): Readonly<Record<string, boolean>> {
  const total = mapAt(organization, 'persons')?.['total'];
  const stated = organization['simplifiedMeasures'];
  const small = typeof total === 'number' ? total < tooMany : undefined;
  const answers = measures.flatMap((measure): (readonly [string, boolean])[] => {
    const relied = stated === undefined ? undefined : listOf(stated).includes(measure);
    if (small === false || relied === false) return [[measure, false]];
    return small === true && relied === true ? [[measure, true]] : [];
  });
  return Object.fromEntries(answers);
}
