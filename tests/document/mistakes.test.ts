import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';
import { faultsIn, unmark } from './marked-text.ts';

describe('a full-width colon is named', () => {
  test.each([
    ['between keys', 'intake:\n  role: bot\n  name«：»受理投诉\n  type: task\n'],
    ['at the first key of a map', 'intake:\n  name«：»受理投诉\n  role: bot\n'],
    ['at the last key of a map', 'intake:\n  role: bot\n  name«：»受理投诉\nnext: x\n'],
    ['at the end of the file', 'role: bot\nname«：»受理投诉'],
    ['before a map on the lines below', 'steps«：»\n  intake:\n    name: x\n    role: y\nend: z\n'],
    ['before a list', 'role: bot\nnext«：»\n  - { to: a, when: b }\n  - { to: c, when: d }\n'],
    ['before braces', 'id: x\nname«：»{ zh: 甲, en: A }\n'],
    ['in a map within braces', 'name: { zh«：»甲, en: A }\n'],
    ['within braces after an id', 'logs: { 受理: intake, 分类«：»classify }\n'],
    ['after a quoted key', '{ "zh"«：»甲, en: A }\n'],
    ['in a list item', 'next:\n  - to«：»handle\n    when: x\n'],
    ['in a file of nothing else', 'kind«：»Process\nid«：»x\n'],
    ['in lines that YAML folds into one text', 'intake:\n  role«：»bot\n  type«：»task\nnext: x\n'],
  ])('%s', (_, marked) => {
    const codes = unmark(marked).spans.map(() => 'wideColon');
    expect(faultsIn(marked)).toEqual({ marked, codes });
  });

  test('on each of several lines', () => {
    const marked = 'a«：»1\nb«：»2\nc: 3\nd«：»4\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['wideColon', 'wideColon', 'wideColon'] });
  });

  test('and where the line may as well continue a text, both repairs are offered', () => {
    const marked = 'note: 第一行\n注意«：»第二行\nid: x\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['wideColonOrText'] });
  });
});

test('full-width colons and commas of one map are all named', () => {
  const pairs = ['wideColon', 'wideComma', 'wideColon'];
  const all = 'name: { zh«：»甲«，»en«：»A }\n';
  expect(faultsIn(all)).toEqual({ marked: all, codes: pairs });
  const second = 'name: { zh: 甲，乙«，»en«：»A }\n';
  expect(faultsIn(second)).toEqual({ marked: second, codes: pairs.slice(1) });
});

describe('a full-width comma is named', () => {
  test.each([
    ['between entries of a map', 'name: { zh: 甲«，»en: A }\n'],
    ['between entries of a map, before a space', 'name: { zh: 甲«，» en: A }\n'],
    ['after a text with full-width commas', 'name: { zh: 甲，乙«，»en: A }\n'],
    ['between quoted texts', 'week: ["09:00-12:00"«，»"13:00-18:00"]\nid: x\n'],
    ['between three quoted texts', 'week: ["a"«，»"b"«，»"c"]\nid: x\n'],
    ['behind a quoted text in a map', 'name: { zh: "甲"«，»en: A }\n'],
    ['between maps of a list', 'to: [ { at: 1 }«，»{ at: 2 } ]\nid: x\n'],
    ['between ids of a list', 'channels: [app«，»phone, mail]\n'],
  ])('%s', (_, marked) => {
    const codes = unmark(marked).spans.map(() => 'wideComma');
    expect(faultsIn(marked)).toEqual({ marked, codes });
  });
});

describe('Chinese quotes that should be quotation marks are named', () => {
  test.each([
    ['around a text with a colon', 'name: «“»a: b”\nid: x\n'],
    ['around a comma in a list', 'name: [«“»a, b”, c]\nid: x\n'],
    ['around a comma in a map', 'name: { zh: «“»甲, 乙”, en: A }\n'],
    ['around a key', '«“»name”: x\n'],
    ['around a time window', 'week: [«“»09:00-12:00”]\n'],
    ['around a duration', 'within: «“»2h”\n'],
    ['only at the beginning', 'name: «“»甲"\nid: x\n'],
    ['only at the end of an item', 'week: ["09:00-12:00«“», "13:00-18:00"]\nid: x\n'],
    ['only at the end', 'name: "甲«”»\nid: x\nother: "y"\n'],
  ])('%s', (_, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: ['wideQuote'] });
  });
});

