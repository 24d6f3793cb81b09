import { describe, expect, test } from 'vitest';
import { toFindingRecord } from '../../core/src/audit/records.ts';
import { locales } from '../../core/src/i18n/text.ts';
import { cases } from './cases.ts';
import { runExample } from './example.ts';
import { library } from './library.ts';

test('there are cases to look at', () => {
  expect(cases.length).toBeGreaterThan(70);
});

test.each(cases)('$rule $name says in its first line what it shows', ({ text }) => {
  expect(text).toMatch(/^# .{20}/);
});

describe.each(cases)('$rule: $name', ({ rule: id, text }) => {
  const rule = library.rules.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);

  test('is a valid file that the rule is asked about', async () => {
    const { source, resources, checked } = await runExample(rule, text, library);
    expect(source.faults).toEqual([]);
    expect(resources.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checked).toHaveProperty('result');
    expect('result' in checked && checked.result.error).toBe(undefined);
  });

  test('has findings on exactly the marked lines, each naming what it underlines', async () => {
    const { marks, reported, findings } = await runExample(rule, text, library);
    expect(reported).toEqual(marks);
    for (const finding of findings) {
      const { start, end } = finding.span;
      const found = finding.file.text.slice(start, end).replace(/^(["'])(.*)\1$/s, '$2');
      for (const locale of locales) {
        const { message } = toFindingRecord(finding, '', undefined, locale);
        expect(message).toContain(found);
        expect(message).not.toMatch(/\{[\w.]+\}/);
      }
    }
  });
});
