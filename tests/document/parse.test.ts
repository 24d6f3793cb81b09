import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import type { Entry, SourceDocument, SourceFile } from '../../core/src/document/source-document.ts';
import { isRecord, valueOf } from './plain-values.ts';

/** The only document of a text. */
function documentOf(text: string): SourceDocument {
  const { documents } = parse('test.yaml', text);
  const [document] = documents;
  if (document === undefined || documents.length > 1) throw new Error('one document expected');
  return document;
}

/** What stands at a path of keys, as words of the text. */
function wordsAt(text: string, ...keys: readonly (string | number)[]): Record<string, string> {
  const document = documentOf(text);
  const container = keys.slice(0, -1).reduce(valueOf, document.value);
  const last = keys.at(-1) ?? '';
  const entry = isRecord(container) ? document.places.get(container)?.entries.get(last) : undefined;
  if (entry === undefined) throw new Error(`nothing at ${keys.join('/')}`);
  return wordsOf(text, entry);
}

function wordsOf(text: string, { key, value, written }: Entry): Record<string, string> {
  return {
    ...(key === undefined ? {} : { key: text.slice(key.start, key.end) }),
    value: text.slice(value.start, value.end),
    ...(written === undefined ? {} : { written: text.slice(written.start, written.end) }),
  };
}

describe('plain data', () => {
  test('follows the core schema of YAML 1.2', () => {
    const text = 'a: [~, null, true, False, 1, 0x1F, 0o14, -2.5e3, .inf, yes, on, 1_000, 12:30]\n';
    expect(documentOf(text).value).toEqual({
      a: [null, null, true, false, 1, 31, 12, -2500, Infinity, 'yes', 'on', '1_000', '12:30'],
    });
  });

  test('follows it also where a document asks for YAML 1.1', () => {
    expect(documentOf('%YAML 1.1\n---\na: [yes, 2026-01-01]\n').value).toEqual({
      a: ['yes', '2026-01-01'],
    });
  });

  test('keeps timestamps as written', () => {
    expect(documentOf('a: 2026-01-01\nb: 2026-01-01T08:00:00+08:00\n').value).toEqual({
      a: '2026-01-01',
      b: '2026-01-01T08:00:00+08:00',
    });
  });

  test('keeps whole numbers as written where a number would lose digits', () => {
    expect(documentOf('a: 110101199003070011\nb: 9007199254740991\nc: 1e30\n').value).toEqual({
      a: '110101199003070011',
      b: 9_007_199_254_740_991,
      c: 1e30,
    });
  });

  test('has objects without prototype, in which `__proto__` is a key like any other', () => {
    const { value } = documentOf('__proto__: { x: 1 }\nconstructor: 2\n');
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', { x: 1 }],
      ['constructor', 2],
    ]);
    expect({}).not.toHaveProperty('x');
  });

  test('has text keys, as they are written', () => {
    const text = '010: a\ntrue: b\n~: c\n1.50: d\n"2": e\n: f\n';
    const document = documentOf(text);
    expect([...(document.places.get(Object(document.value))?.entries.keys() ?? [])]).toEqual([
      '010',
      'true',
      '~',
      '1.50',
      '2',
      '',
    ]);
  });

  test('has the last value of a key that stands twice', () => {
    expect(documentOf('a: 1\na: 2\n').value).toEqual({ a: 2 });
  });
});

describe('places', () => {
  const text =
    'id: x\nname: { zh: 甲, "en": "A, B" }\nlist:\n  - to: y # note\n  - 5\nempty:\nnote: |\n  l\n\nend: 1\n';

  test.each([
    [['id'], { key: 'id', value: 'x' }],
    [['name'], { key: 'name', value: '{ zh: 甲, "en": "A, B" }' }],
    [['name', 'en'], { key: '"en"', value: '"A, B"' }],
    [['list'], { key: 'list', value: '- to: y # note\n  - 5' }],
    [['list', 0], { value: 'to: y' }],
    [['list', 0, 'to'], { key: 'to', value: 'y' }],
    [['list', 1], { value: '5' }],
    [['empty'], { key: 'empty', value: '' }],
    [['note'], { key: 'note', value: '|\n  l' }],
  ])('are where the words of %j stand', (keys, words) => {
    expect(wordsAt(text, ...keys)).toEqual(words);
  });

  test('of a missing value are empty and right behind the colon', () => {
    const document = documentOf('a:\nb: \nc: 1\n');
    const entries = document.places.get(Object(document.value))?.entries;
    expect(entries?.get('a')?.value).toEqual({ start: 2, end: 2 });
    expect(entries?.get('b')?.value).toEqual({ start: 6, end: 6 });
  });

  test('know the map or list above', () => {
    const document = documentOf('a: [{ b: 1 }]\n');
    const list = valueOf(document.value, 'a');
    const item = valueOf(list, 0);
    if (!isRecord(list) || !isRecord(item)) throw new Error('a list of maps expected');
    expect(document.places.get(item)).toMatchObject({ parent: list, key: 0 });
    expect(document.places.get(list)).toMatchObject({ parent: document.value, key: 'a' });
    expect(document.places.get(Object(document.value))).not.toHaveProperty('parent');
  });

  test('are the same offsets with CRLF line ends', () => {
    expect(wordsAt(text.replaceAll('\n', '\r\n'), 'list', 0, 'to')).toEqual({
      key: 'to',
      value: 'y',
    });
    expect(documentOf('a:\r\n  b: "x\r\n    y"\r\nc: |\r\n  d\r\n').value).toEqual({
      a: { b: 'x y' },
      c: 'd\n',
    });
  });

  test('are right where a line ends in a lone CR', () => {
    expect(documentOf('a: 1\rb: 2\r').value).toEqual({ a: 1, b: 2 });
    expect(wordsAt('a: 1\rb: 2\r', 'b')).toEqual({ key: 'b', value: '2' });
  });
});