describe('full-width brackets are named', () => {
  test.each([
    ['around a map', 'name: «｛»zh: 甲, en: A｝\nid: x\n'],
    ['around a map with full-width colons', 'name: «｛»zh：甲｝\nid: x\n'],
    ['only the closing one of a list', 'name: [app, phone«］»\nid: x\nkind: y\n'],
    ['only the closing one of a map', 'name: { zh: 甲«｝»\nid: x\nkind: y\n'],
    ['only the opening one of a list', 'name: «［»app, phone]\nid: x\n'],
    ['only the opening one of a map', 'name: «｛»zh: 甲}\nid: x\n'],
    ['an opening one within braces', 'a: { b: «［»c, d] }\nid: x\n'],
    ['a closing one within braces', 'a: { b: [c, d«］», e: f }\nid: x\n'],
    ['around ids', 'channels: «［»app，phone］\n'],
    ['at a list item', 'next:\n  - «｛»to: a, when: b｝\n'],
  ])('%s', (_, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: ['wideBracket'] });
  });
});

describe('a space that YAML takes for a letter is named', () => {
  test.each([
    ['wideSpace', 'after a colon', 'name:«　»甲\nid: x\n'],
    ['wideSpace', 'after a colon before braces', 'id: x\nname:«　»{ zh: 甲, en: A }\n'],
    ['wideSpace', 'after a colon within braces', 'name: { zh:«　»甲, en: A }\n'],
    ['wideSpace', 'as indentation', 'intake:\n«　　»name: x\n  role: y\n  type: z\n'],
    ['wideSpace', 'after a dash', 'a:\n  - app\n  -«　»phone\n'],
    ['wideSpace', 'after the only dash', 'a:\n  -«　»app\n'],
    ['wideSpace', 'before a colon', 'name«　»: x\n'],
    ['invisibleSpace', 'as indentation', 'a:\n  b: 1\n«\u00a0\u00a0»c: 2\nd: 3\n'],
    ['invisibleSpace', 'after a colon', 'name:«\u00a0»甲\nid: x\n'],
    ['invisibleSpace', 'of no width, before a key', 'a: 1\n«\u200b»b: 2\n'],
  ])('%s %s', (code, _, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: [code] });
  });
});

describe('a comma that cuts a value in two is named', () => {
  test.each([
    ['in the last entry', 'name: {zh: «甲, 乙»}\n'],
    ['in an entry between others', 'name: { zh: «甲, 乙, 丙», en: A }\n'],
    ['over a line end', 'name: {\n  zh: «甲,\n  乙»,\n  en: A\n}\n'],
    ['before a text with a full-width colon', 'when: { zh: «先核实, 注意：先受理», en: A }\n'],
    ['in English', 'name: { en: «Receive, check», zh: 甲 }\n'],
  ])('%s', (_, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: ['commaCutsValue'] });
  });

  test('and each cut is a fault of its own', () => {
    const marked = 'name: { zh: «甲, 乙», en: «A, B» }\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['commaCutsValue', 'commaCutsValue'] });
  });
});

describe('an entry between braces without colon is named', () => {
  test.each([
    ['where a list was meant', 'roles: { «app», phone, mail }\n'],
    ['after a quoted value', 'name: { zh: "甲", «乙» }\n'],
    ['after a list', 'name: { a: [b], «c» }\n'],
  ])('%s', (_, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: ['keyWithoutValue'] });
  });
});

