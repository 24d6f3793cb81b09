import { expect, test } from 'vitest';
import { parse } from '../../core/src/document/parse.ts';

/** What people write on purpose. A fault here is a false alarm. */
const texts: readonly (readonly [string, string])[] = [
  ['full-width punctuation', 'note: 注意：先核实身份，再受理；“加急”工单除外（见【附录】）！\n'],
  ['a value in Chinese quotes', 'name: “绿色通道”\ntitle: ‘急’\n'],
  ['a value that begins with Chinese quotes', 'name: “绿色通道”受理\nother: “甲”与“乙”\n'],
  ['a value in lenticular brackets', 'name: 【重要】\ntitle: 【急】请先核实\n'],
  ['a value in full-width brackets', 'name: ［草稿］\ntitle: 流程［草稿］\n'],
  ['a value that begins with full-width spaces', 'note: 　　本流程适用于全国。\n'],
  ['full-width spaces within a value', 'name: 甲　乙\u00a0丙\n'],
  ['a full-width colon and comma within braces', 'name: { zh: 注意：甲，乙, en: A }\n'],
  ['full-width commas in a list of texts', 'terms: [请先核实，再受理, 甲，乙, OK，好]\n'],
  ['list items with full-width colons', 'notes:\n  - 注意：甲\n  - 说明：乙，丙\n'],
  ['a text over lines', 'note: 第一行，\n  注意：第二行\n  说明：第三行\n'],
  ['a text below its key', 'note:\n  注意：先核实身份\n  说明：再受理\n'],
  [
    'an English text over lines',
    'note: First line,\n  second line: no, not this one\n'.replace(': no', ' -no'),
  ],
  [
    'lines of a literal text',
    'note: |\n  role：bot\n  - 甲\n  -乙\n  {{ x }}\n  "open\n  \tkey:value\nid: x\n',
  ],
  ['lines of a folded text', 'note: >-\n  name：甲\n\n  # no comment\nid: x\n'],
  ['anything in quotes', 'a: "x：y, {zh: [}"\nb: \'@：“”，it\'\'s\'\nc: ["“a", "b”"]\n'],
  ['anything in comments', '# name：甲，乙 “x” {zh: [ "\na: 1 # ｛｝：\n　'.trimEnd() + '\n'],
  [
    'a key in Chinese with punctuation',
    'activities: { 审批：初审: approve, “双录”核验: record }\n',
  ],
  ['quoted keys', '"name：x": 1\n"“y”": 2\n"- z": 3\n'],
  ['keys that are no names', '1: a\ntrue: b\n2026-01-01: c\ncase:concept:name: d\n~: e\n'],
  ['times, addresses and versions', 'at: 09:30\nurl: https://example.cn:8080/a?b=c#d\nv: 2.3.0\n'],
  ['a list of times and addresses', 'a: [09:30, 10:00-11:30, "x"]\nb: { url: https://a.cn/b }\n'],
  [
    'negative numbers and dashes',
    'a: -5\nb: -5%\nc: - \nd: [-1, -x]\ne: --x\n'.replace('c: - \n', ''),
  ],
  ['a text over lines that begins with a minus', 'a: -5% to\n  +5%\n'],
  ['signs within a text', 'a: R&D * 2\nb: x @ y\nc: 50% > 40%\nd: a | b\ne: 你好!\nf: it’s\n'],
  ['JSON', '{"a": {"b": [1, 2, {"c": null}]}, "d":"e","f":[]}\n'],
  ['brackets over lines', 'a: [\n  1,\n  2,\n]\nb: {\n  c: 1,\n  d: 2,\n}\n'],
  ['a single pair in a list', 'a: [b: 1, c: 2]\n'],
  ['lists at the depth of their key', 'a:\n- b\n- c:\n  - d\ne: 1\n'],
  ['empty values', 'a:\nb: {}\nc: []\nd: ""\ne: { f: , g: }\n'],
  [
    'anchors, aliases and merges',
    'a: &a { b: 1 }\nc: *a\nd: { <<: *a, b: 2 }\ne: { <<: [*a, *a] }\n',
  ],
  ['several documents', '%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n---\n# nothing\n'],
  ['tabs between words', 'a:\t1\nb: x\ty\nc: [1,\t2]\t# note\n'],
  ['trailing blanks', 'a: 1  \nb: \t\n  \n\t\nc: 2\n'],
  ['a fullwidth percent and digits', 'a: ５５％\nb: ２小时\n'],
  ['placeholders within a text', 'a: 您好 {{name}}，您的工单 ${id}\nb: "{{x}}"\n'],
  ['an emoji', 'a: 😀\n😀: b\n'],
];

test.each(texts)('%s is no mistake', (_, text) => {
  expect(parse('test.yaml', text).faults).toEqual([]);
});

test.each(texts)('%s with CRLF line ends is no mistake', (_, text) => {
  expect(parse('test.yaml', text.replaceAll('\n', '\r\n')).faults).toEqual([]);
});
