import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import {
  entryAt,
  innermostPointer,
  locate,
  locatePointer,
  pointerOf,
} from '../../core/src/document/places.ts';
import type { SourceDocument } from '../../core/src/document/source-document.ts';
import { unmark } from './marked-text.ts';

function documentOf(text: string): SourceDocument {
  const [document] = parse('test.yaml', text).documents;
  if (document === undefined) throw new Error('a document expected');
  return document;
}

/** Locates what a pointer leads to; a last segment that is missing is a missing key. */
function locateAt(document: SourceDocument, pointer: string): ReturnType<typeof locate> {
  const target = entryAt(document, pointer);
  if (target !== undefined) return locate(document, target.container, target.key);
  const slash = pointer.lastIndexOf('/');
  const above = entryAt(document, pointer.slice(0, slash))?.value;
  if (typeof above !== 'object' || above === null) throw new Error(`nothing above ${pointer}`);
  return locate(document, above, pointer.slice(slash + 1));
}

describe('what is underlined', () => {
  test.each([
    ['for a scalar is the scalar', '/a/b', 'a:\n  b: «x y»\n'],
    ['for a quoted scalar has its quotes', '/a/b', 'a: { b: «"x"» }\n'],
    ['for a map is its key', '/a/b', 'a:\n  «b»:\n    c: 1\n'],
    ['for a list is its key', '/a', '«a»: [1, 2]\n'],
    ['for an item of a list is the item', '/a/1', 'a: [1, «2»]\n'],
    ['for an item that is a map is its id', '/a/0', 'a:\n  - name: x\n    id: «y»\n'],
    ['for a branch is where it leads', '/a/0', 'a: [{ when: x, to: «y» }]\n'],
    ['for a use of data is the data', '/a/0', 'a: [{ purpose: x, item: «y» }]\n'],
    ['for a measurement is its metric', '/a/0', 'a: [{ value: 1, metric: «y» }]\n'],
    ['for a waiver is its rule', '/a/0', 'a: [{ reason: x, rule: «y» }]\n'],
    ['for another item is its first scalar', '/a/0', 'a: [{ b: [1], c: «2», d: 3 }]\n'],
    ['for an item without scalar is the key above', '/x/a/0', 'x:\n  «a»: [{ b: [1] }]\n'],
    ['for a list in a list is the key above', '/a/0', '«a»: [[1]]\n'],
    ['for an empty item is the key above', '/a/0', '«a»:\n  -\n'],
    ['for an empty value is its key', '/a/b', 'a:\n  «b»:\n'],
    ['for an empty key is its value', '/a/', 'a:\n  : «x»\n'],
    ['for a missing key is the key above', '/x/a/b', 'x:\n  «a»: { c: 1 }\n'],
    ['for a missing key of an item is its id', '/a/0/b', 'a: [{ id: «x» }]\n'],
    ['for a missing key of the root is its id', '/b', 'kind: Process\nid: «x»\n'],
    ['for the root is its id', '', 'kind: Process\nid: «x»\n'],
    ['for a root without id is its kind', '', 'a: 1\nkind: «Waivers»\n'],
    ['for another root is its first key', '', '«a»: { id: 1 }\n'],
    ['for an empty root is the root', '', '«{}»\n'],
    ['for what came by an alias is the alias', '/b/x', 'a: &a { x: 1 }\nb: «*a»\n'],
    ['for what came by a merge is the alias', '/b/x', 'a: &a { x: 1 }\nb: { <<: «*a» }\n'],
    ['for an empty value that came by an alias too', '/b/x', 'a: &a { x: }\nb: «*a»\n'],
  ])('%s', (_, pointer, marked) => {
    const { text, spans } = unmark(marked);
    expect(locateAt(documentOf(text), pointer).span).toEqual(spans[0]);
  });
});

test('what came by an alias or a merge says where it is written', () => {
  const { text, spans } = unmark('a: &a { x: «1» }\nb: { <<: *a }\nc: *a\n');
  const document = documentOf(text);
  expect(locateAt(document, '/b/x').written).toEqual(spans[0]);
  expect(locateAt(document, '/c/x').written).toEqual(spans[0]);
  expect(locateAt(document, '/a/x')).not.toHaveProperty('written');
});

test('the pointer is that of what was asked for, whatever is underlined', () => {
  const document = documentOf('id: x\nsteps:\n  a/b~c:\n    next: [{ to: y }]\n');
  const pointers = ['', '/id', '/steps', '/steps/a~1b~0c', '/steps/a~1b~0c/next/0'];
  for (const pointer of pointers) expect(locateAt(document, pointer).pointer).toBe(pointer);
  expect(locateAt(document, '/steps/missing').pointer).toBe('/steps');
});

test('a pointer leads to an entry, and the entry to its pointer', () => {
  const document = documentOf('a:\n  - { "0": x }\n');
  const target = entryAt(document, '/a/0/0');
  expect(target).toMatchObject({ key: '0', value: 'x', entry: { value: { start: 14, end: 15 } } });
  expect(pointerOf(document, target?.container ?? {}, target?.key)).toBe('/a/0/0');
  expect(entryAt(document, '')).toEqual({ container: document.value, value: document.value });
});

test.each(['/b', '/a/1', '/a/00', '/a/-', '/a/0/0/x', '/a/length', '/__proto__'])(
  'nothing stands at %s',
  (pointer) => {
    expect(entryAt(documentOf('a:\n  - { "0": x }\n'), pointer)).toBeUndefined();
  },
);

test('nothing stands in a document without map or list', () => {
  expect(entryAt(documentOf('hello\n'), '')).toBeUndefined();
});

test('a map of another document has no place', () => {
  const document = documentOf('a: 1\n');
  const stranger = Object(documentOf('a: 1\n').value);
  expect(() => locate(document, stranger)).toThrow(TypeError);
});

describe('a pointer of a shape checker', () => {
  const wordsAt = (text: string, pointer: string, about: 'key' | 'value'): unknown => {
    const { span, pointer: found } = locatePointer(documentOf(text), pointer, about);
    return [text.slice(span.start, span.end), found];
  };

  test('underlines the key or the value', () => {
    expect(wordsAt('a:\n  b: 1\n', '/a/b', 'key')).toEqual(['b', '/a/b']);
    expect(wordsAt('a:\n  b: 1\n', '/a/b', 'value')).toEqual(['1', '/a/b']);
    expect(wordsAt('a: [1, 2]\n', '/a/1', 'key')).toEqual(['2', '/a/1']);
  });

  test('that leads past the document is shown by the last place on its way', () => {
    expect(wordsAt('a:\n  b: 1\n', '/a/c/d', 'value')).toEqual(['a', '/a']);
    expect(wordsAt('hello\n', '/a', 'value')).toEqual(['hello\n', '']);
  });
});

test('the innermost map or list around an offset is found', () => {
  const text = 'a:\n  b: [1, { c: 2 }]\n  d: 3\ne: 4\n';
  const document = documentOf(text);
  const pointerAt = (words: string): string => innermostPointer(document, text.indexOf(words));
  expect(pointerAt('c')).toBe('/a/b/1');
  expect(pointerAt('1')).toBe('/a/b');
  expect(pointerAt('d')).toBe('/a');
  expect(pointerAt('e')).toBe('');
  expect(innermostPointer(documentOf('hello\n'), 0)).toBe('');
});