describe('an alias', () => {
  const text = 'base: &base\n  within: 2h\n  by: [a, b]\nx: *base\ny: [*base]\n';

  test('gives a copy of its own, so that identity is position', () => {
    const { value } = documentOf(text);
    expect(valueOf(value, 'x')).toEqual(valueOf(value, 'base'));
    const copies = [valueOf(value, 'base'), valueOf(value, 'x'), valueOf(valueOf(value, 'y'), 0)];
    expect(new Set(copies).size).toBe(3);
    expect(new Set(copies.map((copy) => valueOf(copy, 'by'))).size).toBe(3);
  });

  test('is reported at the alias, with the place where the value is written', () => {
    const written = 'within: 2h\n  by: [a, b]';
    expect(wordsAt(text, 'x')).toEqual({ key: 'x', value: '*base', written });
    expect(wordsAt(text, 'y', 0)).toEqual({ value: '*base', written });
    expect(wordsAt(text, 'x', 'within')).toEqual({ key: '*base', value: '*base', written: '2h' });
    expect(wordsAt(text, 'x', 'by', 1)).toEqual({ value: '*base', written: 'b' });
  });

  test('of a scalar, also as a key, is followed', () => {
    const scalars = 'a: &a text\nb: *a\n*a : c\n';
    expect(documentOf(scalars).value).toEqual({ a: 'text', b: 'text', text: 'c' });
    expect(wordsAt(scalars, 'b')).toEqual({ key: 'b', value: '*a', written: 'text' });
  });

  test('within an alias is reported at the outer one, and written where the inner one leads', () => {
    const nested = 'a: &a { v: 1 }\nb: &b { a: *a }\nc: *b\n';
    expect(wordsAt(nested, 'c', 'a', 'v')).toEqual({ key: '*b', value: '*b', written: '1' });
    expect(wordsAt(nested, 'c', 'a')).toEqual({ key: '*b', value: '*b', written: '{ v: 1 }' });
  });

  test('means the last anchor above it', () => {
    expect(documentOf('a: &x 1\nb: *x\nc: &x 2\nd: *x\n').value).toEqual({
      a: 1,
      b: 1,
      c: 2,
      d: 2,
    });
  });

  test('without anchor in its own document is nothing', () => {
    const { documents, faults } = parse('test.yaml', 'a: &x 1\n---\nb: *x\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: null }]);
    expect(faults).toMatchObject([{ code: 'document.unknownAlias', span: { start: 15, end: 17 } }]);
  });
});

describe('a merge', () => {
  const text = 'base: &base\n  a: 1\n  b: { c: 2 }\nx:\n  z: 0\n  <<: *base\n  a: 9\n';

  test('brings the entries of a map; keys of its own win', () => {
    expect(valueOf(documentOf(text).value, 'x')).toEqual({ z: 0, a: 9, b: { c: 2 } });
    expect(documentOf('a: &a { v: 1, w: 1 }\nb: { v: 2, <<: *a }\n').value).toEqual({
      a: { v: 1, w: 1 },
      b: { v: 2, w: 1 },
    });
  });

  test('is reported at the alias, with the place where the value is written', () => {
    expect(wordsAt(text, 'x', 'b')).toEqual({ key: '*base', value: '*base', written: '{ c: 2 }' });
    expect(wordsAt(text, 'x', 'b', 'c')).toEqual({ key: '*base', value: '*base', written: '2' });
    expect(wordsAt(text, 'x', 'a')).toEqual({ key: 'a', value: '9' });
  });

  test('of a list takes the first map that has a key, each at its own alias', () => {
    const list = 'p: &p { a: 1 }\nq: &q { a: 2, b: 3 }\nx: { <<: [*p, *q] }\n';
    expect(valueOf(documentOf(list).value, 'x')).toEqual({ a: 1, b: 3 });
    expect(wordsAt(list, 'x', 'a')).toEqual({ key: '*p', value: '*p', written: '1' });
    expect(wordsAt(list, 'x', 'b')).toEqual({ key: '*q', value: '*q', written: '3' });
  });

  test('of a map that merges is followed to the end', () => {
    const chain = 'p: &p { a: 1 }\nq: &q { <<: *p, b: 2 }\nx: { <<: *q }\n';
    expect(valueOf(documentOf(chain).value, 'x')).toEqual({ a: 1, b: 2 });
    expect(wordsAt(chain, 'x', 'a')).toEqual({ key: '*q', value: '*q', written: '1' });
  });

  test('of a map written in place is reported there', () => {
    expect(wordsAt('x: { <<: { a: 1 } }\n', 'x', 'a')).toEqual({ key: 'a', value: '1' });
  });

  test('in quotes is a key like any other', () => {
    expect(documentOf('a: &a { b: 1 }\nx: { "<<": *a }\n').value).toEqual({
      a: { b: 1 },
      x: { '<<': { b: 1 } },
    });
  });
});

test('a stream gives one document after the other, each with its span', () => {
  const text = '# head\na: 1\n---\nb: 2\n...\n---\n';
  const { documents, failure } = parse('test.yaml', text);
  expect(documents.map(({ index, value }) => [index, value])).toEqual([
    [0, { a: 1 }],
    [1, { b: 2 }],
    [2, null],
  ]);
  expect(documents.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'a: 1\n',
    '---\nb: 2\n...\n',
    '---',
  ]);
  expect(failure).toBeUndefined();
});