describe('a missing space is named', () => {
  test.each([
    ['after a colon between keys', 'a: 1\nb«:»2\nc: 3\n', 'missingSpaceAfterColon'],
    ['after the last colon', 'a: 1\nb«:»2\n', 'missingSpaceAfterColon'],
    ['after a colon before braces', 'a: 1\nb«:»{ zh: 甲, en: A }\n', 'missingSpaceAfterColon'],
    ['after a colon within braces', 'a: {zh«:»甲, en: A}\n', 'missingSpaceAfterColon'],
    ['after the colon of a quoted key', '"a"«:»1\n', 'missingSpaceAfterColon'],
    ['after a dash of a list', 'a:\n  - b\n  «-»c\n', 'missingSpaceAfterDash'],
    ['after the dash of a map', 'next:\n  «-»to: a\n   when: b\n', 'missingSpaceAfterDash'],
    ['before a comment', 'a: "x"«#» note\nb: 1\n', 'spaceBeforeComment'],
  ])('%s', (_, marked, code) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: [code] });
  });

  test('after every dash of a list', () => {
    const twice = ['missingSpaceAfterDash', 'missingSpaceAfterDash'];
    const marked = 'a:\n  «-»app\n  «-»phone\nb: 1\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: [...twice] });
  });
});

describe('indentation', () => {
  test('by tabs is one fault for all lines in a row', () => {
    const marked = 'a:\n«\t»b: 1\n\tc: 2\n\td:\n\t\te: 3\nf: 4\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['tab'] });
  });

  test('by a tab is one fault for each block', () => {
    const marked = 'a:\n«\t»b: 1\nc:\n  d: 1\n«\t»e: 2\nf: 3\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['tab', 'tab'] });
  });

  test('by a tab within a literal text is one fault', () => {
    const marked = 'a: |\n  x\n«\t»y\nb: 1\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['tab'] });
  });

  test('by tabs alone within braces is one fault', () => {
    const marked = 'a: {\n«\t»b: 1,\n\tc: 2\n}\nd: 3\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: ['tab'] });
  });

  test('by a tab after spaces within braces, or in a text is none', () => {
    const marked = 'a: {\n  \tb: 1,\n \tc: 2\n  }\nd: |\n  x\n  \ty\ne: f\tg\n';
    expect(faultsIn(marked)).toEqual({ marked, codes: [] });
  });

  test.each([
    ['of a key less than its neighbours', 'a:\n    b: 1\n  «c»: 2\nd: 3\n', 'badIndentation'],
    ['of a key between two depths', 'a:\n  b:\n    c: 2\n   «d»: 3\n', 'badIndentation'],
    ['of a key below one with a value', 'a:\n  b: 1\n   «c»: 2\n  d: 3\n', 'deeperThanValue'],
    ['of a list item less than the others', 'a:\n  - b\n «-» c\nd: 1\n', 'listIndentation'],
    ['of a list item more than the others', 'a:\n  - b: 1\n   «-» c: 1\n', 'listIndentation'],
    ['of a list item below a text', 'a:\n  - b\n    «-» c\n  - e\n', 'listIndentation'],
    ['of a list within a map', 'a: 1\n«-» b\n', 'listIndentation'],
  ])('%s is named', (_, marked, code) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: [code] });
  });

  test('of one line is one fault, however many lines below are out of line with it', () => {
    const block = 'steps:\n  a:\n    b: 1\n   «c»: 2\n    d: 3\n    e: {}\n    f: []\n';
    const marked = `${block}  g:\n    h: 1\n`;
    expect(faultsIn(marked)).toEqual({ marked, codes: ['badIndentation'] });
  });

  test('names the line above it as the other one that may be wrong', () => {
    const { faults } = parse('test.yaml', 'a:\n    b: 1\n  c: 2\n');
    expect(faults).toMatchObject([{ related: { start: 7, end: 8 } }]);
  });
});

