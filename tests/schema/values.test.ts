import { describe, expect, test } from 'vitest';
import { parseMoney, parsePercent } from '../../core/src/quantity/amount.ts';
import { parseDuration } from '../../core/src/quantity/duration.ts';
import { formats } from '../../core/src/schema/formats.ts';
import { nodeAt } from '../../core/src/schema/node.ts';
import { knownKind, validateShape } from '../../core/src/schema/validate.ts';

function isDuration(text: unknown): boolean {
  return fits({ slas: { s: { within: text } } });
}

function fits(fields: object): boolean {
  const head = { apiVersion: 'flowaudit/v1', kind: 'Process', id: 'p', name: 'P', start: 'a' };
  return (
    validateShape('Process', { ...head, steps: { a: { type: 'end' } }, ...fields }).length === 0
  );
}

describe('durations', () => {
  const good = [
    '90s',
    '5min',
    '2h',
    '3d',
    '10wd',
    '2w',
    '3mo',
    '1y',
    '0s',
    '3.4h',
    '2 h',
    '1h30min',
    '1h 30min',
    '30秒',
    '5分',
    '15分钟',
    '2小时',
    '3天',
    '15日',
    '2周',
    '6个月',
    '3年',
    '10个工作日',
    '10工作日',
    '10 个工作日',
    '1小时30分钟',
    'PT1H30M',
    'P3D',
    'P1Y2M10DT2H30M',
    'P2W',
  ];
  const bad = [
    '5',
    '5m',
    '5M',
    'h',
    '2 hours',
    '-2h',
    '2h-',
    '',
    'P',
    'PT',
    'P1H',
    '2个',
    '1.h',
    '.5h',
    '2  h',
    '１h',
  ];

  test.each(good)('%s is one, for the schema and for the calculation', (text) => {
    expect(isDuration(text)).toBe(true);
    expect(parseDuration(text)).toBeDefined();
  });

  test.each(bad)('“%s” is none, for the schema and for the calculation', (text) => {
    expect(isDuration(text)).toBe(false);
    expect(parseDuration(text)).toBeUndefined();
  });

  test('bare numbers are none', () => {
    expect(isDuration(5)).toBe(false);
  });
});

test.each(['55%', '0%', '99.99%', '120%', '55 %', '55％'])('%s is a percentage', (text) => {
  expect(fits({ channels: { app: { share: text } } })).toBe(true);
  expect(parsePercent(text)).toBeDefined();
});

test.each(['55', '-5%', '%', '5,5%'])('%s is no percentage', (text) => {
  expect(fits({ channels: { app: { share: text } } })).toBe(false);
});

test.each(['500 CNY', '500CNY', '12.50 EUR'])('%s is money', (text) => {
  expect(fits({ roles: { r: { authority: { refund: text } } } })).toBe(true);
  expect(parseMoney(text)).toBeDefined();
});

test.each(['500', '500 yuan', 'CNY 500', '5,000 CNY'])('%s is no money', (text) => {
  expect(fits({ roles: { r: { authority: { refund: text } } } })).toBe(false);
});

test('ids take every script, and only composed characters', () => {
  const names = ['a', '客服', '3号_门-b', 'é'];
  for (const name of names) expect(fits({ roles: { [name]: {} } }), name).toBe(true);
  // The last two look like é and Å, which a search for those would not find.
  for (const name of ['-a', '_a', 'a b', 'a.b', 'a/b', '', 'e\u0301', '\u212B']) {
    expect(fits({ roles: { [name]: {} } }), name).toBe(false);
  }
});

test('the codes of all countries are the ones that have a name', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => formats.country(code));
  expect(codes).toHaveLength(250); // the 249 of ISO 3166-1, and EU
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
});

test.each(['CN', 'HK', 'EU', 'EEA', 'US-CA', 'CN-31', 'GB'])(
  '%s is a country or region',
  (code) => {
    expect(fits({ systems: { s: { country: code } } })).toBe(true);
  },
);

test.each(['UK', 'cn', 'China', 'US-', 'XX'])('%s is no country', (code) => {
  expect(fits({ systems: { s: { country: code } } })).toBe(false);
});

test.each(['case.created', 'request.received', '受理.started', 'archive.completed'])(
  '%s is an event',
  (event) => {
    expect(fits({ slas: { s: { from: event } } })).toBe(true);
  },
);

test.each(['created', 'archive.done', '.started'])('%s is no event', (event) => {
  expect(fits({ slas: { s: { from: event } } })).toBe(false);
});

test('the header decides the kind', () => {
  expect(knownKind({ apiVersion: 'flowaudit/v1', kind: 'Process' })).toBe('Process');
  expect(knownKind({ apiVersion: 'flowaudit/v2', kind: 'Waivers' })).toBe('Waivers');
  expect(knownKind({ apiVersion: 'apps/v1', kind: 'Process' })).toBeUndefined();
  expect(knownKind({ apiVersion: 'flowaudit/v1', kind: 'AuditResult' })).toBeUndefined();
  expect(knownKind({ kind: 'Process' })).toBeUndefined();
  expect(knownKind('Process')).toBeUndefined();
});

test('a place knows its meaning, its words and the ids it takes', () => {
  const category = nodeAt('Process', ['data', 'phone', 'category']);
  expect(category?.['x-values']?.['contact.phone']).toEqual({
    en: 'Telephone number',
    zh: '手机号',
  });
  const item = nodeAt('Process', ['steps', 'a', 'channels', 0]);
  expect(item?.['x-refers']).toBe('channels');
  expect(nodeAt('Organization', ['rights', 'cn', 'respond', 'within'])?.description).toBe(
    'How long it may take.',
  );
  expect(nodeAt('Process', ['steps', 'a', 'nothing'])).toBeUndefined();
});