describe('a file that cannot be checked says why', () => {
  const failureOf = (text: string): SourceFile['failure'] => parse('test.yaml', text).failure;

  test.each([
    ['nothing', ''],
    ['comments', '# a\n\n  # b\n'],
    ['marks of documents', '--- # a\n---\n...\n'],
  ])('because it holds only %s', (_, text) => {
    expect(failureOf(text)).toEqual({ code: 'document.empty', data: {} });
  });

  test('because it holds only text', () => {
    const span = { start: 4, end: 9 };
    expect(failureOf('# x\nhello\n')).toEqual({ code: 'document.textOnly', data: {}, span });
    expect(failureOf('~\n')).toMatchObject({ code: 'document.textOnly' });
  });

  test('and a map or list among its documents is enough to check', () => {
    expect(failureOf('---\n---\na: 1\n')).toBeUndefined();
    expect(failureOf('hello\n---\n[]\n')).toBeUndefined();
  });

  test('because aliases multiply, at the alias that is too much', () => {
    const lines = Array.from({ length: 9 }, (_, level) => {
      const item = level === 0 ? 'x' : `*a${String(level - 1)}`;
      return `a${String(level)}: &a${String(level)} [${Array<string>(10).fill(item).join(', ')}]\n`;
    });
    const { failure, documents, faults, text } = parse('test.yaml', lines.join(''));
    expect(failure).toMatchObject({ code: 'document.tooManyAliases', data: { limit: 100_000 } });
    expect(text.slice(failure?.span?.start, failure?.span?.end)).toBe('*a3');
    expect(documents).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['lists in brackets', '[', '1', ']'],
    ['lists with dashes', '- ', '1', ''],
    ['maps in braces', '{ a: ', '1', '}'],
    ['maps with questions', '? ', '1', ''],
  ])('because %s nest deeper than 100 levels', (_, open, inner, close) => {
    const nested = (levels: number): string => open.repeat(levels) + inner + close.repeat(levels);
    expect(failureOf(nested(100))).toBeUndefined();
    expect(failureOf(nested(101))).toMatchObject({
      code: 'document.tooDeep',
      data: { limit: 100 },
    });
    expect(failureOf(nested(100_000))).toMatchObject({ code: 'document.tooDeep' });
  });

  test('because maps below one another nest deeper than 100 levels', () => {
    const nested = (levels: number): string =>
      Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    expect(failureOf(nested(100))).toBeUndefined();
    expect(failureOf(nested(101))).toMatchObject({ code: 'document.tooDeep' });
  });

  test('because aliases nest deeper than 100 levels, at the alias', () => {
    const nested = (levels: number): string =>
      Array.from({ length: levels }, (_, level) =>
        level === 0 ? '- &a0 [x]\n' : `- &a${String(level)} [*a${String(level - 1)}]\n`,
      ).join('');
    expect(failureOf(nested(99))).toBeUndefined();
    const { text, failure } = parse('test.yaml', nested(100));
    expect(failure).toMatchObject({ code: 'document.tooDeep' });
    expect(text.slice(failure?.span?.start, failure?.span?.end)).toBe('*a98');
  });
});

test('an alias within its own anchor is nothing, and ends there', () => {
  expect(documentOf('a: &a { b: *a, c: 1 }\n').value).toEqual({ a: { b: null, c: 1 } });
  expect(documentOf('a: &a { <<: *a, c: 1 }\n').value).toEqual({ a: { c: 1 } });
});
