import { describe, expect, test } from 'vitest';
import { parseMoney, parsePercent } from '../../core/src/quantity/amount.ts';

describe('a percentage', () => {
  test.each([
    ['55%', 0.55],
    ['0%', 0],
    ['100%', 1],
    ['120%', 1.2],
    ['99.99%', 0.9999],
    ['99.9%', 0.999],
    ['33.3%', 0.333],
    ['0.1%', 0.001],
    ['-5%', -0.05],
    ['+3%', 0.03],
    ['55 %', 0.55],
    [' 55% ', 0.55],
    ['55％', 0.55],
  ])('%j is the fraction %d', (text, fraction) => {
    expect(parsePercent(text)).toBe(fraction);
  });

  test.each([
    '',
    '55',
    '0.55',
    '%',
    '55%%',
    '55 per cent',
    '5 5%',
    '.5%',
    '5.%',
    '1e2%',
    '--5%',
    '5‰',
  ])('is not %j', (text) => {
    expect(parsePercent(text)).toBe(undefined);
  });
});

describe('an amount of money', () => {
  test.each([
    ['500 CNY', 500, 'CNY'],
    ['500CNY', 500, 'CNY'],
    ['0 CNY', 0, 'CNY'],
    ['-20.50 EUR', -20.5, 'EUR'],
    [' 1 JPY ', 1, 'JPY'],
  ])('%j', (text, amount, currency) => {
    expect(parseMoney(text)).toEqual({ amount, currency });
  });

  test.each([
    '',
    '500',
    'CNY',
    'CNY 500',
    '500 cny',
    '500 元',
    '¥500',
    '500 CNYY',
    '1,000 CNY',
    '500  CNY',
    '.5 CNY',
  ])('is not %j', (text) => {
    expect(parseMoney(text)).toBe(undefined);
  });
});
