import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { isRecord, valueOf } from './plain-values.ts';

/** One case of the public YAML test suite. */
interface Case {
  readonly id: string;
  readonly yaml: string;
  readonly mustFail: boolean;
  /** What the documents hold; absent where JSON cannot say it. */
  readonly values?: readonly unknown[];
}

/** Cases in which our format refuses what YAML allows. */
const refused: Readonly<Record<string, string>> = {
  '2EBW': 'a key `-foo` is a list item that lacks its space',
  '2XXW': 'a tag',
  '565N': 'a tag',
  '6CK3': 'a tag',
  '7FWL': 'a tag',
  '8KB6': 'an entry between braces without colon',
  '9BXH': 'an entry between braces without colon',
  AB8U: 'a line `- x` that continues a text is a list item out of line',
  C4HZ: 'a tag',
  CUP7: 'a tag',
  J7PZ: 'a tag',
  M5C3: 'a tag',
  UGM3: 'a tag',
  Z67P: 'a tag',
  Z9M4: 'a tag',
};

/** Cases of which our parser, like the one it stands on, reads other data. */
const readOtherwise: Readonly<Record<string, string>> = {
  M7A3: 'comments between two ends of documents make a document without content',
};

/** The suite writes blanks and line ends as signs. */
function withoutSigns(yaml: string): string {
  return yaml
    .replaceAll('␣', ' ')
    .replace(/—*»/g, '\t')
    .replaceAll('⇔', '\ufeff')
    .replaceAll('↵', '')
    .replaceAll('←', '\r')
    .replace(/∎\n$/, '');
}

/** The values of a stream of JSON texts, each of which ends at a line end. */
function jsonValues(json: string): readonly unknown[] {
  const values: unknown[] = [];
  let text = '';
  for (const line of json.split('\n')) {
    text += `${line}\n`;
    try {
      values.push(JSON.parse(text));
      text = '';
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error; // the value goes on in the next line
    }
  }
  expect(text.trim()).toBe('');
  return values;
}

function casesIn(folder: string): readonly Case[] {
  return readdirSync(folder).flatMap((name) => {
    const [document] = parse(name, readFileSync(path.join(folder, name), 'utf8')).documents;
    const entries: readonly unknown[] = Array.isArray(document?.value) ? document.value : [];
    const skipped = entries.some((entry) => valueOf(entry, 'skip') === true);
    return entries.map((entry, index) => {
      const id = name.replace('.yaml', '') + (entries.length > 1 ? `-${String(index)}` : '');
      const json = valueOf(entry, 'json');
      return {
        id,
        yaml: withoutSigns(String(valueOf(entry, 'yaml'))),
        mustFail: valueOf(entry, 'fail') === true,
        ...(typeof json === 'string' && !skipped ? { values: jsonValues(json) } : {}),
      };
    });
  });
}

const fixtures = process.env['FLOWAUDIT_FIXTURES'];
const cases = fixtures === undefined ? [] : casesIn(path.join(fixtures, 'yaml-test-suite', 'src'));

describe.skipIf(fixtures === undefined)('of the YAML test suite (406 cases)', () => {
  test('all cases are there', () => {
    expect(cases.length).toBe(406);
    expect(cases.filter(({ mustFail }) => mustFail).length).toBe(94);
  });

  test('every text that is no YAML has a fault', () => {
    const accepted = cases.filter(({ mustFail, yaml }) => {
      const { faults, failure } = parse('test.yaml', yaml);
      return mustFail && faults.length === 0 && failure?.code !== 'document.empty';
    });
    expect(accepted.map(({ id }) => id)).toEqual([]);
  });

  test('every text that JSON can say gives the same data', () => {
    const different = cases.filter(({ mustFail, yaml, values }) => {
      if (mustFail || values === undefined) return false;
      const { documents, failure } = parse('test.yaml', yaml);
      const read = failure?.code === 'document.empty' && values.length === 0 ? [] : documents;
      return !sameData(
        read.map(({ value }) => value),
        values,
      );
    });
    expect(different.map(({ id }) => id)).toEqual(Object.keys(readOtherwise));
  });

  test('every text of maps and lists is without fault, but for what our format refuses', () => {
    const faulty = cases.filter(
      ({ mustFail, yaml, values }) =>
        !mustFail && values?.every(isRecord) === true && parse('t', yaml).faults.length > 0,
    );
    expect(faulty.map(({ id }) => id)).toEqual(Object.keys(refused));
  });
});

/** Equality whatever the prototypes and the order of keys. */
function sameData(read: unknown, expected: unknown): boolean {
  if (!isRecord(read) || !isRecord(expected)) return Object.is(read, expected);
  const keys = Object.keys(read);
  return (
    Array.isArray(read) === Array.isArray(expected) &&
    keys.length === Object.keys(expected).length &&
    keys.every((key) => sameData(valueOf(read, key), valueOf(expected, key)))
  );
}