describe('quotes and brackets without partner are named where they open', () => {
  test.each([
    ['double quotes', 'a: «"abc»\nb: 2\nc: "d"\n', 'unclosedQuote'],
    ['double quotes within braces', 'a: {zh: «"abc, en: b}»\nb: 2\nc: "d"\n', 'unclosedQuote'],
    ['single quotes', "a: «'abc»\nb: 2\n", 'unclosedQuote'],
    ['quotes at the end', 'x:\n  a: «"abc»\n', 'unclosedQuote'],
    ['an escaped closing quote', 'a: «"abc\\"»', 'unclosedQuote'],
    ['a list', 'a: «[»1, 2\nb: 3\nc: 4\n', 'unclosedBracket'],
    ['a map', 'a:\n  b: «{» zh: 甲, en: A\n  c: 1\n  d: 2\n  e: 3\n', 'unclosedBracket'],
    ['a list in a map', 'a: {x: «[»1, 2\nb: 3\nc: 4\n', 'unclosedBracket'],
    ['a map whose lines are not indented', 'a: «{»\nb: 1,\nc: 2\n}\nd: 3\n', 'unclosedBracket'],
    ['a list closed by a brace', 'a: {x: [1, 2«}»\nb: 3\nc: 4\n', 'wrongBracket'],
    ['a map closed by a bracket', 'a: {x: 1«]»\nb: 3\nc: 4\n', 'wrongBracket'],
    ['a closing brace', 'a: {b: 1}«}»\nc: 1\n', 'strayBracket'],
    ['a closing bracket as a value', 'a: «]»\nc: 1\n', 'strayBracket'],
    ['a missing opening brace', 'a: zh: 甲, en: "A" «}»\nc: 1\n', 'strayBracket'],
  ])('%s', (_, marked, code) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: [code] });
  });

  test('and what follows is read all the same', () => {
    const texts = ['a: {b: 1}}\nc: 1\n', "a: 'x\nc: 1\n", 'a: "x\nc: 1\nd: "e"\n', 'a: [1\nc: 1\n'];
    for (const text of texts) {
      expect(parse('test.yaml', text).documents[0]?.value).toHaveProperty('c', 1);
    }
  });
});

describe('a value that needs quotes is named', () => {
  test.each([
    ['@', 'a: «@x»\nb: 1\n'],
    ['`', 'a: «`x`»  # note\n'],
    ['%', 'a: «%d»\n'],
    ['&', 'a: «&x»\nb: 1\n'],
    ['& alone', 'a: «& b»\n'],
    ['* alone', 'a: «* b»\nc: 1\n'],
    ['>', 'op: «>=»\nvalue: 1\n'],
    ['> before a number', 'op: «> 5min»\nvalue: 1\n'],
    ['|', 'a: «|b|»\nc: 1\n'],
  ])('because it begins with %s', (_, marked) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: ['leadingCharacter'] });
  });

  test.each([
    ['a tag', 'a: «!important»\n', 'tag'],
    ['an alias of nothing', 'a: «*x»\nb: «**y**»\n', 'unknownAlias'],
    ['a colon in a text', 'a: «b: c»  # note\nd: 1\n', 'colonInText'],
    ['a colon in a Chinese text', 'a: «第一步: 受理»\nd: 1\n', 'colonInText'],
    ['text behind quotes', "a: 'it'«s'»\nb: 1\n", 'textAfterQuote'],
    ['text behind quotes before a colon', 'a: "x"«y: 1»\nb: 2\n', 'textAfterQuote'],
    ['text behind brackets', 'a: [x] «y»\nb: 1\n', 'textAfterBracket'],
    ['a backslash in quotes', 'a: "C:«\\U»sers"\n', 'badEscape'],
    ['a placeholder', 'a: «{{template}}»\nb: 1\n', 'template'],
    ['a placeholder and a text', 'a: «{{ x }}» y\nb: 1\n', 'template'],
    ['a placeholder as key', '«{{ x }}»: 1\n', 'template'],
  ])('for %s', (_, marked, code) => {
    const codes = unmark(marked).spans.map(() => code);
    expect(faultsIn(marked)).toEqual({ marked, codes });
  });
});

