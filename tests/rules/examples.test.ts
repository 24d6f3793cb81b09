import { describe, expect, test } from 'vitest';
import { toFindingRecord } from '../../core/src/audit/records.ts';
import { locales } from '../../core/src/i18n/text.ts';
import { library } from './library.ts';
import { runExample, type ExampleRun } from './example.ts';

const asked = [...library.rules.values()].filter((rule) => rule.logic !== undefined);

test('there are rules to look at', () => {
  expect(asked.length).toBeGreaterThanOrEqual(12);
});

describe.each(asked.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const runs = (): Promise<ExampleRun[]> =>
    Promise.all(rule.examples.map((example) => runExample(rule, example, library)));

  test('its examples are valid files', async () => {
    for (const { source, resources } of await runs()) {
      expect(source.faults).toEqual([]);
      expect(resources.flatMap(({ faults }) => faults)).toEqual([]);
    }
  });

  test('it reports exactly the marked lines', async () => {
    for (const { reported, marks } of await runs()) expect(reported).toEqual(marks);
  });

  test('it looks at something in every example, and ends', async () => {
    for (const { checked } of await runs()) {
      expect(checked).toHaveProperty('result');
      expect('result' in checked && checked.result.error).toBe(undefined);
      expect('result' in checked && checked.result.evaluations.length).toBeGreaterThan(0);
    }
  });

  test('its examples fail, pass and, where facts can be missing, are undecided', async () => {
    const outcomes = new Set(
      (await runs()).flatMap(({ checked }) =>
        'result' in checked ? checked.result.evaluations.map(({ outcome }) => outcome) : [],
      ),
    );
    expect(outcomes).toContain('fail');
    expect(outcomes).toContain('pass');
    const ownNeeds = rule.logic?.needs.filter((need) => !need.includes('$')) ?? [];
    expect(ownNeeds.length === 0 || outcomes.has('undecided')).toBe(true);
  });

  test('its messages name the underlined words and leave no placeholder', async () => {
    for (const { findings } of await runs()) {
      for (const finding of findings) {
        const { text } = finding.file;
        const found = text
          .slice(finding.span.start, finding.span.end)
          .replace(/^(["'])(.*)\1$/s, '$2');
        for (const locale of locales) {
          const { message } = toFindingRecord(finding, '', undefined, locale);
          expect(message).toContain(found);
          expect(message).not.toMatch(/\{[\w.]+\}/);
        }
      }
    }
  });
});
