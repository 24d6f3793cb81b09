import { describe, expect, test } from 'vitest';
import { liesIn, overlap } from '../../core/src/model/privacy/regions.ts';

describe('a place lies in a region', () => {
  test.each([
    ['CN', 'CN'],
    ['CN-SH', 'CN'],
    ['FR', 'EU'],
    ['FR', 'EEA'],
    ['DE-BY', 'EU'],
    ['EU', 'EEA'],
    ['NO', 'EEA'],
    ['AX', 'EU'],
    ['RE', 'EEA'],
    ['US-CA', 'US'],
  ])('%s in %s', (place, region) => {
    expect(liesIn(place, region)).toBe(true);
  });

  test.each([
    ['HK', 'CN'],
    ['CN-HK', 'CN'],
    ['CN-MO', 'CN'],
    ['CN-TW', 'CN'],
    ['TW', 'CN'],
    ['GB', 'EEA'],
    ['CH', 'EEA'],
    ['NO', 'EU'],
    ['NO-21', 'EEA'],
    ['NL-CW', 'EEA'],
    ['US', 'US-CA'],
    ['EEA', 'EU'],
  ])('%s not in %s', (place, region) => {
    expect(liesIn(place, region)).toBe(false);
  });
});

test('two regions share ground whichever is the larger', () => {
  expect(overlap('US', 'US-CA')).toBe(true);
  expect(overlap('US-CA', 'US')).toBe(true);
  expect(overlap('EEA', 'FR')).toBe(true);
  expect(overlap('US-NY', 'US-CA')).toBe(false);
});