describe('other slips are named', () => {
  test.each([
    ['a line without colon', 'a: 1\n«hello»\nb: 2\n', 'keyWithoutColon'],
    ['a line without colon in a list', 'a:\n  - b\n  «hello»\nc: 1\n', 'keyWithoutColon'],
    ['a list behind its key', 'a: «-» b\n   - c\nd: 1\n', 'listBehindKey'],
    ['two commas', 'a: [b,«,»c]\n', 'emptyItem'],
    ['a comma before the first item', 'a: [«,»b]\n', 'emptyItem'],
    ['a missing comma between quoted texts', 'a: ["x" «"y"»]\n', 'missingComma'],
    ['a missing comma between entries', 'a: {b: "x" «c»: "y"}\n', 'missingComma'],
    ['a missing comma at a line end', 'a: {\n  b: 1\n  «c»: 2\n  }\n', 'missingComma'],
    ['a missing comma or quotes', 'a: {b: «x c:» y}\n', 'missingCommaOrQuotes'],
    ['dashes between brackets', 'a: [\n  «-» b\n  ]\n', 'dashInBrackets'],
    ['a key without end', `«${'x'.repeat(1025)}»: 1\n`, 'keyTooLong'],
    ['a list as key', '? «[a, b]»\n: c\n', 'keyIsCollection'],
    ['an instruction to the reader', '«%FOO bar»\n---\na: 1\n', 'percentLine'],
    ['text behind the beginning', '--- «a: 1»\n', 'textAfterMarker'],
    ['a text among documents', 'a: 1\n---\n«hello»\n', 'textDocument'],
    ['text after the last list', '- b\n«a: 1»\nc: 2\nd: 3\n', 'restUnread'],
    ['a control character', 'a: x«\u0007»y\n', 'controlCharacter'],
    ['a merge of a text', 'a: &a x\nb:\n  <<: «*a»\n', 'mergeOfNoMap'],
    ['an alias within its own anchor', 'a: &a [«*a»]\n', 'aliasInsideItself'],
  ])('%s', (_, marked, code) => {
    expect(faultsIn(marked)).toEqual({ marked, codes: [code] });
  });

  test('a duplicate key, with the first one as the related place', () => {
    const { text, spans } = unmark('a: 1\nb: 2\n«a»: 3\n"«a»": 4\n');
    const { faults } = parse('test.yaml', text);
    const related = { start: 0, end: 1 };
    expect(faults).toEqual([
      { code: 'document.duplicateKey', data: { key: 'a' }, span: spans[0], related },
      {
        code: 'document.duplicateKey',
        data: { key: 'a' },
        span: { start: (spans[1]?.start ?? 0) - 1, end: (spans[1]?.end ?? 0) + 1 },
        related,
      },
    ]);
  });

  test('several in one file, each at its place', () => {
    const marked =
      'id: x\nname«：»甲\nsteps:\n  a: { zh: «甲, 乙» }\n  b: {zh: 甲«，»en: A}\n  «a»: 2\n' +
      'note: «@y»\nlist: «[»1\nend: «"z»\n';
    const codes = ['wideColon', 'commaCutsValue', 'wideComma', 'duplicateKey', 'leadingCharacter'];
    expect(faultsIn(marked)).toEqual({
      marked,
      codes: [...codes, 'unclosedBracket', 'unclosedQuote'],
    });
  });
});

test('a fault that may have taken more than its own line says so', () => {
  const swallows = (text: string): unknown =>
    parse('test.yaml', text).faults.map((fault) => fault.swallows ?? false);
  expect(swallows('a: [1\nb: 2\n')).toEqual([true]);
  expect(swallows('a:\n    b: 1\n  c: 2\n')).toEqual([true]);
  expect(swallows('steps：\n  a: 1\n')).toEqual([true]);
  expect(swallows('b: 1\nname：x\n')).toEqual([false]);
  expect(swallows('a: {zh: 甲, 乙}\n')).toEqual([false]);
});
