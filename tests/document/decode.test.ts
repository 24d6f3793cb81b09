import { describe, expect, test } from 'vitest';
import { decode } from '../../core/src/document/decode.ts';

const sample = 'apiVersion: flowaudit/v1\nkind: Process\nid: complaint\nname: 客户投诉处理\n';

/** `name: 客户投诉处理` and a line end, in GB18030; Node can read that encoding and not write it. */
const gb18030 = Uint8Array.from([
  0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xbf, 0xcd, 0xbb, 0xa7, 0xcd, 0xb6, 0xcb, 0xdf, 0xb4, 0xa6,
  0xc0, 0xed, 0x0a,
]);

/** `名: 甲，乙` in Big5, whose second bytes are often low. */
const big5 = Uint8Array.from([
  0xa6, 0x57, 0x3a, 0x20, 0xa5, 0xd2, 0xa1, 0x41, 0xa4, 0x41, 0xa4, 0x48, 0xa4, 0x40,
]);

/** `こんにちは` in EUC-JP, which GB18030 decodes, and to Japanese. */
const eucJp = Uint8Array.from([0xa4, 0xb3, 0xa4, 0xf3, 0xa4, 0xcb, 0xa4, 0xc1, 0xa4, 0xcf]);

function encoded(text: string, encoding: BufferEncoding): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

function faultOf(bytes: Uint8Array): unknown {
  const result = decode(bytes);
  return 'fault' in result ? result.fault : result;
}

test('UTF-8 is read', () => {
  expect(decode(encoded(sample, 'utf8'))).toEqual({ text: sample });
});

test('a byte order mark before UTF-8 is accepted and dropped', () => {
  expect(decode(encoded(`\ufeff${sample}`, 'utf8'))).toEqual({ text: sample });
});

test.each([
  ['UTF-16 LE', encoded(`\ufeff${sample}`, 'utf16le')],
  ['UTF-16 LE', encoded(sample, 'utf16le')],
  ['UTF-16 BE', Uint8Array.from(Buffer.from(`\ufeff${sample}`, 'utf16le').swap16())],
  ['UTF-16 BE', Uint8Array.from(Buffer.from(sample, 'utf16le').swap16())],
])('%s is named, by its byte order mark or by its NUL bytes', (encoding, bytes) => {
  expect(faultOf(bytes)).toEqual({ code: 'document.utf16', data: { encoding } });
});

test('GB18030 is named when it reads as Chinese', () => {
  expect(faultOf(gb18030)).toEqual({ code: 'document.gb18030', data: {} });
});

test('a character of four bytes does not hide that a text is GB18030', () => {
  const bytes = Uint8Array.from([...gb18030, 0x82, 0x35, 0x8f, 0x33]);
  expect(faultOf(bytes)).toEqual({ code: 'document.gb18030', data: {} });
});

describe('another encoding is not taken for GB18030', () => {
  test.each([
    ['Latin-1', encoded('name: Prüfung für Kunden, Größe, Ärger, Öffnung\n', 'latin1')],
    ['Latin-1 with nothing after the letter', encoded('café\n', 'latin1')],
    ['Big5', big5],
    ['EUC-JP', eucJp],
  ])('%s', (_, bytes) => {
    expect(faultOf(bytes)).toEqual({ code: 'document.unknownEncoding', data: {} });
  });
});

test.each([
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['a text with one NUL', encoded(`${sample}\0${sample}`, 'utf8')],
  ['NULs without text between', new Uint8Array(64)],
])('%s is binary', (_, bytes) => {
  expect(faultOf(bytes)).toEqual({ code: 'document.binary', data: {} });
});

test.each([
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
  ['blanks and line ends', ' \r\n\t\n　\n'],
])('%s is an empty file', (_, text) => {
  expect(faultOf(encoded(text, 'utf8'))).toEqual({ code: 'document.empty', data: {} });
});

test('10 MB are read, one byte more is too large', () => {
  const limit = 10 * 1024 * 1024;
  expect(decode(new Uint8Array(limit).fill(0x61))).toHaveProperty('text.length', limit);
  const tooLarge = { code: 'document.tooLarge', data: { size: '10.1', limit: 10 } };
  expect(faultOf(new Uint8Array(limit + 1).fill(0x61))).toEqual(tooLarge);
});
