import { describe, expect, test } from 'vitest';
import { parseDuration, secondsOf } from '../../core/src/quantity/duration.ts';

/** Seconds, working days and months of a duration that is none of the others. */
const of = (seconds: number, workingDays = 0, months = 0): object => ({
  seconds,
  workingDays,
  months,
});

describe('a duration', () => {
  test.each([
    ['90s', of(90)],
    ['5min', of(300)],
    ['2h', of(7200)],
    ['3d', of(259_200)],
    ['2w', of(1_209_600)],
    ['10wd', of(0, 10)],
    ['3mo', of(0, 0, 3)],
    ['1y', of(0, 0, 12)],
    ['0s', of(0)],
    ['0wd', of(0)],
    ['1.5h', of(5400)],
    ['0.5d', of(43_200)],
    ['2 h', of(7200)],
    [' 2h ', of(7200)],
    ['1h30min', of(5400)],
    ['1h 30min', of(5400)],
    ['1y 6mo', of(0, 0, 18)],
    ['1d 2wd', of(86_400, 2)],
  ])('%j', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  test.each([
    ['30秒', of(30)],
    ['30秒钟', of(30)],
    ['5分', of(300)],
    ['5分钟', of(300)],
    ['2小时', of(7200)],
    ['2个小时', of(7200)],
    ['3天', of(259_200)],
    ['3日', of(259_200)],
    ['15个自然日', of(1_296_000)],
    ['2周', of(1_209_600)],
    ['10个工作日', of(0, 10)],
    ['10工作日', of(0, 10)],
    ['6个月', of(0, 0, 6)],
    ['6月', of(0, 0, 6)],
    ['3年', of(0, 0, 36)],
    ['1小时30分钟', of(5400)],
    ['1年6个月', of(0, 0, 18)],
    ['2 小时', of(7200)],
  ])('in Chinese: %s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  test.each([
    ['PT90S', of(90)],
    ['PT2H', of(7200)],
    ['P3D', of(259_200)],
    ['P1W', of(604_800)],
    ['P1Y6M', of(0, 0, 18)],
    ['P1M', of(0, 0, 1)],
    ['PT1M', of(60)],
    ['P1DT2H30M', of(95_400)],
    ['P0D', of(0)],
    ['PT0.5H', of(1800)],
  ])('in ISO 8601: %s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  // A bare m may be minutes or months, a bare number anything.
  test.each([
    '',
    ' ',
    '2',
    '15',
    '5m',
    '2H',
    '2 hours',
    'h',
    '-2h',
    '+2h',
    '2h-',
    '2hh',
    '1,5h',
    '.5h',
    '5.h',
    '2h and',
    '两小时',
    '2个',
    '2时',
    '10个工作',
    '2季度',
    'P',
    'PT',
    'P1',
    'PT1',
    'P-1D',
    'P1H',
    'PT1D',
    'p1d',
    'P1DT',
    '1e3s',
    '２h',
    'toString',
    '1constructor',
    'immediately',
  ])('is not %j', (text) => {
    expect(parseDuration(text)).toBe(undefined);
  });
});

describe('the length in seconds', () => {
  test('counts days and weeks as natural time, and a month as a twelfth of 365.25 days', () => {
    const seconds = (text: string): number | undefined => {
      const duration = parseDuration(text);
      return duration && secondsOf(duration);
    };
    expect(seconds('1d')).toBe(86_400);
    expect(seconds('1w')).toBe(604_800);
    expect(seconds('1mo')).toBe(2_629_800);
    expect(seconds('1y')).toBe(31_557_600);
    expect(seconds('1mo 1s')).toBe(2_629_801);
  });

  test('is nothing where working days are part of it: only a calendar knows', () => {
    expect(secondsOf({ seconds: 60, workingDays: 1, months: 0 })).toBe(undefined);
    expect(secondsOf({ seconds: 60, workingDays: 0, months: 0 })).toBe(60);
  });
});
